"""Moving one goal by months: which of its dates move, where it stops, and why."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.goal import Goal
from throughline.goals.limits import entry_limits
from throughline.goals.months import MONTHS_IN_QUARTER, add_months
from throughline.goals.status import status_of

STEPS = (-MONTHS_IN_QUARTER, -1, 1, MONTHS_IN_QUARTER)

MoveReason = Literal[
    "both_dates",
    "due_only",
    "stopped_at_start",
    "finished",
    "dropped",
    "undated",
    "too_far",
]


@dataclass(frozen=True, slots=True)
class Move:
    """A goal after a move.

    Attributes:
        goal: the goal with its new dates, or as it was.
        reason: ``both_dates``: planned goals and milestones; ``due_only``: a goal that has started, whose
            start is a fact; ``stopped_at_start``: the due date stops on the start; ``finished``,
            ``dropped``, ``undated``, ``too_far`` (beyond what may be entered today): nothing moved.
    """

    goal: Goal
    reason: MoveReason


def move(
    goal: Goal, months: int, today: datetime.date, constants: GoalConstants = CONSTANTS
) -> Move:
    """Move a goal by months, minus = earlier; no other goal moves with it."""
    status = status_of(goal, today, constants)
    if status == "dropped":
        return Move(goal, "dropped")
    if status == "done":
        return Move(goal, "finished")
    if goal.due is None:
        return Move(goal, "undated")
    moved, reason = _moved(goal, goal.due, months, together=status == "planned")
    if _leaves(goal, moved, months, entry_limits(today, constants)):
        return Move(goal, "too_far")
    return Move(replace(moved, baseline_due=goal.baseline_due or goal.due), reason)


def keep_baseline(goal: Goal) -> Goal:
    """Return the goal as it is saved: its first due date is kept, so that a slip can be seen."""
    return replace(goal, baseline_due=goal.baseline_due or goal.due)


def _moved(
    goal: Goal, due: datetime.date, months: int, *, together: bool
) -> tuple[Goal, MoveReason]:
    later = add_months(due, months)
    if goal.kind == "milestone":
        return replace(goal, start=later, due=later), "both_dates"
    if together:
        start = goal.start and add_months(goal.start, months)
        return replace(goal, start=start, due=later), "both_dates"
    if goal.start and later < goal.start and months < 0:
        # A due date that already lies before the start stays where it is.
        return replace(goal, due=min(due, goal.start)), "stopped_at_start"
    return replace(goal, due=later), "due_only"


def _leaves(
    goal: Goal, moved: Goal, months: int, limits: tuple[datetime.date, datetime.date]
) -> bool:
    """Whether a move leads out of the days that may be entered; one that leads back in is fine."""
    first, last = limits
    changed = {moved.start, moved.due} - {goal.start, goal.due, None}
    return any(one > last if months > 0 else one < first for one in changed if one)
