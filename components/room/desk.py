"""The desk of a running room: one obvious next thing, the numbers, the agenda; everything else is quiet."""

from functools import partial

import streamlit as st

from components import resources
from components.clicker import clicker, parse_key
from components.countdown import countdown
from components.keepsake import keepsake
from components.room.agenda import agenda
from components.room.aside import aside, delete_rest
from components.room.names import title_of
from components.state import hosting, trigger
from components.state.hosting import Hosting, act
from components.state.room import browser_session
from throughline.wording import literal
from throughline.workshop.next_step import NextStep, next_step, second_round, settling
from throughline.workshop.views import Desk

EVERY = 2.0
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
    hosting.desk_drawn(shown)
    with st.container(key="desk"):
        with st.container(horizontal=True, vertical_alignment="center", key="desk_head"):
            st.title(literal(shown.room.title), anchor=False, width="stretch")
            if shown.room.rehearsal:
                st.markdown(f":orange-badge[{words['rehearsal']}]", width="content")
        if here.said:
            st.warning(here.said, icon=":material/info:")
        main, side = st.columns([3, 2], gap="medium")
        with main:
            _next(shown, step)
            st.fragment(_numbers, run_every=None if shown.room.phase == "closed" else EVERY)()
            agenda(shown)
        with side:
            aside(shown)
    clicker(key=_PIECE, on_move=partial(_pressed, shown, step), moves=KEYS)


def remember() -> None:
    """Have the browser keep the desk of this tab."""
    text, gone, route = hosting.kept()
    keepsake(
        hosting.KEPT,
        session=browser_session(),
        text=text,
        gone=gone,
        lasting=False,
        route=route,
        on_found=hosting.kept_found,
    )


def _next(shown: Desk, step: NextStep) -> None:
    """The one thing to do now, said and ready to press."""
    words = resources.catalogue().room.host
    with st.container(key="card_next"):
        st.markdown(f":gray[{words['next']}]")
        label, lead = _said(shown, step)
        if step.kind == "close":
            _question("close", words["next_close"], words["close_sure"], words["close_yes"], shown)
        elif step.kind == "done":
            st.header(words["next_done"], anchor=False)
        else:
            st.button(
                label,
                type="primary",
                key="cta_next",
                icon=":material/arrow_forward:",
                disabled=settling(step.section, resources.now()),
                on_click=_do,
                args=[shown, step],
            )
        st.markdown(lead)
        _anyway(shown, step)
        if step.kind == "done":
            delete_rest(shown)
        again = second_round(shown.sections, int(str(shown.room.settings.get("rounds", 1))))
        if (again and step.kind in ("open", "profile", "hand_out")) or shown.undo:
            with st.container(horizontal=True, key="next_else"):
                if again and step.kind in ("open", "profile", "hand_out"):
                    st.button(
                        words["next_round"].format(section=title_of(again.section)),
                        key="next_round",
                        help=words["next_round_lead"],
                        on_click=act,
                        args=["new_round", shown.room.version],
                        kwargs={"section": again.section},
                    )
                if shown.undo:
                    st.button(
                        words["undo"].format(command=shown.undo.replace("_", " ")),
                        icon=":material/undo:",
                        key="desk_undo",
                        type="tertiary",
                        on_click=act,
                        args=["undo", shown.room.version],
                    )


def _anyway(shown: Desk, step: NextStep) -> None:
    """Offer to reveal although somebody may still be saving: only after it was refused once."""
    if hosting.asked_first() == hosting.ANYWAY and step.section:
        st.button(
            resources.catalogue().room.host["anyway"],
            key="reveal_anyway",
            on_click=act,
            args=["reveal", shown.room.version],
            kwargs={
                "section": step.section.section,
                "round_no": step.section.round,
                "anyway": True,
            },
        )


def _said(shown: Desk, step: NextStep) -> tuple[str, str]:
    """Label of the button and the sentence under it."""
    words, room = resources.catalogue().room.host, shown.room
    section = step.section
    name = title_of(section.section) if section else ""
    answered = shown.answered.get((section.section, section.round), 0) if section else 0
    label = words.get(f"next_{step.kind}", "").format(section=name)
    lead = words.get(f"next_{step.kind}_lead", "").format(answered=answered, people=shown.people)
    if settling(section, resources.now()):
        lead = words["settling"]
    elif step.kind == "reveal" and answered < room.k:
        lead = words["next_reveal_few"].format(answered=answered, k=room.k)
    if step.kind == "open" and shown.people < room.k:
        lead = words["next_people_lead"].format(people=shown.people, k=room.k)
    return label, lead


def _do(shown: Desk, step: NextStep) -> None:
    """Callback: carry out the next step."""
    version, one = shown.room.version, step.section
    names = {"section": one.section, "round_no": one.round} if one else {}
    match step.kind:
        case "open":
            act("open_section", version, **names)
        case "lock":
            act("lock_section", version, **names)
        case "reveal" | "profile":
            act("reveal", version, **names)
        case "hand_out":
            act("hand_out", version)
        case _:
            return  # nothing that deletes is ever done without a question


def _question(command: str, label: str, question: str, yes: str, shown: Desk) -> None:
    """A press that asks before it deletes."""
    words = resources.catalogue().room.host
    with st.popover(label, icon=":material/logout:", type="primary", key=f"cta_ask_{command}"):
        st.markdown(question)
        if lost := [one.section for one in shown.sections if one.state in ("open", "locked")]:
            names = ", ".join(map(title_of, lost))
            st.markdown(words["close_unrevealed"].format(sections=names))
            st.button(
                words["close_include"],
                key="close_include",
                on_click=act,
                args=[command, shown.room.version],
                kwargs={"include": lost},
            )
        st.button(
            yes,
            type="primary",
            key=f"cta_yes_{command}",
            on_click=act,
            args=[command, shown.room.version],
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
    with st.container(key="desk_numbers"):
        for column, (label, value) in zip(
            st.columns(3),
            (
                (words["joined"], str(shown.people)),
                (words["active"], str(active)),
                (
                    words["answered"] if asked else words["answered_none"],
                    str(shown.answered.get(here, 0)) if asked else "–",
                ),
            ),
            strict=True,
        ):
            column.metric(label, value)
    for one in shown.sections:
        if one.state == "open" and one.deadline_at:
            countdown(
                one.deadline_at,
                resources.now(),
                key="desk_time",
                words=words["left"],
                over=words["over"],
            )


def _pressed(shown: Desk, step: NextStep) -> None:
    """Callback of the keys: what a key may do is what a button on this page may do."""
    match parse_key(trigger(_PIECE, "move"), tuple(KEYS.values())):
        case "next":
            _do(shown, step)
        case "lock" if step.kind == "lock":
            _do(shown, step)
        case "reveal" if step.kind in ("reveal", "profile"):
            _do(shown, step)
        case "join":
            act("set_screen", shown.room.version, what="join")
        case "timer" if step.kind == "lock" and step.section:
            name, number = step.section.section, step.section.round
            act("extend_timer", shown.room.version, section=name, round_no=number, minutes=1)
        case "help":
            hosting.ask_first("" if hosting.asked_first() == "keys" else "keys")
        case _:
            return
