"""A plan cut into parts that are each small enough to read at once, lane by lane."""

from typing import get_args

from throughline.goals.goal import Goal, Track
from throughline.goals.timeline import Timeline, timeline_of

_LANES: tuple[Track, ...] = get_args(Track)


def parts_of(timeline: Timeline, most: int) -> tuple[Timeline, ...]:
    """Cut what is drawn of a plan into timelines of the same five years, each of at most so many goals.

    A plan that fits stays whole. Otherwise a lane begins a new part where it would not fit into the one
    before. What comes first in another part is not drawn as a link.

    Args:
        timeline: the plan; goals without a due date, let go, or outside of its window are left out.
        most: goals in a part, at least 1.
    """
    drawn = [
        goal
        for goal in timeline.goals.values()
        if goal.due and not goal.dropped and goal.id not in timeline.outside
    ]
    if len(drawn) <= most:
        return (timeline,) if drawn else ()
    parts: list[list[Goal]] = []
    for lane in _LANES:
        goals = sorted((g for g in drawn if g.track == lane), key=lambda g: str(g.start or g.due))
        for place in range(0, len(goals), most):
            some = goals[place : place + most]
            if place or not parts or len(parts[-1]) + len(some) > most:
                parts.append(some)
            else:
                parts[-1] = parts[-1] + some
    return tuple(
        timeline_of(part, timeline.today, timeline.free_hours, timeline.window.first)
        for part in parts
    )
