"""The drawers in which one action or one entry is changed: every change is kept at once, and can be taken back."""

import streamlit as st

from components import state
from components.plan.fields import Fields
from components.state import Planning, Session
from throughline.actions.action import SEEN_BY_LENGTH, WHY_LENGTH
from throughline.content.actions import STEP_LENGTH, WHAT_LENGTH
from throughline.goals import entry_limits
from throughline.journal.entry import ENTRY_TEXT_LENGTH, ENTRY_UNIT_LENGTH
from throughline.journal.fields import FIRST_DAY, LARGEST_NUMBER
from throughline.wording import literal


def drawers(session: Session) -> None:
    """Open the drawer of the action or the entry being edited, if there is one."""
    planning = session.planning
    if (action := planning.opened_action) is not None:
        title = planning.content.words["edit_title"]
        st.dialog(title, position="right", on_dismiss=state.close_drawer)(_action)(action.id)
    elif (entry := planning.opened_entry) is not None:
        title = planning.log.words["edit"]
        st.dialog(title, position="right", on_dismiss=state.close_drawer)(_entry)(entry.id)


def _action(action_id: str) -> None:
    planning = state.current().planning
    action = next((one for one in planning.actions if one.id == action_id), None)
    if action is None:
        st.rerun()
    _said(planning)
    content = planning.content
    ask = Fields(action.id, planning.round, content.words, state.edit_action)
    ask.text("what", action.what, WHAT_LENGTH)
    ask.text("why", action.why, WHY_LENGTH, long=True)
    ask.text("first_step", action.first_step, STEP_LENGTH)
    ask.text("if_when", action.if_when, STEP_LENGTH)
    ask.text("then_do", action.then_do, STEP_LENGTH)
    first, last = entry_limits(planning.today)
    ask.day("due", action.due, first, last)
    ask.text("seen_by", action.seen_by, SEEN_BY_LENGTH)
    statuses = [(str(one), words.name) for one, words in content.statuses.items()]
    ask.choice("status", action.status, statuses)
    _ends(planning, action.id, "action")


def _entry(entry_id: str) -> None:
    planning = state.current().planning
    entry = next((one for one in planning.entries if one.id == entry_id), None)
    if entry is None:
        st.rerun()
    _said(planning)
    log = planning.log
    ask = Fields(entry.id, planning.round, log.words, state.edit_entry)
    ask.choice("kind", entry.kind, [(str(one), words.name) for one, words in log.kinds.items()])
    ask.day("day", entry.day, FIRST_DAY, planning.today)
    ask.text("text", entry.text, ENTRY_TEXT_LENGTH, long=True)
    if log.kinds[entry.kind].takes_number:
        ask.number("number", entry.number, LARGEST_NUMBER)
        if entry.number is not None:
            ask.text("unit", entry.unit, ENTRY_UNIT_LENGTH)
    _ends(planning, entry.id, "entry")


def _said(planning: Planning) -> None:
    if planning.said:
        st.markdown(f":material/info: {literal(planning.said)}")


def _ends(planning: Planning, record: str, kind: str) -> None:
    words = planning.content.words
    with st.container(horizontal=True, key="plan_drawer_ends"):
        if planning.can_undo:
            st.button(
                words["undo"],
                icon=":material/undo:",
                key="plan_drawer_undo",
                on_click=state.undo_planning,
            )
        remove = state.remove_action if kind == "action" else state.remove_entry
        if st.button(words["remove"], key="plan_drawer_remove", on_click=remove, args=[record]):
            st.rerun()
        if st.button(
            words["close"],
            type="primary",
            key="cta_plan_drawer_close",
            on_click=state.close_drawer,
        ):
            st.rerun()
