"""The whole plan on one day: where every goal stands, what the dates do to each other, and what to look at."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from throughline.goals.advice import Advice, advise
from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.goal import Goal
from throughline.goals.load import QuarterLoad, load
from throughline.goals.months import add_days, add_months
from throughline.goals.sequence import Sequence, conflicts, earliest_start, sequence_of
from throughline.goals.slack import Chain, slacks, tightest_chain
from throughline.goals.status import Standing, standing_of

Outside = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Window:
    """The days of the chart: ``first`` is the first day of a month, ``last`` the last day of one."""

    first: datetime.date
    last: datetime.date

    def outside(self, goal: Goal) -> Outside | None:
        """Where a goal lies that has no day in the window; None for one that has, or has no date."""
        days = [day for day in (goal.start, goal.due) if day]
        if days and max(days) < self.first:
            return "before"
        return "after" if days and min(days) > self.last else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plan on one day; mappings have the id of a goal as key, in the order of the plan.

    Attributes:
        today: the day.
        goals: the goals.
        standings: status, days late, expected progress, slip and horizon of each.
        sequence: order, loops and dependencies.
        earliest: first day a goal may begin; goals that nothing holds up are absent.
        conflicts: days by which a goal begins before it can; goals without a conflict are absent.
        slack: days a goal could end later; done, dropped and undated goals are absent.
        chain: the tightest way to the last milestone.
        load: hours a week in each quarter of the window.
        free_hours: hours a week the person has for goals; None = not said.
        advice: what to look at.
        window: the days of the chart.
        outside: goals that lie before or after the window.
        undated: ids of goals without a due date, listed and not drawn.
    """

    today: datetime.date
    goals: Mapping[str, Goal]
    standings: Mapping[str, Standing]
    sequence: Sequence
    earliest: Mapping[str, datetime.date]
    conflicts: Mapping[str, int]
    slack: Mapping[str, int]
    chain: Chain | None
    load: tuple[QuarterLoad, ...]
    free_hours: float | None
    advice: tuple[Advice, ...]
    window: Window
    outside: Mapping[str, Outside]
    undated: tuple[str, ...]


def timeline_of(
    goals: Iterable[Goal],
    today: datetime.date,
    free_hours: float | None = None,
    start: datetime.date | None = None,
    constants: GoalConstants = CONSTANTS,
) -> Timeline:
    """Compute a plan.

    Args:
        goals: the goals, with ids of their own.
        today: the day.
        free_hours: hours a week the person has for goals; None = not said.
        start: any day of the month in which the five years begin; None = see ``window_of``.
        constants: the choices behind it.
    """
    sequence = sequence_of(goals)
    known = sequence.goals
    standings = {one: standing_of(goal, today, constants) for one, goal in known.items()}
    statuses = {one: standing.status for one, standing in standings.items()}
    window = window_of(known.values(), today, start, constants)
    quarters = load(known.values(), window.first, window.last, today)
    earliest = {one: earliest_start(sequence, one) for one in known}
    outside = {one: window.outside(goal) for one, goal in known.items()}
    slack = slacks(sequence)
    return Timeline(
        today=today,
        goals=known,
        standings=standings,
        sequence=sequence,
        earliest={one: day for one, day in earliest.items() if day},
        conflicts=conflicts(sequence),
        slack=slack,
        chain=tightest_chain(sequence, slack),
        load=quarters,
        free_hours=free_hours,
        advice=advise(sequence, statuses, quarters, free_hours, today, constants),
        window=window,
        outside={one: where for one, where in outside.items() if where},
        undated=tuple(one for one, goal in known.items() if goal.due is None),
    )


def window_of(
    goals: Iterable[Goal],
    today: datetime.date,
    start: datetime.date | None = None,
    constants: GoalConstants = CONSTANTS,
) -> Window:
    """Return the five years to show, from the month of ``start``.

    Without one they begin in the month of the earliest start, or of today where that comes first; at most
    a year before today, so that four of the five years lie ahead.
    """
    if start is None:
        starts = [goal.start for goal in goals if goal.start and not goal.dropped]
        begins = min([*starts, today])
        start = max(begins, add_months(today, -constants.months_before_today))
    first = start.replace(day=1)
    return Window(first, add_days(add_months(first, constants.months_shown), -1))
