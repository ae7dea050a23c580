"""Every change of a plan as a plain function: goals in, goals and a sentence out; nothing is ever half done."""

import datetime
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Literal, get_args

from throughline.content.goal_words import GoalField
from throughline.content.goals import Goals
from throughline.goals.edit import Edit, find, issue_words, placed, swapped
from throughline.goals.fields import Issue
from throughline.goals.goal import CheckIn, Goal
from throughline.goals.limits import GOAL_LIMIT, entry_limits
from throughline.goals.months import add_months
from throughline.goals.moving import keep_baseline, move
from throughline.goals.reading import as_record, read_goal
from throughline.goals.sequence import push, sequence_of
from throughline.goals.words import day_words

Mark = Literal["done", "reopened", "dropped", "restored"]
DATES = ("start", "due")

# What a person changes one at a time; everything else of a goal follows from that.
EDITED: dict[str, GoalField] = {
    name: name
    for name in get_args(GoalField)
    if name not in {"id", "goals", "origin", "baseline_due", "check_ins", "done_on", "dropped"}
}
UNREADABLE = {"not_a_list", "not_text", "not_a_choice", "not_a_date", "not_a_number"}


def add(goals: tuple[Goal, ...], new: Sequence[Goal], said: str, words: Goals) -> Edit:
    """Add goals, all of them or none, each before the first of its lane that begins later."""
    if len(goals) + len(new) > GOAL_LIMIT:
        return Edit(goals, words.issue_words["refused_limit"].format(limit=GOAL_LIMIT))
    for goal in new:
        goals = placed(goals, keep_baseline(goal))
    return Edit(goals, said)


def write_down(
    goals: tuple[Goal, ...],
    goal_id: str,
    title: object,
    months: int | None,
    today: datetime.date,
    words: Goals,
) -> Edit:
    """Add a goal by its title alone, due in so many months; None leaves it undated."""
    start, due = (today, add_months(today, months)) if months else (None, None)
    record = {"id": goal_id, "title": title, "start": _iso(start), "due": _iso(due)}
    goal, issues = read_goal(record, today)
    if goal is None:
        return Edit(goals, words.issue_words["refused_title"])
    said = [words.undo["added"].format(title=goal.title), *issue_words(issues, goal.title, words)]
    return add(goals, (goal,), " ".join(said), words)


def set_field(
    goals: tuple[Goal, ...],
    goal_id: str,
    field: str,
    value: object,
    today: datetime.date,
    words: Goals,
) -> Edit:
    """Change one field of one goal; what can not be kept leaves the plan as it was and says why."""
    before = find(goals, goal_id)
    if before is None or field not in EDITED:
        return Edit(goals)
    record = as_record(before) | {field: value}
    if field in DATES and before.kind == "milestone":
        record |= dict.fromkeys(DATES, value)
    goal, issues = read_goal(record, today)
    if goal is None:
        return Edit(goals, words.issue_words["refused_title"], fresh=True)
    if any(issue.kind in UNREADABLE for issue in issues):
        said = words.issue_words["refused_value"].format(field=words.fields[EDITED[field]].short)
        return Edit(goals, said, fresh=True)
    goal, found = _within(goal, before, field, {one.id for one in goals}, today)
    issues = (*issues, *found)
    changed = swapped(goals, keep_baseline(goal))
    if field == "after" and (loops := sequence_of(changed).loops):
        titles = {one.id: one.title for one in changed}
        told = ", ".join(titles[one] for one in loops[0])
        return Edit(goals, words.issue_words["refused_cycle"].format(titles=told), fresh=True)
    said = " ".join(issue_words(issues, goal.title, words))
    return Edit(changed, said, fresh=bool(issues) or field == "kind")


def mark(
    goals: tuple[Goal, ...], goal_id: str, what: Mark, today: datetime.date, words: Goals
) -> Edit:
    """Mark a goal as done or open again, as no longer relevant or back in the plan."""
    goal = find(goals, goal_id)
    if goal is None:
        return Edit(goals)
    if what == "done":
        goal = replace(goal, done_on=today, dropped=False)
    elif what == "reopened":
        # A goal at 100 points would be done again at once.
        goal = replace(goal, done_on=None, progress=min(goal.progress, 99))
    else:
        goal = replace(goal, dropped=what == "dropped")
    return Edit(swapped(goals, goal), words.undo[what].format(title=goal.title), fresh=True)


def move_by(
    goals: tuple[Goal, ...], goal_id: str, months: int, today: datetime.date, words: Goals
) -> Edit:
    """Move one goal by months, minus = earlier, and say which of its dates moved and why."""
    goal = find(goals, goal_id)
    if goal is None:
        return Edit(goals)
    moved = move(goal, months, today)
    told = words.moves[moved.reason]
    text = told.one if told.one and goal.kind == "milestone" else told.text
    years = int(words.constants["reach_years"].value)
    said = text.format(
        title=goal.title,
        start=day_words(moved.goal.start),
        due=day_words(moved.goal.due),
        years=years,
    )
    return Edit(swapped(goals, moved.goal), said, fresh=moved.goal != goal)


def push_after(goals: tuple[Goal, ...], goal_id: str, today: datetime.date, words: Goals) -> Edit:
    """Push a goal, and whatever depends on it, far enough to begin after what comes first."""
    sequence = sequence_of(goals)
    if sequence.loops:
        return Edit(goals, words.pushing["refused"])
    after = push(sequence, goal_id)
    moved = [one for one, other in zip(after, goals, strict=True) if one != other]
    if not moved:
        return Edit(goals, words.pushing["none"])
    last = entry_limits(today)[1]
    if far := [one.title for one in moved if max(filter(None, (one.start, one.due))) > last]:
        years = int(words.constants["reach_years"].value)
        return Edit(goals, words.pushing["too_far"].format(title=far[0], years=years))
    text = words.pushing["one" if len(moved) == 1 else "done"]
    said = text.format(titles=", ".join(one.title for one in moved), count=len(moved))
    return Edit(after, said, fresh=True)


def check_in(
    goals: tuple[Goal, ...],
    goal_id: str,
    confidence: object,
    note: object,
    today: datetime.date,
    words: Goals,
) -> Edit:
    """Keep how sure the person is today, 0-10; a second check-in of a day replaces the first."""
    goal = find(goals, goal_id)
    if goal is None:
        return Edit(goals)
    if isinstance(confidence, bool) or not isinstance(confidence, int):
        return Edit(goals, words.check_in["choose"])
    entry = CheckIn(today, min(max(confidence, 0), 10), note if isinstance(note, str) else "")
    others = tuple(one for one in goal.check_ins if one.day != today)
    read, issues = read_goal(as_record(replace(goal, check_ins=(*others, entry))), today)
    said = [words.check_in["saved"].format(day=day_words(today))]
    if earlier := [one.confidence for one in others if one.day < today]:
        step = entry.confidence - earlier[-1]
        change = "change_same" if not step else "change_up" if step > 0 else "change_down"
        said.append(words.check_in[change].format(before=earlier[-1], after=entry.confidence))
    said += issue_words(issues, goal.title, words)
    return Edit(swapped(goals, read or goal), " ".join(said), fresh=True)


def copy(goals: tuple[Goal, ...], goal_id: str, new_id: str, words: Goals) -> Edit:
    """Add a copy of a goal without its history."""
    goal = find(goals, goal_id)
    if goal is None:
        return Edit(goals)
    fresh = replace(
        goal,
        id=new_id,
        progress=0,
        done_on=None,
        dropped=False,
        outcome=None,
        check_ins=(),
        baseline_due=goal.due,
        origin="",
    )
    return add(goals, (fresh,), words.undo["copied"].format(title=goal.title), words)


def delete(goals: tuple[Goal, ...], goal_id: str, words: Goals) -> Edit:
    """Take a goal out; what waited for it waits no more."""
    goal = find(goals, goal_id)
    if goal is None:
        return Edit(goals)
    kept = tuple(
        replace(one, after=tuple(name for name in one.after if name != goal_id))
        for one in goals
        if one.id != goal_id
    )
    waited = any(goal_id in one.after for one in goals)
    text = words.undo["deleted_waited" if waited else "deleted"]
    return Edit(kept, text.format(title=goal.title), fresh=True)


def shift(goals: tuple[Goal, ...], goal_id: str, places: int, words: Goals) -> Edit:
    """Draw a goal further up (minus) or down in its lane, and say what it stands by now; no date changes."""
    goal = find(goals, goal_id)
    if goal is None:
        return Edit(goals)
    lane = [place for place, one in enumerate(goals) if one.track == goal.track]
    here = lane.index(goals.index(goal))
    there = min(max(here + places, 0), len(lane) - 1)
    if here == there:
        return Edit(goals, words.undo["shifted_no"].format(title=goal.title))
    order = list(goals)
    order[lane[here]], order[lane[there]] = order[lane[there]], order[lane[here]]
    other = goals[lane[there]].title
    text = words.undo["shifted_up" if there < here else "shifted_down"]
    return Edit(tuple(order), text.format(title=goal.title, other=other))


def empty(goals: tuple[Goal, ...], words: Goals) -> Edit:
    """Take every goal out."""
    text = words.undo["cleared_one" if len(goals) == 1 else "cleared"]
    return Edit((), text.format(count=len(goals)), fresh=True)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _within(
    goal: Goal, before: Goal, field: str, ids: Container[str], today: datetime.date
) -> tuple[Goal, list[Issue]]:
    """Keep a date near enough to today, or to where it was, and only what is in the plan before it."""
    known = tuple(one for one in goal.after if one in ids)
    issues = [] if known == goal.after else [Issue(goal.id, "after", "unknown_goal")]
    goal = replace(goal, after=known)
    day, old = getattr(goal, field), getattr(before, field)
    if field in DATES and day:
        first, last = entry_limits(today)
        near = min(max(day, min(first, old or first)), max(last, old or last))
        if near != day:
            dates = DATES if goal.kind == "milestone" else (field,)
            goal = replace(goal, **dict.fromkeys(dates, near))
            issues.append(Issue(goal.id, field, "clipped"))
    return goal, issues
