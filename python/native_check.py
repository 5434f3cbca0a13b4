"""Checks what the module promises to whoever hands it frames, without Spark."""

import contextlib
import io
import unittest

import prosopon_native as native
import pyarrow as pa

from spark_proof import BUCKETS, KERNEL, N_ROWS, N_THREADS, PARAMETERS, SEED
from spark_proof import compare, from_ipc, to_ipc


def run_slot(tables: dict[str, list[bytes]], slot: int) -> dict[str, bytes]:
    return native.run_kernel(KERNEL, PARAMETERS, slot, tables)


def by_slot() -> dict[int, dict[str, list[bytes]]]:
    """The tables of the sample, cut into slots."""
    cut: dict[int, dict[str, list[bytes]]] = {}
    for name, payloads in native.sample(N_ROWS, SEED).items():
        frame = pa.concat_tables(from_ipc(ipc) for ipc in payloads)
        slots = native.slots(name, to_ipc(frame))
        for slot in set(slots):
            rows = frame.take([row for row, found in enumerate(slots) if found == slot])
            cut.setdefault(slot, {})[name] = [to_ipc(rows)]
    return cut


def first_account() -> tuple[int, dict[str, list[bytes]]]:
    """The slot that holds most rows, and its frames."""
    size = lambda held: sum(from_ipc(ipc).num_rows for [ipc] in held[1].values())
    return max(by_slot().items(), key=size)


def differences(answers: list[dict], threads: dict[int, dict[str, str]]) -> list[str]:
    with contextlib.redirect_stdout(io.StringIO()):
        return compare(answers, threads)


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

    def test_the_proof_fails_when_one_row_of_an_answer_is_lost(self):
        tables = native.sample(N_ROWS, SEED)
        run = lambda n: native.run_threads(KERNEL, PARAMETERS, tables, N_THREADS, n)
        threads = {n: run(n) for n in BUCKETS}
        answers = [
            {"table": name, "n_rows": from_ipc(ipc).num_rows, "payload": ipc}
            for slot, held in by_slot().items()
            for name, ipc in run_slot(held, slot).items()
        ]
        self.assertEqual(differences(answers, threads), [])
        claims = next(answer for answer in answers if answer["table"] == "claim")
        claims["payload"] = to_ipc(from_ipc(claims["payload"]).slice(1))
        self.assertEqual(differences(answers, threads), ["table claim: digests differ"])

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
