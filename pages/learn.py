"""Learn: the ideas behind the questions, each linked to what it feeds."""

import streamlit as st

from components import reading, shell, state
from components.cards import coach_line

session = shell.enter()

st.title("Learn")
st.markdown("What makes work a job, what makes it a career, and how one can grow into the other.")
if st.button("Present", icon=":material/present_to_all:", on_click=state.present, args=["learn"]):
    st.switch_page(shell.PRESENT)
for section in session.catalogue.learn.sections:
    reading.learn_section(session, section)
coach_line()
