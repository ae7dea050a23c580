"""Each person's sheet as far as pictures have shown it, scored: what the group profile may use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from throughline.actions import rank_steps
from throughline.answers import Answers, as_marker
from throughline.content.constants import Model
from throughline.content.questionnaire import Form, Questionnaire
from throughline.levers import find_way
from throughline.scoring import Profile, score_form
from throughline.workshop.room import Version


@dataclass(frozen=True, slots=True)
class Person:
    """One person's shown answers and their result; ``steps`` holds priorities in points by habit."""

    answers: Answers
    profile: Profile
    steps: Mapping[str, float]


def room_form(versions: Iterable[Version], questionnaire: Questionnaire) -> Form:
    """Return Full as soon as a slider of the balance was shown that the Quick form does not ask."""
    quick = {item.id for item in questionnaire.balance_items("quick")}
    full = {item.id for item in questionnaire.balance_items("full")} - quick
    shown = {version.figure.removeprefix("item.") for version in versions}
    return "full" if shown & full else "quick"


def sheets_shown(
    versions: tuple[Version, ...], questionnaire: Questionnaire, model: Model
) -> dict[int, Person]:
    """Put each person's values together, the latest that was shown of each figure; the withdrawn are left out."""
    parts: dict[int, dict[str, Any]] = {}
    for version in sorted(versions, key=lambda one: (one.round, one.ver)):
        for slot, value in version.members.items():
            if value is not None:
                parts.setdefault(slot, {})[version.figure] = value
    form = room_form(versions, questionnaire)
    return {
        slot: _person(own, questionnaire, model, form=form) for slot, own in sorted(parts.items())
    }


def _person(
    own: Mapping[str, Any], questionnaire: Questionnaire, model: Model, *, form: Form
) -> Person:
    markers: dict[str, float] = {}
    wanted: dict[str, float] = {}
    reviewed: dict[str, list[str]] = {}
    for figure_id, value in own.items():
        kind, _, subject = figure_id.partition(".")
        if kind == "item":
            item = questionnaire.by_id[subject]
            two_pole = item.kind == "two-pole"
            markers[subject] = as_marker(item, value, flips_on=True) if two_pole else value
        elif kind == "wanted":
            wanted[subject] = value
        elif kind == "boxes":
            reviewed[subject] = value
    answers = Answers(
        form=form,
        markers=markers,
        wanted=wanted,
        reviewed=frozenset(reviewed),
        ticks=frozenset(box for ticked in reviewed.values() for box in ticked),
    )
    profile = score_form(answers, questionnaire, model, form=form)
    way = find_way(profile, answers, questionnaire, model.numbers)
    ranking = rank_steps(profile, way, answers, questionnaire, model)
    return Person(answers, profile, {step.id: step.priority for step in ranking.ranked})
