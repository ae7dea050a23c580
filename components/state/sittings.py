"""The callbacks of the sittings: every change is kept with one way back, and says what it did."""

from typing import Any

import streamlit as st

from components import resources
from components.state.keys import key
from components.state.progress import (
    compared_ids,
    next_sitting_number,
    progress,
    sitting_history,
    sitting_records,
)
from components.state.session import current
from throughline.answers import legal_marker
from throughline.plan_file import sitting_record, sittings
from throughline.plan_file.sittings import Ratings, Sittings

UNDO_LIMIT = 10


def new_sitting_key(field: str) -> str:
    """The key of one input of the card that keeps today's answers."""
    return key("sitting-new", field)


def take_sitting() -> None:
    """Callback: keep the answers of today under the name and with the rating in the card."""
    now, catalogue, number = progress(), resources.catalogue(), next_sitting_number()
    name = st.session_state.get(new_sitting_key("name"))
    taken = sittings.take(
        now.sittings,
        current().answers,
        now.file_words,
        sitting_id=f"s{number}",
        name=name if isinstance(name, str) and name.strip() else now.next_name,
        today=now.today,
        model=catalogue.model.version,
        ratings=Ratings(_typed("then"), _typed("now")),
    )
    if _apply(taken):
        st.session_state[key("sitting-count")] = number
        st.session_state[new_sitting_key("name")] = ""
        for end in ("then", "now"):
            for area in _areas():
                st.session_state[new_sitting_key(f"{end}.{area}")] = None
        st.session_state.pop(key("sitting-compared"), None)  # the new one is what one wants to see


def rename_sitting(sitting_id: str, widget: str) -> None:
    """Callback: give a sitting the name in that input."""
    now, typed = progress(), st.session_state.get(widget)
    _apply(sittings.rename(now.sittings, sitting_id, typed, now.file_words))
    named = progress().find(sitting_id)
    if named is None or named.name != typed:
        renew_sittings()


def rate_sitting(sitting_id: str, end: str, area: str, widget: str) -> None:
    """Callback: keep how one area is rated ``then`` or ``now``, in the place of an earlier rating."""
    now = progress()
    found, value = now.find(sitting_id), st.session_state.get(widget)
    if found is None or end not in ("then", "now"):
        return
    if value is not None and legal_marker(value) is None:
        renew_sittings()
        return
    rated: dict[str, dict[str, Any]] = {"then": dict(found.then), "now": dict(found.now)}
    rated[end][area] = value
    ratings = Ratings(rated["then"], rated["now"])
    after = sittings.rate(now.sittings, sitting_id, ratings, now.file_words).sittings
    _apply(Sittings(after, now.words.listed["rated_said"].format(name=found.name)))


def remove_sitting(sitting_id: str) -> None:
    """Callback: take a sitting away."""
    now = progress()
    _apply(sittings.delete(now.sittings, sitting_id, now.file_words))
    close_sitting()


def compare_sitting(end: str, widget: str) -> None:
    """Callback: compare the sitting chosen in that input, as the one ``from`` or ``to`` which it goes."""
    st.session_state[key("sitting-compared")] = compared_ids() | {end: st.session_state.get(widget)}


def open_sitting(sitting_id: str) -> None:
    """Callback: change one sitting; what an earlier change said is over."""
    st.session_state[key("sitting-open")] = sitting_id
    st.session_state[key("sitting-said")] = ""


def close_sitting() -> None:
    """Callback: stop changing a sitting."""
    st.session_state.pop(key("sitting-open"), None)


def undo_sittings() -> None:
    """Callback: take the last change of the sittings back."""
    if history := sitting_history():
        st.session_state[key("sittings")] = history[-1]
        st.session_state[key("sitting-history")] = history[:-1]
        st.session_state[key("sitting-said")] = progress().words.page["undone"]
        renew_sittings()


def _apply(changed: Sittings) -> bool:
    """Keep changed sittings and the way back; say what was said either way."""
    now = progress()
    st.session_state[key("sitting-said")] = changed.said
    if changed.refused or changed.sittings == now.sittings:
        return False
    st.session_state[key("sitting-history")] = [*sitting_history(), sitting_records()][-UNDO_LIMIT:]
    st.session_state[key("sittings")] = [sitting_record(one) for one in changed.sittings]
    return True


def _areas() -> list[str]:
    return [domain.id for domain in resources.catalogue().questionnaire.domains]


def _typed(end: str) -> dict[str, Any]:
    """The rating typed into the card: area id -> whatever its input holds."""
    values = {area: st.session_state.get(new_sitting_key(f"{end}.{area}")) for area in _areas()}
    return {area: value for area, value in values.items() if value is not None}


def renew_sittings() -> None:
    """Let the inputs of the page start anew, from what is kept."""
    st.session_state[key("sitting-round")] = progress().round + 1
