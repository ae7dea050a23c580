"""The frame around the questions: which form, back and forth, and the review table."""

from typing import Literal

import streamlit as st

from components import live, shell, state
from components.cards import table
from components.state import Session
from throughline.content.questionnaire import Step
from throughline.tables import step_table

FORMS = {"quick": "Quick · 18", "full": "Full · 52"}


def choose_form() -> None:
    """Offer both forms and the sides switch; switching loses nothing."""
    with st.container(horizontal=True, vertical_alignment="center", key="form_bar"):
        st.segmented_control(
            "Form",
            list(FORMS),
            default="quick",
            required=True,
            format_func=FORMS.__getitem__,
            key=state.key("form"),
            persist_state="session",
            label_visibility="collapsed",
        )
        with st.popover("Options", icon=":material/settings:"):
            st.toggle(
                "Alternate the sides",
                value=True,
                key=state.key("flips"),
                persist_state="session",
                on_change=state.swap_sides,
            )
            st.markdown(
                "Half of the questions have their future end on the left, so that a habit of "
                "marking one side cannot tilt the balance. Switch it off if changing sides gets "
                "in your way: every answer keeps its meaning."
            )


def step_buttons(session: Session) -> None:
    """Back, next, review: free movement, whatever is answered."""
    steps = [step.id for step in session.catalogue.questionnaire.steps_of(session.form)]
    here = steps.index(session.step.id)
    with st.container(horizontal=True, key="step_buttons"):
        if here:
            st.button(
                "Back", icon=":material/arrow_back:", on_click=state.go, args=[steps[here - 1]]
            )
        if here + 1 < len(steps):
            st.button(
                "Next",
                type="primary",
                icon=":material/arrow_forward:",
                key="cta_next",
                on_click=state.go,
                args=[steps[here + 1]],
            )
        st.button(
            "Review answers",
            type="secondary" if here + 1 < len(steps) else "primary",
            key="review" if here + 1 < len(steps) else "cta_review",
            on_click=state.go,
            args=[live.REVIEW],
        )


def review(session: Session) -> None:
    """Show every answer of the form by step, each step with the way back to it."""
    open_step = live.next_open(session)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header("Your answers", anchor=False, width="stretch")
        if open_step:
            st.button(
                "First open question",
                type="primary",
                key="cta_open",
                on_click=state.go,
                args=[open_step],
            )
        kind: Literal["primary", "secondary"] = "secondary" if open_step else "primary"
        if st.button("See your balance", type=kind, key="see" if open_step else "cta_see"):
            st.switch_page(shell.BALANCE)
    for step in session.catalogue.questionnaire.steps_of(session.form):
        with st.container(key=f"card_review_{step.id}"):
            _review_step(session, step)


def _review_step(session: Session, step: Step) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(step.name, width="stretch", anchor=False)
        st.button(
            f"Change {step.name}",
            key=f"change_{step.id}",
            type="tertiary",
            icon=":material/edit:",
            on_click=state.go,
            args=[step.id],
        )
    frame = step_table(session.answers, session.catalogue.questionnaire, step)
    table(frame, alt=f"Answers: {step.name}")
