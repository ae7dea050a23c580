"""The way from a step or an action to the timeline: a goal or a milestone in one click."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components import shell
from components.state import Session


def put_on_timeline(
    session: Session, name: str, goal: str, make: Callable[..., None], args: list[Any]
) -> None:
    """Offer a goal and a milestone, or the way to the one that was made.

    Args:
        session: the visitor's session.
        name: id of the step or action, for the keys of the buttons.
        goal: id of the goal it became; one that has left the timeline is offered again.
        make: the callback that makes it.
        args: what the callback takes before the kind.
    """
    words = session.planning.content.words
    if any(one.id == goal for one in session.plan.goals):
        if st.button(
            words["open_timeline"],
            type="tertiary",
            icon=":material/view_timeline:",
            key=f"timeline_{name}",
            help=words["has_goal"],
        ):
            st.switch_page(shell.TIMELINE)
        return
    for kind, names in session.plan.words.kinds.items():
        st.button(
            words[f"make_{kind}"],
            type="tertiary",
            icon=names.icon,
            key=f"make_{kind}_{name}",
            on_click=make,
            args=[*args, kind],
        )
