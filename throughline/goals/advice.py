"""What a plan could be asked about, as ids and numbers: loops, dates out of order, horizons, load, wording."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.goal import Goal
from throughline.goals.load import QuarterLoad, fullest
from throughline.goals.months import add_months
from throughline.goals.sequence import Sequence, conflict, earliest_start, holds_up
from throughline.goals.status import UNDER_WAY, Status, horizon_of, timeframe_of

AdviceKind = Literal[
    "cycle",
    "due_before_start",
    "starts_too_early",
    "milestone_before_goal",
    "milestone_after_goal",
    "nothing_after_year_two",
    "too_many_hours",
    "too_many_goals",
    "no_measure",
]


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at; the words come from content.

    Attributes:
        kind: ``cycle``: goals that wait for each other; ``due_before_start``; ``starts_too_early``: begins
            before what it depends on has ended; ``milestone_before_goal``, ``milestone_after_goal``: does
            not fall on the end of the goals it belongs to; ``nothing_after_year_two``: no horizon beyond;
            ``too_many_hours``: above the free hours; ``too_many_goals``: many under way; ``no_measure``.
        goals: ids; the goal itself first, then the one it collides with.
        amount: days, hours a week or goals, as the kind says.
        limit: the free hours or the number of goals that was passed; None where there is no limit.
        day: the day the advice is about; None where there is none.
    """

    kind: AdviceKind
    goals: tuple[str, ...] = ()
    amount: float = 0
    limit: float | None = None
    day: datetime.date | None = None


def advise(
    sequence: Sequence,
    statuses: Mapping[str, Status],
    quarters: Iterable[QuarterLoad],
    free_hours: float | None,
    today: datetime.date,
    constants: GoalConstants = CONSTANTS,
) -> tuple[Advice, ...]:
    """Return everything worth a look, loops and dates first; done and dropped goals are left in peace.

    Args:
        sequence: the goals in order.
        statuses: status of every goal.
        quarters: load of the quarters to compare; those that are over are left out.
        free_hours: hours a week the person has for goals; None = not said, nothing is compared.
        today: the day.
        constants: where much begins.
    """
    goals = [
        goal for goal in sequence.goals.values() if statuses[goal.id] not in ("done", "dropped")
    ]
    found = [Advice("cycle", loop, len(loop)) for loop in sequence.loops]
    for goal in goals:
        found += _dates(goal, sequence)
    found += _horizon(goals, today, constants)
    found += _load(quarters, free_hours, today)
    active = tuple(goal.id for goal in goals if _under_way(goal, statuses))
    if len(active) > constants.most_active:
        found.append(Advice("too_many_goals", active, len(active), constants.most_active))
    vague = tuple(goal.id for goal in goals if goal.kind == "goal" and not measurable(goal))
    if vague:
        found.append(Advice("no_measure", vague, len(vague)))
    return tuple(found)


def both_horizons(
    goals: Iterable[Goal], today: datetime.date, *, short_goal_box: bool, written_box: bool
) -> bool:
    """Whether there is something for this year and something for later.

    An open goal counts with its due date, or with the timeframe the person chose where it has none; the
    boxes of the questionnaire ("a short-term goal", "a long-term goal is written down") count as well.
    """
    open_ = [goal for goal in goals if not goal.dropped and not goal.done]
    horizons = {_covers(goal, today) for goal in open_}
    return (short_goal_box or "soon" in horizons) and (written_box or "years" in horizons)


def measurable(goal: Goal) -> bool:
    """Whether a goal says how the person will know: a value and its unit."""
    return goal.measure_value is not None and bool(goal.measure_unit)


def _covers(goal: Goal, today: datetime.date) -> str | None:
    if goal.due is None:
        return timeframe_of(goal, today)
    return "soon" if horizon_of(goal, today) == "short" else "years"


def _under_way(goal: Goal, statuses: Mapping[str, Status]) -> bool:
    return goal.kind == "goal" and statuses[goal.id] in UNDER_WAY


def _dates(goal: Goal, sequence: Sequence) -> list[Advice]:
    found = []
    if goal.start and goal.due and goal.due < goal.start:
        days = (goal.start - goal.due).days
        found.append(Advice("due_before_start", (goal.id,), days, day=goal.start))
    other, earliest = holds_up(sequence, goal.id), earliest_start(sequence, goal.id)
    if other is None or earliest is None:
        return found
    days = conflict(sequence, goal.id)
    if goal.kind == "goal" and days:
        found.append(Advice("starts_too_early", (goal.id, other), days, day=earliest))
    if goal.kind == "milestone" and days:
        found.append(Advice("milestone_before_goal", (goal.id, other), days, day=earliest))
    if goal.kind == "milestone" and goal.due and goal.due > earliest:
        days = (goal.due - earliest).days
        found.append(Advice("milestone_after_goal", (goal.id, other), days, day=earliest))
    return found


def _horizon(goals: list[Goal], today: datetime.date, constants: GoalConstants) -> list[Advice]:
    far = add_months(today, constants.early_months)
    beyond = any(
        goal.due > far if goal.due else timeframe_of(goal, today) == "years" for goal in goals
    )
    return [] if beyond or not goals else [Advice("nothing_after_year_two", day=far)]


def _load(
    quarters: Iterable[QuarterLoad], free_hours: float | None, today: datetime.date
) -> list[Advice]:
    peak = fullest(one for one in quarters if one.quarter.last >= today)
    # A billionth of an hour forgives what adding shares of quarters in binary does at the limit.
    if free_hours is None or peak is None or peak.hours <= free_hours + 1e-9:
        return []
    day = peak.quarter.first
    return [Advice("too_many_hours", peak.goals, peak.hours, free_hours, day)]
