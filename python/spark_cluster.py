"""A standalone Spark master and workers on this machine, for as long as a `with` lasts.

Writes  logs and work folders under the folder it is given

Every process is a child of this one, listens on 127.0.0.1 at a port of its own
and is ended when the block is left, however it is left.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyspark
from pyspark import SparkContext
from pyspark.sql import SparkSession

SPARK_HOME = Path(pyspark.__file__).parent
HOST = "127.0.0.1"
START_SECONDS = 300
DEPLOY = "org.apache.spark.deploy"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def end_gateway() -> None:
    """Ends this process's own Java side, which may otherwise wait for a master that is gone."""
    process = getattr(SparkContext._gateway, "proc", None)
    if process is not None and process.poll() is None:
        process.kill()
        process.wait()


class Cluster:
    """One master, `n_workers` workers of one core each."""

    def __init__(self, folder: Path, n_workers: int):
        self.folder = folder
        self.n_workers = n_workers
        self.port = free_port()
        self.children: list[subprocess.Popen] = []

    def __enter__(self) -> "Cluster":
        self.folder.mkdir(parents=True)
        try:
            self._start("master", "master.Master", ["--port", str(self.port)])
            self._wait_for("master", "I have been elected leader")
            for idx in range(self.n_workers):
                arguments = ["--cores", "1", "--memory", "1g", "--port", str(free_port())]
                arguments += ["--work-dir", str(self._work_folder(idx)), self.url]
                self._start(f"worker-{idx}", "worker.Worker", arguments)
            for idx in range(self.n_workers):
                self._wait_for(f"worker-{idx}", "Successfully registered with master")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        end_gateway()
        for child in reversed(self.children):
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGTERM)
        for child in self.children:
            try:
                child.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()

    @property
    def url(self) -> str:
        return f"spark://{HOST}:{self.port}"

    def worker_of(self, place: str) -> int | None:
        """The worker in whose folder an executor works."""
        for idx in range(self.n_workers):
            if Path(place).is_relative_to(self._work_folder(idx).resolve()):
                return idx
        return None

    def session(self, n_partitions: int) -> SparkSession:
        """A session that starts when every worker has an executor."""
        os.environ["SPARK_LOCAL_IP"] = HOST
        os.environ["PYSPARK_PYTHON"] = sys.executable
        python_path = os.pathsep.join(path for path in sys.path if path)
        settings = {
            "spark.driver.host": HOST,
            "spark.driver.memory": "1g",
            "spark.executor.cores": "1",
            "spark.executor.memory": "512m",
            "spark.cores.max": str(self.n_workers),
            "spark.executorEnv.PYTHONPATH": python_path,
            "spark.scheduler.minRegisteredResourcesRatio": "1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime": f"{START_SECONDS}s",
            "spark.sql.shuffle.partitions": str(n_partitions),
            # Few bytes would be put into one partition, and one worker would do everything.
            "spark.sql.adaptive.coalescePartitions.enabled": "false",
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.warehouse.dir": str(self.folder / "warehouse"),
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }
        builder = SparkSession.builder.master(self.url).appName("prosopon-proof")
        for key, value in settings.items():
            builder = builder.config(key, value)
        return builder.getOrCreate()

    def _work_folder(self, idx: int) -> Path:
        return self.folder / f"worker-{idx}"

    def _start(self, name: str, main: str, arguments: list[str]) -> None:
        script = SPARK_HOME / "bin" / "spark-class"
        command = [str(script), f"{DEPLOY}.{main}", "--host", HOST, "--webui-port", "0"]
        environment = os.environ | {
            "SPARK_HOME": str(SPARK_HOME),
            "SPARK_LOCAL_IP": HOST,
            "SPARK_DAEMON_MEMORY": "256m",
            "SPARK_LOCAL_DIRS": str(self.folder / "local"),
        }
        with open(self._log(name), "wb") as log:
            child = subprocess.Popen(
                [*command, *arguments],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.children.append(child)

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def _wait_for(self, name: str, text: str) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            log = self._log(name).read_text(errors="replace")
            if text in log:
                return
            if any(child.poll() is not None for child in self.children):
                break
            time.sleep(0.2)
        log = self._log(name).read_text(errors="replace")
        raise RuntimeError(f"{name} did not start; the end of its log:\n{log[-2000:]}")
