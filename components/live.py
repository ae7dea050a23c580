"""The live balance beside the questions: what it shows at this moment, redrawn alone after every answer."""

from functools import partial

import streamlit as st

from components import state
from components.live_balance import LiveView, StepProgress, live_balance, parse_go, send
from components.state import Session
from throughline.answers import Answers
from throughline.content.questionnaire import Questionnaire, Step
from throughline.wording import balance_sentence, pending_sentence, percent_pair

REVIEW = "review"
WANTED = "wanted"
_CHANNEL = "live_piece"


def live_panel(session: Session) -> None:
    """Draw the live balance; from then on an answer redraws only what it shows."""
    allowed = [step.id for step in session.catalogue.questionnaire.steps_of(session.form)]
    with st.container(key="live_balance"):
        live_balance(_CHANNEL, on_go=partial(_follow, allowed), bar=True)
    _bring_view()


@st.fragment(key=state.LIVE)
def _bring_view() -> None:
    """Callbacks on the form rerun this fragment and nothing else."""
    view = live_view(state.current())
    send(view, _CHANNEL, also=state.STORE, parcel=state.answers_parcel())


def live_view(session: Session) -> LiveView:
    """Sum up the sheet for the small picture."""
    profile, wording = session.profile, session.catalogue.wording
    balance = profile.balance
    present, future = percent_pair(balance.value) if balance else (None, None)
    steps = tuple(_progress(session))
    return LiveView(
        label=wording.balance[f"{profile.form}_label"],
        note=wording.balance["quick_note"] if profile.form != session.form else "",
        sentence=balance_sentence(profile, wording),
        present=present,
        future=future,
        low=balance.low if balance else None,
        high=balance.high if balance else None,
        whisker_low=balance.whisker[0] if balance else None,
        whisker_high=balance.whisker[1] if balance else None,
        missing="" if balance else pending_sentence(profile.gate, wording),
        answered=sum(step.answered for step in steps if step.id != WANTED),
        total=sum(step.total for step in steps if step.id != WANTED),
        steps=steps,
    )


def next_open(session: Session) -> str | None:
    """Id of the first step with a slider nobody has touched yet, or None."""
    step = first_open(session.answers, session.catalogue.questionnaire)
    return step.id if step else None


def first_open(answers: Answers, questions: Questionnaire) -> Step | None:
    """The first step with a slider nobody has touched yet."""
    for step in questions.steps_of(answers.form):
        if any(answers.state(item.id) == "untouched" for item in questions.of_step(step)):
            return step
    return None


def _progress(session: Session) -> list[StepProgress]:
    questions, answers = session.catalogue.questionnaire, session.answers
    here = "" if session.reviewing else session.step.id
    steps = []
    for step in questions.steps_of(session.form):
        items = questions.of_step(step)
        settled = sum(answers.state(item.id) in ("answered", "na") for item in items)
        total = len(items)
        if step.wanted:
            settled, total = len(answers.wanted), len(questions.domains)
        steps.append(StepProgress(step.id, step.name, settled, total, step.id == here))
    return steps


def _follow(allowed: list[str]) -> None:
    if step := parse_go(state.trigger(_CHANNEL, "go"), allowed):
        state.go(step)
