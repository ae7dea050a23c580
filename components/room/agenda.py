"""The agenda of a room: every section and round with its state, and what may be done with it now."""

import streamlit as st

from components import resources
from components.room.names import clock, title_of
from components.state.hosting import act
from throughline.workshop.next_step import in_order
from throughline.workshop.room import PROFILE, Section
from throughline.workshop.views import Desk

BADGES = {"waiting": "gray", "open": "blue", "locked": "orange", "revealed": "green"}
TIMERS = (2, 3, 5)


def agenda(shown: Desk) -> None:
    """List what is asked in this room, in order."""
    words = resources.catalogue().room.host
    with st.container(key="card_agenda"):
        st.header(words["agenda"], anchor=False)
        for one in in_order(shown.sections):
            _line(shown, one)


def _line(shown: Desk, one: Section) -> None:
    words = resources.catalogue().room.host
    key = f"{one.section}_{one.round}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"agenda_{key}"):
        name = title_of(one.section)
        if one.round > 1:
            name += f", {words['round'].format(round=one.round)}"
        count = shown.answered.get((one.section, one.round), 0)
        counted = one.section != PROFILE and one.state != "waiting"
        detail = ""
        if counted and shown.room.phase != "closed":
            detail = words["answers"].format(count=count)
        if one.state == "open" and one.deadline_at:
            detail += f" · {words['until'].format(time=clock(one.deadline_at))}"
        st.markdown(f"**{name}**  \n:gray[{detail}]" if detail else f"**{name}**", width="stretch")
        badge = words[f"state_{one.state}"]
        st.markdown(f":{BADGES[one.state]}-badge[{badge}]", width="content")
        if shown.scope == "control" and shown.room.phase != "closed":
            _more(shown, one, key)


def _more(shown: Desk, one: Section, key: str) -> None:
    """What else may be done with a section, behind one button."""
    words, version = resources.catalogue().room.host, shown.room.version
    choices: list[tuple[str, str, dict[str, object]]] = []
    at: dict[str, object] = {"section": one.section, "round_no": one.round}
    asked = one.section != PROFILE
    if one.state == "waiting" and asked:
        choices.append((words["open_section"], "open_section", at))
        choices.append((words["open_self"], "open_section", {**at, "pace": "self"}))
    if one.state == "open":
        choices += _while_open(one, at)
    if one.state == "locked":
        choices.append((words["reopen_section"], "reopen_section", at))
    if one.state == "locked" or (not asked and one.state != "revealed"):
        choices.append((words["reveal"], "reveal", at))
    if one.state == "revealed":
        what = f"picture:{one.section}:{one.round}" if asked else "profile"
        choices.append((words["show"], "set_screen", {"what": what}))
        if one.round > 1:
            choices.append((words["change"], "set_screen", {"what": f"change:{one.section}"}))
        if asked:
            choices.append((words["new_round"], "new_round", {"section": one.section}))
    # A popover stays open over what has changed; with another key after each command it closes.
    with st.popover(":material/more_horiz:", type="tertiary", key=f"agenda_more_{key}_{version}"):
        for number, (label, command, detail) in enumerate(choices):
            st.button(
                label,
                key=f"do_{key}_{number}",
                width="stretch",
                disabled=command not in shown.allowed,
                on_click=act,
                args=[command, version],
                kwargs=detail,
            )


def _while_open(one: Section, at: dict[str, object]) -> list[tuple[str, str, dict[str, object]]]:
    words = resources.catalogue().room.host
    found = [(words["lock_section"], "lock_section", at)]
    if one.pace == "self":
        found.append((words["lock_all"], "lock_section", {}))
    found += [
        (
            f"{words['timer']}: {words['timer_set'].format(minutes=m)}",
            "set_timer",
            {**at, "minutes": m},
        )
        for m in TIMERS
    ]
    if one.deadline_at:
        found.append((words["timer_more"], "extend_timer", {**at, "minutes": 1}))
    return found
