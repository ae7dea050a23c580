"""How long to go on trying when a database is busy or away: monotonic time, growing pauses, a little apart."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """When to try again, and when to give up.

    Attributes:
        seconds: no try begins later than this after the first.
        tries: nor are there more of them.
        first, longest: the first pause in seconds, doubled each time, up to the longest.
    """

    seconds: float
    tries: int
    first: float = 0.02
    longest: float = 0.5

    def attempts(self) -> Iterator[int]:
        """Yield 0, 1, 2, …, with a pause before each but the first, until patience ends."""
        start = time.monotonic()
        pause = self.first
        for attempt in range(self.tries):
            if attempt:
                time.sleep(pause * _apart(attempt))
                pause = min(2 * pause, self.longest)
            if time.monotonic() - start > self.seconds:
                return
            yield attempt


def _apart(attempt: int) -> float:
    # From 0.5 to 1.5 by thread and turn, so that those who collided do not meet again; chance has
    # no place in the domain, and none is needed.
    return 0.5 + hash((threading.get_ident(), attempt)) % 1000 / 1000
