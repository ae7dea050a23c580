"""What the last change of the sittings did, with the way back; it stays in sight at the foot of the window."""

import streamlit as st

from components import state
from components.state import Progress
from throughline.wording import literal


def said(progress: Progress) -> None:
    """Say what the last change did, and offer the way back."""
    if not progress.said and not progress.can_undo:
        return
    words = progress.words.page
    with st.container(horizontal=True, vertical_alignment="center", key="progress_said"):
        st.markdown(literal(progress.said) or words["undo_ready"], width="stretch")
        if progress.can_undo:
            st.button(
                words["undo"],
                icon=":material/undo:",
                on_click=state.undo_sittings,
                key="undo_sittings",
            )
