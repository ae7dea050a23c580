"""The desk of a running room: one obvious next thing, the numbers, the agenda; everything else is quiet."""

from functools import partial

import streamlit as st

from components import resources
from components.clicker import clicker, parse_key
from components.keepsake import keepsake
from components.room.agenda import agenda
from components.room.aside import aside, record
from components.room.next_card import do, next_card
from components.state import hosting, taking_desk, trigger
from components.state.hosting import Hosting, act
from components.state.room import browser_session
from throughline.wording import literal
from throughline.workshop.next_step import NextStep, next_step
from throughline.workshop.views import Desk

EVERY = 2.0
NUMBER = 165  # pixels of a counter: three abreast on a desk, two on a phone
KEYS = {
    "ArrowRight": "next",
    "l": "lock",
    "r": "reveal",
    "j": "join",
    "t": "timer",
    "h": "help",
}
_PIECE = "host_keys"


def desk(here: Hosting, shown: Desk) -> None:
    """Show the desk of a room."""
    words = resources.catalogue().room.host
    step = next_step(shown.room.phase, shown.sections)
    looks = shown.scope == "moderate"
    hosting.desk_drawn(shown)
    with st.container(key="desk"):
        with st.container(horizontal=True, vertical_alignment="center", key="desk_head"):
            st.title(literal(shown.room.title), anchor=False, width="stretch")
            if shown.room.rehearsal:
                st.markdown(f":orange-badge[{words['rehearsal']}]", width="content")
            if looks:
                st.markdown(f":blue-badge[{words['looks']}]", width="content")
        if here.said:
            st.warning(here.said, icon=":material/info:")
        main, side = st.columns([3, 2], gap="medium")
        with main:
            if looks:
                st.markdown(words["looks_lead"])
            else:
                next_card(shown, step)
            if shown.room.phase != "closed":
                st.fragment(_numbers, run_every=EVERY)()
            agenda(shown)
            record(shown)
        with side:
            aside(shown)
    if not looks:
        clicker(key=_PIECE, on_move=partial(_pressed, shown, step), moves=KEYS)


def remember() -> None:
    """Have the browser keep the desk of this tab."""
    text, gone, route = taking_desk.kept()
    keepsake(
        taking_desk.KEPT,
        session=browser_session(),
        text=text,
        gone=gone,
        lasting=False,
        route=route,
        on_found=taking_desk.kept_found,
    )


def _numbers() -> None:
    """The three counters, each counted for itself; the page runs anew when anything moved."""
    words = resources.catalogue().room.host
    shown = hosting.hosting().desk
    if shown is None or hosting.desk_moved(shown):
        st.rerun()
        return
    active = resources.presence().active(shown.room.id, resources.now())
    here = (shown.room.current_section or "", shown.room.current_round or 1)
    asked = bool(shown.room.current_section)
    with st.container(key="desk_numbers", horizontal=True):
        for label, value in (
            (words["joined"], str(shown.people)),
            (words["active"], str(active)),
            (
                words["answered"] if asked else words["answered_none"],
                str(shown.answered.get(here, 0)) if asked else "–",
            ),
        ):
            st.metric(label, value, width=NUMBER)


def _pressed(shown: Desk, step: NextStep) -> None:
    """Callback of the keys: what a key may do is what a button on this page may do."""
    match parse_key(trigger(_PIECE, "move"), tuple(KEYS.values())):
        case "next":
            do(shown, step)
        case "lock" if step.kind == "lock":
            do(shown, step)
        case "reveal" if step.kind in ("reveal", "profile"):
            do(shown, step)
        case "join":
            act("set_screen", shown.room.version, what="join")
        case "timer" if step.kind == "lock" and step.section:
            name, number = step.section.section, step.section.round
            act("extend_timer", shown.room.version, section=name, round_no=number, minutes=1)
        case "help":
            hosting.ask_first("" if hosting.asked_first() == "keys" else "keys")
        case _:
            return
