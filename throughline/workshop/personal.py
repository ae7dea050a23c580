"""What one person entered in a section, as the value that each figure of the section is made of."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from throughline.answers import as_keyed
from throughline.content.questionnaire import Questionnaire
from throughline.workshop.entries import Entries
from throughline.workshop.picture import Kind


class Asked(Protocol):
    """A section of a room as the content names it; see ``throughline.content.workshop``."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def items(self) -> Sequence[str]:
        """Items asked."""

    @property
    def wanted(self) -> Sequence[str]:
        """Domains of which the wanted position is asked."""

    @property
    def boxes(self) -> Sequence[str]:
        """Lists of boxes asked."""

    @property
    def pay(self) -> bool:
        """Whether the pay mix is asked."""

    @property
    def facts(self) -> Sequence[str]:
        """Facts asked."""

    @property
    def sensitive(self) -> bool:
        """Whether every figure of the section is sensitive."""


def figures_of(asked: Asked) -> dict[str, Kind]:
    """Name the figures of a section with their kinds, in the order they are shown."""
    found: dict[str, Kind] = {f"item.{item}": "item" for item in asked.items}
    found |= {f"wanted.{domain}": "wanted" for domain in asked.wanted}
    found |= {f"boxes.{name}": "boxes" for name in asked.boxes}
    found |= {f"fact.{fact}": "fact" for fact in asked.facts}
    return found | ({"pay": "pay"} if asked.pay else {})


def is_sensitive(figure_id: str, asked: Asked, questionnaire: Questionnaire) -> bool:
    """Whether a figure shows bands in place of single values."""
    kind, _, subject = figure_id.partition(".")
    need = kind == "item" and questionnaire.by_id[subject].kind == "need"
    return asked.sensitive or need or kind in ("pay", "fact") or figure_id == "boxes.D6"


def value_of(figure_id: str, entries: Entries, questionnaire: Questionnaire) -> object:
    """Return one person's value of a figure, None for no value; plain numbers, lists and dictionaries.

    Items count as they read from ``low`` (0) to ``high`` (10), wherever they are drawn.
    """
    kind, _, subject = figure_id.partition(".")
    if kind == "item":
        item = questionnaire.by_id[subject]
        marker = entries.markers.get(subject)
        if marker is None or item.kind != "two-pole":
            return marker if marker is None else float(marker)
        return float(as_keyed(item, marker, flips_on=True))
    if kind == "wanted":
        goal = entries.wanted.get(subject)
        return None if goal is None else float(goal)
    if kind == "boxes":
        ticked = entries.boxes.get(subject)
        return None if ticked is None else sorted(ticked)
    if kind == "fact":
        return entries.facts.get(subject)
    return dict(entries.pay) or None


def values_of(
    figure_id: str, people: Mapping[int, Entries], questionnaire: Questionnaire
) -> dict[int, object]:
    """Return the values of everybody who has one."""
    found = {slot: value_of(figure_id, own, questionnaire) for slot, own in people.items()}
    return {slot: value for slot, value in found.items() if value is not None}
