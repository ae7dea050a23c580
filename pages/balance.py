"""Balance: the result, what it is made of, and what would move it."""

import streamlit as st

from components import result, shell, state, support, way
from components.cards import coach_line

session = shell.enter()

with st.container(horizontal=True, vertical_alignment="bottom"):
    st.title("Balance", width="stretch")
    if st.button(
        "Present", icon=":material/present_to_all:", on_click=state.present, args=["balance"]
    ):
        st.switch_page(shell.PRESENT)
result.headline(session)
result.place(session)
result.areas(session)
if session.profile.balance is not None:
    way.way_there(session)
    way.what_if()
support.claims(session)
support.support(session)
support.habits(session)
support.notes(session)
coach_line()
