"""Reads one field of a stored record: text, day, number, choice or id, with what had to be put right."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

C = TypeVar("C", bound=str)

IssueKind = Literal["missing", "unknown", "shortened", "repeated", "too_many"]

FIRST_DAY, LAST_DAY = datetime.date(1950, 1, 1), datetime.date(2199, 12, 31)
LARGEST_NUMBER = 1e12

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Invisible, yet part of words in some scripts.
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to show next to a field.

    Attributes:
        field: name of the field; one of a list is ``actions.3.due``.
        kind: ``missing``: empty or unreadable; ``unknown``: not on offer; ``shortened``: cut to its length;
            ``repeated``: an id used before; ``too_many``: the list is longer than it may be.
    """

    field: str
    kind: IssueKind


@dataclass
class Fields:
    """One pass over a record nobody vouches for: fields in, legal values out, issues on the way.

    A field that is absent has its default without a word; one that cannot be read has it with an issue.
    """

    raw: Mapping[Any, Any]
    prefix: str = ""
    issues: list[Issue] = field(default_factory=list)

    def text(self, name: str, limit: int, *, required: bool = False) -> str:
        """Read a text on one line of up to ``limit`` characters, without control characters."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            if required or value is not None:
                self.note(name, "missing")
            return ""
        text = clean(value, limit)
        if text != clean(value, 2 * limit):
            self.note(name, "shortened")
        if required and not text:
            self.note(name, "missing")
        return text

    def id(self, name: str, *, required: bool = False) -> str:
        """Read an id, or "" without a legal one."""
        value = self.raw.get(name)
        if is_id(value):
            return str(value)
        if required or value not in (None, ""):
            self.note(name, "missing")
        return ""

    def ids(self, name: str, most: int) -> tuple[str, ...]:
        """Read up to ``most`` ids, each once."""
        value = self.raw.get(name)
        if not isinstance(value, list | tuple):
            if value is not None:
                self.note(name, "missing")
            return ()
        if len(value) > most:
            self.note(name, "too_many")
        legal = [one for one in value[:most] if is_id(one)]
        if len(legal) < len(value[:most]):
            self.note(name, "unknown")
        return tuple(dict.fromkeys(legal))

    def choice(self, name: str, options: Iterable[C], default: C | None = None) -> C | None:
        """Read one of ``options``, or the default."""
        value = self.raw.get(name)
        for option in options:
            if isinstance(value, str) and option == value:
                return option
        if name in self.raw or default is None:
            self.note(name, "missing" if value is None else "unknown")
        return default

    def day(self, name: str, *, required: bool = False) -> datetime.date | None:
        """Read a day between 1950 and 2199, as a date or as text such as "2027-03-31"."""
        value = self.raw.get(name)
        found = as_day(value)
        if found is None and (required or value is not None):
            self.note(name, "missing")
        return found

    def number(self, name: str) -> float | None:
        """Read a finite number up to a million millions either way; None without one."""
        value = self.raw.get(name)
        if value is None:
            return None
        # A truth value is an int to Python and no number to a person; NaN is in no range.
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
            return float(value) + 0.0  # never minus zero
        self.note(name, "missing")
        return None

    def note(self, name: str, kind: IssueKind) -> None:
        """Remember something to show next to a field."""
        self.issues.append(Issue(f"{self.prefix}{name}", kind))


def clean(value: str, limit: int) -> str:
    """Put a text on one line without control characters, cut to ``limit`` characters."""
    # Nobody waits for a megabyte to be cleaned: what counts stands at the beginning.
    start = value[: 8 * limit]
    kept = (" " if c.isspace() else c for c in start if c.isspace() or _is_shown(c))
    return " ".join("".join(kept).split())[:limit].rstrip()


def as_day(value: object) -> datetime.date | None:
    """Return a day between 1950 and 2199 from a date or its text, or None."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            return None
    # A datetime is a date too, and compares with none.
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        return None
    return value if FIRST_DAY <= value <= LAST_DAY else None


def is_id(value: object) -> bool:
    """Whether a value can be an id: up to 40 letters, digits, dots, dashes and underscores."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def written_day(day: datetime.date) -> str:
    """Print a day as a person writes it: "31 Mar 2027"."""
    return f"{day.day} {day:%b %Y}"


def _is_shown(character: str) -> bool:
    return character.isprintable() or character in _JOINERS
