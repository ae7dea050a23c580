"""What one person entered in one section of a room: parsed at the rim, trusted inside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from throughline.answers import Answers, as_keyed, as_marker, legal_marker
from throughline.content.catalogue import Catalogue
from throughline.content.questionnaire import Form, Questionnaire
from throughline.content.workshop import Section
from throughline.errors import InvalidAnswer

LARGEST_PAYLOAD = 16_000
"""Bytes of the longest entry text that is looked at."""


@dataclass(frozen=True, slots=True)
class Entries:
    """One section of one person's sheet. Sides are always on in a room; untouched ids are absent.

    Attributes:
        markers: item id -> 0-10 from left to right as drawn (habits, needs and statements too).
        skipped, not_applicable: item ids set aside on purpose.
        wanted: domain id -> where the person wants to be, 0-10 in halves.
        boxes: list id -> ids of the boxes ticked; a list that is present has been reviewed.
        pay: part of pay -> percent of the whole package, whole numbers that sum to 100.
        facts: fact id -> choice, or True for a ticked box.
    """

    markers: Mapping[str, int] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    not_applicable: frozenset[str] = frozenset()
    wanted: Mapping[str, float] = field(default_factory=dict)
    boxes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pay: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, str | bool] = field(default_factory=dict)


def write_entries(entries: Entries) -> str:
    """Return the entries as compact JSON text with sorted keys, the form the store keeps.

    ``{"items": {"J1": 7, "C1": "skipped", "C4": "na"}, "wanted": {"D1": 6.5},
    "boxes": {"D4": ["written"]}, "pay": {"salary": 80, "benefits": 20}, "facts": {…}}``;
    empty parts are left out.
    """
    items: dict[str, object] = dict(entries.markers)
    items |= dict.fromkeys(entries.skipped, "skipped") | dict.fromkeys(entries.not_applicable, "na")
    parts: dict[str, object] = {
        "items": items,
        "wanted": dict(entries.wanted),
        "boxes": {name: sorted(ticked) for name, ticked in entries.boxes.items()},
        "pay": dict(entries.pay),
        "facts": dict(entries.facts),
    }
    kept = {name: part for name, part in parts.items() if part}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read_entries(
    raw: str | Mapping[str, object],
    section: Section | None = None,
    catalogue: Catalogue | None = None,
) -> Entries:
    """Read entries as ``write_entries`` wrote them; with a section and the content, only its own ids pass.

    Raises:
        InvalidAnswer: too long, another shape, a value out of range, or something this section never asked.
    """
    parts = _parts(raw)
    items = _part(parts, "items")
    aside = {name: value for name, value in items.items() if value in ("skipped", "na")}
    entries = Entries(
        markers={n: int(_number(v, 1.0)) for n, v in items.items() if n not in aside},
        skipped=frozenset(name for name, value in aside.items() if value == "skipped"),
        not_applicable=frozenset(name for name, value in aside.items() if value == "na"),
        wanted={name: _number(value, 0.5) for name, value in _part(parts, "wanted").items()},
        boxes={name: _ticked(value) for name, value in _part(parts, "boxes").items()},
        pay=_shares(_part(parts, "pay")),
        facts={name: _fact(value) for name, value in _part(parts, "facts").items()},
    )
    if section is not None and catalogue is not None:
        _check(entries, section, catalogue)
    return entries


def as_answers(saved: Iterable[Entries], form: Form) -> Answers:
    """Put the sections of one person together as a sheet; later ones win."""
    answers = Answers(form=form, flips_on=True)
    for one in saved:
        touched = one.markers.keys() | one.skipped | one.not_applicable
        kept = {name: value for name, value in answers.markers.items() if name not in touched}
        answers = Answers(
            form=form,
            flips_on=True,
            markers=kept | {name: float(value) for name, value in one.markers.items()},
            skipped=(answers.skipped - touched) | one.skipped,
            not_applicable=(answers.not_applicable - touched) | one.not_applicable,
            ticks=answers.ticks | frozenset(box for boxes in one.boxes.values() for box in boxes),
            reviewed=answers.reviewed | one.boxes.keys(),
            wanted={**answers.wanted, **one.wanted},
            facts={**answers.facts, **one.facts},
        )
    return answers


def taken_over(own: Answers, room: Answers, questionnaire: Questionnaire) -> Answers:
    """Put the answers of a room into a person's own sheet: what the room asked wins, the rest stays.

    In a room the sides always alternate, on the own sheet they may not: markers are turned to fit.
    """
    touched = room.markers.keys() | room.skipped | room.not_applicable
    markers = {name: value for name, value in own.markers.items() if name not in touched}
    for name, value in room.markers.items():
        item = questionnaire.by_id[name]
        keyed = as_keyed(item, value, flips_on=room.flips_on)
        markers[name] = as_marker(item, keyed, flips_on=own.flips_on)
    asked = {box.id for name in room.reviewed for box in questionnaire.lists[name].boxes}
    return replace(
        own,
        form="full" if "full" in (own.form, room.form) else "quick",
        markers=markers,
        skipped=(own.skipped - touched) | room.skipped,
        not_applicable=(own.not_applicable - touched) | room.not_applicable,
        ticks=(own.ticks - asked) | room.ticks,
        reviewed=own.reviewed | room.reviewed,
        wanted={**own.wanted, **room.wanted},
        facts={**own.facts, **room.facts},
    )


_PARTS = frozenset({"items", "wanted", "boxes", "pay", "facts"})


def _parts(raw: str | Mapping[str, object]) -> Mapping[str, object]:
    if isinstance(raw, str):
        if len(raw) > LARGEST_PAYLOAD or len(raw.encode(errors="replace")) > LARGEST_PAYLOAD:
            raise InvalidAnswer("the entries are too long")
        try:
            raw = json.loads(raw)
        except (ValueError, RecursionError):
            raise InvalidAnswer("the entries are not JSON") from None
    if not isinstance(raw, Mapping) or not set(raw) <= _PARTS:
        raise InvalidAnswer("the entries have another shape")
    return raw


def _part(parts: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = parts.get(name, {})
    if not isinstance(part, Mapping) or not all(isinstance(one, str) for one in part):
        raise InvalidAnswer(f"{name} is no table")
    return part


def _number(value: object, increment: float) -> float:
    number = legal_marker(value, increment=increment)
    if number is None:
        raise InvalidAnswer("a value is out of range or between the marks")
    return float(number)


def _ticked(value: object) -> frozenset[str]:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise InvalidAnswer("boxes are a list of ids")
    return frozenset(value)


def _fact(value: object) -> str | bool:
    if isinstance(value, str) or value is True:
        return value
    raise InvalidAnswer("a fact is a choice or a tick")


def _shares(part: Mapping[str, object]) -> dict[str, int]:
    shares = {name: value for name, value in part.items() if type(value) is int}
    whole = len(shares) == len(part) and all(0 <= one <= 100 for one in shares.values())
    if not whole or (shares and sum(shares.values()) != 100):
        raise InvalidAnswer("the shares of pay are whole percents that make 100")
    return shares


def _check(entries: Entries, section: Section, catalogue: Catalogue) -> None:
    lists = catalogue.questionnaire.lists
    options = {one.id: one.options for one in catalogue.questionnaire.facts}
    given = entries.markers.keys() | entries.skipped | entries.not_applicable
    fits = (
        given <= set(section.items)
        and entries.wanted.keys() <= set(section.wanted)
        and entries.boxes.keys() <= set(section.boxes)
        and entries.facts.keys() <= set(section.facts)
        and entries.pay.keys() <= (catalogue.workshop.pay_parts.keys() if section.pay else set())
        and all(
            ticked <= {box.id for box in lists[name].boxes}
            for name, ticked in entries.boxes.items()
        )
        and all(
            value in options[name] if options[name] else value is True
            for name, value in entries.facts.items()
        )
    )
    if not fits:
        raise InvalidAnswer("the section asks something else")
