"""Anything a person can type, read as a number within limits, with what had to be put right."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from numbers import Real
from typing import Literal

AmountIssue = Literal["missing", "clipped"]
IssueKind = Literal[
    "missing",
    "clipped",
    "rounded",
    "unpaid_weeks_worked",
    "long_week",
    "tiers_overlap",
    "schedule_refused",
]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as read, in the unit of its field, and what was wrong with it, if anything."""

    value: float
    issue: AmountIssue | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to show next to a field.

    Attributes:
        field: name of the field; a row of a list is ``benefits.0.cost``.
        kind: ``missing``: not a number, the default is used; ``clipped``: moved to the nearest limit;
            ``rounded``: moved to the nearest value that is offered; ``schedule_refused``: the yearly
            shares do not sum to 1, the plain schedule is used; the rest warn and change nothing.
        low, high: the limits that were broken, in the unit of the field; None where there are none.
    """

    field: str
    kind: IssueKind
    low: float | None = None
    high: float | None = None


def num(x: object, low: float, high: float) -> Amount:
    """Read ``x`` as a number in ``low``-``high``.

    None, empty, text, truth values and NaN give 0 and ``missing``, whatever the limits; a number outside
    the limits, infinite ones too, gives the limit and ``clipped``.
    """
    value = _parse(x)
    if value is None or math.isnan(value):
        return Amount(0.0, "missing")
    if not low <= value <= high:
        return Amount(float(low if value < low else high), "clipped")
    return Amount(value + 0.0)  # never minus zero


@dataclass
class Reading:
    """One pass over what was typed: fields in, numbers out, issues collected on the way."""

    raw: Mapping[str, object]
    prefix: str = ""
    issues: list[Issue] = field(default_factory=list)

    def number(self, name: str, default: float, limits: tuple[float, float]) -> float:
        """Read one field; one that is absent has its default, and so has one that is no number."""
        if name not in self.raw:
            return default
        amount = num(self.raw[name], *limits)
        if amount.issue:
            self.note(name, amount.issue, *limits)
        return default if amount.issue == "missing" else amount.value

    def blank_or_number(self, name: str, limits: tuple[float, float]) -> float | None:
        """Read a field that may be left blank; blank and unreadable both give None."""
        if self.raw.get(name) in (None, ""):
            return None
        amount = num(self.raw[name], *limits)
        if amount.issue:
            self.note(name, amount.issue, *limits)
        return None if amount.issue == "missing" else amount.value

    def whole(self, name: str, default: int, limits: tuple[float, float]) -> int:
        """Read a field that counts months or rounds; between two whole numbers, the nearer, halves up."""
        value = self.number(name, default, limits)
        if value != (nearest := math.floor(value + 0.5)):
            self.note(name, "rounded", *limits)
        return nearest

    def rows(self, name: str) -> list["Reading"]:
        """Read a list of rows of named values; what is no such row is noted and left out."""
        given = self.raw.get(name, ())
        if not isinstance(given, Sequence) or isinstance(given, str | bytes):
            self.note(name, "missing")
            return []
        found = []
        for place, row in enumerate(given):
            if isinstance(row, Mapping):
                found.append(Reading(row, f"{self.prefix}{name}.{place}.", self.issues))
            else:
                self.note(f"{name}.{place}", "missing")
        return found

    def note(
        self, name: str, kind: IssueKind, low: float | None = None, high: float | None = None
    ) -> None:
        """Remember something to show next to a field."""
        self.issues.append(Issue(self.prefix + name, kind, low, high))


def _parse(x: object) -> float | None:
    if isinstance(x, bool) or not isinstance(x, Real | str):
        return None
    try:
        return float(x)
    except ValueError:
        return None
    except OverflowError:  # a whole number or fraction beyond the range of a double
        return -math.inf if isinstance(x, Real) and x < 0 else math.inf
