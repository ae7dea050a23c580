"""What the person said about pay and security in the assessment, beside the mix; pay never moves the balance."""

import streamlit as st

from components import shell, state
from components.cards import pending, table
from components.state import Session
from throughline import tables


def said(session: Session) -> None:
    """Show the questions on pay and the needs that pay serves, each with its answer in words."""
    catalogue, texts = session.catalogue, session.pay.content.texts
    st.markdown(texts["said_lead"])
    asked = [catalogue.questionnaire.by_id[one] for one in session.pay.content.beside]
    if any(session.answers.answered(item.id) for item in asked):
        table(tables.answers_table(session.answers, asked), alt=texts["said_title"])
    else:
        pending(texts["said_empty"])
    for step in ("d6", "needs"):
        name = next(s.name for s in catalogue.questionnaire.steps_of("full") if s.id == step)
        if st.button(
            f"Answer them in {name}",
            key=f"pay_said_{step}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=state.go,
            args=[step, "full"],
        ):
            st.switch_page(shell.ASSESS)
