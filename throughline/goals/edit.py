"""What comes of a change to a plan: the goals after it, and the sentence that tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from throughline.content.goals import Goals
from throughline.goals.fields import Issue
from throughline.goals.goal import Goal


@dataclass(frozen=True, slots=True)
class Edit:
    """A plan after a change, and what to say about it.

    Attributes:
        goals: the plan; the same as before when the change was refused.
        said: one or more sentences for the person, or empty.
        fresh: whether values changed that an open input may still show the old way.
    """

    goals: tuple[Goal, ...]
    said: str = ""
    fresh: bool = False


def issue_words(issues: Sequence[Issue], title: str, words: Goals) -> list[str]:
    """Say what was put right while something was read."""
    return [
        words.issues[one.kind].format(
            goal=title or words.issue_words["a_goal"], field=words.fields[one.field].short
        )
        for one in issues
        if one.field in words.fields
    ]


def find(goals: tuple[Goal, ...], goal_id: str) -> Goal | None:
    """Return the goal with this id, or None."""
    return next((goal for goal in goals if goal.id == goal_id), None)


def swapped(goals: tuple[Goal, ...], goal: Goal) -> tuple[Goal, ...]:
    """Return the plan with this goal in the place of the one that has its id."""
    return tuple(goal if one.id == goal.id else one for one in goals)


def placed(goals: tuple[Goal, ...], new: Goal) -> tuple[Goal, ...]:
    """Return the plan with a new goal before the first of its lane that begins later, else at the end."""
    begins = new.start or new.due
    later = (
        place
        for place, one in enumerate(goals)
        if begins and one.track == new.track and (one.start or one.due or begins) > begins
    )
    place = next(later, len(goals))
    return (*goals[:place], new, *goals[place:])
