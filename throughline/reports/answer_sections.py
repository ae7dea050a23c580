"""The sections that come from the answers: result, areas, the way there, needs and habits, and the six steps."""

from collections.abc import Iterator

from throughline import figures, tables
from throughline.actions import rank_steps
from throughline.levers import Way, find_way
from throughline.reports.drawings import (
    area_rows,
    balance_drawing,
    map_drawing,
    need_rows,
    way_drawing,
)
from throughline.reports.material import Desk
from throughline.reports.model import Block, Text
from throughline.reports.printed import long_date, printed_table, table_of
from throughline.scoring import Profile, score
from throughline.tables.formats import percent, tenths, whole
from throughline.wording import balance_sentence, place_label, quality_notes

TICKS_SHOWN = 8


def profile_of(desk: Desk) -> Profile:
    """Score the sheet of the report."""
    content = desk.catalogue
    return score(desk.material.answers, content.questionnaire, content.model)


def way_of(desk: Desk, profile: Profile) -> Way | None:
    """Find the way to the wanted balance of the sheet."""
    content = desk.catalogue
    return find_way(profile, desk.material.answers, content.questionnaire, content.model.numbers)


def result(desk: Desk, profile: Profile) -> Iterator[Block | None]:
    """The balance with its range, and the place on the map."""
    wording = desk.catalogue.wording
    if profile.balance is None:
        return
    yield Text(balance_sentence(profile, wording), "lead")
    yield balance_drawing(profile, wording, desk.words.report)
    yield Text(wording.balance["covers"], "quiet")
    yield table_of(tables.balance_bar_table(profile), desk.caption("balance"))
    if profile.place is not None:
        yield Text(place_label(profile.place, wording), "heading")
        for quarter in profile.place.named:
            said = wording.places[quarter]
            yield Text(f"{said.gives} {said.question}")
        yield map_drawing(profile.place, wording, desk.words.report)
        yield table_of(
            tables.membership_bars_table(profile.place, wording).iloc[:, :2],
            desk.caption("membership"),
        )
    if desk.choice.notes:
        for note in quality_notes(profile.quality, desk.catalogue.questionnaire, wording):
            yield Text(note, "quiet")


def areas(desk: Desk, profile: Profile) -> Iterator[Block | None]:
    """The seven areas now and wanted, and the claims with their evidence."""
    if not profile.available:
        return
    wanted, questions = desk.material.answers.wanted, desk.catalogue.questionnaire
    yield Text(figures.domains_now_wanted_alt(profile, wanted, questions), "lead")
    yield area_rows(profile, wanted, questions, desk.words.report)
    frame = tables.domains_now_wanted_table(profile, wanted, questions)
    yield table_of(frame, desk.caption("areas"))
    claims = tables.claim_vs_evidence_table(profile, questions)
    yield table_of(claims, desk.caption("claims"))


def way(desk: Desk, profile: Profile) -> Iterator[Block | None]:
    """From now to wanted, area by area, and what one more box would add."""
    found = way_of(desk, profile)
    if found is None:
        return
    content = desk.catalogue
    plan = content.wording.plans[found.plan]
    near = whole(content.model.numbers.near_target_points)
    lead = desk.lead("way", title=plan.title, text=plan.text.format(near=near))
    yield Text(lead, "lead")
    yield way_drawing(found, content.questionnaire, desk.words.report)
    frame = tables.way_waterfall_table(found, content.questionnaire)
    yield table_of(frame, desk.caption("way"))
    ticks = tables.ticks_table(found, content.questionnaire)
    yield table_of(ticks.head(TICKS_SHOWN), desk.caption("ticks"))


def needs(desk: Desk, profile: Profile) -> Iterator[Block | None]:
    """Present support with the six needs, and momentum with the six habits."""
    content, answers = desk.catalogue, desk.material.answers
    questions, numbers, words = content.questionnaire, content.model.numbers, desk.words.report
    if profile.support is not None:
        said = figures.needs_now_target_alt(profile.support, questions)
        support = words.support.format(value=tenths(profile.support.value))
        yield Text(f"{support} {said}", "lead")
        yield need_rows(answers, profile.support, questions, numbers, words)
        frame = tables.needs_now_target_table(answers, questions, numbers)
        yield table_of(frame, desk.caption("needs"))
    if profile.habits.levels:
        if profile.habits.momentum is not None:
            yield Text(words.momentum.format(value=tenths(profile.habits.momentum)))
        frame = tables.habit_bars_table(profile.habits, questions)
        yield table_of(frame, desk.caption("habits"))


def plan(desk: Desk, profile: Profile) -> Iterator[Block | None]:
    """The six steps in order, with what puts them there, and the person's own actions."""
    content, answers = desk.catalogue, desk.material.answers
    found = way_of(desk, profile)
    ranked = rank_steps(profile, found, answers, content.questionnaire, content.model).ranked
    actions = desk.material.actions
    if not ranked and not actions:
        return
    yield Text(desk.lead("plan"), "lead")
    rows = [
        (
            f"{place}.",
            content.questionnaire.by_id[step.id].step,
            tenths(step.need),
            percent(step.room),
            answers.ease.get(step.id, "small"),
            tenths(step.priority),
        )
        for place, step in enumerate(ranked, 1)
    ]
    yield printed_table(desk.head("plan"), rows, desk.caption("plan"))
    statuses, if_then = desk.material.action_statuses, desk.words.report.if_then
    own = [
        (
            one.what,
            one.first_step,
            if_then.format(if_when=one.if_when, then_do=one.then_do) if one.then_do else "",
            long_date(one.due),
            statuses.get(one.status, one.status),
        )
        for one in actions
    ]
    yield printed_table(desk.head("actions"), own, desk.caption("actions"))
