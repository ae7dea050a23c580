"""A plan as the text of a plan file: equal plans give equal bytes."""

import json
from typing import Any

from throughline import actions, goals, journal
from throughline.answers import Answers
from throughline.plan_file.document import APP, FORMAT, SIZE_LIMIT, PlanFile, Sitting

_WHOLE_BELOW = 1e15  # a longer whole number is written with an exponent


def write_plan(plan: PlanFile, *, pretty: bool = False) -> str:
    """Write a plan as JSON with sorted keys, to be saved as UTF-8.

    Raises:
        ValueError: the plan holds an infinite number or none at all, which no legal plan does.
    """
    if pretty:
        return _dump(as_document(plan), indent=2, separators=(",", ": ")) + "\n"
    return _dump(as_document(plan), indent=None, separators=(",", ":"))


def fits(text: str) -> bool:
    """Whether a written plan is small enough to be opened again."""
    return len(text) <= SIZE_LIMIT and len(text.encode("utf-8")) <= SIZE_LIMIT


def as_document(plan: PlanFile) -> dict[str, Any]:
    """Write a plan as plain values in the newest format; ``read_plan`` gives it back."""
    document = {
        "app": APP,
        "format": FORMAT,
        "versions": plan.versions,
        "owner": plan.owner,
        "plan_id": plan.plan_id,
        "saved": plan.saved,
        "answers": answers_record(plan.answers),
        "steps": plan.steps,
        "pay": {
            "packages": plan.pay,
            "moves": plan.moves,
            "shown": plan.pay_shown,
            "compared": plan.pay_compared,
            "equity_out": plan.equity_out,
            "occupations": plan.occupations,
            "searches": plan.searches,
            "commission": plan.commission,
            "filled": plan.filled,
        },
        "goals": [goals.as_record(one) for one in plan.goals],
        "free_hours": plan.free_hours,
        "first_month": plan.first_month and plan.first_month.isoformat(),
        "actions": [actions.as_record(one) for one in plan.actions],
        "dismissed": plan.dismissed,
        "journal": [journal.as_record(one) for one in plan.journal],
        "sittings": [sitting_record(one) for one in plan.sittings],
        "counters": plan.counters,
    }
    written: dict[str, Any] = _plain(document)
    return written


def answers_record(answers: Answers) -> dict[str, Any]:
    """Write a sheet as plain values; a slider is a number, ``skipped`` or ``na``."""
    record = {
        "form": answers.form,
        "flips": answers.flips_on,
        "items": {
            **answers.markers,
            **dict.fromkeys(answers.skipped, "skipped"),
            **dict.fromkeys(answers.not_applicable, "na"),
        },
        "times": answers.first_answered,
        "ticks": answers.ticks,
        "reviewed": answers.reviewed,
        "wanted": answers.wanted,
        "importance": answers.importance,
        "targets": answers.need_targets,
        "ease": answers.ease,
        "facts": answers.facts,
    }
    written: dict[str, Any] = _plain(record)
    return written


def sitting_record(sitting: Sitting) -> dict[str, Any]:
    """Write one sitting as plain values."""
    return {
        "id": sitting.id,
        "name": sitting.name,
        "day": sitting.day.isoformat(),
        "answers": answers_record(sitting.answers),
        "model": sitting.model,
        "then": _plain(sitting.then),
        "now": _plain(sitting.now),
    }


def _dump(document: dict[str, Any], *, indent: int | None, separators: tuple[str, str]) -> str:
    return json.dumps(
        document,
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=separators,
    )


def _plain(value: Any) -> Any:
    """The value in JSON's own kinds; 7.0 and 7 are equal, so they are written alike."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE_BELOW:
        return int(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if hasattr(value, "items"):
        return {name: _plain(one) for name, one in value.items()}
    return value
