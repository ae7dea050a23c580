"""Callbacks that write answers: the scales, the sides switch, and the sliders of a what-if."""

from collections.abc import Mapping

import streamlit as st

from components import resources
from components.scale.reply import Answer, parse_reply, reply_number
from components.state.keys import key
from throughline.answers import as_keyed, as_marker, legal_marker

LIVE = "live"
WHAT_IF = "what-if"


def record_answers(piece: str, kind: str, allowed: Mapping[str, float]) -> None:
    """Callback of a scale: mirror its report into plain keys and redraw the live balance only."""
    for name, answer in _report(piece, allowed).items():
        _store(kind, name, answer)
    redraw(LIVE)


def record_what_if(piece: str, allowed: Mapping[str, float]) -> None:
    """Callback of the what-if scale: remember the step for undo, then try the new markers."""
    before = _tried()
    after = dict(before)
    for name, answer in _report(piece, allowed).items():
        own = st.session_state.get(key("answer", name))
        if isinstance(answer, float) and answer != own:
            after[name] = answer
        else:
            after.pop(name, None)
    if after != before:
        st.session_state[key("what-if-history")] = [*_history(), before][-50:]
        st.session_state[key("what-if")] = after
    redraw(WHAT_IF)


def undo_what_if(*, everything: bool = False) -> None:
    """Callback: take back the last marker tried out, or all of them."""
    history = [] if everything else _history()
    st.session_state[key("what-if-round")] = what_if_round() + 1
    st.session_state[key("what-if")] = history.pop() if history else {}
    st.session_state[key("what-if-history")] = history


def what_if_round() -> int:
    """How often something was taken back: each time the sliders are laid out anew, from the answers."""
    count = st.session_state.get(key("what-if-round"))
    return count if isinstance(count, int) else 0


def _tried() -> dict[str, float]:
    tried = st.session_state.get(key("what-if"))
    return dict(tried) if isinstance(tried, dict) else {}


def _history() -> list[dict[str, float]]:
    history = st.session_state.get(key("what-if-history"))
    return list(history) if isinstance(history, list) else []


def redraw_live() -> None:
    """Callback of a native input on the form: redraw the live balance and nothing else."""
    redraw(LIVE)


def swap_sides() -> None:
    """Callback of the sides switch: mirror the flipped markers, so that every meaning stays."""
    flips_on = st.session_state.get(key("flips")) is not False
    for item in resources.catalogue().questionnaire.of_kind("two-pole"):
        marker = legal_marker(st.session_state.get(key("answer", item.id)))
        if item.flipped and marker is not None:
            meaning = as_keyed(item, marker, flips_on=not flips_on)
            st.session_state[key("answer", item.id)] = as_marker(item, meaning, flips_on=flips_on)
    undo_what_if(everything=True)


def seen(piece: str) -> int:
    """Running number of the last report of a scale that was taken in."""
    return reply_number(getattr(st.session_state.get(piece), "answers", None))


def page_drawn(*, whole: bool) -> None:
    """Remember whether the page has been drawn to its end, for ``redraw``."""
    st.session_state["page_drawn"] = whole


def drawn() -> bool:
    """Whether the page has been drawn to its end."""
    return bool(st.session_state.get("page_drawn"))


def redraw(*fragments: str) -> None:
    """Redraw these fragments and nothing else."""
    # An answer that cut a full run short must not leave half a page: then the whole page runs again.
    if drawn():
        st.rerun(list(fragments))


def _report(piece: str, allowed: Mapping[str, float]) -> dict[str, Answer]:
    return parse_reply(getattr(st.session_state.get(piece), "answers", None), allowed)


def _store(kind: str, name: str, answer: Answer) -> None:
    if answer is None:
        st.session_state.pop(key(kind, name), None)
        return
    st.session_state[key(kind, name)] = answer
    if kind == "answer" and isinstance(answer, float):
        st.session_state.setdefault(key("when", name), resources.now())
