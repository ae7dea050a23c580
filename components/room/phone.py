"""The phone: one thing at a time, from the code to the own result."""

import streamlit as st

from components import resources, shell
from components.countdown import countdown
from components.keepsake import keepsake
from components.room.door import ask_code, invitation, said
from components.room.names import clock, day
from components.room.phone_form import form
from components.room.phone_result import goodbye, own_result, own_shift
from components.state import attending, room_answers
from components.state.room import browser_session, lively
from throughline.wording import literal
from throughline.workshop.views import Asked, Place

HEARTBEAT, WAITING, LIVELY = 15.0, 5.0, 2.0


def phone() -> None:
    """Show what this phone may see now."""
    with st.container(key="phone", width=560):
        if attending.inside():
            st.fragment(_seat)()
        else:
            _outside(attending.attendance())
    text, gone = attending.kept()
    keepsake(
        attending.KEPT,
        session=browser_session(),
        text=text,
        gone=gone,
        lasting=True,
        on_found=attending.kept_found,
    )


def _outside(here: attending.Attendance) -> None:
    words = resources.catalogue().room.join
    if here.invitation is not None:
        invitation(here.invitation, here.said)
        return
    end = "closed" if here.closed else "removed" if here.gone else ""
    st.title(words[f"{end}_title" if end else "title"], anchor=False)
    said(here.said)
    if end:
        st.markdown(words[f"{end}_lead"])
        st.button(words["another"], key="another", on_click=attending.forget)
    else:
        ask_code()


def _seat() -> None:
    """What a person in a room sees: a save draws this anew, and nothing around it (ADR 0024)."""
    listening = st.container(
        key="phone_listen"
    )  # first, so that it keeps its place whatever is drawn
    with shell.calm():
        here = attending.attendance()
        answering = False
        if here.place is not None:
            answering = _inside(here.place, here)
        elif here.stale:
            st.title(resources.catalogue().room.join["title"], anchor=False)
            st.warning(here.said, icon=":material/cloud_off:")
        else:
            st.rerun()
        with listening:
            _listen(here.place, answering=answering)


def _inside(place: Place, here: attending.Attendance) -> bool:
    """Draw the room; True while a form is open."""
    words = resources.catalogue().room.join
    with st.container(key="phone_head", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{literal(place.title)}**", width="stretch")
        if place.rehearsal:
            st.markdown(f":orange-badge[{words['rehearsal']}]", width="content")
    if here.stale:
        st.warning(here.said, icon=":material/cloud_off:")
    elif here.said:
        said(here.said)
    answering = False
    if place.phase == "handout":
        goodbye()
    else:
        answering = _now(place, here.way_back)
    if place.phase != "handout" and not answering:
        _catch_up(place)
        own_result(place)
    _about(place, here.way_back)
    return answering


def _now(place: Place, way_back: str) -> bool:
    """The section at hand; True while its form is open."""
    words = resources.catalogue().room.join
    for asked in (*place.asked, *place.catch_up):
        key = (asked.section.id, asked.round)
        draft = asked.state == "open" and asked.saved is None
        if draft or room_answers.form_open(*key) or room_answers.conflicting(*key):
            _timer(asked)
            form(asked)
            return True
    if not place.asked:
        with st.container(key="card_wait"):
            st.title(words["waiting_title"], anchor=False)
            st.markdown(words["waiting_next" if place.pictures else "waiting"])
            if way_back:
                st.markdown(f":gray[{words['way_back'].format(code=literal(way_back))}]")
        return False
    locked_draft = False
    for asked in place.asked:
        locked_draft = _settled(asked) or locked_draft
    return locked_draft


def _settled(asked: Asked) -> bool:
    """A section that is saved or locked; True if its form still holds a draft."""
    words = resources.catalogue().room.join
    if asked.state == "locked" and asked.saved is None:
        st.info(words["locked_unsaved"], icon=":material/lock:")
        form(asked, shut=True)
        return True
    with st.container(key=f"card_saved_{asked.section.id}_{asked.round}"):
        st.title(asked.section.title, anchor=False)
        if asked.saved is not None:
            moment = words["saved"].format(time=clock(asked.saved.saved_at))
            st.markdown(f"**:material/check_circle: {moment}**")
        if asked.state == "open":
            st.markdown(words["saved_lead"])
            _timer(asked)
            st.button(
                words["change"],
                key=f"change_{asked.section.id}_{asked.round}",
                on_click=room_answers.open_form,
                args=[asked.section.id, asked.round],
            )
        else:
            lead = "revealed_lead" if asked.state == "revealed" else "locked_lead"
            st.markdown(words[lead])
            if asked.round > 1:
                own_shift(asked.section)
    return False


def _timer(asked: Asked) -> None:
    words = resources.catalogue().room.join
    if asked.state == "open" and asked.deadline_at:
        countdown(
            asked.deadline_at,
            resources.now(),
            key=f"phone_time_{asked.section.id}_{asked.round}",
            words=words["left"],
            over=words["over"],
        )


def _catch_up(place: Place) -> None:
    words = resources.catalogue().room.join
    missed = [one for one in place.catch_up if one.saved is None]
    if not missed:
        return
    with st.container(key="card_catch_up"):
        st.header(words["catch_up"], anchor=False)
        st.markdown(words["catch_up_lead"])
        for one in missed:
            st.button(
                words["catch_up_one"].format(section=one.section.title),
                key=f"catch_{one.section.id}_{one.round}",
                on_click=room_answers.open_form,
                args=[one.section.id, one.round],
            )


def _about(place: Place, way_back: str) -> None:
    catalogue = resources.catalogue()
    words = catalogue.room.join
    box = st.expander(words["about"], type="compact", key="room_about", on_change="rerun")
    if not box.open:  # drawn for whoever opens it, and not for everybody in every run
        return
    with box:
        if way_back:
            st.markdown(words["way_back"].format(code=literal(way_back)))
        promises = [line.format(k=place.k) for line in catalogue.workshop.privacy]
        promises.append(words["deleted"].format(day=day(place.purge_at)))
        st.markdown("\n".join(f"- {line}" for line in promises))
        with st.popover(words["withdraw"], key="room_withdraw"):
            st.markdown(words["withdraw_lead"])
            st.button(words["withdraw_sure"], key="withdraw_yes", on_click=attending.withdraw)


def _listen(place: Place | None, *, answering: bool) -> None:
    """Ask the room again and again, seldom while somebody answers, and a little apart from all others."""
    apart = (place.slot * 0.37) % 2 if place else 0.0
    every = HEARTBEAT + apart if answering else LIVELY if lively() else WAITING + apart
    st.fragment(_look, run_every=every)(pace=every)


def _look(*, pace: float) -> None:
    if attending.changed() or (pace == LIVELY and not lively()):
        st.rerun()
