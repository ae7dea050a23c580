"""The picture of one section at its reveal: through the publishing rule, figure by figure, and never again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from throughline.content.questionnaire import Questionnaire
from throughline.workshop.aggregate import change_numbers, numbers_of, pay_shares, thirds, waiting
from throughline.workshop.entries import Entries
from throughline.workshop.item_statistics import figures_allowed
from throughline.workshop.numbers import Numbers
from throughline.workshop.personal import Asked, figures_of, is_sensitive, values_of
from throughline.workshop.picture import GroupFigure, Kind, Picture
from throughline.workshop.publish import (
    RULE_VERSION,
    Members,
    before_after,
    final_step,
)
from throughline.workshop.related import can_be_added_up, made_of
from throughline.workshop.room import K, Version
from throughline.workshop.sums import CHANGE, few_alone, terms_of

PAY_PARTS = ("salary", "hourly", "bonus", "equity", "benefits", "retirement")


@dataclass(frozen=True)
class PictureContext:
    """What the picture of one section is made of.

    Attributes:
        asked: the section; ``round``: 1, 2, …
        people: slot -> what was entered, counted answers only (not late ones).
        versions: every version of the room so far, of all sections and rounds.
        now: UTC seconds.
    """

    asked: Asked
    round: int
    questionnaire: Questionnaire
    model_version: str
    people: Mapping[int, Entries]
    now: int
    versions: tuple[Version, ...] = ()
    rehearsal: bool = False
    k: int = K
    no: int = field(default=1)


def make_picture(context: PictureContext) -> tuple[Picture, tuple[Version, ...]]:
    """Make the final picture of a section, and the versions that stand behind it."""
    figures: list[GroupFigure] = []
    versions: list[Version] = []
    numbers = Numbers(len(context.people), k=context.k)
    for figure_id, kind in figures_of(context.asked).items():
        values = values_of(figure_id, context.people, context.questionnaire)
        found = [_level(context, figure_id, kind, values, numbers)]
        if context.round > 1 and kind in ("item", "wanted"):
            found.append(_change(context, figure_id, values, numbers, level=found[0][1]))
        for figure, members in found:
            figures.append(figure)
            if members is not None:
                versions.append(version_of(context, figure_id=figure.id, members=members))
    picture = Picture(
        section=context.asked.id,
        round=context.round,
        no=context.no,
        n=numbers.total,
        rule_version=RULE_VERSION,
        model_version=context.model_version,
        made_at=context.now,
        rehearsal=context.rehearsal,
        figures=tuple(figures),
    )
    return picture, tuple(versions)


def version_of(context: PictureContext, *, figure_id: str, members: Members) -> Version:
    """Return the first version of a figure in this section and round."""
    return Version(context.asked.id, context.round, figure_id, 1, len(members), dict(members))


def shown_elsewhere(
    figure_id: str, versions: tuple[Version, ...], questionnaire: Questionnaire
) -> list[Members]:
    """Return what was shown of a figure, or of one that is made of it, in any section and round."""
    return [
        version.members
        for version in versions
        if version.figure == figure_id
        or (figure_id in made_of(version.figure, questionnaire) and can_be_added_up(version))
    ]


def _level(
    context: PictureContext,
    figure_id: str,
    kind: Kind,
    values: Mapping[int, object],
    numbers: Numbers,
) -> tuple[GroupFigure, Members | None]:
    elsewhere = shown_elsewhere(figure_id, context.versions, context.questionnaire)
    step = final_step(values, (), elsewhere, k=context.k)
    if step.members is None or _gives_away(context, figure_id, step.members):
        reason = "unclean" if step.members else step.reason
        return _not_shown(figure_id, kind, reason, context.k), None
    sensitive = is_sensitive(figure_id, context.asked, context.questionnaire)
    counted = list(step.members.values())
    others = numbers.others(len(counted))
    figure = _summed_up(figure_id, kind, counted, context, sensitive=sensitive, others=others)
    left_out = len(counted) < len(values)
    few = numbers.few(len(counted)) and not left_out
    return replace(figure, few_skipped=few, left_out=left_out), step.members


def _change(
    context: PictureContext,
    figure_id: str,
    values: Mapping[int, object],
    numbers: Numbers,
    *,
    level: Members | None,
) -> tuple[GroupFigure, Members | None]:
    changed_id = f"change.{figure_id}"
    before = [
        version
        for version in context.versions
        if version.figure == figure_id
        and version.section == context.asked.id
        and version.round < context.round
    ]
    if not before:
        return waiting(changed_id, "change", needs=context.k), None
    latest = max(before, key=lambda version: version.round).members
    elsewhere = shown_elsewhere(changed_id, context.versions, context.questionnaire)
    step = before_after(latest, values, elsewhere, k=context.k)
    if step.members is None or _gives_away(context, changed_id, step.members, level=level):
        reason = "unclean" if step.members else step.reason
        return _not_shown(changed_id, "change", reason, context.k), None
    both: Any = list(step.members.values())
    sensitive = is_sensitive(figure_id, context.asked, context.questionnaire)
    others = numbers.others(len(both), [version.n for version in before])
    return change_numbers(changed_id, both, sensitive=sensitive, others=others), step.members


def _gives_away(
    context: PictureContext, figure_id: str, members: Members, *, level: Members | None = None
) -> bool:
    """Whether levels and changes of a question, with this one, could be added up to a few people."""
    question = figure_id.removeprefix(CHANGE)
    own = [
        version
        for version in context.versions
        if version.section == context.asked.id and version.figure.removeprefix(CHANGE) == question
    ]
    if level is not None:
        own.append(version_of(context, figure_id=question, members=level))
    own.append(version_of(context, figure_id=figure_id, members=members))
    return few_alone(terms_of(own), k=context.k)


def _not_shown(figure_id: str, kind: Kind, reason: str, k: int) -> GroupFigure:
    if reason == "unclean":
        return GroupFigure(figure_id, kind, "unclean")
    return waiting(figure_id, kind, needs=k)


def _summed_up(
    figure_id: str,
    kind: Kind,
    values: list[Any],
    context: PictureContext,
    *,
    sensitive: bool,
    others: tuple[int, ...],
) -> GroupFigure:
    if kind in ("item", "wanted"):
        step = 1 if kind == "item" else 0.5
        return numbers_of(
            figure_id, kind, values, sensitive=sensitive, strip_step=step, others=others
        )
    if kind == "pay":
        return pay_shares(values, PAY_PARTS, others=others)
    counts = _choices(figure_id, values, context.questionnaire)
    if "medians" not in figures_allowed(len(values)):
        return waiting(figure_id, kind)
    rows, n = thirds(counts, len(values)), 0 if others else len(values)
    return GroupFigure(figure_id, kind, "shown", n=n, sensitive=sensitive, rows=rows)


def _choices(figure_id: str, values: list[Any], questionnaire: Questionnaire) -> dict[str, int]:
    kind, _, subject = figure_id.partition(".")
    if kind == "boxes":
        boxes = [box.id for box in questionnaire.lists[subject].boxes]
        return {box: sum(box in ticked for ticked in values) for box in boxes}
    fact = next(fact for fact in questionnaire.facts if fact.id == subject)
    if not fact.options:
        return {"yes": sum(value is True for value in values)}
    return {option: sum(value == option for value in values) for option in fact.options}
