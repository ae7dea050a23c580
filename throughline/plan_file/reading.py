"""A plan file from anywhere -> a legal plan and what was put right, or one sentence why not; nothing raises."""

import datetime
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_args

from throughline.content.plan_file import RefusalCode, Section
from throughline.goals.limits import HOURS_WEEK
from throughline.plan_file.answer_parts import FORMS, read_answers, read_sittings
from throughline.plan_file.content import PlanContent
from throughline.plan_file.decoding import BrokenFile, decode
from throughline.plan_file.document import (
    DISMISSED_LIMIT,
    OWNER_LENGTH,
    Counter,
    PlanFile,
)
from throughline.plan_file.notes import Note, Notes, Place
from throughline.plan_file.part import Part
from throughline.plan_file.pay_parts import PayParts, read_pay
from throughline.plan_file.record_parts import read_action_list, read_goal_list, read_log
from throughline.plan_file.upgrade import UPGRADES, Upgrade, upgrade
from throughline.plan_file.writing import as_document

KEYS = frozenset(as_document(PlanFile()))
COUNTERS: tuple[Counter, ...] = get_args(Counter)
_LATEST = 1e11  # seconds since the epoch: beyond the year 5000
_MOST_MADE = 1e9
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,19}")
# A part that is not even of this kind is damage to the file and not one value gone wrong.
_CONTAINERS: dict[Section, type[list[Any] | dict[str, Any]]] = {
    **dict.fromkeys(("goals", "actions", "journal", "sittings", "dismissed"), list),
    **dict.fromkeys(("versions", "answers", "steps", "pay", "counters"), dict),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that could be read.

    Attributes:
        plan: what it holds; every value is legal.
        notes: what was put right or left out; empty when the file says nothing else than the plan.
        came_in: format of the file before it was brought up to date.
    """

    plan: PlanFile
    notes: tuple[Note, ...]
    came_in: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not opened, and why, in one sentence."""

    code: RefusalCode
    sentence: str


def read_plan(
    data: object,
    content: PlanContent,
    today: datetime.date,
    *,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> Opened | Refused:
    """Read a plan file; it never raises, whatever ``data`` is.

    Args:
        data: the bytes of the file, or its text.
        content: what decides which values are legal, and the words.
        today: the day of reading.
        upgrades: the steps from older formats.
    """
    try:
        document, came_in = upgrade(decode(data), upgrades)
        plan, notes = read_document(document, content, today)
    except BrokenFile as broken:
        words = content.words
        place = words.places[broken.section]
        return Refused(broken.code, words.refusals[broken.code].format(place=place))
    return Opened(plan, notes.said(content.words), came_in)


def as_legal(plan: PlanFile, content: PlanContent, today: datetime.date) -> PlanFile:
    """Return a plan with everything left out that cannot be entered, the way a file is read."""
    return read_document(as_document(plan), content, today)[0]


def read_document(
    document: dict[str, Any], content: PlanContent, today: datetime.date
) -> tuple[PlanFile, Notes]:
    """Read plain values in the newest format; what cannot be entered is left out with a note.

    Raises:
        BrokenFile: a part of the plan is not even a list, or not even an object.
    """
    for name, kind in _CONTAINERS.items():
        if not isinstance(document.get(name, kind()), kind):
            raise BrokenFile("section", name)
    notes = Notes()
    Part(document, Place("file"), notes).only(KEYS)

    def part(section: Section) -> Part:
        return Part(document, Place(section), notes)

    pay = read_pay(part("pay").inner("pay"), content)
    plan = PlanFile(
        versions=part("versions").each("versions", content.versions, _version),
        owner=part("owner").text("owner", OWNER_LENGTH),
        plan_id=part("plan_id").id("plan_id"),
        saved=part("saved").number("saved", 0.0, _LATEST),
        answers=read_answers(part("answers").inner("answers"), content),
        steps=part("steps").each("steps", FORMS, lambda form, v: _step(v, content.screens[form])),
        goals=read_goal_list(document.get("goals", []), today, notes),
        free_hours=part("free_hours").number("free_hours", *HOURS_WEEK),
        first_month=part("first_month").day("first_month"),
        actions=read_action_list(document.get("actions", []), notes),
        dismissed=part("dismissed").ids("dismissed", DISMISSED_LIMIT),
        journal=read_log(document.get("journal", []), notes),
        sittings=read_sittings(document.get("sittings"), content, notes),
        counters=part("counters").each("counters", COUNTERS, _count),
        **{one.name: getattr(pay, one.name) for one in fields(PayParts)},
    )
    return plan, notes


def _version(_name: str, value: object) -> str | None:
    return value if isinstance(value, str) and _VERSION.fullmatch(value) else None


def _step(value: object, screens: Collection[str]) -> str | None:
    return value if isinstance(value, str) and value in screens else None


def _count(_name: str, value: object) -> int | None:
    return value if type(value) is int and 0 <= value <= _MOST_MADE else None
