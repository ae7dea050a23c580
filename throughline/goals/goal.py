"""One goal or milestone of the five-year plan, as a person wrote it."""

import datetime
from dataclasses import dataclass
from typing import Literal

Kind = Literal["goal", "milestone"]
Timeframe = Literal["soon", "years"]
Track = Literal["promotion", "skills", "advancement", "network", "income"]

TITLE_LENGTH = 80
CHOICE_LENGTH = 120
UNIT_LENGTH = 20
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How a goal felt on one day: confidence 0-10 and a note of up to 500 characters."""

    day: datetime.date
    confidence: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal or milestone; every value is legal, see ``read_goal``.

    Attributes:
        id: set once and never reused; dependencies and the calendar point to it.
        title: what it is, 1-80 characters.
        kind: a goal lasts from ``start`` to ``due``; a milestone is one day, ``start == due``.
        track: the lane it is drawn in.
        timeframe: job focus ("soon") or career focus ("years"); None = follow the due date.
        purpose: id of an offered purpose, or own words up to 120 characters; empty = not said.
        growth_plan: id of an offered growth plan, or own words up to 120 characters.
        start, due: first and last day; without a due date it is listed and not drawn.
        baseline_due: the first due date that was saved.
        progress: 0-100 points.
        done_on: the day it was finished.
        dropped: no longer relevant.
        hours_week: hours a week it takes, 0-112.
        measure_value, measure_unit: how the person will know; None and empty = not said.
        links: ids of the areas (D1-D7) and habits (X1-X6) it serves.
        after: ids of the goals that have to be finished first.
        weight: how much it counts in the attainment, > 0.
        outcome: -2 (much less than expected) to +2 (much more); None = not judged.
        check_ins: oldest first.
        note: up to 500 characters.
        origin: id of the action or pathway step it came from; empty = written by the person.
    """

    id: str
    title: str
    kind: Kind = "goal"
    track: Track = "skills"
    timeframe: Timeframe | None = None
    purpose: str = ""
    growth_plan: str = ""
    start: datetime.date | None = None
    due: datetime.date | None = None
    baseline_due: datetime.date | None = None
    progress: int = 0
    done_on: datetime.date | None = None
    dropped: bool = False
    hours_week: float = 0.0
    measure_value: float | None = None
    measure_unit: str = ""
    links: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    weight: float = 1.0
    outcome: int | None = None
    check_ins: tuple[CheckIn, ...] = ()
    note: str = ""
    origin: str = ""

    @property
    def done(self) -> bool:
        """Whether it is finished."""
        return self.progress == 100 or self.done_on is not None
