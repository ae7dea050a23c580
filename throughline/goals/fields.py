"""The fields of one hostile record, read one by one: text, choices, numbers and days, with every issue."""

import datetime
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from numbers import Real
from typing import Literal, TypeVar

from throughline.goals.words import clean, cut

IssueKind = Literal[
    "not_a_list",
    "not_a_goal",
    "no_id",
    "same_id",
    "no_title",
    "too_many",
    "not_text",
    "cleaned",
    "cut",
    "not_a_choice",
    "not_a_date",
    "not_a_number",
    "clipped",
    "rounded",
    "one_day",
    "depends_on_itself",
    "unknown_goal",
    "repeated",
    "bad_check_in",
]

_DAY_LENGTH = len("2026-11-23")
_READ_AHEAD = 10
Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to say about a plan that was read.

    Attributes:
        goal: id of the goal; empty where it has none, or where the whole plan is meant.
        field: name of the field; ``goals`` for the goal or the plan as a whole.
        kind: ``not_a_goal``, ``no_id``, ``same_id``, ``no_title``: the goal is left out; ``not_a_list``,
            ``not_text``, ``not_a_choice``, ``not_a_date``, ``not_a_number``: the field has its default;
            ``too_many``: what is beyond the limit is left out; ``cleaned``: characters that cannot be
            shown are left out; ``cut``: cut to its length; ``clipped``: moved to the nearest limit;
            ``rounded``: to a whole number; ``one_day``: a milestone falls on its due date;
            ``depends_on_itself``, ``unknown_goal``, ``repeated``, ``bad_check_in``: the entry is left out.
    """

    goal: str
    field: str
    kind: IssueKind


@dataclass
class Fields:
    """One pass over a record: fields in, legal values out, issues collected on the way."""

    raw: Mapping[object, object]
    goal: str = ""
    issues: dict[Issue, None] = field(default_factory=dict)

    def note(self, name: str, kind: IssueKind) -> None:
        """Remember an issue, once."""
        self.issues[Issue(self.goal, name, kind)] = None

    def text(self, name: str, length: int, *, lines: bool = False) -> str:
        """Read text of at most ``length`` characters; blank and unreadable both give an empty one."""
        given = self.raw.get(name)
        if given is None:
            return ""
        if not isinstance(given, str):
            self.note(name, "not_text")
            return ""
        start = given[: _READ_AHEAD * length]  # a megabyte is not worth cleaning
        text = clean(start, lines=lines)
        if len("".join(text.split())) < len("".join(start.split())):
            self.note(name, "cleaned")
        if len(text) > length or len(start) < len(given):
            self.note(name, "cut")
        return cut(text, length)

    def choice(self, name: str, offered: tuple[Choice, ...], default: Choice) -> Choice:
        """Read one of the offered values."""
        given = self.raw.get(name)
        for one in offered:
            if isinstance(given, str) and given == one:
                return one
        if given is not None:
            self.note(name, "not_a_choice")
        return default

    def flag(self, name: str) -> bool:
        """Read a yes or no; everything else is no."""
        given = self.raw.get(name)
        if given is not None and not isinstance(given, bool):
            self.note(name, "not_a_choice")
        return given is True

    def number(self, name: str, limits: tuple[float, float]) -> float | None:
        """Read a number within limits; None where there is none."""
        given = self.raw.get(name)
        if given is None:
            return None
        value = _parse(given)
        if value is None:
            self.note(name, "not_a_number")
            return None
        low, high = limits
        if not low <= value <= high:
            self.note(name, "clipped")
        return min(max(value, low), high) + 0.0  # never minus zero

    def whole(self, name: str, limits: tuple[int, int]) -> int | None:
        """Read a whole number within limits; between two, the nearer, halves up."""
        value = self.number(name, limits)
        if value is None:
            return None
        if value != (nearest := math.floor(value + 0.5)):
            self.note(name, "rounded")
        return nearest

    def day(self, name: str, limits: tuple[datetime.date, datetime.date]) -> datetime.date | None:
        """Read a day, ``2027-03-31`` or a date, within limits; None where there is none."""
        given = self.raw.get(name)
        if given is None or given == "":
            return None
        value = parse_day(given)
        if value is None:
            self.note(name, "not_a_date")
            return None
        low, high = limits
        if not low <= value <= high:
            self.note(name, "clipped")
        return min(max(value, low), high)

    def entries(self, name: str) -> Iterator[object]:
        """Read the entries of a list."""
        given = self.raw.get(name)
        if given is not None and not isinstance(given, list | tuple):
            self.note(name, "not_a_list")
        return iter(given) if isinstance(given, list | tuple) else iter(())

    def names(self, name: str, most: int) -> tuple[str, ...]:
        """Read a list of ids, each once, at most so many."""
        found: dict[str, None] = {}
        for one in self.entries(name):
            if not isinstance(one, str):
                self.note(name, "not_text")
            elif one in found:
                self.note(name, "repeated")
            elif len(found) == most:
                self.note(name, "too_many")
                break
            else:
                found[one] = None
        return tuple(found)


def parse_day(given: object) -> datetime.date | None:
    """Read an ISO day or a date object; None for everything else, other ISO forms too."""
    if isinstance(given, datetime.date):
        try:  # a pandas "not a time" is a datetime without a date
            return datetime.date(given.year, given.month, given.day)
        except (TypeError, ValueError):
            return None
    if not isinstance(given, str) or len(given) != _DAY_LENGTH or given[4] + given[7] != "--":
        return None
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        return None


def _parse(given: object) -> float | None:
    if isinstance(given, bool) or not isinstance(given, Real):
        return None
    try:
        value = float(given)
    except OverflowError:  # a whole number beyond the range of a double
        value = -math.inf if given < 0 else math.inf
    return None if math.isnan(value) else value
