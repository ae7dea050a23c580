"""The days on which a person wants to be reminded to look at the plan."""

import datetime
from collections.abc import Iterable

from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.goal import Goal
from throughline.goals.months import add_months


def check_in_days(
    goals: Iterable[Goal],
    today: datetime.date,
    every: int,
    constants: GoalConstants = CONSTANTS,
) -> tuple[datetime.date, ...]:
    """Return the same day of every month, or of every so many, up to the last due date that is open.

    Args:
        goals: the plan; what is done, dropped or undated needs no reminder.
        today: the day; the first reminder lies one step after it.
        every: months between two reminders; 0 or less gives none.
        constants: how many months of the plan are shown; no reminder lies beyond them.
    """
    if every <= 0:
        return ()
    last = max(
        (one.due for one in goals if one.due and not one.done and not one.dropped), default=today
    )
    steps = range(every, constants.months_shown + 1, every)
    return tuple(day for day in (add_months(today, step) for step in steps) if day <= last)
