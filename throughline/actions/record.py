"""Actions to plain records and back, whatever a file or a browser holds."""

from typing import Any, get_args

from throughline.actions.action import (
    ACTION_LIMIT,
    LINKS_LIMIT,
    SEEN_BY_LENGTH,
    WHY_LENGTH,
    Action,
)
from throughline.content.actions import STEP_LENGTH, WHAT_LENGTH, Status
from throughline.journal.fields import Fields, Issue

_STATUSES: tuple[Status, ...] = get_args(Status)


def read_action(record: object, *, prefix: str = "") -> tuple[Action | None, tuple[Issue, ...]]:
    """Read one action; None when it has no id or does not say what it is.

    Args:
        record: anything; a mapping as ``as_record`` makes it is an action.
        prefix: put before the name of each field in the issues.
    """
    if not isinstance(record, dict):
        return None, (Issue(prefix.rstrip(".") or "action", "missing"),)
    fields = Fields(record, prefix)
    action = Action(
        id=fields.id("id", required=True),
        what=fields.text("what", WHAT_LENGTH, required=True),
        why=fields.text("why", WHY_LENGTH),
        first_step=fields.text("first_step", STEP_LENGTH),
        if_when=fields.text("if_when", STEP_LENGTH),
        then_do=fields.text("then_do", STEP_LENGTH),
        due=fields.day("due"),
        seen_by=fields.text("seen_by", SEEN_BY_LENGTH),
        status=fields.choice("status", _STATUSES, "not_started") or "not_started",
        links=fields.ids("links", LINKS_LIMIT),
        origin=fields.id("origin"),
        goal=fields.id("goal"),
    )
    return action if action.id and action.what else None, tuple(fields.issues)


def read_actions(records: object) -> tuple[tuple[Action, ...], tuple[Issue, ...]]:
    """Read up to 60 actions in their order; an id counts once, the first time."""
    if records is None:
        return (), ()
    if not isinstance(records, list | tuple):
        return (), (Issue("actions", "missing"),)
    issues = [Issue("actions", "too_many")] if len(records) > ACTION_LIMIT else []
    found: dict[str, Action] = {}
    for place, record in enumerate(records[:ACTION_LIMIT]):
        action, noted = read_action(record, prefix=f"actions.{place}.")
        issues += noted
        if action is None:
            continue
        if action.id in found:
            issues.append(Issue(f"actions.{place}.id", "repeated"))
        else:
            found[action.id] = action
    return tuple(found.values()), tuple(issues)


def as_record(action: Action) -> dict[str, Any]:
    """Write an action as plain values, ready for JSON; ``read_action`` gives it back."""
    return {
        "id": action.id,
        "what": action.what,
        "why": action.why,
        "first_step": action.first_step,
        "if_when": action.if_when,
        "then_do": action.then_do,
        "due": action.due.isoformat() if action.due else None,
        "seen_by": action.seen_by,
        "status": action.status,
        "links": list(action.links),
        "origin": action.origin,
        "goal": action.goal,
    }
