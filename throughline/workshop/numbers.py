"""How many people stand behind the figures of a picture: printed only where no two numbers tell how many skipped.

A printed number is not only an n: dots, quarters of a map and ways of a change add up to one.
"""

import math
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

from throughline.workshop.room import K

Name = TypeVar("Name", bound=Hashable)

STEPS = (5, 10, 20, 25)
"""Steps of a share in percent, the finest first."""

NO_OTHER = 0
"""Stands for "no other number of people would do", so that nothing with counts is printed."""


class Numbers:
    """The numbers of people that one picture prints.

    Args:
        people: with a counted answer in the picture.
        printed: numbers that the picture prints already.
        k: fewest people that a difference of two numbers may stand for.
    """

    def __init__(self, people: int, printed: Iterable[int] = (), *, k: int = K) -> None:
        self.people, self.k = people, k
        self.printed = [*printed]
        self.total = people if people >= k and self._apart(people, self.printed) else 0
        """What is printed for the whole picture; 0 for nothing."""
        self.printed += [self.total] if self.total else []

    def others(self, n: int, beside: Collection[int] = ()) -> tuple[int, ...]:
        """Say which other numbers ``n`` people must not be told from; none if ``n`` itself may be printed.

        Args:
            n: people behind a figure.
            beside: numbers printed elsewhere of the same people, such as those of an earlier round.
        """
        if self._apart(n, (*self.printed, *beside)):
            self.printed.append(n)
            return ()
        low, high = n - self.k + 1, min(self.people, n + self.k - 1)
        if self.few(n):
            low, high = self.people - self.k + 1, self.people - 1
        return tuple(m for m in range(max(self.k, low), high + 1) if m != n) or (NO_OTHER,)

    def few(self, n: int) -> bool:
        """Whether 1 to k - 1 people of the picture are not behind a figure of ``n``."""
        return 1 <= self.people - n < self.k

    def _apart(self, n: int, numbers: Iterable[int]) -> bool:
        return all(n == m or abs(n - m) >= self.k for m in numbers)


def up_to(counts: Mapping[Name, int], n: int, others: Collection[int]) -> dict[Name, int] | None:
    """Turn counts into percent of ``n``, each rounded up, as fine as they hide which number of people it was.

    Args:
        counts: people by name, all ``n`` of them.
        n: people.
        others: numbers of people of which at least one must be able to give the same percents.
    """
    for step in STEPS:
        shares = {name: _share(count, n, step) for name, count in counts.items()}
        if any(_fit(shares.values(), other, step) for other in others):
            return shares
    return None


def _share(count: int, n: int, step: int) -> int:
    return step * math.ceil(round(100 * count / n / step, 9))


def _fit(shares: Iterable[int], n: int, step: int) -> bool:
    if n == NO_OTHER:
        return False
    least = most = 0
    for share in shares:
        counts = [count for count in range(n + 1) if _share(count, n, step) == share]
        if not counts:
            return False
        least, most = least + counts[0], most + counts[-1]
    return least <= n <= most
