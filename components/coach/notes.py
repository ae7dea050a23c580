"""The coach's own notes: one text for each open file, and all of them as a file of their own."""

import streamlit as st

from components.state.coach import Coaching, note_key
from throughline.plan_file.coach_notes import NOTE_LENGTH, write_notes
from throughline.wording import literal


def notes(coaching: Coaching) -> None:
    """Ask for notes; they live in this visit and in the file that is downloaded."""
    words = coaching.words.notes
    with st.container(key="card_coach_notes"):
        st.header(words["title"], anchor=False)
        st.markdown(words["lead"])
        for file, label in coaching.labels.items():
            st.text_area(
                words["of"].format(label=literal(label)),
                max_chars=NOTE_LENGTH,
                placeholder=words["placeholder"],
                key=note_key(file),
                persist_state="session",
            )
        kept = coaching.notes
        st.download_button(
            words["save"],
            write_notes(kept),
            file_name="throughline-notes.json",
            mime="application/json",
            icon=":material/download:",
            key="coach_notes_file",
            on_click="ignore",
            disabled=not kept,
            help=None if kept else words["wait"],
        )
