"""One object of a plan file, read value by value: what is legal comes out, the rest is noted and left out."""

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from throughline.journal.fields import as_day, clean, is_id
from throughline.plan_file.notes import Notes, Place

T = TypeVar("T")
N = TypeVar("N", bound=str)


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the file, where it stands, and the notes it adds to.

    What is absent has its default without a word, and so has an empty value (``null`` or ``""``) in the
    place of a text, a number or a day.
    """

    raw: Mapping[str, Any]
    place: Place
    notes: Notes

    def only(self, known: Collection[str]) -> None:
        """Note the keys that this version does not know."""
        self.notes.add(self.place, "unknown_key", sum(name not in known for name in self.raw))

    def inner(self, name: str, *, named: str = "") -> "Part":
        """An object inside this one; what is none is noted and empty."""
        value = self.raw.get(name, {})
        place = self.place.at(named or name)
        if not isinstance(value, dict):
            self.notes.add(place, "unreadable")
            value = {}
        return Part(value, place, self.notes)

    def inners(self, name: str, known: Collection[N]) -> "dict[N, Part]":
        """The objects inside an object of this one, by known names; notes about them name the outer one."""
        outer = self.inner(name)
        self.notes.add(outer.place, "unknown_name", sum(one not in known for one in outer.raw))
        return {one: outer.inner(one, named=name) for one in known if one in outer.raw}

    def each(
        self, name: str, known: Collection[N], legal: Callable[[N, object], T | None]
    ) -> dict[N, T]:
        """Read an object of values by known names, each through ``legal``, which gives None for what is not."""
        part = self.inner(name)
        found: dict[N, T] = {}
        for one in known:
            if one in part.raw:
                value = legal(one, part.raw[one])
                if value is None:
                    self.notes.add(part.place, "illegal")
                else:
                    found[one] = value
        unknown = sum(one not in known for one in part.raw)
        self.notes.add(part.place, "unknown_name", unknown)
        return found

    def texts(
        self, name: str, known: Collection[N], length: int, cleaned: Callable[[str, int], str]
    ) -> dict[N, str]:
        """Read an object of texts by known names; empty ones are left out."""
        outer = self.inner(name)
        self.notes.add(outer.place, "unknown_name", sum(one not in known for one in outer.raw))
        found = {one: outer.text(one, length, cleaned, named=name) for one in known}
        return {one: text for one, text in found.items() if text}

    def names(self, name: str, known: Collection[str]) -> frozenset[str]:
        """Read a list of known names, each once."""
        given = self._list(name)
        found = frozenset(one for one in given if isinstance(one, str) and one in known)
        place = self.place.at(name)
        self.notes.add(place, "unknown_name", sum(_outside(one, known) for one in given))
        self.notes.add(place, "illegal", sum(not isinstance(one, str) for one in given))
        kept = [one for one in given if isinstance(one, str) and one in known]
        self.notes.add(place, "repeated", len(kept) - len(found))
        return found

    def ids(self, name: str, most: int) -> frozenset[str]:
        """Read a list of up to ``most`` ids of any name, each once; of too many the first ones stay."""
        given = self._list(name)
        legal = [str(one) for one in given if is_id(one)]
        kept = list(dict.fromkeys(legal))
        self.notes.add(self.place, "illegal", len(given) - len(legal))
        self.notes.add(self.place, "repeated", len(legal) - len(kept))
        self.notes.add(self.place, "too_many", len(kept[most:]))
        return frozenset(kept[:most])

    def choice(self, name: str, offered: Collection[N], default: N) -> N:
        """Read one of the offered words."""
        given = self.raw.get(name, default)
        for one in offered:
            if isinstance(given, str) and given == one:
                return one
        if given != default:
            self.notes.add(self.place.at(name), "not_a_choice")
        return default

    def flag(self, name: str, *, default: bool) -> bool:
        """Read a yes or no."""
        given = self.raw.get(name, default)
        if isinstance(given, bool):
            return given
        self.notes.add(self.place.at(name), "illegal")
        return default

    def number(self, name: str, low: float, high: float) -> float | None:
        """Read a number from ``low`` to ``high``; one outside is left out."""
        return self._noted(name, as_number(self.raw.get(name), low, high))

    def day(self, name: str) -> datetime.date | None:
        """Read a day from 1950 to 2199."""
        return self._noted(name, as_day(self.raw.get(name)))

    def id(self, name: str) -> str:
        """Read an id; "" without a legal one."""
        value = self.raw.get(name)
        return self._noted(name, str(value) if is_id(value) else None) or ""

    def text(
        self, name: str, length: int, cleaned: Callable[[str, int], str] = clean, *, named: str = ""
    ) -> str:
        """Read a text on one line of up to ``length`` characters."""
        given = self.raw.get(name)
        place = self.place.at(named or name)
        if not isinstance(given, str):
            if given is not None:
                self.notes.add(place, "not_text")
            return ""
        found = cleaned(given, length)
        if found != given:
            self.notes.add(place, "cut" if len(given.strip()) > length else "cleaned")
        return found

    def _list(self, name: str) -> list[Any]:
        value = self.raw.get(name, [])
        if isinstance(value, list):
            return value
        self.notes.add(self.place.at(name), "not_a_list")
        return []

    def _noted(self, name: str, value: T | None) -> T | None:
        if value is None and self.raw.get(name) not in (None, ""):
            self.notes.add(self.place.at(name), "illegal")
        return value


def as_number(value: object, low: float, high: float) -> float | None:
    """Return a number from ``low`` to ``high``, or None for anything else; a truth value is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value + 0.0 if low <= value <= high else None  # NaN is in no range


def _outside(one: object, known: Collection[str]) -> bool:
    return isinstance(one, str) and one not in known
