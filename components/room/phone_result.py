"""A person's own result on the phone, and taking it along."""

import streamlit as st

from components import resources, shell
from components.live_balance import LiveView, live_balance, send
from components.state import room_answers
from throughline.answers import Answers
from throughline.content.workshop import Section
from throughline.errors import NotSaved
from throughline.scoring import score
from throughline.tables.formats import out_of_ten
from throughline.tables.room_words import room_alt
from throughline.wording import (
    balance_sentence,
    literal,
    pending_sentence,
    percent_pair,
    place_label,
)
from throughline.workshop.views import Place

_CHANNEL, RESULT = "room_own", "room_own_result"


def own_result(place: Place) -> None:
    """The own result, and what the room said so far; worked out only for somebody who looks."""
    words = resources.catalogue().room.join
    _said_by_the_room(place)
    if not any(one.saved for one in (*place.asked, *place.catch_up)) and not place.pictures:
        return
    box = st.expander(words["result"], type="compact", key=RESULT, on_change="rerun")
    if box.open:
        with box:
            if answers := _own():
                _result(answers)
                _take(answers)


def goodbye() -> None:
    """The last page of a room: thanks, the own result, and the ways to take it along."""
    words = resources.catalogue().room.join
    st.title(words["handout_title"], anchor=False)
    st.markdown(words["handout_lead"])
    with st.container(key="card_own"):
        answers = _own()
        if answers:
            _result(answers)
    if answers:
        _take(answers, first=True)


def own_shift(section: Section) -> None:
    """The own answers of the last two rounds side by side, for this person's eyes only."""
    catalogue = resources.catalogue()
    both = room_answers.own_shift(section.id)
    if both is None:
        return
    before, after = both
    questions = catalogue.questionnaire
    asked = [(questions.by_id[one].text, one) for one in section.items]
    asked += [(questions.domain(one).name, one) for one in section.wanted]
    old: dict[str, float] = {**before.markers, **before.wanted}
    new: dict[str, float] = {**after.markers, **after.wanted}
    lines = [
        f"- {text} **{out_of_ten(old[one])} → {out_of_ten(new[one])}**"
        for text, one in asked
        if one in old and one in new
    ]
    if lines:
        words = catalogue.room.join
        st.markdown(f"**{words['shift']}**")
        st.markdown(f":small[{words['shift_lead']}]")
        st.markdown("\n".join(lines))


def _own() -> Answers | None:
    """The own answers; where there are none to show, it is said why."""
    words = resources.catalogue().room.join
    try:
        answers = room_answers.own_answers()
    except NotSaved:
        st.markdown(words["result_away"])
        return None
    if answers is None:
        st.markdown(words["result_none"])
    return answers


def _result(answers: Answers) -> None:
    catalogue = resources.catalogue()
    words, wording = catalogue.room.join, catalogue.wording
    profile = score(answers, catalogue.questionnaire, catalogue.model)
    balance = profile.balance
    present, future = percent_pair(balance.value) if balance else (None, None)
    live_balance(_CHANNEL, on_go=lambda: None)
    send(
        LiveView(
            label=words["result"],
            sentence=balance_sentence(profile, wording),
            present=present,
            future=future,
            low=balance.low if balance else None,
            high=balance.high if balance else None,
            whisker_low=balance.whisker[0] if balance else None,
            whisker_high=balance.whisker[1] if balance else None,
            missing="" if balance else pending_sentence(profile.gate, wording),
            answered=len(answers.markers),
            total=len(answers.markers),
            steps=(),
        ),
        _CHANNEL,
    )
    if profile.place is not None:
        st.markdown(f"**{place_label(profile.place, wording)}**")
    st.markdown(f":gray[{words['result_lead']}]")


def _take(answers: Answers, *, first: bool = False) -> None:
    words = resources.catalogue().room.join
    with st.container(key="room_take", gap="small"):
        if first:
            st.header(words["goals_title"], anchor=False)
        taken = st.button(
            words["take"],
            type="primary" if first else "secondary",
            key="cta_take_result" if first else "take_result",
            width="stretch",
            help=words["take_help"],
            on_click=room_answers.take_result,
        )
        st.download_button(
            words["file"],
            room_answers.plan_bytes(answers),
            file_name=f"throughline-plan-{resources.today().isoformat()}.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key="room_plan_file",
            width="stretch",
            help=words["file_help"],
        )
        if taken:
            st.switch_page(shell.BALANCE)


def _said_by_the_room(place: Place) -> None:
    """The revealed pictures in sentences: a phone loads no charts."""
    catalogue = resources.catalogue()
    if not place.pictures:
        return
    seen = catalogue.room.join["seen"]
    box = st.expander(seen, type="compact", key="room_seen", on_change="rerun")
    if box.open:
        with box:
            for picture in place.pictures:
                for figure in picture.figures:
                    st.markdown(f"- {literal(room_alt(figure, catalogue))}")
