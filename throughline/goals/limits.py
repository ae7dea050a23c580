"""What one goal and one plan may hold, and how far away a date may lie."""

import datetime
import re

from throughline.goals.constants import CONSTANTS, GoalConstants
from throughline.goals.months import MONTHS_IN_YEAR, add_months

GOAL_LIMIT = 300
CHECK_IN_LIMIT = 200
ID_LENGTH = 40

FIRST_DAY = datetime.date(1970, 1, 1)
LAST_DAY = datetime.date(2200, 12, 31)

HOURS_WEEK = (0.0, 112.0)  # 16 hours on each of seven days
PROGRESS = (0, 100)
CONFIDENCE = (0, 10)
OUTCOME = (-2, 2)
WEIGHT = (0.01, 100.0)
MEASURE = (-1e12, 1e12)

AREAS = tuple(f"D{place}" for place in range(1, 8))
HABITS = tuple(f"X{place}" for place in range(1, 7))

ID = re.compile(rf"[A-Za-z0-9_-]{{1,{ID_LENGTH}}}")


def entry_limits(
    today: datetime.date, constants: GoalConstants = CONSTANTS
) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day that may be entered today.

    A saved plan may hold any day in 1970-2200, so that no goal is lost because time has passed.
    """
    months = MONTHS_IN_YEAR * constants.reach_years
    return max(add_months(today, -months), FIRST_DAY), min(add_months(today, months), LAST_DAY)
