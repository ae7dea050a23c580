"""What was done in a room, and when, in plain words; people and devices are in none of them."""

from collections.abc import Sequence

import streamlit as st

from components import resources
from components.room.names import clock, on_screen, title_of
from throughline.workshop.room import Event


def log(events: Sequence[Event]) -> None:
    """List what was done, the latest first."""
    words = resources.catalogue().room.host
    with st.expander(words["log"], type="compact", key="desk_log"):
        if not events:
            st.markdown(words["log_none"])
            return
        lines = [f"- :gray[{clock(one.at)}] {done(one)}" for one in reversed(events)]
        with st.container(height=min(360, 40 + 36 * len(lines)), border=False, key="log_lines"):
            st.markdown("\n".join(lines))


def done(event: Event) -> str:
    """One line of the log."""
    words, detail = resources.catalogue().room.log, event.detail
    section = str(detail.get("section") or "")
    name = title_of(section) if section else words["all_open"]
    round_no = detail.get("round_no", 1)
    if section and round_no not in (1, None):
        name = words["round"].format(section=name, round=round_no)
    kind = event.command
    if kind == "open_section" and detail.get("pace") == "self":
        kind = "open_self"
    if kind == "set_qr_only" and detail.get("on") is False:
        kind = "set_qr_too"
    return words.get(kind, words["other"]).format(
        section=name,
        screen=on_screen(str(detail.get("what", ""))),
        minutes=detail.get("minutes", ""),
        count=detail.get("count", ""),
        command=event.command.replace("_", " "),
    )
