"""An example pathway on a person's own dates: its steps become goals that are theirs to change."""

import datetime
from collections.abc import Callable, Container, Iterable

from throughline.content.pathways import MONTHS, ExamplePathway, PathwayStep
from throughline.goals.goal import Goal
from throughline.goals.months import add_days, add_months


def place(
    pathway: ExamplePathway,
    start: datetime.date,
    new_id: Callable[[], str],
    keep: Container[str] | None = None,
) -> tuple[Goal, ...]:
    """Make dated goals from the steps of an example.

    A goal lasts from its month to the day before its last month is over, and a milestone falls on such a
    day, so that what follows can begin the next morning. A step that is left out hands what it waited for
    on to those that wait for it. ``baseline_due`` stays empty until the plan is saved.

    Args:
        pathway: the example.
        start: the person's own first day. Near the end of the calendar (year 9999) dates crowd together.
        new_id: gives an id that no goal has, once for each step that is kept.
        keep: ids of the steps to place; None = all of them.
    """
    goals: list[Goal] = []
    waits: dict[str, tuple[str, ...]] = {}
    for step in pathway.steps:
        before = tuple(dict.fromkeys(id_ for one in step.after for id_ in waits[one]))
        if keep is not None and step.id not in keep:
            waits[step.id] = before
            continue
        id_ = new_id()
        waits[step.id] = (id_,)
        goals.append(_goal(pathway, step, start, id_, before))
    return tuple(goals)


def most_hours(pathway: ExamplePathway, keep: Container[str] | None = None) -> float:
    """Return the most hours a week that steps of an example take at the same time, all or those kept."""
    steps = [one for one in pathway.steps if keep is None or one.id in keep]
    return max(
        sum(one.hours for one in steps if one.start <= month < one.end) for month in range(MONTHS)
    )


def placed_from(pathway: ExamplePathway, goals: Iterable[Goal]) -> tuple[str, ...]:
    """Return the ids of the goals that came from an example, in the order of the plan."""
    origins = {_origin(pathway, step) for step in pathway.steps}
    return tuple(goal.id for goal in goals if goal.origin in origins)


def _goal(
    pathway: ExamplePathway,
    step: PathwayStep,
    start: datetime.date,
    id_: str,
    after: tuple[str, ...],
) -> Goal:
    begins = add_months(start, step.start)
    due = add_days(add_months(start, step.end), -1)
    if step.kind == "milestone":
        begins = due
    return Goal(
        id=id_,
        title=step.title,
        kind=step.kind,
        track=step.track,
        purpose=step.purpose,
        growth_plan=step.growth_plan,
        start=begins,
        due=max(begins, due),
        hours_week=step.hours,
        measure_value=step.measure_value,
        measure_unit=step.measure_unit,
        links=step.links,
        after=after,
        origin=_origin(pathway, step),
    )


def _origin(pathway: ExamplePathway, step: PathwayStep) -> str:
    return f"{pathway.id}.{step.id}"
