"""What one person entered in one section of a room: parsed at the rim, trusted inside."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

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
