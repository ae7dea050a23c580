"""Which figures are made of which others, so that the publishing rule can look at them together."""

from throughline.content.questionnaire import Questionnaire
from throughline.workshop.room import Version

COUNTED = True
"""Stands for the value of a person in a figure that cannot be added up: its people are kept, no values."""


def can_be_added_up(version: Version) -> bool:
    """Whether a version was shown with a mean or a strip, which could be set off against another."""
    return any(value is not COUNTED and value is not None for value in version.members.values())


def made_of(figure_id: str, questionnaire: Questionnaire) -> frozenset[str]:
    """Name the figures of sections whose values a figure of the group profile is computed from."""
    kind, _, subject = figure_id.partition(".")
    if kind == "domain":
        items = questionnaire.of_domain(subject)
        lists = {f"boxes.{subject}"} if subject in questionnaire.lists else set()
        return frozenset({f"item.{item.id}" for item in items} | lists)
    if kind == "gap":
        return made_of(f"domain.{subject}", questionnaire) | {f"wanted.{subject}"}
    if kind == "map":
        return frozenset(
            f"item.{item.id}" for item in questionnaire.balance_items("full") if item.scale in "JC"
        )
    if kind in ("balance", "steps"):
        found: set[str] = set()
        for domain in questionnaire.domains:
            part = "domain" if kind == "balance" else "gap"
            found |= made_of(f"{part}.{domain.id}", questionnaire)
        if kind == "steps":
            found |= {f"item.{item.id}" for item in questionnaire.of_kind("habit")}
        return frozenset(found)
    return frozenset()
