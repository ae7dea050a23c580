"""The door of a room: a code to type, or an invitation with everything to know before the one tap."""

import streamlit as st

from components import resources
from components.room.names import day
from components.state import attending
from throughline.wording import literal
from throughline.workshop.views import Invitation


def ask_code() -> None:
    """Ask for the code of a room, or for the way back into it."""
    words = resources.catalogue().room.join
    st.markdown(words["lead"])
    with st.form("room_code", border=False, enter_to_submit=True):
        st.text_input(
            words["code"],
            key=attending.CODE_INPUT,
            persist_state="session",
            max_chars=40,
            placeholder="1234 5678",
            autocomplete="off",
        )
        st.form_submit_button(
            words["enter"],
            type="primary",
            key="cta_code",
            width="stretch",
            on_click=attending.enter_code,
        )
    with st.expander(words["back_title"], type="compact", key="room_back"):
        st.markdown(words["back_lead"])
        with st.form("room_back_form", border=False):
            st.text_input(
                words["resume"],
                key=attending.BACK_INPUT,
                persist_state="session",
                max_chars=40,
                autocomplete="off",
            )
            st.form_submit_button(words["come_back"], on_click=attending.come_back)


def invitation(room: Invitation, text: str) -> None:
    """Say what is asked, who sees what, and when it is deleted; one tap joins."""
    catalogue = resources.catalogue()
    words, content = catalogue.room.join, catalogue.workshop
    st.title(literal(room.title), anchor=False)
    said(text)
    st.markdown(words["invited"])
    if room.rehearsal:
        st.markdown(f":orange-badge[{words['rehearsal']}] {words['rehearsal_lead']}")
    shut = (
        words["handout"]
        if room.phase == "handout"
        else words["full"]
        if room.full
        else words["locked"]
        if room.joins_locked
        else ""
    )
    if shut:
        st.info(shut, icon=":material/lock:")
        st.button(words["another"], on_click=attending.forget)
        return
    st.button(
        words["join"],
        type="primary",
        key="cta_join",
        width="stretch",
        on_click=attending.join,
    )
    st.markdown(f":gray[{words['no_name']} {words['alone'].format(k=room.k)}]")
    asked = [content.section(one) for one in room.sections if one in content.by_id]
    with st.container(key="card_asked"):
        st.header(words["asked_title"], anchor=False)
        names = ", ".join(one.title for one in asked)
        st.markdown(words["asked"].format(count=len(asked), sections=names))
        st.header(words["privacy_title"], anchor=False)
        promises = [line.format(k=room.k) for line in content.privacy]
        promises.append(words["deleted"].format(day=day(room.purge_at)))
        st.markdown("\n".join(f"- {line}" for line in promises))
    st.button(words["another"], type="tertiary", on_click=attending.forget)


def said(text: str) -> None:
    """Say what became of the last press, if there is something to say."""
    if text:
        st.info(text, icon=":material/info:")
