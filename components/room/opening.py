"""Before there is a desk: open a room, or come back to one; and the two secrets that are shown once."""

from functools import partial

import streamlit as st

from components import resources, state
from components.room.sheet import FILE, recovery_sheet, sheet_bytes
from components.state import taking_desk
from components.state.hosting import Hosting
from throughline.wording import literal
from throughline.workshop.room import PROFILE
from throughline.workshop.views import Desk, RoomPlan

TITLE, TEMPLATE, CHOSEN = "host.title", "host.template", "host.chosen"
ROUNDS, MOST, KEY = "host.rounds", "host.most", "host.key"
QR_ONLY, REHEARSAL = "host.qr_only", "host.rehearsal"
LONGEST_TITLE = 80


def opening(here: Hosting) -> None:
    """Ask what the room is to be, and take whoever knows a secret back to its desk."""
    words = resources.catalogue().room.host
    st.title(words["title"], anchor=False)
    st.markdown(words["lead"])
    if here.deleted:
        st.success(words["deleted"].format(counts=here.deleted), icon=":material/delete_forever:")
    if here.said:
        st.warning(here.said, icon=":material/info:")
    if here.rooms:
        _which_room(here)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="card_open_room"):
        _new_room()
    with right, st.container(key="card_regain"):
        st.header(words["regain_title"], anchor=False)
        st.markdown(words["regain_lead"])
        with st.form("regain_desk", border=False):
            st.text_input(
                words["secret"],
                type="password",
                max_chars=80,
                autocomplete="off",
                key=taking_desk.SECRET_INPUT,
                persist_state="session",
            )
            st.form_submit_button(words["regain"], key="regain", on_click=taking_desk.regain)


def _which_room(here: Hosting) -> None:
    words = resources.catalogue().room.host
    with st.container(key="card_which_room"):
        st.header(words["which"], anchor=False)
        st.markdown(words["which_lead"])
        for one in here.rooms:
            over = f" ({words['which_closed']})" if one.phase == "closed" else ""
            st.button(
                f"{literal(one.title)}{over}",
                key=f"which_{one.room_id}",
                icon=":material/desk:",
                on_click=taking_desk.choose,
                args=[one.room_id],
            )


def second_desk(here: Hosting) -> None:
    """Ask whoever followed a link to a second desk before the link is used up."""
    words = resources.catalogue().room.host
    with st.container(key="card_second_desk", width=720):
        st.title(words["second_title"], anchor=False)
        if here.said:
            st.warning(here.said, icon=":material/info:")
        st.markdown(words["second_lead"])
        with st.container(horizontal=True):
            st.button(
                words["second_yes"],
                type="primary",
                key="cta_second_desk",
                on_click=taking_desk.take_ticket,
            )
            st.button(words["cancel"], key="second_no", on_click=taking_desk.put_aside)


def secrets(here: Hosting, shown: Desk) -> None:
    """Show the two secrets of a room once, with a sheet to print."""
    words = resources.catalogue().room.host
    control, recovery = here.once
    with st.container(key="card_secrets", width=720):
        st.title(words["once_title" if recovery else "once_title_one"], anchor=False)
        st.markdown(words["once_lead" if recovery else "once_lead_one"])
        for name, secret in (("control", control), ("recovery", recovery)):
            if secret:
                st.markdown(f"**{words[name]}.** {words[f'{name}_lead']}")
                st.code(secret, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            if recovery:
                st.download_button(
                    words["sheet"],
                    partial(sheet_bytes, recovery_sheet(shown.room, recovery)),
                    file_name=FILE,
                    mime="application/pdf",
                    icon=":material/print:",
                    on_click="ignore",
                    key="recovery_sheet",
                )
            st.button(
                words["kept" if recovery else "kept_one"],
                type="primary",
                key="cta_kept",
                on_click=taking_desk.have_secrets,
            )


def _new_room() -> None:
    catalogue = resources.catalogue()
    words, content = catalogue.room.host, catalogue.workshop
    st.header(words["create"], anchor=False)
    st.text_input(
        words["name"],
        max_chars=LONGEST_TITLE,
        placeholder=words["name_hint"],
        key=TITLE,
        persist_state="session",
    )
    templates = {one.id: one for one in content.templates}
    st.radio(
        words["template"],
        list(templates),
        format_func=lambda one: f"**{templates[one].title}.** {templates[one].description}",
        key=TEMPLATE,
        persist_state="session",
    )
    template = templates.get(str(state.held(TEMPLATE)), content.templates[0])
    if not template.sections:
        st.pills(
            words["own_sections"],
            [one.id for one in content.sections],
            format_func=lambda one: content.section(one).title,
            selection_mode="multi",
            key=CHOSEN,
            persist_state="session",
        )
    with st.expander(words["options"], type="compact", key="room_options"):
        st.segmented_control(
            words["rounds"],
            [1, 2],
            default=template.rounds,
            help=words["rounds_help"],
            key=ROUNDS,
            persist_state="session",
        )
        st.number_input(words["max_people"], 5, 1000, 300, key=MOST, persist_state="session")
        st.toggle(words["qr_only"], key=QR_ONLY, persist_state="session")
        st.toggle(
            words["rehearsal"],
            help=words["rehearsal_help"],
            key=REHEARSAL,
            persist_state="session",
        )
    # A password field outside a form comes back empty once somebody has left it.
    with st.form("open_room", border=False):
        st.text_input(
            words["key"],
            type="password",
            max_chars=128,
            help=words["key_help"],
            autocomplete="off",
            key=KEY,
            persist_state="session",
        )
        st.form_submit_button(words["open"], type="primary", key="cta_open_room", on_click=_open)
    st.markdown(f":gray[{words['small']}]")


def _open() -> None:
    """Callback: make the room that the form describes; the service judges it."""
    content = resources.catalogue().workshop
    templates = {one.id: one for one in content.templates}
    template = templates.get(str(state.held(TEMPLATE)), content.templates[0])
    chosen = state.held(CHOSEN)
    picked = set(chosen) if isinstance(chosen, list | tuple) else set()
    own = (*(one.id for one in content.sections if one.id in picked), PROFILE)
    rounds, most = state.held(ROUNDS), state.held(MOST)
    taking_desk.open_room(
        RoomPlan(
            title=str(state.held(TITLE) or "").strip() or template.title,
            lang="en",
            template=template.id,
            sections=template.sections or own,
            rounds=rounds if type(rounds) is int else template.rounds,
            max_people=most if type(most) is int else 300,
            qr_only=state.held(QR_ONLY) is True,
            rehearsal=state.held(REHEARSAL) is True,
        ),
        str(state.held(KEY) or ""),
    )
