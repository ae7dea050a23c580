"""A press that asks before it does what can not be undone."""

import streamlit as st

from components import resources
from components.state import hosting


def question(name: str, label: str, sentence: str) -> bool:
    """Offer a button that only asks; True while the question is open, with room for the answer below it."""
    if hosting.asked_first() != name:
        st.button(label, key=f"ask_{name}", on_click=hosting.ask_first, args=[name])
        return False
    st.markdown(f"**{sentence}**")
    words = resources.catalogue().room.host
    st.button(words["cancel"], key=f"cancel_{name}", on_click=hosting.ask_first, args=[""])
    return True
