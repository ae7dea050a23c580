"""Timeline: five years of goals, as a chart or a list, each one edited in place."""

import streamlit as st

from components import shell, state
from components.cards import coach_line, pending
from components.goals import (
    cards,
    editor,
    example,
    files,
    hints,
    looking_back,
    picture,
    toolbar,
)

session = shell.enter()
plan, words = session.plan, session.plan.words

with st.container(horizontal=True, vertical_alignment="bottom"):
    st.title(words.page["title"], width="stretch")
    if st.button(
        "Present", icon=":material/present_to_all:", on_click=state.present, args=["timeline"]
    ):
        st.switch_page(shell.PRESENT)
st.markdown(words.page["lead"])
toolbar.write_down(plan)
if not plan.goals:
    pending(words.empty["plan"])
example.example(session)
if plan.goals:
    drawn = toolbar.choose_view(plan) == toolbar.CHART
    if drawn:
        picture.chart(plan)
    else:
        cards.cards(plan)
    hints.hints(session, overdue=drawn)
    picture.load(plan)
    looking_back.looking_back(session)
    files.files(session)
    toolbar.clear(plan)
picture.comparison(plan)
editor.editor(session)
coach_line()
toolbar.said(plan)
