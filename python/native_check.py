"""Checks what the module promises to whoever hands it frames, without Spark."""

import unittest

import prosopon_native as native
import pyarrow as pa

from spark_proof import KERNEL, N_ROWS, PARAMETERS, SEED, from_ipc, to_ipc


def run_slot(tables: dict[str, list[bytes]], slot: int) -> dict[str, bytes]:
    return native.run_kernel(KERNEL, PARAMETERS, slot, tables)


def first_account() -> tuple[int, dict[str, list[bytes]]]:
    """The frames of the slot that holds most deals, and of no other."""
    tables = native.sample(N_ROWS, SEED)
    slots = [slot for ipc in tables["deal_placed"] for slot in native.slots("deal_placed", ipc)]
    fullest = max(set(slots), key=slots.count)
    held = {}
    for name, payloads in tables.items():
        frame = pa.concat_tables(from_ipc(ipc) for ipc in payloads)
        found = native.slots(name, to_ipc(frame))
        held[name] = [to_ipc(frame.take([i for i, slot in enumerate(found) if slot == fullest]))]
    return fullest, held


class Module(unittest.TestCase):
    def test_one_account_holds_half_of_every_table(self):
        slot, held = first_account()
        for name, payloads in native.sample(N_ROWS, SEED).items():
            n_rows = sum(from_ipc(ipc).num_rows for ipc in payloads)
            self.assertEqual(n_rows, N_ROWS // 3)
            self.assertGreaterEqual(2 * from_ipc(held[name][0]).num_rows, n_rows, name)

    def test_equal_seeds_give_equal_tables_and_others_do_not(self):
        self.assertEqual(native.sample(90, 1), native.sample(90, 1))
        self.assertNotEqual(native.sample(90, 1), native.sample(90, 2))

    def test_the_order_and_the_number_of_frames_leave_no_trace(self):
        slot, held = first_account()
        frame = from_ipc(held["said"][0])
        backwards = frame.take(list(reversed(range(frame.num_rows))))
        cut = [to_ipc(backwards.slice(i, 10)) for i in range(0, frame.num_rows, 10)]
        self.assertEqual(run_slot(held, slot), run_slot(held | {"said": cut}, slot))

    def test_a_digest_sees_a_missing_row(self):
        payloads = native.sample(N_ROWS, SEED)["cast"]
        whole = native.digest("cast", payloads)
        self.assertEqual(whole, native.digest("cast", payloads[::-1]))
        self.assertNotEqual(whole, native.digest("cast", payloads[1:]))

    def test_rows_of_another_slot_are_refused(self):
        slot, held = first_account()
        with self.assertRaisesRegex(ValueError, "rows of another slot"):
            run_slot(held, (slot + 1) % 1024)

    def test_what_does_not_fit_is_an_error_with_its_reason(self):
        slot, held = first_account()
        with self.assertRaisesRegex(ValueError, "no kernel `divine`"):
            native.run_kernel("divine", PARAMETERS, slot, held)
        with self.assertRaisesRegex(ValueError, "parameters of kernel `decide`"):
            native.run_kernel(KERNEL, b"{}", slot, held)
        with self.assertRaisesRegex(ValueError, "payload of table `said`"):
            run_slot(held | {"said": [b"no stream"]}, slot)
        with self.assertRaisesRegex(ValueError, "column `mention_id` is missing"):
            run_slot(held | {"cast": held["said"]}, slot)


if __name__ == "__main__":
    unittest.main()
