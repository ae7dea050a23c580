"""The workshop server as it ships, on a database of its own that a benchmark may look into."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
HOST_KEY = "a key for the benchmark"
START_LIMIT_S = 60.0


@dataclass(frozen=True)
class RoomServer:
    """A running server: where it answers, its process, and the file its rooms are in."""

    address: str
    pid: int
    database: Path

    def rows(self, question: str) -> list[tuple[object, ...]]:
        """Ask the database, reading only, beside the server."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return connection.execute(question).fetchall()

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        return int(str(self.rows(f"select count(*) from {table}")[0][0]))  # noqa: S608 - our own names

    def cpu_seconds(self) -> float:
        """Processor seconds the server has used so far."""
        times = psutil.Process(self.pid).cpu_times()
        return float(times.user + times.system)

    def memory_mb(self) -> float:
        """Resident memory now, in MB."""
        return float(psutil.Process(self.pid).memory_info().rss) / 1e6

    def threads(self) -> int:
        """Threads of the server now."""
        return int(psutil.Process(self.pid).num_threads())


@contextmanager
def room_server(folder: Path) -> Iterator[RoomServer]:
    """Start the server in its own process on a loopback port; it is gone afterwards.

    Raises:
        RuntimeError: it ended, or was not well in time.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    database, log = folder / "rooms.db", folder / "server.log"
    command = [sys.executable, "-m", "components.server", "--address", "127.0.0.1"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=ROOT,
            env={
                **os.environ,
                "THROUGHLINE_DATABASE_URL": f"sqlite:///{database}",
                "THROUGHLINE_HOST_KEY": HOST_KEY,
            },
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/_stcore/health", process, log)
        yield RoomServer(address, process.pid, database)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    began = time.monotonic()
    while process.poll() is None and time.monotonic() - began < START_LIMIT_S:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.05)  # between two looks at the condition
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
