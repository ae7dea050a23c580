"""What several plan files show side by side: balances with their ranges, areas, needs and next dates."""

import streamlit as st

from components import charts
from components.cards import table
from components.state import Session
from components.state.coach import Coaching
from throughline import figures, tables
from throughline.plan_file.side_by_side import difference_sentences
from throughline.wording import literal

BESIDE = 4  # files in one table of areas: what a phone has room for


def compare(session: Session, coaching: Coaching) -> None:
    """Draw the files in the order they were opened; nobody is ranked."""
    sides, words = coaching.sides, coaching.words
    questions = session.catalogue.questionnaire
    with st.container(key="card_coach_balance"):
        st.header(words.compare["title"], anchor=False)
        for sentence in difference_sentences(sides, words):
            st.markdown(literal(sentence))
        alt = figures.balances_beside_alt(sides, words)
        charts.show(
            figures.balances_beside(sides, words, look=charts.look()),
            key="chart_coach",
            alt=alt,
        )
        table(tables.sides_table(sides, words), alt=alt)
        st.markdown(f":gray[{words.compare['covers']}]")
    with st.container(key="card_coach_areas"):
        st.header(words.table["areas_title"], anchor=False)
        st.markdown(f":gray[{words.table['areas_lead']}]")
        for first in range(0, len(sides), BESIDE):
            some = sides[first : first + BESIDE]
            table(tables.areas_table(some, words, questions), alt=words.table["areas_title"])
    with st.container(key="card_coach_next"):
        st.header(words.table["next_title"], anchor=False)
        table(tables.next_table(sides, words, questions), alt=words.table["next_title"])
