"""A page with the live picture as a card: no steps, no bar, beside a question that keeps its answer."""

# ruff: noqa: TID251 - a demo stands alone, without components.state

import json

import streamlit as st

from components.live_balance import LiveView, live_balance, send
from components.scale import Question, parse_reply, scale

st.set_page_config(page_title="Card demo")


def take_answers() -> None:
    """Keep what the scale reports."""
    st.session_state.tried = parse_reply(st.session_state["step"].answers, {"J1": 1})


st.title("Demo")
scale(
    [
        Question(
            "J1",
            "Continuous learning",
            "is rarely needed",
            "is vital for progressing and leading",
            "present",
            "future",
            value=7,
            state="answered",
            can_skip=False,
            can_be_na=False,
            can_clear=False,
        )
    ],
    key="step",
    label="What if?",
    on_change=take_answers,
)
live_balance("card", on_go=lambda: None)
view = LiveView(
    label="As answered",
    sentence="Your answers lean 38 : 62: +0.0 points against your answers.",
    present=38,
    future=62,
    low=58,
    high=66,
    whisker_low=50,
    whisker_high=70,
    missing="",
    answered=6,
    total=18,
    steps=(),
    note="Quick form",
)
send(view, "card")
st.text("kept " + json.dumps(st.session_state.get("tried", {"J1": 7.0})))
