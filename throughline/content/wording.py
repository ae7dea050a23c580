"""The sentences of a result: templates with named gaps, filled in by throughline.wording."""

from typing import Literal

from throughline.content.reading import Record

Quarter = Literal["present-anchored", "path-building", "dual-track", "own-place"]


class PlaceWords(Record):
    """One quarter of the map in the neutral voice: its name, what it gives, and a question, not advice."""

    name: str
    gives: str
    question: str


class PlanWords(Record):
    """Title and one sentence of a plan outcome."""

    title: str
    text: str


class Wording(Record):
    """Every sentence a result can say."""

    balance: dict[str, str]
    axes: dict[str, str]
    places: dict[Quarter, PlaceWords]
    place_labels: dict[str, str]
    notes: dict[str, str]
    plans: dict[str, PlanWords]
    keeping: dict[str, str]
