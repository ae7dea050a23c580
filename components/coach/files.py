"""The files that are open on the Coach page: chosen, named, closed."""

import streamlit as st

from components.state.coach import (
    Coaching,
    close_coach_file,
    close_coach_files,
    label_key,
    open_coach_files,
    upload_key,
)
from throughline.plan_file import OWNER_LENGTH
from throughline.wording import literal


def files(coaching: Coaching) -> None:
    """Take files in and name those that are open."""
    words = coaching.words.page
    with st.container(key="card_coach_files"):
        # No `type`: the name of a file proves nothing, and a forged one would raise before we could look.
        st.file_uploader(
            words["upload"],
            accept_multiple_files=True,
            max_upload_size=1,
            key=upload_key(),
            on_change=open_coach_files,
            help=words["help"],
        )
        for said in coaching.said:
            st.markdown(f":material/info: {literal(said)}")
        for number, (file, name) in enumerate(coaching.files.items(), start=1):
            _file(coaching, number, file, name)
        if coaching.files:
            st.button(
                words["clear"],
                icon=":material/close:",
                key="coach_close_all",
                on_click=close_coach_files,
            )


def _file(coaching: Coaching, number: int, file: str, name: str) -> None:
    words = coaching.words.page
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"coach_file_{file}"):
        st.text_input(
            words["label_of"].format(number=number),
            max_chars=OWNER_LENGTH,
            key=label_key(file),
            persist_state="session",
            help=words["file"].format(file=literal(name)),
        )
        st.button(
            words["remove"],
            icon=":material/close:",
            key=f"coach_close_{file}",
            type="tertiary",
            on_click=close_coach_file,
            args=[file],
        )
