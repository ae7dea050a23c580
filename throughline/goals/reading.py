"""A plan from anywhere, read without belief: hostile records in, legal goals and issues out, and back."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import get_args

from throughline.goals import limits
from throughline.goals.fields import Fields, Issue, parse_day
from throughline.goals.goal import (
    CHOICE_LENGTH,
    NOTE_LENGTH,
    TITLE_LENGTH,
    UNIT_LENGTH,
    CheckIn,
    Goal,
    Kind,
    Timeframe,
    Track,
)
from throughline.goals.words import visible

_KINDS: tuple[Kind, ...] = get_args(Kind)
_TRACKS: tuple[Track, ...] = get_args(Track)
_TIMEFRAMES: tuple[Timeframe, ...] = get_args(Timeframe)
_LINKS = limits.AREAS + limits.HABITS
_SAVED = (limits.FIRST_DAY, limits.LAST_DAY)

# Entries of a list that are looked at before reading gives up on finding more goals among them.
_LOOKED_AT = 2 * limits.GOAL_LIMIT


def as_record(goal: Goal) -> dict[str, object]:
    """Return a goal as JSON primitives: days as ``2027-03-31``, tuples as lists."""
    return {name: _plain(value) for name, value in asdict(goal).items()}


def read_goal(
    record: object, today: datetime.date, *, entered: bool = False
) -> tuple[Goal | None, tuple[Issue, ...]]:
    """Read one goal from a record of any kind; None without an id and a title.

    Args:
        record: what ``as_record`` writes, or anything else; unknown names are ignored.
        today: the day of reading.
        entered: the goal was typed today, so that start and due date lie within ten years of it. What
            was saved may hold any day in 1970-2200: a plan loses nothing because time has passed.
    """
    if not isinstance(record, Mapping):
        return None, (Issue("", "goals", "not_a_goal"),)
    id_ = record.get("id")
    if not isinstance(id_, str) or not limits.ID.fullmatch(id_):
        return None, (Issue("", "id", "no_id"),)
    fields = Fields(record, id_)
    title = fields.text("title", TITLE_LENGTH)
    if not visible(title):
        return None, (Issue(id_, "title", "no_title"),)
    goal = _read(fields, id_, title, limits.entry_limits(today) if entered else _SAVED)
    return goal, tuple(fields.issues)


def read_goals(
    records: object, today: datetime.date, *, entered: bool = False
) -> tuple[tuple[Goal, ...], tuple[Issue, ...]]:
    """Read a plan of at most 300 goals from a list of records; ids are unique, dependencies are known."""
    if not isinstance(records, list | tuple):
        return (), (Issue("", "goals", "not_a_list"),)
    goals: dict[str, Goal] = {}
    issues: list[Issue] = []
    for place, record in enumerate(records):
        if len(goals) == limits.GOAL_LIMIT or place == _LOOKED_AT:
            issues.append(Issue("", "goals", "too_many"))
            break
        goal, found = read_goal(record, today, entered=entered)
        if goal and goal.id in goals:
            issues.append(Issue(goal.id, "id", "same_id"))
            continue
        issues.extend(found)
        if goal:
            goals[goal.id] = goal
    known, unknown = _known(goals)
    return known, (*issues, *unknown)


def _read(fields: Fields, id_: str, title: str, days: tuple[datetime.date, datetime.date]) -> Goal:
    kind = fields.choice("kind", _KINDS, "goal")
    start, due = fields.day("start", days), fields.day("due", days)
    if kind == "milestone":
        if start and due and start != due:
            fields.note("start", "one_day")
        start = due = due or start
    return Goal(
        id=id_,
        title=title,
        kind=kind,
        track=fields.choice("track", _TRACKS, "skills"),
        timeframe=None if fields.raw.get("timeframe") is None else _timeframe(fields),
        purpose=fields.text("purpose", CHOICE_LENGTH),
        growth_plan=fields.text("growth_plan", CHOICE_LENGTH),
        start=start,
        due=due,
        baseline_due=fields.day("baseline_due", _SAVED),
        progress=fields.whole("progress", limits.PROGRESS) or 0,
        done_on=fields.day("done_on", _SAVED),
        dropped=fields.flag("dropped"),
        hours_week=fields.number("hours_week", limits.HOURS_WEEK) or 0.0,
        measure_value=fields.number("measure_value", limits.MEASURE),
        measure_unit=fields.text("measure_unit", UNIT_LENGTH),
        links=_links(fields),
        after=_after(fields),
        weight=fields.number("weight", limits.WEIGHT) or 1.0,
        outcome=fields.whole("outcome", limits.OUTCOME),
        check_ins=_check_ins(fields),
        note=fields.text("note", NOTE_LENGTH, lines=True),
        origin=fields.text("origin", CHOICE_LENGTH),
    )


def _timeframe(fields: Fields) -> Timeframe | None:
    given = fields.raw["timeframe"]
    found = [one for one in _TIMEFRAMES if isinstance(given, str) and given == one]
    if not found:
        fields.note("timeframe", "not_a_choice")
    return found[0] if found else None


def _links(fields: Fields) -> tuple[str, ...]:
    given = fields.names("links", limits.GOAL_LIMIT)
    if any(one not in _LINKS for one in given):
        fields.note("links", "not_a_choice")
    return tuple(one for one in given if one in _LINKS)


def _after(fields: Fields) -> tuple[str, ...]:
    given = fields.names("after", limits.GOAL_LIMIT)
    if fields.goal in given:
        fields.note("after", "depends_on_itself")
    if any(not limits.ID.fullmatch(one) for one in given):
        fields.note("after", "unknown_goal")
    return tuple(one for one in given if one != fields.goal and limits.ID.fullmatch(one))


def _check_ins(fields: Fields) -> tuple[CheckIn, ...]:
    """Check-ins, oldest first; those without a day are left out, and of too many the newest stay."""
    found = []
    for entry in fields.entries("check_ins"):
        day = parse_day(entry.get("day")) if isinstance(entry, Mapping) else None
        if not isinstance(entry, Mapping) or day is None or not _SAVED[0] <= day <= _SAVED[1]:
            fields.note("check_ins", "bad_check_in")
            continue
        # The issues of an entry are issues of the list: its fields are not shown one by one.
        inner = Fields(entry, fields.goal)
        confidence = inner.whole("confidence", limits.CONFIDENCE)
        if confidence is None:
            fields.note("check_ins", "bad_check_in")
            continue
        found.append(CheckIn(day, confidence, inner.text("note", NOTE_LENGTH, lines=True)))
        for issue in inner.issues:
            fields.note("check_ins", issue.kind)
    found.sort(key=lambda one: one.day)
    if len(found) > limits.CHECK_IN_LIMIT:
        fields.note("check_ins", "too_many")
    return tuple(found[-limits.CHECK_IN_LIMIT :])


def _known(goals: Mapping[str, Goal]) -> tuple[tuple[Goal, ...], list[Issue]]:
    """The goals without dependencies on goals that are not there."""
    kept, issues = [], []
    for goal in goals.values():
        after = tuple(one for one in goal.after if one in goals)
        if after != goal.after:
            issues.append(Issue(goal.id, "after", "unknown_goal"))
        kept.append(replace(goal, after=after))
    return tuple(kept), issues


def _plain(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value
