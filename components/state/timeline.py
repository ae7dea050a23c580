"""The five-year plan as it stands in the session: goals as plain records, read anew in every run."""

import datetime
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from components import resources
from components.state.keys import key
from throughline.content.goals import Goals
from throughline.goals import Goal, Timeline, read_goals, timeline_of
from throughline.goals.limits import HOURS_WEEK


@dataclass(frozen=True)
class Plan:
    """The goals of the sheet in use, read anew in every run."""

    words: Goals
    today: datetime.date

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """Every goal that can be read."""
        return read_goals(goal_records(), self.today)[0]

    @cached_property
    def timeline(self) -> Timeline:
        """Where everything stands today."""
        return timeline_of(self.goals, self.today, self.free_hours, self.first_month)

    @property
    def free_hours(self) -> float | None:
        """Hours a week for goals, 0-112, or None as long as nobody said."""
        value = st.session_state.get(key("plan", "free_hours"))
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value) if HOURS_WEEK[0] <= value <= HOURS_WEEK[1] else None

    @property
    def first_month(self) -> datetime.date | None:
        """A day of the month in which the five years begin, if the person chose one."""
        value = st.session_state.get(key("plan", "first_month"))
        return value if isinstance(value, datetime.date) else None

    @property
    def opened(self) -> Goal | None:
        """The goal being edited."""
        wanted = st.session_state.get(key("goal-open"))
        return next((goal for goal in self.goals if goal.id == wanted), None)

    @property
    def added(self) -> Goal | None:
        """The goal that the last change added, if it added one and says so."""
        wanted = st.session_state.get(key("goal-added")) if self.said else None
        return next((goal for goal in self.goals if goal.id == wanted), None)

    @property
    def put_aside(self) -> frozenset[str]:
        """Hints the person has left as they are, by name."""
        stored = st.session_state.get(key("goal-hints-aside"))
        listed = stored if isinstance(stored, list) else []
        return frozenset(one for one in listed if isinstance(one, str))

    @property
    def said(self) -> str:
        """What the last change did, or why it did nothing."""
        return str(st.session_state.get(key("goal-said"), ""))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(goal_history())

    @property
    def round(self) -> int:
        """Grows whenever values change behind the back of an input, so that inputs start anew."""
        count = st.session_state.get(key("goal-round"))
        return count if isinstance(count, int) else 0


def plan() -> Plan:
    """Return the plan of the sheet in use."""
    return Plan(resources.catalogue().goals, resources.today())


def plan_id() -> str:
    """Name of this plan in calendars, given once."""
    name = key("plan-id")
    if not isinstance(st.session_state.get(name), str):
        st.session_state[name] = resources.new_id()
    return str(st.session_state[name])


def plan_saved() -> datetime.datetime:
    """When a goal was last changed, in UTC; the start of the epoch for a plan nobody has changed."""
    seconds = st.session_state.get(key("plan-saved"))
    known = seconds if isinstance(seconds, int | float) and 0 <= seconds < 1e11 else 0
    return datetime.datetime.fromtimestamp(int(known), tz=datetime.UTC)


def goal_records() -> list[object]:
    """The goals as they are kept; a record can be anything."""
    records = st.session_state.get(key("goals"))
    return list(records) if isinstance(records, list) else []


def goal_history() -> list[list[object]]:
    """What the plan was before each change, the last one last."""
    history = st.session_state.get(key("goals-history"))
    return list(history) if isinstance(history, list) else []
