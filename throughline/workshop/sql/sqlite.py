"""SQLite in one process: every acknowledged row is on the disk, and what is deleted is overwritten."""

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, QueuePool, create_engine, event, exc

from throughline.errors import NotSaved, StoreRefused
from throughline.workshop.sql.engine import Engine
from throughline.workshop.sql.lock_file import LockFile
from throughline.workshop.sql.patience import Patience

OLDEST = (3, 35)  # the first with RETURNING
POOL = 4
BUSY_MS = 5000
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    f"busy_timeout = {BUSY_MS}",
    "cache_size = -256",
)
SAID = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the database is read-only",
    sqlite3.SQLITE_BUSY: "the database is in use by something else",
}
PATIENCE = Patience(seconds=30, tries=7)


class SqliteEngine(Engine):
    """One database file, held by this process alone.

    Raises:
        StoreRefused: another process has it, the folder cannot be written, or SQLite is too old.
    """

    def __init__(self, path: Path) -> None:
        if sqlite3.sqlite_version_info < OLDEST:
            raise StoreRefused(f"Rooms need SQLite 3.35; this is {sqlite3.sqlite_version}.")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock_file = LockFile(path)
            _make_private(path)
        except OSError as error:
            raise StoreRefused(f"The file {path.name} cannot be written where it is.") from error
        core = create_engine(
            URL.create("sqlite", database=str(path)),
            poolclass=QueuePool,
            pool_size=POOL,
            max_overflow=0,
            connect_args={"check_same_thread": False},
        )
        event.listen(core, "connect", _set_up)
        event.listen(core, "begin", _begin)
        # SQLite's own waiting is unfair: of 200 threads some would never get their turn.
        super().__init__(core, threading.Lock(), PATIENCE)

    def may_pass(self, error: Exception) -> bool:
        """Busy, or every connection of the pool in use."""
        return _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

    def say(self, error: Exception) -> str:
        """Tell a full disk from a read-only one and from a file in use."""
        return SAID.get(_code(error), "the database cannot be written")

    def refuse_unsafe(self) -> None:
        """Nothing to ask: every setting is made when a connection is opened."""

    def sweep(self) -> None:
        """Move the log into the file and cut it to nothing; ``secure_delete`` has zeroed the rest."""
        for _ in self.patience.attempts():
            with self.turn:
                busy = self._outside_transactions(_cut_log)
            if not busy:
                return

    def backup(self, path: str) -> None:
        """Copy page by page through SQLite: copying the file would lose what is in the log."""
        target = Path(path)
        part = target.with_name(target.name + ".part")
        try:
            _make_private(part)
            copy = sqlite3.connect(part)
            try:
                self._outside_transactions(lambda driver: driver.backup(copy))
            finally:
                copy.close()
            part.replace(target)
        except (OSError, sqlite3.Error) as error:
            part.unlink(missing_ok=True)
            raise NotSaved("the copy could not be written") from error

    def close(self) -> None:
        """Close the file and let others have it."""
        super().close()
        self._lock_file.release()

    def _outside_transactions(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        lent = self.core.raw_connection()
        try:
            return work(cast("sqlite3.Connection", lent.driver_connection))
        finally:
            lent.close()


def _code(error: Exception) -> int:
    if isinstance(error, exc.DBAPIError):
        # The low byte; the rest tells apart kinds of the same trouble.
        return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF
    return sqlite3.SQLITE_BUSY


def _make_private(path: Path) -> None:
    # SQLite gives the log beside it the same rights as the file.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def _set_up(driver: sqlite3.Connection, _record: object) -> None:
    # The driver must not begin transactions by itself: it would begin deferred ones.
    driver.isolation_level = None
    for pragma in PRAGMAS:
        driver.execute(f"pragma {pragma}")


def _cut_log(driver: sqlite3.Connection) -> bool:
    try:
        busy: int = driver.execute("pragma wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return True
    return bool(busy)


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads and then writes fails at once, whatever the timeout.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
