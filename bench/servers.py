"""The two servers every measurement compares: the product as it ships, and a bare page in stock settings."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BARE_PAGE = """import streamlit as st

st.metric("Score", st.slider("Question 1", 1, 10, 5))
"""
# Streamlit takes uvloop when it can import it; stock settings mean that it cannot.
NO_UVLOOP = 'raise ModuleNotFoundError("the floor runs without uvloop")\n'
START_LIMIT_S = 60.0


@dataclass(frozen=True)
class Subject:
    """Something to measure: a script, the folder it runs in, and its environment."""

    name: str
    folder: Path
    environment: dict[str, str]


@dataclass(frozen=True)
class Running:
    """A server that answers: its address, its process id, and when it was started.

    Attributes:
        address: Such as ``http://127.0.0.1:40123``.
        pid: The process whose tree is the server.
        spawned: ``time.perf_counter()`` just before the process was started, in seconds.
        healthy: The same when it first said that it was well.
    """

    address: str
    pid: int
    spawned: float
    healthy: float


@contextmanager
def subjects() -> Iterator[tuple[Subject, Subject]]:
    """Prepare the floor and the product, in this order; the floor's folder is removed afterwards."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "app.py").write_text(BARE_PAGE, encoding="utf-8")
        shim = folder / "shim"
        shim.mkdir()
        (shim / "uvloop.py").write_text(NO_UVLOOP, encoding="utf-8")
        # A home of its own, so that nobody's ~/.streamlit/config.toml tunes the floor.
        stock = {**plain, "PYTHONPATH": str(shim), "HOME": name, "USERPROFILE": name}
        yield Subject("floor", folder, stock), Subject("Throughline", ROOT, plain)


@contextmanager
def serve(subject: Subject) -> Iterator[Running]:
    """Start a fresh server and wait until it is well; it is gone afterwards.

    Raises:
        RuntimeError: the server ended, or was not well in time.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.headless=true", "--browser.gatherUsageStats=false"]
    command += ["--server.fileWatcherType=none", "--server.address=127.0.0.1"]
    spawned = time.perf_counter()
    process = subprocess.Popen(
        [*command, f"--server.port={port}"],
        cwd=subject.folder,
        env=subject.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Running(address, process.pid, spawned, _healthy(address, process, spawned))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _healthy(address: str, process: "subprocess.Popen[bytes]", spawned: float) -> float:
    while process.poll() is None and time.perf_counter() - spawned < START_LIMIT_S:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):  # noqa: S310
                return time.perf_counter()
        except OSError:
            # Between two looks at the condition; the moment it holds is what is timed.
            time.sleep(0.01)
    raise RuntimeError("the server did not start")
