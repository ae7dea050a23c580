"""Sittings over time: the balance and the areas with their ranges, two sittings compared, then and now."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughline.change import Change
from throughline.change import compare as compare_answers
from throughline.content.constants import Model
from throughline.content.plan_file import PlanFileWords
from throughline.content.questionnaire import Form, Questionnaire
from throughline.goals.words import day_words
from throughline.plan_file.document import Sitting
from throughline.scoring import Profile, score, score_form

_PRINTED_ZERO = 0.05  # points; less than this prints as 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A value with its 90 % range, uncut; cut at the ends of the scale when drawing."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Point:
    """One sitting on a chart over time.

    Attributes:
        sitting: its id.
        name, day: as the person kept it.
        form: the form the figures belong to; a chart marks the two forms apart.
        balance: on the future scale, 0-100; None = too few answers.
        domains: area id -> score 0-10, available areas only.
        older_model: whether it was taken with another version of the model than the present one, with
            which these figures are worked out.
    """

    sitting: str
    name: str
    day: datetime.date
    form: Form
    balance: Span | None
    domains: Mapping[str, Span]
    older_model: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sittings side by side: the change, None without common ground, and everything to say about it.

    The sentences hold names a person gave: print them as they are, never as Markdown.
    """

    before: Sitting
    after: Sitting
    change: Change | None
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThenNow:
    """How a person rates one area from memory and today, 0-10 each."""

    domain: str
    then: float
    now: float

    @property
    def points(self) -> float:
        """From then to now, -10 to 10."""
        return self.now - self.then


def history(
    sittings: Sequence[Sitting],
    questionnaire: Questionnaire,
    model: Model,
    *,
    form: Form | None = None,
) -> tuple[Point, ...]:
    """Every sitting by day, worked out with the present model.

    Args:
        sittings: in any order.
        questionnaire: the questions.
        model: the constants.
        form: the form to work all of them out in, see ``common_form``; None = each in the form it shows.
    """
    return tuple(
        _point(one, _profile(one, questionnaire, model, form), model)
        for one in sorted(sittings, key=lambda sitting: sitting.day)
    )


def common_form(sittings: Sequence[Sitting], questionnaire: Questionnaire, model: Model) -> Form:
    """The form in which all sittings can stand on one line: Full if each shows Full figures, else Quick."""
    shown = {score(one.answers, questionnaire, model).form for one in sittings}
    return "full" if shown == {"full"} else "quick"


def compare(
    one: Sitting,
    other: Sitting,
    questionnaire: Questionnaire,
    model: Model,
    words: PlanFileWords,
) -> Comparison:
    """Compare two sittings, the earlier day first; of one day, in the order they are given."""
    before, after = (other, one) if other.day < one.day else (one, other)
    change = compare_answers(before.answers, after.answers, questionnaire, model)
    return Comparison(
        before, after, change, _said(before, after, change, questionnaire, model, words)
    )


def then_and_now(sitting: Sitting, questionnaire: Questionnaire) -> tuple[ThenNow, ...]:
    """The areas rated for both, in order; never part of a change (docs/method.md, "Change")."""
    return tuple(
        ThenNow(one.id, sitting.then[one.id], sitting.now[one.id])
        for one in questionnaire.domains
        if one.id in sitting.then and one.id in sitting.now
    )


def then_and_now_sentences(
    sitting: Sitting, questionnaire: Questionnaire, words: PlanFileWords
) -> tuple[str, ...]:
    """The ratings in words, and what they are not; empty without any."""
    said = [
        words.change["then_and_now"].format(
            area=questionnaire.domain(one.domain).name, then=f"{one.then:g}", now=f"{one.now:g}"
        )
        for one in then_and_now(sitting, questionnaire)
    ]
    return (*said, words.change["beside"]) if said else ()


def _said(
    before: Sitting,
    after: Sitting,
    change: Change | None,
    questionnaire: Questionnaire,
    model: Model,
    words: PlanFileWords,
) -> tuple[str, ...]:
    texts = words.change
    if change is None:
        return (texts["pending"],)
    said = [
        texts["sentence"].format(
            lead=_lead(change, words),
            name=before.name,
            day=day_words(before.day),
            word=change.word,
            threshold=f"{change.threshold:.1f}",
        )
    ]
    if change.form == "quick" and "full" in (before.answers.form, after.answers.form):
        count = len(questionnaire.balance_items("quick"))
        said.append(texts["as_quick"].format(count=count))
    if any(one.model not in ("", model.version) for one in (before, after)):
        said.append(texts["older_model"])
    return tuple(said)


def _lead(change: Change, words: PlanFileWords) -> str:
    if abs(change.points) < _PRINTED_ZERO:
        return words.change["level"]
    towards = "towards_future" if change.points > 0 else "towards_present"
    return words.change[towards].format(points=f"{abs(change.points):.1f}")


def _profile(
    sitting: Sitting, questionnaire: Questionnaire, model: Model, form: Form | None
) -> Profile:
    if form is None:
        return score(sitting.answers, questionnaire, model)
    return score_form(sitting.answers, questionnaire, model, form=form)


def _point(sitting: Sitting, profile: Profile, model: Model) -> Point:
    found, reach = profile.balance, profile.spread.t
    return Point(
        sitting=sitting.id,
        name=sitting.name,
        day=sitting.day,
        form=profile.form,
        balance=Span(found.value, found.low, found.high) if found else None,
        domains={
            one.id: Span(one.score, one.score - reach * one.se, one.score + reach * one.se)
            for one in profile.available
            if one.score is not None and one.se is not None
        },
        older_model=sitting.model not in ("", model.version),
    )
