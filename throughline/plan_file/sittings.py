"""Keeping the answers of a day under a name: take, rename, rate, delete; nothing is ever half done."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from throughline.answers import Answers, legal_marker
from throughline.content.plan_file import PlanFileWords
from throughline.goals.words import day_words
from throughline.journal.fields import clean, is_id
from throughline.plan_file.document import SITTING_LIMIT, SITTING_NAME_LENGTH, Sitting


@dataclass(frozen=True, slots=True)
class Sittings:
    """Sittings after a change, and what to say about it; the same as before where it was refused.

    What is said can hold the person's words: print it as it is, never as Markdown.
    """

    sittings: tuple[Sitting, ...]
    said: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Ratings:
    """A person's own rating of the areas: area id -> whole number 0-10, then and now."""

    then: Mapping[str, float] = field(default_factory=dict)
    now: Mapping[str, float] = field(default_factory=dict)


def take(
    sittings: tuple[Sitting, ...],
    answers: Answers,
    words: PlanFileWords,
    *,
    sitting_id: str,
    name: object,
    today: datetime.date,
    model: str,
    ratings: Ratings | None = None,
) -> Sittings:
    """Keep the answers of today; without a name they are numbered.

    The moments of answering are not kept: they serve one note on the day itself.
    """
    texts = words.sittings
    if not answers.markers:
        return Sittings(sittings, texts["nothing_to_keep"], refused=True)
    if len(sittings) >= SITTING_LIMIT:
        return Sittings(sittings, texts["full_up"].format(limit=SITTING_LIMIT), refused=True)
    if not is_id(sitting_id) or any(one.id == sitting_id for one in sittings):
        return Sittings(sittings, texts["same_id"], refused=True)
    taken = Sitting(
        id=sitting_id,
        name=_name(name) or texts["unnamed"].format(number=len(sittings) + 1),
        day=today,
        answers=replace(answers, first_answered={}),
        model=model,
    )
    if ratings is not None:
        taken = replace(taken, then=_legal(ratings.then), now=_legal(ratings.now))
    after = tuple(sorted((*sittings, taken), key=lambda one: one.day))
    return Sittings(after, texts["taken"].format(name=taken.name, day=day_words(today)))


def rename(
    sittings: tuple[Sitting, ...], sitting_id: str, name: object, words: PlanFileWords
) -> Sittings:
    """Give a sitting another name."""
    text = _name(name)
    if not text:
        return Sittings(sittings, words.sittings["no_name"], refused=True)
    if _find(sittings, sitting_id) is None:
        return Sittings(sittings, words.sittings["unknown"], refused=True)
    after = tuple(replace(one, name=text) if one.id == sitting_id else one for one in sittings)
    return Sittings(after, words.sittings["renamed"].format(name=text))


def rate(
    sittings: tuple[Sitting, ...], sitting_id: str, ratings: Ratings, words: PlanFileWords
) -> Sittings:
    """Keep a then-and-now rating with a sitting, in the place of an earlier one."""
    found = _find(sittings, sitting_id)
    if found is None:
        return Sittings(sittings, words.sittings["unknown"], refused=True)
    rated = replace(found, then=_legal(ratings.then), now=_legal(ratings.now))
    after = tuple(rated if one.id == sitting_id else one for one in sittings)
    return Sittings(after, "")


def delete(sittings: tuple[Sitting, ...], sitting_id: str, words: PlanFileWords) -> Sittings:
    """Take a sitting away."""
    found = _find(sittings, sitting_id)
    if found is None:
        return Sittings(sittings, words.sittings["unknown"], refused=True)
    after = tuple(one for one in sittings if one.id != sitting_id)
    return Sittings(after, words.sittings["deleted"].format(name=found.name))


def _find(sittings: tuple[Sitting, ...], sitting_id: str) -> Sitting | None:
    return next((one for one in sittings if one.id == sitting_id), None)


def _name(name: object) -> str:
    return clean(name, SITTING_NAME_LENGTH) if isinstance(name, str) else ""


def _legal(ratings: Mapping[str, object]) -> dict[str, float]:
    legal = {area: legal_marker(value) for area, value in ratings.items()}
    return {area: value for area, value in legal.items() if value is not None}
