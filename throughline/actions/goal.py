"""A step or an action as a goal or a milestone of the timeline."""

import datetime

from throughline.actions.action import Action
from throughline.content.actions import ActionContent
from throughline.goals import Goal
from throughline.goals.goal import Kind
from throughline.goals.limits import AREAS, HABITS, entry_limits


def goal_from_action(
    action: Action, *, goal_id: str, kind: Kind, today: datetime.date, content: ActionContent
) -> Goal:
    """Make a goal of an action: its words and its date, from today on; a date too far off is left open."""
    first, last = entry_limits(today)
    due = action.due if action.due and first <= action.due <= last else None
    return _goal(action.what, action.links, due, goal_id, kind, today, content, action.id)


def goal_from_step(
    habit: str,
    title: str,
    *,
    goal_id: str,
    kind: Kind,
    today: datetime.date,
    content: ActionContent,
) -> Goal:
    """Make a goal of one of the six steps, as long as the longest action suggested for it."""
    longest = max((one.days for one in content.suggested(habit, "path")), default=0)
    due = today + datetime.timedelta(days=longest) if longest else None
    return _goal(title, (habit,), due, goal_id, kind, today, content, habit)


def _goal(
    title: str,
    links: tuple[str, ...],
    due: datetime.date | None,
    goal_id: str,
    kind: Kind,
    today: datetime.date,
    content: ActionContent,
    origin: str,
) -> Goal:
    # A due date that has passed keeps its goal: a start after it would be an error of ours.
    start = due if kind == "milestone" or due is None else min(today, due)
    return Goal(
        id=goal_id,
        title=title,
        kind=kind,
        track=next((content.tracks[one] for one in links if one in content.tracks), "skills"),
        start=start,
        due=due,
        links=tuple(one for one in links if one in AREAS + HABITS),
        origin=origin,
    )
