"""Whom a later picture leaves out, so that it stands clear of those that were shown before."""

from collections.abc import Mapping, Sequence
from zlib import crc32

from throughline.workshop.room import K

People = Mapping[int, object]

LEAST_KEPT = 2 / 3
"""Share of the people that a figure must be made of when some are left out to keep it clear of earlier ones."""


def thinned(current: People, shown: Sequence[People], *, k: int = K) -> dict[int, object] | None:
    """Leave out as few people as it takes to be clean beside every version shown; None if that is too many.

    Who is left out does not depend on what anybody answered: whoever is new goes if too few are new; where too
    few are missing, others go with them.
    """
    kept = dict(current)
    while out := _too_close(kept, shown, k):
        for slot in out:
            del kept[slot]
    enough = len(kept) >= max(k, LEAST_KEPT * len(current))
    return kept if enough else None


def _too_close(new: People, shown: Sequence[People], k: int) -> list[int]:
    for version in shown:
        extra, missing = new.keys() - version.keys(), version.keys() - new.keys()
        if 1 <= len(extra) < k:
            return list(extra)
        if 1 <= len(missing) < k:
            both = new.keys() & version.keys()
            return sorted(both, key=lambda slot: (-_times(slot, shown), _lot(slot)))[
                : k - len(missing)
            ]
    return []


def _times(slot: int, shown: Sequence[People]) -> int:
    return sum(slot in version for version in shown)


def _lot(slot: int) -> int:
    return crc32(str(slot).encode())
