"""Where one goal stands on a given day: status, days late, expected progress, slip and horizon."""

import datetime
from dataclasses import dataclass
from typing import Literal

from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.goal import Goal, Timeframe

Status = Literal["dropped", "done", "overdue", "at_risk", "active", "planned"]
Horizon = Literal["short", "long", "undated"]

UNDER_WAY: frozenset[Status] = frozenset({"overdue", "at_risk", "active"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one goal stands.

    Attributes:
        status: the first that holds of dropped, done, overdue, at_risk, active, planned.
        days_late: days since the due date of an overdue goal; 0 for every other.
        expected: progress the dates expect by today, 0-100 points; 0 for milestones and without dates.
        slip: days the due date has moved since it was first saved, minus = earlier; None = not known.
        horizon: short-term, long-term or undated.
        timeframe: what the person chose, else what the due date says; None = neither.
    """

    status: Status
    days_late: int
    expected: float
    slip: int | None
    horizon: Horizon
    timeframe: Timeframe | None


def standing_of(goal: Goal, today: datetime.date, constants: GoalConstants = CONSTANTS) -> Standing:
    """Return where a goal stands today."""
    status = status_of(goal, today, constants)
    late = (today - goal.due).days if status == "overdue" and goal.due else 0
    elapsed, length = _progress_of_time(goal, today)
    return Standing(
        status=status,
        days_late=late,
        expected=100 * elapsed / length,
        slip=(goal.due - goal.baseline_due).days if goal.due and goal.baseline_due else None,
        horizon=horizon_of(goal, today, constants),
        timeframe=timeframe_of(goal, today, constants),
    )


def status_of(goal: Goal, today: datetime.date, constants: GoalConstants = CONSTANTS) -> Status:
    """Return the status; a goal due today is not overdue, and a milestone is never active or at risk."""
    if goal.dropped:
        return "dropped"
    if goal.done:
        return "done"
    if goal.due and goal.due < today:
        return "overdue"
    if goal.kind == "milestone" or goal.start is None or goal.start > today:
        return "planned"
    elapsed, length = _progress_of_time(goal, today)
    # In whole numbers, so that exactly the allowed points are never one rounding error too many.
    if 100 * elapsed - goal.progress * length > constants.at_risk_points * length:
        return "at_risk"
    return "active"


def horizon_of(goal: Goal, today: datetime.date, constants: GoalConstants = CONSTANTS) -> Horizon:
    """Return short for a due date up to 365 days ahead (or past), long for a later one."""
    if goal.due is None:
        return "undated"
    return "short" if (goal.due - today).days <= constants.short_term_days else "long"


def timeframe_of(
    goal: Goal, today: datetime.date, constants: GoalConstants = CONSTANTS
) -> Timeframe | None:
    """Return the timeframe the person chose, else the one the due date says; None without either."""
    said: dict[Horizon, Timeframe | None] = {"short": "soon", "long": "years", "undated": None}
    return goal.timeframe or said[horizon_of(goal, today, constants)]


def _progress_of_time(goal: Goal, today: datetime.date) -> tuple[int, int]:
    """Days of the goal that are over, and its length in days; (0, 1) when it has no length."""
    if goal.start is None or goal.due is None or goal.due <= goal.start:
        return 0, 1
    length = (goal.due - goal.start).days
    return min(max((today - goal.start).days, 0), length), length
