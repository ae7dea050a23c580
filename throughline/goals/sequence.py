"""What has to be finished first: the order of the goals, loops, earliest starts and conflicts."""

import datetime
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from throughline.goals.goal import Goal
from throughline.goals.months import add_days


@dataclass(frozen=True, slots=True)
class Sequence:
    """Goals in an order in which each one follows what it depends on.

    Attributes:
        goals: id -> goal, in the order of the plan.
        order: ids, predecessors first; goals that do not depend on each other keep the plan's order.
        loops: ids of goals that wait for each other, first to last, one entry a loop.
        before: id -> the known goals it depends on; what would close a loop is left out.
        followers: id -> the goals that depend on it, the same way.
    """

    goals: Mapping[str, Goal]
    order: tuple[str, ...]
    loops: tuple[tuple[str, ...], ...]
    before: Mapping[str, tuple[str, ...]]
    followers: Mapping[str, tuple[str, ...]]


def sequence_of(goals: Iterable[Goal]) -> Sequence:
    """Put goals in order (Kahn) and name what loops; ids that nobody has are ignored.

    A loop is never an error here, so that a plan from a file can still be drawn: it is named, its goals
    take the next places in the order, and the dependencies that point backwards no longer count. There
    are loops exactly when the dependencies cannot be put in order.
    """
    known = {goal.id: goal for goal in goals}
    waits = {
        one: [id_ for id_ in dict.fromkeys(goal.after) if id_ in known]
        for one, goal in known.items()
    }
    order, loops = _order(waits)
    place = {one: index for index, one in enumerate(order)}
    before = {
        one: tuple(id_ for id_ in found if place[id_] < place[one]) for one, found in waits.items()
    }
    followers: dict[str, list[str]] = {one: [] for one in known}
    for one in order:
        for id_ in before[one]:
            followers[id_].append(one)
    after = {one: tuple(found) for one, found in followers.items()}
    return Sequence(known, tuple(order), tuple(loops), before, after)


def counts(goal: Goal) -> bool:
    """Whether a goal holds up what depends on it: dropped and undated ones do not."""
    return not goal.dropped and goal.due is not None


def earliest_start(sequence: Sequence, id_: str) -> datetime.date | None:
    """Return the first day a goal may begin (a milestone may fall on), or None when nothing holds it up.

    A goal begins the day after the last of its predecessors ends; a milestone may fall on that day. A
    predecessor that was finished before its due date ends on the day it was finished.
    """
    found = holds_up(sequence, id_)
    if found is None:
        return None
    ends = _end(sequence.goals[found])
    return ends if sequence.goals[id_].kind == "milestone" else add_days(ends, 1)


def holds_up(sequence: Sequence, id_: str) -> str | None:
    """Return the predecessor that ends last, or None when no dated one is relevant."""
    dated = [one for one in sequence.before[id_] if counts(sequence.goals[one])]
    return max(dated, key=lambda one: _end(sequence.goals[one]), default=None)


def conflict(sequence: Sequence, id_: str) -> int:
    """Return the days by which a goal begins before it can; 0 = none.

    Goals that are done or no longer relevant have none. A goal without a start begins on its due date.
    """
    goal = sequence.goals[id_]
    begins, earliest = goal.start or goal.due, earliest_start(sequence, id_)
    if goal.done or goal.dropped or begins is None or earliest is None:
        return 0
    return max((earliest - begins).days, 0)


def conflicts(sequence: Sequence) -> dict[str, int]:
    """Return id -> days for every goal that begins before it can, in the plan's order."""
    found = {one: conflict(sequence, one) for one in sequence.goals}
    return {one: days for one, days in found.items() if days}


def push(sequence: Sequence, first: str | None = None) -> tuple[Goal, ...]:
    """Return the goals with conflicts cleared: each is pushed just enough, keeps its length, never earlier.

    Args:
        sequence: the goals in order.
        first: clear this goal and all that depends on it; None = the whole plan. An unknown id moves nothing.
    """
    moved = dict(sequence.goals)
    trial = replace(sequence, goals=moved)
    reach = set(sequence.order) if first is None else {first}
    for one in sequence.order:
        if one not in reach:
            continue
        reach.update(sequence.followers[one])
        if days := conflict(trial, one):
            moved[one] = _later(moved[one], days)
    return tuple(moved.values())


def _later(goal: Goal, days: int) -> Goal:
    """A goal some days later; the first due date is kept so that the slip can be seen."""
    return replace(
        goal,
        start=goal.start and add_days(goal.start, days),
        due=goal.due and add_days(goal.due, days),
        baseline_due=goal.baseline_due or goal.due,
    )


def _end(goal: Goal) -> datetime.date:
    due = goal.due or datetime.date.min
    return min(due, goal.done_on) if goal.done_on else due


def _order(waits: Mapping[str, list[str]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Kahn's sort; when nothing is free, one loop is named and taken out, and the sort goes on."""
    followers: dict[str, list[str]] = {one: [] for one in waits}
    for one, found in waits.items():
        for id_ in found:
            followers[id_].append(one)
    open_ = {one: len(found) for one, found in waits.items() if found}
    free = deque(one for one, found in waits.items() if not found)
    order: list[str] = []
    loops: list[tuple[str, ...]] = []
    while free or open_:
        if not free:
            loops.append(_loop(waits, open_))
            free.extend(loops[-1])
            for one in loops[-1]:
                del open_[one]
        one = free.popleft()
        order.append(one)
        for follower in followers[one]:
            if follower in open_:
                open_[follower] -= 1
                if not open_[follower]:
                    free.append(follower)
                    del open_[follower]
    return order, loops


def _loop(waits: Mapping[str, list[str]], open_: Mapping[str, int]) -> tuple[str, ...]:
    """One loop among goals that all wait for another of them, in the order the work would run.

    It begins with the goal that comes first in the plan.
    """
    walk: dict[str, None] = {}
    one = next(iter(open_))
    while one not in walk:
        walk[one] = None
        one = next(id_ for id_ in waits[one] if id_ in open_)
    path = list(walk)
    loop = path[path.index(one) :][::-1]
    turn = loop.index(next(id_ for id_ in waits if id_ in loop))
    return tuple(loop[turn:] + loop[:turn])
