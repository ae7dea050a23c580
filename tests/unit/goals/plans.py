"""Short ways to write a goal, for the tests of the five-year plan."""

import datetime
from typing import Any

from throughline.goals import Goal

TODAY = datetime.date(2026, 11, 23)


def day(text: str) -> datetime.date:
    """A day as it is written."""
    return datetime.date.fromisoformat(text)


def ahead(days: int) -> datetime.date:
    """The day so many days after today."""
    return TODAY + datetime.timedelta(days=days)


def goal(id_: str = "g1", start: str = "", due: str = "", **fields: Any) -> Goal:
    """A goal with the dates as they are written; an empty one is none."""
    return Goal(
        id=id_,
        title=fields.pop("title", f"Goal {id_}"),
        start=day(start) if start else None,
        due=day(due) if due else None,
        **fields,
    )


def milestone(id_: str, on: str, **fields: Any) -> Goal:
    """A milestone on one day."""
    return goal(id_, on, on, kind="milestone", **fields)
