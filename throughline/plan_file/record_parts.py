"""Goals, actions and log entries out of a plan file, through the readers they have anyway."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from throughline import actions, goals, journal
from throughline.actions import Action
from throughline.content.plan_file import Listed, NoteCode
from throughline.goals import Goal
from throughline.journal import Entry
from throughline.plan_file.notes import Notes, Place

GOAL_KEYS = frozenset(Goal.__dataclass_fields__)
ACTION_KEYS = frozenset(Action.__dataclass_fields__)
ENTRY_KEYS = frozenset(Entry.__dataclass_fields__)
# Said about a goal as a whole, whichever field the reader names.
_WHOLE = ("not_a_list", "not_a_goal", "no_id", "same_id", "no_title", "too_many")
# The log and the actions say in five words what the notes say in more.
_SHARED: dict[journal.IssueKind, NoteCode] = {
    "missing": "unreadable",
    "unknown": "not_a_choice",
    "shortened": "cut",
    "repeated": "same_id",
    "too_many": "too_many",
}


def read_goal_list(given: list[Any], today: datetime.date, notes: Notes) -> tuple[Goal, ...]:
    """Read the goals of a file."""
    found, issues = goals.read_goals(given, today)
    entries = {str(_id(one)): number for number, one in reversed(list(enumerate(given, start=1)))}
    for issue in issues:
        field = (
            "" if issue.field in ("goals", "id", "title") and issue.kind in _WHOLE else issue.field
        )
        number = entries.get(issue.goal, 0) if issue.goal else 0
        notes.add(Place("goals", number, field), issue.kind)
    _unknown("goals", given, GOAL_KEYS, notes)
    _reshaped("goals", given, [goals.as_record(one) for one in found], GOAL_KEYS, notes)
    return found


def read_action_list(given: list[Any], notes: Notes) -> tuple[Action, ...]:
    """Read the actions of a file."""
    found, issues = actions.read_actions(given)
    _shared("actions", issues, notes)
    _unknown("actions", given, ACTION_KEYS, notes)
    _reshaped("actions", given, [actions.as_record(one) for one in found], ACTION_KEYS, notes)
    return found


def read_log(given: list[Any], notes: Notes) -> tuple[Entry, ...]:
    """Read the log of a file."""
    found, issues = journal.read_entries(given)
    _shared("journal", issues, notes)
    _unknown("journal", given, ENTRY_KEYS, notes)
    _reshaped("journal", given, [journal.as_record(one) for one in found], ENTRY_KEYS, notes)
    return found


def _shared(section: Listed, issues: Iterable[journal.Issue], notes: Notes) -> None:
    """Note issues that name their place ``actions.3.due``, counted from 0."""
    for issue in issues:
        _, _, rest = issue.field.partition(".")
        number, _, field = rest.partition(".")
        place = Place(section, int(number) + 1 if number else 0, field)
        notes.add(place, "no_record" if number and not field else _SHARED[issue.kind])


def _unknown(section: Listed, given: list[Any], known: Collection[str], notes: Notes) -> None:
    for number, record in enumerate(given, start=1):
        if isinstance(record, dict):
            extra = sum(name not in known for name in record)
            notes.add(Place(section, number), "unknown_key", extra)


def _reshaped(
    section: Listed,
    given: list[Any],
    written: Sequence[dict[str, Any]],
    known: Collection[str],
    notes: Notes,
) -> None:
    """Note what a reader changed without a word of its own; empty and absent say the same."""
    found = {one["id"]: one for one in written}
    noted = {(place.entry, place.field) for place, _ in notes.found if place.section == section}
    for number, record in enumerate(given, start=1):
        kept = found.pop(_id(record), {})  # an id counts once, the first time
        for name, value in record.items() if kept else ():
            unsaid = name in known and (number, name) not in noted
            if unsaid and value not in (None, "") and value != kept.get(name):
                notes.add(Place(section, number, name), "reshaped")


def _id(record: object) -> str:
    value = record.get("id") if isinstance(record, dict) else None
    return value if isinstance(value, str) else ""
