"""How much room the dates leave: slack of each goal, and the chain of goals with the least of it."""

import datetime
from collections.abc import Container, Mapping
from dataclasses import dataclass

from throughline.goals.goal import Goal
from throughline.goals.sequence import Sequence


@dataclass(frozen=True, slots=True)
class Chain:
    """The tightest way to what is due last.

    Attributes:
        ids: first goal to the one that is due last, a milestone or a goal.
        free: least slack on the way, in days; minus when a date is already too late.
    """

    ids: tuple[str, ...]
    free: int

    @property
    def critical(self) -> bool:
        """Whether a day lost on the way moves the end."""
        return self.free == 0


def slacks(sequence: Sequence) -> dict[str, int]:
    """Return id -> days a goal could end later without moving the end of the plan.

    The end is the latest due date. (The last milestone would give every goal after it less than no room.)
    Days are negative where a goal already ends too late for what follows. Done, dropped and undated goals
    have no slack, and hold nothing back.
    """
    dates = {one: dated for one, goal in sequence.goals.items() if (dated := _dates(goal))}
    last = _last(sequence, dates)
    latest_start: dict[str, int] = {}
    slack: dict[str, int] = {}
    for one in reversed(sequence.order):
        if last is None or one not in dates:
            continue
        start, due = dates[one]
        limits = [
            latest_start[id_] - (sequence.goals[id_].kind == "goal")
            for id_ in sequence.followers[one]
            if id_ in dates
        ]
        finish = min(limits, default=dates[last][1])
        latest_start[one] = finish - (due - start)
        slack[one] = finish - due
    return {one: slack[one] for one in sequence.goals if one in slack}


def tightest_chain(sequence: Sequence, slack: Mapping[str, int]) -> Chain | None:
    """Follow the predecessors with the least slack back from what is due last; None without any.

    Args:
        sequence: the goals in order.
        slack: what ``slacks`` says of them.
    """
    last = _last(sequence, slack)
    if last is None:
        return None
    ids: list[str] = [last]
    while found := [one for one in sequence.before[ids[-1]] if one in slack]:
        ids.append(min(found, key=slack.__getitem__))
    free = [slack[one] for one in ids[1:]]
    return Chain(tuple(reversed(ids)), min(free)) if free else None


def _dates(goal: Goal) -> tuple[int, int] | None:
    """First and last day as day numbers; a goal that begins after it ends, or at no time, has no length."""
    if goal.due is None or goal.dropped or goal.done:
        return None
    due = goal.due.toordinal()
    return min(goal.start.toordinal(), due) if goal.start else due, due


def _last(sequence: Sequence, among: Container[str]) -> str | None:
    """What is due last; of a goal and a milestone on the same day, the milestone."""
    found = [goal for one, goal in sequence.goals.items() if one in among]
    last = max(
        found,
        key=lambda one: (one.due or datetime.date.min, one.kind == "milestone"),
        default=None,
    )
    return last.id if last else None
