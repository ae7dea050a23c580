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
    questions = catalogue.questionnaire
    asked = [questions.by_id[one] for one in session.pay.content.beside]
    lists = [one for id_, one in questions.lists.items() if id_ in {item.domain for item in asked}]
    if any(session.answers.answered(item.id) for item in asked) or any(
        one.id in session.answers.reviewed or session.answers.ticks & {b.id for b in one.boxes}
        for one in lists
    ):
        table(tables.answers_table(session.answers, asked, lists), alt=texts["said_title"])
    else:
        pending(texts["said_empty"])
    for step in ("d6", "needs"):
        name = next(s.name for s in questions.steps_of("full") if s.id == step)
        if st.button(
            f"Answer them in {name}",
            key=f"pay_said_{step}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=state.go,
            args=[step, "full"],
        ):
            st.switch_page(shell.ASSESS)
