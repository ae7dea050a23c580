"""How the Plan page opens: the outcome in words, the way on where something is missing, and what to show."""

import streamlit as st

from components import shell, state
from components.state import Session
from throughline.actions import waiting_for
from throughline.content.actions import Waiting
from throughline.explanations.reasons import plan_opening

MOVES, ACTIONS, LOG = "moves", "actions", state.LOG_VIEW
VIEWS = (MOVES, ACTIONS, LOG)


def opening(session: Session) -> None:
    """Say what the plan opens with; without a way to go, lead there."""
    catalogue = session.catalogue
    words = plan_opening(
        session.profile, session.way, session.answers, catalogue.actions, catalogue.model.numbers
    )
    with st.container(key="card_plan_opening" if session.way is None else "plan_opening"):
        st.header(words.title, anchor="opening")
        st.markdown(words.lead)
        if session.way is None:
            _go_on(session, waiting_for(session.profile, session.answers))


def _go_on(session: Session, missing: Waiting) -> None:
    """One button to where the plan waits for something."""
    steps = {"form": "d1", "importance": "wanted", "target": "wanted"}
    step = steps.get(missing) or _first_open(session)
    form = session.form if missing == "answers" else "full"
    if st.button(
        session.planning.content.words[f"go_{missing}"],
        type="primary",
        icon=":material/arrow_forward:",
        key="cta_plan_go",
        on_click=state.go,
        args=[step, form],
    ):
        st.switch_page(shell.ASSESS)


def _first_open(session: Session) -> str:
    """The first step of the form with a question of the balance that is open."""
    questions = session.catalogue.questionnaire
    asked = {item.id for item in questions.balance_items(session.form)}
    steps = questions.steps_of(session.form)
    waiting = (
        step.id
        for step in steps
        for item in questions.of_step(step)
        if item.id in asked and session.answers.open(item.id)
    )
    return next(waiting, steps[0].id)


def choose_view(session: Session) -> str:
    """What of the plan shows: the moves, my actions or the log."""
    words = session.planning.content.words
    view = st.segmented_control(
        words["view"],
        VIEWS,
        default=VIEWS[0],
        required=True,
        format_func=lambda one: words[f"view_{one}"],
        key=state.key("plan-view"),
        persist_state="session",
        label_visibility="collapsed",
    )
    return str(view)
