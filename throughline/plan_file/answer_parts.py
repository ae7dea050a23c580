"""Sheets of answers and sittings out of a plan file: only what can be entered on the form."""

import math
from typing import get_args

from throughline.answers import Answers, Effort, legal_marker
from throughline.content.questionnaire import Form
from throughline.plan_file.content import PlanContent
from throughline.plan_file.document import SITTING_LIMIT, SITTING_NAME_LENGTH, Sitting
from throughline.plan_file.notes import Notes, Place
from throughline.plan_file.part import Part, as_number
from throughline.plan_file.writing import answers_record

FORMS: tuple[Form, ...] = get_args(Form)
EFFORTS: tuple[Effort, ...] = get_args(Effort)
ANSWER_KEYS = frozenset(answers_record(Answers()))
SITTING_KEYS = frozenset({"id", "name", "day", "answers", "model", "then", "now"})
VERSION_LENGTH = 20
_LATEST = 1e12  # seconds; first answers are told by any clock, so only nonsense is refused


def read_answers(part: Part, content: PlanContent) -> Answers:
    """Read one sheet; what cannot be entered is left out with a note."""
    part.only(ANSWER_KEYS)
    questions = content.questionnaire
    items = part.each("items", questions.by_id, _item)
    highest = content.model.numbers.importance_max
    return Answers(
        form=part.choice("form", FORMS, "quick"),
        flips_on=part.flag("flips", default=True),
        markers={i: value for i, value in items.items() if isinstance(value, float)},
        skipped=frozenset(i for i, value in items.items() if value == "skipped"),
        not_applicable=frozenset(i for i, value in items.items() if value == "na"),
        first_answered=part.each("times", questions.by_id, _moment),
        ticks=part.names("ticks", content.boxes),
        reviewed=part.names("reviewed", questions.lists),
        wanted=part.each("wanted", content.domains, lambda _, v: legal_marker(v, increment=0.5)),
        importance=part.each("importance", content.domains, lambda _, v: _whole(v, highest)),
        need_targets=part.each("targets", content.needs, _marker),
        ease=part.each("ease", content.habits, _effort),
        facts=part.each("facts", content.facts, lambda i, v: _fact(v, content.facts[i])),
    )


def read_sittings(
    records: object, content: PlanContent, notes: Notes | None = None
) -> tuple[Sitting, ...]:
    """Read up to 60 sittings from a list of any records, by day; an id counts once, the first time."""
    notes = Notes() if notes is None else notes
    given = records if isinstance(records, list) else []
    found: dict[str, Sitting] = {}
    for number, record in enumerate(given[:SITTING_LIMIT], start=1):
        place = Place("sittings", number)
        if not isinstance(record, dict):
            notes.add(place, "no_record")
            continue
        sitting = _sitting(Part(record, place, notes), content)
        if sitting is None:
            notes.add(place, "no_record")
        elif sitting.id in found:
            notes.add(place, "same_id")
        else:
            found[sitting.id] = sitting
    notes.add(Place("sittings"), "too_many", len(given[SITTING_LIMIT:]))
    return tuple(sorted(found.values(), key=lambda one: one.day))


def _sitting(part: Part, content: PlanContent) -> Sitting | None:
    part.only(SITTING_KEYS)
    id_, day = part.id("id"), part.day("day")
    name = part.text("name", SITTING_NAME_LENGTH)
    if not id_ or day is None or not name:
        return None
    sheet = part.inner("answers").raw
    return Sitting(
        id=id_,
        name=name,
        day=day,
        answers=read_answers(Part(sheet, part.place, part.notes), content),
        model=part.text("model", VERSION_LENGTH),
        then=part.each("then", content.domains, _marker),
        now=part.each("now", content.domains, _marker),
    )


def _item(_id: str, value: object) -> float | str | None:
    if isinstance(value, str):
        return value if value in ("skipped", "na") else None
    return legal_marker(value)


def _marker(_id: str, value: object) -> float | None:
    return legal_marker(value)


def _moment(_id: str, value: object) -> float | None:
    return as_number(value, -_LATEST, _LATEST)


def _whole(value: object, highest: float) -> float | None:
    number = as_number(value, 0.0, highest)
    return number if number is not None and math.floor(number) == number else None


def _effort(_id: str, value: object) -> Effort | None:
    return next((one for one in EFFORTS if isinstance(value, str) and value == one), None)


def _fact(value: object, options: tuple[str, ...]) -> str | bool | None:
    if value is True and not options:
        return True
    return value if isinstance(value, str) and value in options else None
