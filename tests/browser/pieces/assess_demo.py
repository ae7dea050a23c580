"""A page the browser tests answer: one scale, the live picture in its own fragment."""

# ruff: noqa: TID251 - a demo stands alone, without components.state

import json

import streamlit as st

from components.live_balance import LiveView, StepProgress, live_balance, parse_go, send
from components.scale import Question, parse_reply, reply_number, scale

st.set_page_config(page_title="Scale demo", layout="wide")

PAGE_RULES = st.components.v2.component(
    "demo_page_rules",
    css="""
    @media (width <= 640px) {
      .st-key-livebar { position: fixed; inset: auto 0 0; z-index: 10 }
    }
    """,
    isolate_styles=False,
)
PAGE_RULES(key="rules")
ALLOWED = {"J1": 1, "E3": 1, "E4": 1, "B1": 1, "P1": 1, "W1": 0.5}
saved = st.session_state.setdefault("saved", {"B1": 7.0})
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1


def take_answers() -> None:
    """Mirror what the scale reports, then redraw the live picture alone."""
    raw = st.session_state["step"].answers
    st.session_state.saved = {**st.session_state.saved, **parse_reply(raw, ALLOWED)}
    st.session_state.seen = reply_number(raw)
    st.rerun("live")


def go() -> None:
    """Remember which step was asked for."""
    st.session_state.went = parse_go(st.session_state["live"].go, {"d1", "d2", "d3"})


def forget() -> None:
    """Drop every answer."""
    st.session_state.saved = {}


def ask(
    name: str,
    text: str,
    left: str,
    right: str,
    *,
    flip: bool = False,
    increment: float = 1,
    default: float | None = None,
    more: bool = True,
) -> Question:
    """Build a question with what has been saved for it."""
    answer = saved.get(name)
    return Question(
        name,
        text,
        left,
        right,
        "future" if flip else "present",
        "present" if flip else "future",
        value=answer if isinstance(answer, float) else None,
        state="answered" if isinstance(answer, float) else (answer or "untouched"),
        increment=increment,
        default=default,
        can_skip=more,
        can_be_na=more,
    )


QUESTIONS = [
    ask(
        "J1",
        "The main thing this work does for me is bring in money for bills, rent and daily living.",
        "Not at all true",
        "Completely true",
        flip=True,
    ),
    ask(
        "E3",
        "Continuous learning",
        "is rarely needed",
        "is vital for progressing and leading",
    ),
    ask(
        "E4",
        "Certifications",
        "give lasting credibility and mobility",
        "help me get hired soon",
        flip=True,
    ),
    ask(
        "B1",
        "What I receive",
        "is basic income with limited benefits",
        "is a package covering family, health and retirement",
    ),
    ask(
        "P1",
        "Income covers bills, rent and daily living: how much of it do I want?",
        "Not met",
        "Fully met",
        default=8.0,
        more=False,
    ),
    ask("W1", "Where I want to be on goals", "Near goals", "Far goals", increment=0.5),
]


@st.fragment(key="live")
def show_live() -> None:
    """The picture, from what has been saved."""
    answers = st.session_state.saved
    count = sum(value is not None for value in answers.values())
    lean = answers.get("E3")
    future = round(20 + 6 * lean) if isinstance(lean, float) else None
    steps = (
        StepProgress("d1", "What the work is like", count, 6, True),
        StepProgress("d2", "Education and training", 2, 4, False),
        StepProgress("d3", "Skills, experience and passion", 5, 5, False),
        StepProgress("d4", "Goals", 0, 4, False),
        StepProgress("d5", "Promotion and advancement", 0, 4, False),
        StepProgress("d6", "Rewards and life", 0, 6, False),
        StepProgress("d7", "Mindset, investment, direction", 0, 4, False),
    )
    view = LiveView(
        label="Your balance so far",
        sentence=""
        if future is None
        else f"Your answers lean {100 - future} : {future}; with similar questions "
        f"the {future} could be {future - 4}-{future + 4}.",
        present=None if future is None else 100 - future,
        future=future,
        low=None if future is None else future - 4,
        high=None if future is None else future + 4,
        whisker_low=None if future is None else max(0, future - 14),
        whisker_high=None if future is None else min(100, future + 10),
        missing="Six more answers in two areas open the picture.",
        answered=count,
        total=18,
        steps=steps,
        note=st.query_params.get("note", ""),
    )
    send(view, "live")
    with st.container(key="saved"):
        st.text(json.dumps(answers, sort_keys=True))
        st.text(f"runs {st.session_state.runs} went {st.session_state.get('went')}")


st.title("Demo")
with st.container(key="layout", horizontal=True):
    left, right = st.columns([2.6, 1], gap="large")
with left:
    scale(
        QUESTIONS,
        key="step",
        label="Education and training",
        intro="How things are today. Leave out what you would rather not answer.",
        on_change=take_answers,
        arrive=bool(st.query_params.get("arrive")),
        seen=st.session_state.get("seen", 0),
    )
    st.button("Run the page")
    st.button("Forget", on_click=forget)
with right:
    with st.container(key="livebar"):
        live_balance("live", on_go=go, bar=True)
    show_live()
