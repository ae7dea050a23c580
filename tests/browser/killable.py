"""A server that a test may end and start again, on a port of its own."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.browser.conftest import HOST_KEY, ROOT

# Asks for the server's health while it is down, as Streamlit's client does.
DOWN = re.compile(
    "ERR_CONNECTION_REFUSED|WebSocket|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET"
    "|when disconnected|Client Error in reaching|server is not responding|could not be loaded"
)


class Server:
    """The app on a port of its own, which can be ended and started again."""

    def __init__(
        self,
        *module: str,
        port: str,
        folder: Path = ROOT,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            free = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{free}"
        self._command = [sys.executable, "-m", *module, f"{port}={free}"]
        self._environment, self._folder = environment, folder
        self.start()

    def start(self) -> None:
        """Start the app and wait until it answers."""
        self.process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
                "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
                "THROUGHLINE_HOST_KEY": HOST_KEY,
                **self._environment,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=1)  # noqa: S310
            except OSError:
                continue
            return
        raise RuntimeError("the server ended before it was ready")

    def kill(self) -> None:
        """End the app as a crash would: every session is lost."""
        self.process.kill()
        self.process.wait(timeout=10)
