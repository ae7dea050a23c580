"""What a person has answered, which values are legal, and which answers are missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from throughline.content.questionnaire import Form, Item

State = Literal["untouched", "answered", "skipped", "na"]
Effort = Literal["small", "medium", "large"]

LOWEST, HIGHEST = 0.0, 10.0


@dataclass(frozen=True)
class Answers:
    """One person's sheet. Markers are 0-10 from left to right as drawn; an id that is absent is untouched.

    Attributes:
        form: the form the person is filling in.
        flips_on: whether half of the two-pole items are drawn with the career pole on the left.
        markers: item id -> marker, answered items only.
        skipped: items passed over on purpose; open, like untouched ones.
        not_applicable: items that do not apply; neither answered nor open.
        first_answered: item id -> seconds on any clock, for the speed note only.
        ticks: ids of ticked evidence boxes.
        reviewed: ids of the lists the person has been through (a domain or habit id).
        wanted: domain id -> where the person wants to be, 0-10.
        importance: domain id -> weight 0-3; absent means the default.
        need_targets: need id -> target 0-10; absent means the default.
        ease: habit id -> effort of that step as the person sees it.
        facts: fact id -> choice or True; never scored.
    """

    form: Form = "quick"
    flips_on: bool = True
    markers: Mapping[str, float] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    not_applicable: frozenset[str] = frozenset()
    first_answered: Mapping[str, float] = field(default_factory=dict)
    ticks: frozenset[str] = frozenset()
    reviewed: frozenset[str] = frozenset()
    wanted: Mapping[str, float] = field(default_factory=dict)
    importance: Mapping[str, float] = field(default_factory=dict)
    need_targets: Mapping[str, float] = field(default_factory=dict)
    ease: Mapping[str, Effort] = field(default_factory=dict)
    facts: Mapping[str, str | bool] = field(default_factory=dict)

    def state(self, item_id: str) -> State:
        """Return the state of one slider; only ``answered`` is data."""
        if item_id in self.not_applicable:
            return "na"
        if item_id in self.skipped:
            return "skipped"
        return "answered" if item_id in self.markers else "untouched"

    def answered(self, item_id: str) -> bool:
        """Whether this slider carries an answer."""
        return self.state(item_id) == "answered"

    def open(self, item_id: str) -> bool:
        """Whether this slider could still be answered: untouched or skipped."""
        return self.state(item_id) in ("untouched", "skipped")

    def keyed(self, item: Item) -> float | None:
        """Return the marker turned to the item's meaning (0 present pole, 10 future pole), or None if not answered."""
        if not self.answered(item.id):
            return None
        return as_keyed(item, self.markers[item.id], flips_on=self.flips_on)

    def with_marker(self, item_id: str, marker: float) -> "Answers":
        """Return a copy in which one slider is answered."""
        return replace(
            self,
            markers={**self.markers, item_id: marker},
            skipped=self.skipped - {item_id},
            not_applicable=self.not_applicable - {item_id},
        )

    def with_keyed(self, item: Item, value: float) -> "Answers":
        """Return a copy in which one slider is answered with a keyed value."""
        return self.with_marker(item.id, as_marker(item, value, flips_on=self.flips_on))


def turned(item: Item, *, flips_on: bool) -> bool:
    """Whether marker and keyed value run in opposite directions."""
    return item.reverse or (item.flipped and flips_on)


def as_keyed(item: Item, marker: float, *, flips_on: bool) -> float:
    """Turn a marker (0-10, as drawn) to its meaning (0 present pole, 10 future pole)."""
    return HIGHEST - marker if turned(item, flips_on=flips_on) else marker


def as_marker(item: Item, keyed: float, *, flips_on: bool) -> float:
    """Turn a keyed value back to the marker as drawn; keying is its own inverse."""
    return as_keyed(item, keyed, flips_on=flips_on)


def legal_marker(value: object, *, increment: float = 1.0) -> float | None:
    """Return ``value`` as a number 0-10 on the grid of ``increment``, or None when it is anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not LOWEST <= value <= HIGHEST:  # NaN is in no range
        return None
    return value + 0.0 if float(value / increment).is_integer() else None
