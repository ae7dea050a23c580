"""One save a second for each person, three at once: nobody notices, but whoever sends them by the thousand."""

import threading
from collections.abc import Callable

from throughline.errors import TooSoon

SECONDS_A_SAVE, AT_ONCE = 1.0, 3
MOST_PEOPLE = 10_000


class Saving:
    """How far each person is ahead of one save a second, in the memory of one process.

    Args:
        steady: seconds by a clock that nobody can set.
    """

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._lock = threading.Lock()
        self._used_up: dict[bytes, tuple[float, str]] = {}

    def pace(self, person: bytes, submission_id: str) -> None:
        """Let a save pass; the one that passed last may be tried again at any time.

        Raises:
            TooSoon: this person is three saves ahead. Nothing was saved.
        """
        with self._lock:
            moment = self._steady()
            until, last = self._used_up.get(person, (moment, ""))
            if last == submission_id:
                return
            until = max(until, moment) + SECONDS_A_SAVE
            if until > moment + AT_ONCE * SECONDS_A_SAVE:
                raise TooSoon("one save a second")
            if len(self._used_up) >= MOST_PEOPLE:
                self._used_up.clear()
            self._used_up[person] = (until, submission_id)
