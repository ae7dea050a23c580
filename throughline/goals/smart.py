"""The SMART wording test of one goal: which of the five checks are met, and which are missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from throughline.goals.advice import measurable
from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.goal import Goal
from throughline.goals.status import UNDER_WAY, Status

SmartCheck = Literal["specific", "measurable", "achievable", "relevant", "time_bound"]


@dataclass(frozen=True, slots=True)
class Smart:
    """What the wording of a goal meets; name the missing checks, the points alone say nothing."""

    met: tuple[SmartCheck, ...]
    missing: tuple[SmartCheck, ...]

    @property
    def points(self) -> int:
        """20 points for each check that is met, 0-100."""
        return 100 * len(self.met) // (len(self.met) + len(self.missing))


def smart(
    goal: Goal,
    *,
    names_action: bool,
    active_hours: float,
    free_hours: float | None,
    constants: GoalConstants = CONSTANTS,
) -> Smart:
    """Test the wording of one goal.

    Args:
        goal: the goal.
        names_action: the person confirms that the title names an action.
        active_hours: hours a week of all goals under way, see ``active_hours_of``.
        free_hours: hours a week the person has for goals; None = not said, so not known to fit.
        constants: how many words a specific title has.
    """
    checks: dict[SmartCheck, bool] = {
        "specific": names_action and len(goal.title.split()) >= constants.smart_words,
        "measurable": measurable(goal),
        "achievable": free_hours is not None and active_hours <= free_hours,
        "relevant": bool(goal.links),
        "time_bound": goal.due is not None,
    }
    met = tuple(name for name, holds in checks.items() if holds)
    return Smart(met, tuple(name for name, holds in checks.items() if not holds))


def active_hours_of(goals: Iterable[tuple[Goal, Status]]) -> float:
    """Return the hours a week of all goals under way."""
    return sum(
        goal.hours_week for goal, status in goals if goal.kind == "goal" and status in UNDER_WAY
    )
