"""Suggested actions under their cause: take one on, or put it away."""

import streamlit as st

from components import state
from components.state import Planning
from throughline.content.actions import Suggestion


def suggestions(planning: Planning, offered: tuple[Suggestion, ...], why: str) -> None:
    """Each suggestion with its first step; ``why`` is the cause they share, in the person's numbers."""
    words = planning.content.words
    columns = st.columns(max(3, len(offered)), gap="medium")
    for one, column in zip(offered, columns, strict=False):
        with column, st.container(key=f"suggestion_{one.id}", gap="xsmall"):
            st.markdown(
                f"**{one.what}**  \n:gray[{words['first_step'].format(first_step=one.first_step)}]"
            )
            with st.container(horizontal=True, gap="xsmall"):
                st.button(
                    words["pick"],
                    icon=":material/add:",
                    key=f"pick_{one.id}",
                    on_click=state.pick_suggestion,
                    args=[one.id, why],
                )
                st.button(
                    words["dismiss"],
                    type="tertiary",
                    key=f"dismiss_{one.id}",
                    on_click=state.dismiss,
                    args=[state.SUGGESTIONS, one.id],
                )


def bring_back(planning: Planning, kind: str) -> None:
    """Offer once more what was put away of one kind: suggested actions, or boxes."""
    if planning.put_away(kind):
        st.button(
            planning.content.words["restore"],
            type="tertiary",
            icon=":material/settings_backup_restore:",
            key=f"restore_{kind}",
            on_click=state.restore,
            args=[kind],
        )
