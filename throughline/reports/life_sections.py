"""The sections that come from goals and the log."""

from collections.abc import Iterator

from throughline.reports.goal_drawing import goal_drawing
from throughline.reports.material import Desk
from throughline.reports.model import Block, Text
from throughline.reports.printed import long_date, printed_table


def goals(desk: Desk) -> Iterator[Block | None]:
    """The goals on a line of years and as a table, and the person's notes on them."""
    found, names, today = desk.material.goals, desk.material.goal_names, desk.material.today
    if not found:
        return
    done = sum(goal.done and not goal.dropped for goal in found)
    ahead = sum(not goal.done and not goal.dropped for goal in found)
    yield Text(desk.lead("goals", open=ahead, done=done), "lead")
    yield goal_drawing(found, names, today, desk.words.report)
    rows = [
        (
            goal.title,
            names.track(goal),
            long_date(goal.start if goal.kind == "goal" else None),
            long_date(goal.due),
            f"{goal.progress}%" if goal.kind == "goal" else "",
            names.status(goal, today),
        )
        for goal in found
    ]
    yield printed_table(desk.head("goals"), rows, desk.caption("goals"))
    if desk.choice.notes:
        noted = [(goal.title, goal.note) for goal in found if goal.note]
        yield printed_table(desk.head("goal_notes"), noted, desk.caption("goal_notes"))


def log(desk: Desk) -> Iterator[Block | None]:
    """Check-ins and entries of the log, newest first."""
    with_notes = desk.choice.notes
    checks = [
        (one.day, goal.title, str(one.confidence), one.note)
        for goal in desk.material.goals
        for one in goal.check_ins
    ]
    kinds = desk.material.entry_kinds
    entries = sorted(desk.material.entries, key=lambda entry: entry.order, reverse=True)
    if not checks and not entries:
        return
    yield Text(desk.lead("log"), "lead")
    checks.sort(key=lambda row: row[0], reverse=True)
    rows = [(long_date(day), *rest)[: 4 if with_notes else 3] for day, *rest in checks]
    head = desk.head("check_ins_notes" if with_notes else "check_ins")
    yield printed_table(head, rows, desk.caption("check_ins"))
    logged = [
        (
            long_date(entry.day),
            kinds.get(entry.kind, entry.kind),
            entry.text,
            "" if entry.number is None else f"{entry.number:,.12g} {entry.unit}",
        )
        for entry in entries
    ]
    yield printed_table(desk.head("log"), logged, desk.caption("log"))
