"""Callbacks that move: between steps, forms, samples and slides."""

from collections.abc import Mapping

import streamlit as st

from components import resources
from components.state.keys import OWN, key
from components.state.pay_cells import load_pay
from throughline.content.pay_fields import cells_of
from throughline.content.questionnaire import Form


def go(step: str, form: Form | None = None) -> None:
    """Callback: open one step of the form (``review`` for the table), in the form in use or another."""
    if form is not None:
        st.session_state[key("form")] = form
    current = "full" if st.session_state.get(key("form")) == "full" else "quick"
    st.session_state[key("step", current)] = step
    st.session_state["arrive"] = True


def arrived() -> bool:
    """Whether the visitor has just moved to this step; true once per move."""
    return bool(st.session_state.pop("arrive", False))


def begin(form: Form) -> None:
    """Callback: leave any sample and open the form where the visitor stopped."""
    leave_sample()
    st.session_state[key("form")] = form
    st.session_state["arrive"] = True


def open_sample(sample_id: str) -> None:
    """Callback: show a persona's sheet; own answers wait untouched under their own keys."""
    sample = next(s for s in resources.catalogue().samples.samples if s.id == sample_id)
    for stale in [k for k in st.session_state if str(k).startswith(f"{sample.id}.")]:
        del st.session_state[stale]
    st.session_state["sheet"] = sample.id
    st.session_state[key("form")] = "full"
    st.session_state[key("flips")] = True
    sheet: dict[str, Mapping[str, object]] = {
        "answer": {**sample.markers, **dict.fromkeys(sample.skipped, "skipped")},
        "tick": dict.fromkeys(sample.ticks, True),
        "reviewed": dict.fromkeys(sample.reviewed, True),
        "wanted": sample.wanted,
        "fact": sample.facts,
    }
    for kind, values in sheet.items():
        for name, value in values.items():
            st.session_state[key(kind, name)] = value
    pay = resources.catalogue().compensation
    load_pay(pay.packages[0].id, cells_of(sample.pay, pay.fields, pay.lists))


def leave_sample() -> None:
    """Callback: back to the visitor's own sheet."""
    st.session_state["sheet"] = OWN


def present(deck: str, slide: int = 0) -> None:
    """Callback: show one slide of a deck on the projector; an empty deck name shows the choice of decks."""
    st.session_state["present.deck"] = deck
    st.session_state["present.slide"] = slide


def presented() -> tuple[str, int]:
    """Deck and slide being presented."""
    slide = st.session_state.get("present.slide", 0)
    return str(st.session_state.get("present.deck", "")), slide if isinstance(slide, int) else 0
