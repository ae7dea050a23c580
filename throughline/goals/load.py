"""How many hours a week the goals take, quarter by quarter."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from throughline.goals.goal import Goal
from throughline.goals.months import Quarter, quarters_between


@dataclass(frozen=True, slots=True)
class QuarterLoad:
    """One quarter: ``hours`` a week on average, and the ids of the goals that take them."""

    quarter: Quarter
    hours: float
    goals: tuple[str, ...]


def load(
    goals: Iterable[Goal], first: datetime.date, last: datetime.date, today: datetime.date
) -> tuple[QuarterLoad, ...]:
    """Return the load of every quarter touched by the days ``first``-``last``.

    A goal counts with its hours a week, times the share of the quarter's days it lasts. Dropped goals,
    milestones and goals without both dates take none; a finished goal takes none after the day it was
    finished (or after today, where that day is not known).
    """
    quarters = quarters_between(first, last)
    hours = dict.fromkeys(quarters, 0.0)
    at_work: dict[Quarter, list[str]] = {one: [] for one in quarters}
    for goal in goals:
        lasts = _lasts(goal, today)
        if lasts is None or not quarters:
            continue
        begins, ends = lasts
        # Whole quarters: one that the window cuts is as full as it is without a window.
        for one in quarters_between(max(begins, quarters[0].first), min(ends, quarters[-1].last)):
            days = (min(ends, one.last) - max(begins, one.first)).days + 1
            hours[one] += goal.hours_week * days / one.days
            at_work[one].append(goal.id)
    return tuple(QuarterLoad(one, hours[one], tuple(at_work[one])) for one in quarters)


def fullest(quarters: Iterable[QuarterLoad]) -> QuarterLoad | None:
    """Return the quarter with the most hours a week, the first of equals; None without any quarter."""
    return max(quarters, key=lambda one: one.hours, default=None)


def _lasts(goal: Goal, today: datetime.date) -> tuple[datetime.date, datetime.date] | None:
    """First and last day on which a goal takes its hours."""
    if goal.dropped or goal.kind == "milestone" or not goal.hours_week:
        return None
    if goal.start is None or goal.due is None:
        return None
    return goal.start, min(goal.due, goal.done_on or today) if goal.done else goal.due
