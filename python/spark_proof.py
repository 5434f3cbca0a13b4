"""Proves that the kernel contract runs on Apache Spark: equal digests, whoever runs it.

Reads   three made-up tables (`deal_placed`, `cast`, `said`), one account holding half of the rows
Writes  nothing that stays; prints a table and one last line

The tables are Parquet files. Spark computes the slot of every row, shuffles the
rows as Arrow frames to their slots and hands each slot to the kernel, on a
standalone master with two workers. The digests of what comes back are held
against those of the thread executor. Exit 1 when anything differs.
"""

import json
import os
import signal
import sys
import tempfile
from pathlib import Path

import prosopon_native as native
import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import DataFrame, SparkSession

from spark_cluster import Cluster

KERNEL = "decide"
PARAMETERS = json.dumps(
    {
        "as_of": "2025-06-01",
        "templates": [
            {"kind": "purchase", "roles": ["decision_maker", "economic_buyer", "champion"]},
            {"kind": "renewal", "roles": ["decision_maker", "procurement"]},
            {"kind": "cross_sell", "roles": ["decision_maker", "technical_evaluator"]},
            {"kind": "up_sell", "roles": ["decision_maker"]},
        ],
    }
).encode()
N_ROWS = 1_200
SEED = 7
N_THREADS = 2
BUCKETS = (1, 2, 7)
N_PARTITIONS = 8
SLOT_ROWS = "slot int, table string, n_rows long, payload binary"
# `place` is the folder an executor works in: each worker has one of its own.
ANSWER_ROWS = SLOT_ROWS + ", place string"


def to_ipc(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


def from_ipc(payload: bytes) -> pa.Table:
    return pa.ipc.open_stream(payload).read_all()


def store(tables: dict[str, list[bytes]], folder: Path) -> None:
    """Writes every payload as a Parquet file of its table's folder."""
    for name, payloads in tables.items():
        (folder / name).mkdir()
        for idx, payload in enumerate(payloads):
            pq.write_table(from_ipc(payload), folder / name / f"part-{idx:03}.parquet")


def in_slots(spark: SparkSession, name: str, folder: Path) -> DataFrame:
    """The rows of a table as frames, each of one slot: `(slot, table, n_rows, payload)`."""

    def cut(batches):
        for batch in batches:
            frame = pa.Table.from_batches([batch])
            places: dict[int, list[int]] = {}
            for row, slot in enumerate(native.slots(name, to_ipc(frame))):
                places.setdefault(slot, []).append(row)
            for slot, rows in places.items():
                yield pa.RecordBatch.from_pydict(
                    {
                        "slot": pa.array([slot], pa.int32()),
                        "table": [name],
                        "n_rows": [len(rows)],
                        "payload": pa.array([to_ipc(frame.take(rows))], pa.binary()),
                    }
                )

    return spark.read.parquet(str(folder / name)).mapInArrow(cut, SLOT_ROWS)


def work_slot(key: tuple[pa.Scalar, ...], group: pa.Table) -> pa.Table:
    """Runs the kernel on the frames of one slot. `input` counts the rows it was handed."""
    slot = key[0].as_py()
    tables: dict[str, list[bytes]] = {}
    for row in group.select(["table", "payload"]).to_pylist():
        tables.setdefault(row["table"], []).append(row["payload"])
    written = native.run_kernel(KERNEL, PARAMETERS, slot, tables)
    n_handed = sum(group.column("n_rows").to_pylist())
    names = ["input", *written]
    counts = [n_handed, *(from_ipc(payload).num_rows for payload in written.values())]
    return pa.table(
        {
            "slot": pa.array([slot] * len(names), pa.int32()),
            "table": names,
            "n_rows": pa.array(counts, pa.int64()),
            "payload": pa.array([b"", *written.values()], pa.binary()),
            "place": [os.getcwd()] * len(names),
        }
    )


def on_spark(spark: SparkSession, names: list[str], folder: Path) -> list[dict]:
    """Every answer row of every slot, collected."""
    frames = None
    for name in names:
        table = in_slots(spark, name, folder)
        frames = table if frames is None else frames.union(table)
    answers = frames.groupBy("slot").applyInArrow(work_slot, ANSWER_ROWS)
    return [row.asDict() for row in answers.collect()]


def failures(answers: list[dict], cluster: Cluster, n_rows: int) -> list[str]:
    """What the run itself must show, whatever the digests."""
    handed = {row["slot"]: row["n_rows"] for row in answers if row["table"] == "input"}
    biggest = max(handed.values(), default=0)
    workers = {cluster.worker_of(row["place"]) for row in answers}
    print(f"slots {len(handed)}, rows handed {sum(handed.values())} of {n_rows}")
    print(f"biggest slot {biggest} rows, workers that ran slots: {sorted(map(str, workers))}")
    found = []
    if sum(handed.values()) != n_rows:
        found.append("rows were lost or handed twice")
    if 2 * biggest < n_rows:
        found.append("no slot held half of the rows")
    if workers != {0, 1}:
        found.append("the slots were not spread over both workers")
    return found


def compare(answers: list[dict], threads: dict[int, dict[str, str]]) -> list[str]:
    """Prints the digests side by side; names the tables that differ or are empty."""
    found = []
    print(f"{'table':<16}{'rows':>7}  {'spark':<34}threads, {BUCKETS} buckets")
    for name in threads[BUCKETS[0]]:
        rows = [row for row in answers if row["table"] == name]
        digest = native.digest(name, [bytes(row["payload"]) for row in rows])
        is_equal = all(threads[n][name] == digest for n in BUCKETS)
        n_rows = sum(row["n_rows"] for row in rows)
        print(f"{name:<16}{n_rows:>7}  {digest:<34}{'equal' if is_equal else 'DIFFERS'}")
        if not is_equal:
            found.append(f"table {name}: digests differ")
        if n_rows == 0:
            found.append(f"table {name}: no rows, so nothing is proved")
    return found


def main() -> int:
    # Ended from outside, the proof still ends its children: `with` is left by an exception.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tables = native.sample(N_ROWS, SEED)
    n_rows = sum(from_ipc(p).num_rows for payloads in tables.values() for p in payloads)
    threads = {
        n: native.run_threads(KERNEL, PARAMETERS, tables, N_THREADS, n) for n in BUCKETS
    }
    for name, digest in threads[BUCKETS[0]].items():
        print(f"threads {name:<16} {digest}")
    if sys.argv[1:] == ["--threads-only"]:
        return 0 if all(threads[n] == threads[BUCKETS[0]] for n in BUCKETS) else 1
    with tempfile.TemporaryDirectory(prefix="spark-proof-") as temporary:
        folder = Path(temporary)
        store(tables, folder)
        with Cluster(folder / "cluster", n_workers=2) as cluster:
            spark = cluster.session(N_PARTITIONS)
            try:
                answers = on_spark(spark, sorted(tables), folder)
            finally:
                spark.stop()
        found = failures(answers, cluster, n_rows) + compare(answers, threads)
    for line in found:
        print(f"spark proof: {line}", file=sys.stderr)
    if found:
        return 1
    print(f"spark proof: {len(threads[BUCKETS[0]])} tables, digests equal")
    return 0


if __name__ == "__main__":
    sys.exit(main())
