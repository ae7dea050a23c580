"""The publishing rule: which people's values a new picture may be made of, so that no two pictures give one away.

Everything here is about sets of people. A version is ``slot -> value`` as it was counted in a picture; the
value None marks somebody who was counted and has withdrawn since. Why each rule is there: docs/method.md,
"Group figures"; what could still be told: the limits printed in every room report.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from throughline.workshop.room import K, Version
from throughline.workshop.thinning import thinned

Members = Mapping[int, object]
Reason = Literal["shown", "waiting", "kept", "unclean"]

RULE_VERSION = "1.2"
MOST_SMALL_GROUPS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """What stands after one step.

    Attributes:
        members: whose values the figure is made of, or None while there is no picture of it.
        reason: ``shown`` new, ``kept`` as it was, ``waiting`` for k people, or ``unclean``: it would stand too
            close to a picture that was shown before.
        not_shown: people whose answer is in no picture because of this step; of a final picture that was made
            clean, those left out.
    """

    members: Members | None
    reason: Reason
    not_shown: int = 0


def differing(one: Members, other: Members) -> frozenset[int]:
    """Return the people who are in only one of two versions, or whose value differs."""
    absent = object()
    return frozenset(
        slot
        for slot in one.keys() | other.keys()
        if one.get(slot, absent) != other.get(slot, absent)
    )


def is_clean(new: Members, shown: Iterable[Members], *, k: int = K) -> bool:
    """Whether the people only in ``new``, and those only in each other version, number 0 or at least k."""
    return all(
        _none_or_enough(new.keys() - version.keys(), k)
        and _none_or_enough(version.keys() - new.keys(), k)
        for version in shown
    )


def isolates(versions: Sequence[Members], *, by_value: bool = False, k: int = K) -> bool:
    """Whether some weighted sum of the versions depends on 1 to k - 1 people only.

    People are taken together who are in the same versions. A few of them can be singled out exactly when the
    versions say less about everybody else than about all: when leaving the few out lowers the rank.

    Args:
        versions: what was or would be shown.
        by_value: an answer that was edited is another unknown: for versions of one round. In another round
            everybody answers anew, and who gives the same answer again is not known.
        k: fewest people.
    """
    return _singled_out([_coded(version, by_value=by_value) for version in versions], k)


def live_step(
    current: Members, versions: Sequence[Members], earlier: Sequence[Members] = (), *, k: int = K
) -> Step:
    """Let waiting answers out while a section is open; k of them always stay in reserve.

    Args:
        current: values now, the oldest answer first.
        versions: what was shown in this round, oldest first.
        earlier: what was shown of the same figure elsewhere: other rounds, other sections.
        k: fewest people.
    """
    last = versions[-1] if versions else {}
    if None in last.values() or any(slot not in current for slot in last):
        return _kept(
            versions, 0
        )  # somebody withdrew, or now skips: edits and departures wait for the reveal
    waiting = [slot for slot in current if slot not in last]
    if len(waiting) < 2 * k:
        return _kept(versions, len(waiting))
    out = waiting[: len(waiting) - k]
    new = {**last, **{slot: current[slot] for slot in out}}
    return _accepted(new, versions, earlier, k) or _kept(versions, len(waiting))


def final_step(
    current: Members,
    versions: Sequence[Members] = (),
    earlier: Sequence[Members] = (),
    *,
    k: int = K,
) -> Step:
    """Make the picture of the reveal, once; arguments as for ``live_step``."""
    last = versions[-1] if versions else {}
    changed = len(differing(current, last))
    if changed < k:
        return _kept(versions, changed)
    step = _accepted(current, versions, earlier, k)
    if step is None and not versions and len(current) >= k:
        fewer = thinned(current, earlier, k=k)
        step = _accepted(fewer, versions, earlier, k) if fewer else None
        if step is None or step.members is None:
            return Step(None, "unclean", len(current))
        return replace(step, not_shown=len(current) - len(step.members))
    return step or _kept(versions, changed)


def pairs(before: Members, current: Members) -> dict[int, list[object]]:
    """Return value shown and value now of the people who are in both; the withdrawn are in neither."""
    return {
        slot: [before[slot], value]
        for slot, value in current.items()
        if before.get(slot) is not None
    }


def before_after(
    before: Members, current: Members, earlier: Sequence[Members] = (), *, k: int = K
) -> Step:
    """Pair a later round with the version shown before it.

    Args:
        before: the version of the earlier round.
        current: values of the later round.
        earlier: pairs that were shown of the same figure before.
        k: fewest pairs.
    """
    both = pairs(before, current)
    if len(both) < k:
        return Step(None, "waiting", len(both))
    if not is_clean(both, earlier, k=k) or isolates([*earlier, both], k=k):
        return Step(None, "unclean", len(both))
    return Step(both, "shown")


def withdrawn(versions: Iterable[Version], slot: int) -> tuple[Version, ...]:
    """Return the versions with one person's values replaced by the mark "was counted"."""
    return tuple(
        replace(version, members={**version.members, slot: None})
        if slot in version.members
        else version
        for version in versions
    )


def too_few_left(versions: Iterable[Version], *, k: int = K) -> frozenset[tuple[str, int, str]]:
    """Name the figures (section, round, id) that must hide: fewer than k of their people remain."""
    return frozenset(
        (version.section, version.round, version.figure)
        for version in versions
        if sum(value is not None for value in version.members.values()) < k
    )


def _accepted(
    new: Members, versions: Sequence[Members], earlier: Sequence[Members], k: int
) -> Step | None:
    safe = (
        len(new) >= k
        and all(_none_or_enough(differing(new, version), k) for version in versions)
        and is_clean(new, earlier, k=k)
        and not isolates([*earlier, *versions, new], k=k)
        and not isolates([*versions, new], by_value=True, k=k)
    )
    return Step(dict(new), "shown") if safe else None


def _kept(versions: Sequence[Members], not_shown: int) -> Step:
    if not versions:
        return Step(None, "waiting", not_shown)
    return Step(versions[-1], "kept", not_shown)


def _none_or_enough(people: frozenset[int] | set[int], k: int) -> bool:
    return not 1 <= len(people) < k


def _coded(version: Members, *, by_value: bool) -> frozenset[tuple[int, str]]:
    return frozenset((slot, repr(value) if by_value else "") for slot, value in version.items())


def _singled_out(versions: Sequence[frozenset[tuple[int, str]]], k: int) -> bool:
    groups: dict[tuple[int, ...], set[int]] = {}
    for answer in frozenset().union(*versions):
        pattern = tuple(int(answer in version) for version in versions)
        groups.setdefault(pattern, set()).add(answer[0])
    small = [pattern for pattern, people in groups.items() if len(people) < k]
    if len(small) > MOST_SMALL_GROUPS:
        return True  # so many that trying them takes long: refused, which is safe
    whole = _rank(groups)
    for size in range(1, min(len(small), k - 1) + 1):
        for few in combinations(small, size):
            people = set().union(*(groups[pattern] for pattern in few))
            if len(people) < k and _rank(groups.keys() - set(few)) < whole:
                return True
    return False


def _rank(patterns: Iterable[tuple[int, ...]]) -> int:
    # Kept out of the module's imports: a page that polls must not wait for numpy.
    import numpy as np

    rows = list(patterns)
    return int(np.linalg.matrix_rank(np.array(rows, dtype=float))) if rows else 0
