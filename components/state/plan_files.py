"""The callbacks of the plan file that a visitor opens: take it in the place of everything, or let go of it."""

from typing import Protocol

import streamlit as st

from components import resources
from components.state.keeping import content
from components.state.store import replace_plan
from throughline.plan_file import Opened, read_plan

ROUND = "plan-file.round"


class Upload(Protocol):
    """A file that a visitor has chosen."""

    def getvalue(self) -> bytes:
        """Its bytes."""
        ...


def plan_file_key() -> str:
    """The key of the input that takes a plan file; under a new one it is empty again."""
    return f"plan-file.{_round()}"


def open_plan_file() -> None:
    """Callback: put the plan of the chosen file in the place of everything entered; the way back is kept."""
    chosen: Upload | None = st.session_state.get(plan_file_key())
    if chosen is None:
        return
    opened = read_plan(chosen.getvalue(), content(), resources.today())
    if isinstance(opened, Opened):
        replace_plan(opened.plan)
    drop_plan_file()


def drop_plan_file() -> None:
    """Callback: let go of the chosen file; everything stays as it is."""
    st.session_state[ROUND] = _round() + 1


def _round() -> int:
    count = st.session_state.get(ROUND)
    return count if isinstance(count, int) else 0
