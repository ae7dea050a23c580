"""Everything a visitor can enter, as one immutable plan: what a plan file holds."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from throughline.actions import Action
from throughline.answers import Answers
from throughline.content.questionnaire import Form
from throughline.goals import Goal
from throughline.journal import Entry

FORMAT = 1
APP = "throughline"
SIZE_LIMIT = 1_000_000  # bytes; what a visitor may upload, and what the browser store takes
SITTING_LIMIT = 60
SITTING_NAME_LENGTH = 60
OWNER_LENGTH = 80
SEARCH_LENGTH = 80
DISMISSED_LIMIT = 500

Counter = Literal["goal", "action", "entry", "sitting"]
End = Literal["from", "to"]
Cells = Mapping[str, float | str]


@dataclass(frozen=True, slots=True)
class Sitting:
    """The answers of one day, kept under a name.

    Attributes:
        id: set once and never reused.
        name: 1-60 characters on one line.
        day: the day it was taken.
        answers: the sheet as it was, without the moments of answering.
        model: version of the model on that day; empty = not known.
        then, now: area id -> whole number 0-10: how the person, on that day, rated their work as it had
            been and as it was; empty = not rated.
    """

    id: str
    name: str
    day: datetime.date
    answers: Answers
    model: str = ""
    then: Mapping[str, float] = field(default_factory=dict)
    now: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One person's plan; every value is legal, see ``read_plan``. The defaults are an empty plan.

    Attributes:
        versions: of ``model``, ``questionnaire`` and ``pay`` when it was written.
        owner: the person's name, up to 80 characters; empty = not said.
        plan_id: name of the plan in calendars; empty = none yet.
        saved: when a goal was last changed, seconds since the epoch, UTC; None = never.
        answers: the sheet in use.
        steps: form -> id of the screen the person is on, ``review`` for the table; absent = the first.
        pay: package id -> cell -> what was typed, in the units of the form (``cell_names``).
        moves: package id -> field of the move there -> what was typed.
        pay_shown: id of the package that shows; empty = the first.
        pay_compared: ``from`` and ``to`` -> package id of the move that shows.
        equity_out: whether totals leave equity out.
        occupations: package id -> SOC code.
        searches: package id -> words typed to find it, up to 80 characters.
        commission: package ids whose bonus counts in the comparison.
        filled: package ids that hold typical figures.
        goals: the five-year plan, in its order.
        free_hours: hours a week for goals, 0-112; None = not said.
        first_month: a day of the month in which the five years begin; None = not chosen.
        actions: the actions, in their order.
        dismissed: ids of suggestions set aside.
        journal: the log, by day and id.
        sittings: by day; those of one day in the order they were taken.
        counters: how many goals, actions, entries and sittings were ever made, so that no id comes twice.
    """

    versions: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    plan_id: str = ""
    saved: float | None = None
    answers: Answers = field(default_factory=Answers)
    steps: Mapping[Form, str] = field(default_factory=dict)
    pay: Mapping[str, Cells] = field(default_factory=dict)
    moves: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    pay_shown: str = ""
    pay_compared: Mapping[End, str] = field(default_factory=dict)
    equity_out: bool = False
    occupations: Mapping[str, str] = field(default_factory=dict)
    searches: Mapping[str, str] = field(default_factory=dict)
    commission: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()
    goals: tuple[Goal, ...] = ()
    free_hours: float | None = None
    first_month: datetime.date | None = None
    actions: tuple[Action, ...] = ()
    dismissed: frozenset[str] = frozenset()
    journal: tuple[Entry, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    counters: Mapping[Counter, int] = field(default_factory=dict)
