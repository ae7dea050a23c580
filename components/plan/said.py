"""What the last change of actions or log did, with the way back; it stays in sight at the foot of the window."""

import streamlit as st

from components import state
from components.state import Planning
from throughline.wording import literal


def said(planning: Planning) -> None:
    """Say what the last change did, and offer the way back."""
    if not planning.said and not planning.can_undo:
        return
    words = planning.content.words
    with st.container(horizontal=True, vertical_alignment="center", key="plan_said"):
        st.markdown(literal(planning.said) or words["undo_ready"], width="stretch")
        if planning.can_undo:
            st.button(
                words["undo"],
                icon=":material/undo:",
                on_click=state.undo_planning,
                key="undo_planning",
            )
