"""The callbacks of the log: write, change and remove an entry, and tick a box that entries support."""

from collections.abc import Iterable

import streamlit as st

from components.state.keys import key
from components.state.planning import (
    close_drawer,
    issues_said,
    keep,
    new_record_id,
    planning,
    renew,
    say,
)
from throughline.journal import ENTRY_LIMIT, Entry, as_record, read_entry

FIELDS = ("kind", "day", "text", "number", "unit")
LOG_VIEW = "log"


def new_entry_key(field: str) -> str:
    """The key of one input of the line that writes an entry."""
    return key("entry-new", field)


def write_entry() -> None:
    """Callback of the line above the log: an entry of what its inputs say."""
    now = planning()
    typed = {field: st.session_state.get(new_entry_key(field)) for field in FIELDS}
    entry, issues = read_entry(_fitting({"id": new_record_id("e"), **typed}))
    if entry is None:
        say(issues_said(issues))
    elif len(now.entries) >= ENTRY_LIMIT:
        say(now.log.words["full"].format(limit=ENTRY_LIMIT))
    else:
        _keep((*now.entries, entry), issues_said(issues) or now.log.words["added"])
        st.session_state.update(
            {new_entry_key("text"): "", new_entry_key("number"): None, new_entry_key("unit"): ""}
        )


def edit_entry(entry_id: str, field: str, widget: str) -> None:
    """Callback of one input of the drawer: keep what it says, or say why not and change nothing."""
    now = planning()
    before = _entry(entry_id)
    if before is None:
        return
    record = {"number": None, "unit": "", **as_record(before)}
    after, issues = read_entry(_fitting(record | {field: st.session_state.get(widget)}))
    said = issues_said(issues)
    if issues or field == "kind":
        renew()
    if after is None or after == before:
        say(said)
    else:
        kept = (after if one.id == entry_id else one for one in now.entries)
        _keep(kept, said or now.log.words["changed"])


def remove_entry(entry_id: str) -> None:
    """Callback: take an entry out of the log."""
    now = planning()
    if _entry(entry_id):
        _keep((one for one in now.entries if one.id != entry_id), now.log.words["removed"])
    close_drawer()


def open_entry(entry_id: str) -> None:
    """Callback: edit one entry."""
    say("")
    close_drawer()
    st.session_state[key("plan-open", "entry")] = entry_id


def log_action(what: str) -> None:
    """Callback: open the log with the words of an action in its line, ready to be written down."""
    st.session_state[new_entry_key("kind")] = "achievement"
    st.session_state[new_entry_key("text")] = what
    st.session_state[key("plan-view")] = LOG_VIEW


def confirm_box(box: str) -> None:
    """Callback: tick an evidence box; a person has looked at it and said that it is true."""
    tick = key("tick", box)
    keep(planning().log.words["confirmed"], {tick: True}, before={tick: False})


def _entry(entry_id: str) -> Entry | None:
    return next((one for one in planning().entries if one.id == entry_id), None)


def _fitting(record: dict[str, object]) -> dict[str, object]:
    """Leave out a number where the kind of entry takes none."""
    kinds = planning().log.kinds
    takes = any(name == record.get("kind") and one.takes_number for name, one in kinds.items())
    return record if takes else record | {"number": None, "unit": ""}


def _keep(entries: Iterable[Entry], said: str) -> None:
    keep(said, {key("journal"): [as_record(one) for one in entries]})
