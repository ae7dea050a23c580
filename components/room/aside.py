"""Beside the agenda: how to join, what the screen shows, who is there, and what is seldom needed."""

import streamlit as st

from components import resources
from components.room.addresses import arrival
from components.room.desks import desks
from components.room.files import report_files
from components.room.log import log
from components.room.names import clock, day, on_screen, title_of
from components.room.questions import Answer, question
from components.state import hosting
from components.state.desk_links import make_screen, project_link, revoke_screens
from components.state.desk_notes import leave_desk
from components.state.hosting import act, delete_room
from components.state.room import base_address, join_link, only_here, screen_link
from throughline.workshop.invitation import shown_code
from throughline.workshop.views import Desk

SOME = 8
NO_PICTURE = ("join", "waiting", "end")


def record(shown: Desk) -> None:
    """Show what there is of the room so far: its report, and what was done."""
    if shown.scope == "control":
        report_files(shown)
    log(shown.events)


def aside(shown: Desk) -> None:
    """Show the quiet half of the desk."""
    if shown.room.phase in ("lobby", "live"):
        _joining(shown)
    if shown.room.phase == "closed" or shown.scope == "moderate":
        st.button(resources.catalogue().room.host["leave"], key="leave_desk", on_click=leave_desk)
        return
    _screen(shown)
    _devices(shown)
    desks(shown)
    _more(shown)
    _keys()


def _joining(shown: Desk) -> None:
    words, room = resources.catalogue().room.host, shown.room
    with st.container(key="card_joining"):
        st.header(words["joining"], anchor=False)
        base = base_address()
        if only_here(base):
            st.info(words["address_none"], icon=":material/wifi_off:")
        left, right = st.columns([2, 3], vertical_alignment="center")
        if room.code:
            left.image(
                resources.qr_code(join_link(room.code, shown.qr_key)),
                width="stretch",
                alt=resources.catalogue().room.screen["qr_alt"],
            )
            with right.container(key="desk_code"):
                st.markdown(f"**{shown_code(room.code)}**")
        right.markdown(f":gray[{words['address']}:]  \n**{base.partition('://')[2]}/join**")
        arrival(shown)
        if room.joins_locked:
            st.markdown(f":material/lock: {words['door_locked']}")
        if shown.throttled:
            st.warning(words["throttled"], icon=":material/gpp_maybe:")
        if shown.scope == "moderate":
            return
        command = "unlock_joins" if room.joins_locked else "lock_joins"
        st.button(words[command], key="door", on_click=act, args=[command, room.version])


def _screen(shown: Desk) -> None:
    words, version = resources.catalogue().room.host, shown.room.version
    with st.container(key="card_screen"):
        st.header(words["screen"], anchor=False)
        st.markdown(f"**{words['screen_now'].format(what=on_screen(shown.screen))}**")
        with st.container(horizontal=True):
            for what in ("join", "waiting"):
                pictured = what == "waiting" and shown.screen not in NO_PICTURE
                st.button(
                    words["hide" if pictured else f"screen_{what}"],
                    key=f"screen_{what}",
                    disabled=shown.screen == what,
                    on_click=act,
                    args=["set_screen", version],
                    kwargs={"what": what},
                )
        st.markdown(f":gray[{words['screen_lead']}]")
        link = project_link()
        if not link:
            st.button(
                words["link_screen"],
                key="make_screen",
                on_click=make_screen,
                args=[version],
            )
            return
        with st.container(horizontal=True):
            for theme in ("light", "dark"):
                st.link_button(
                    f"{words['screen_open']}: {words[f'screen_{theme}']}",
                    screen_link(link, theme),
                    icon=":material/open_in_new:",
                )


def _devices(shown: Desk) -> None:
    words, version = resources.catalogue().room.host, shown.room.version
    label = f"{words['devices']}: {len(shown.devices)}"
    with st.expander(label, type="compact", key="desk_devices"):
        st.markdown(words["devices_lead"] if shown.devices else words["device_none"])
        for one in shown.devices:
            with st.container(horizontal=True, vertical_alignment="center", key=f"dev_{one.slot}"):
                name = words["device"].format(slot=one.slot)
                st.markdown(f"{name} :gray[{clock(one.joined_at)}]", width="stretch")
                more = st.popover(
                    ":material/more_horiz:",
                    type="tertiary",
                    help=words["device_more"].format(slot=one.slot),
                    key=f"device_{one.slot}_{version}",
                )
                with more:
                    st.button(
                        words["extra"],
                        key=f"extra_{one.slot}",
                        on_click=act,
                        args=["extra_time", version],
                        kwargs={"slot": one.slot, "seconds": 60},
                    )
                    st.markdown(words["remove_sure"].format(slot=one.slot))
                    st.button(
                        words["remove_yes"],
                        key=f"remove_yes_{one.slot}",
                        on_click=act,
                        args=["remove_device", version],
                        kwargs={"slot": one.slot},
                    )


def _more(shown: Desk) -> None:
    words, room = resources.catalogue().room.host, shown.room
    with st.expander(words["more"], type="compact", key="desk_more"):
        st.markdown(words["idle"].format(day=day(room.purge_at)))
        if "rehearse" in shown.allowed:
            st.markdown(words["rehearse_lead"])
            st.button(
                words["rehearse"].format(count=SOME),
                key="rehearse",
                on_click=act,
                args=["rehearse", room.version],
                kwargs={"count": SOME},
            )
        if room.phase != "handout":  # there, closing is the next step
            if "hand_out" in shown.allowed:
                yes = Answer(words["hand_out"], "yes_hand_out", act, ["hand_out", room.version])
                question("hand_out", words["hand_out"], words["hand_out_sure"], yes)
            close_room(shown)
        st.button(words["link_revoke"], key="revoke", on_click=revoke_screens, args=[room.version])
        st.button(words["leave"], key="leave_desk", on_click=leave_desk)


def close_room(shown: Desk, *, primary: bool = False) -> None:
    """Offer to close the room, and ask first, also about sections that nobody has seen yet."""
    words, version = resources.catalogue().room.host, shown.room.version
    lost = [one.section for one in shown.sections if one.state in ("open", "locked")]
    answers = [Answer(words["close_yes"], "yes_close", act, ["close", version])]
    sure = words["close_sure"]
    if lost:
        names = ", ".join(map(title_of, lost))
        sure += " " + words["close_unrevealed"].format(sections=names)
        kept = Answer(
            words["close_include"], "close_include", act, ["close", version], {"include": lost}
        )
        answers.insert(0, kept)
    question("close", words["next_close"], sure, *answers, primary=primary)


def delete_rest(shown: Desk) -> None:
    """Offer to delete what a closed room still holds, and ask first."""
    words = resources.catalogue().room.host
    yes = Answer(words["delete_yes"], "yes_delete", delete_room, [shown.room.version])
    question("delete", words["delete"], words["delete_sure"], yes)


def _keys() -> None:
    words = resources.catalogue().room.host
    opened = hosting.asked_first() == "keys"
    with st.expander(words["keys"], type="compact", expanded=opened, key=f"desk_keys_{opened}"):
        rows = {"→": "key_right", "L": "key_l", "R": "key_r", "J": "key_j", "T": "key_t"}
        rows["H"] = "key_h"
        lines = [f"- `{key}` {words[said]}" for key, said in rows.items()]
        st.markdown("\n".join([words["keys_lead"], "", *lines]))
