"""The presenter view: a choice of decks, then one slide with next and back by key, clicker or button."""

import streamlit as st

from components import shell, slides, state
from components.clicker import clicker, parse_move
from components.slides import Slide
from components.state import Session

_PIECE = "clicker"
_HOMES = {
    "learn": shell.LEARN,
    "balance": shell.BALANCE,
    "pay": shell.PAY,
    "timeline": shell.TIMELINE,
}
_DECKS = {
    "learn": slides.learn_deck,
    "balance": slides.balance_deck,
    "pay": slides.pay_deck,
    "timeline": slides.timeline_deck,
}


def show(session: Session) -> None:
    """Show the slide in turn, or ask what to present."""
    deck, number = state.presented()
    shown = _DECKS[deck](session) if deck in _DECKS else []
    number = min(max(number, 0), max(len(shown) - 1, 0))
    clicker(key=_PIECE, on_move=lambda: _move(deck, number, len(shown)))
    if parse_move(state.trigger(_PIECE, "move")) == "exit":
        st.switch_page(_HOMES.get(deck, shell.START))
    if shown:
        _slide(shown[number])
        _controls(session, deck, number, len(shown))
    else:
        _choose(session, deck)


def _slide(slide: Slide) -> None:
    with st.container(key="slide", height="stretch"):
        st.title(slide.title, anchor=False)
        slide.draw()


def _controls(session: Session, deck: str, number: int, total: int) -> None:
    with st.container(key="stage_controls", horizontal=True, vertical_alignment="center"):
        st.button(
            "Back",
            disabled=number == 0,
            on_click=state.present,
            args=[deck, number - 1],
            key="stage_back",
        )
        st.button(
            "Next",
            disabled=number + 1 == total,
            on_click=state.present,
            args=[deck, number + 1],
            key="stage_next",
        )
        shown = f"Sample: {session.sample.name} · " if session.sample and deck != "learn" else ""
        st.markdown(f"{shown}{number + 1} of {total}", width="stretch")
        st.button(
            "Another deck", type="tertiary", on_click=state.present, args=[""], key="stage_decks"
        )
        if st.button("Leave", type="tertiary", key="stage_leave"):
            st.switch_page(_HOMES[deck])


def _choose(session: Session, deck: str) -> None:
    st.title("What would you like to show?")
    if deck in _DECKS and deck != "learn":
        st.markdown(
            "There is no result on this screen yet: answer some questions, or show a sample."
        )
    st.markdown("Right and left arrows, Page Up and Page Down or a clicker move; Escape leaves.")
    with st.container(key="stage_choice", gap="medium"):
        st.button(
            "The ideas", type="primary", key="cta_ideas", on_click=state.present, args=["learn"]
        )
        if slides.balance_deck(session):
            name = session.sample.name if session.sample else ""
            st.button(
                f"{name}'s result (sample)" if name else "The result on this screen",
                on_click=state.present,
                args=["balance"],
            )
        if slides.pay_deck(session):
            st.button("The pay on this screen", on_click=state.present, args=["pay"])
        if slides.timeline_deck(session):
            st.button("The goals on this screen", on_click=state.present, args=["timeline"])
        for sample in session.catalogue.samples.samples:
            if session.sample is None or sample.id != session.sample.id:
                st.button(
                    f"The sample of {sample.name}, {sample.who}",
                    key=f"stage_{sample.id}",
                    on_click=_present_sample,
                    args=[sample.id],
                )
        if st.button("Leave", type="tertiary", key="stage_leave"):
            st.switch_page(_HOMES.get(deck, shell.START))


def _present_sample(sample: str) -> None:
    state.open_sample(sample)
    state.present("balance")


def _move(deck: str, number: int, total: int) -> None:
    moves = {"next": min(number + 1, total - 1), "back": max(number - 1, 0), "first": 0}
    move = parse_move(state.trigger(_PIECE, "move"))
    if total and move in moves:
        state.present(deck, moves[move])
