"""A file that one process at a time can hold; the system lets go of it when the process ends, however it ends."""

import os
import sys
from pathlib import Path

from throughline.errors import StoreRefused


class LockFile:
    """The sign that a database file is in use, beside it and with ``.lock`` after its name."""

    def __init__(self, database: Path) -> None:
        """Take the lock.

        Raises:
            StoreRefused: another process has it.
        """
        path = database.with_name(database.name + ".lock")
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise StoreRefused(
                f"Another Throughline is using {database.name}. "
                "Close it, or give this one a file of its own."
            ) from None

    def release(self) -> None:
        """Give the lock up. The file stays: removing it could take it from somebody else."""
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
