"""An app of two pages around one text, kept in the browser: what the real one does, in small."""

# ruff: noqa: TID251 - a demo stands alone, without components.state

import secrets

import streamlit as st

from components.browser_store import Saving, Words, browser_store, parse_report, send

WORDS = Words(
    nothing="Nothing is saved in this browser yet.",
    found="A copy from {time} is in this browser. Nothing new is saved until you choose.",
    saved="Saved in this browser, {time}",
    off="Saving is off. This browser keeps only that choice.",
    blocked="This browser does not let the app save. Download the file to keep your plan.",
    full="This browser's storage is full; the last copy is from {time}. Download the file instead.",
    too_large="This plan is too large to save here. Download the file instead.",
    conflict="Another tab saved something newer, {time}. Nothing is saved from this tab.",
    forgotten="Removed in another tab. Nothing is saved from this tab.",
    save_again="Save here again",
    unknown_time="an unknown time",
)
state = st.session_state
state.setdefault("session", secrets.token_hex(8))
for name, start in {
    "model": "", "last": "", "revision": 0, "forget": 0, "settled": 0, "seen": 0, "runs": 0,
    "enabled": True, "found": None, "said": "nothing", "reports": 0,
}.items():  # fmt: skip
    state.setdefault(name, start)
state.runs += 1


def take_report() -> None:
    """Believe what the browser says about its store, once."""
    report = parse_report(state["store"].report, state.session)
    if report is None or report.number <= state.seen:
        return
    state.reports += 1
    state.seen = report.number
    state.said = report.state
    state.enabled = report.state != "off"
    state.found = report.found


def decide(*, take: bool) -> None:
    """Take the text that was found, or go on with this tab's own."""
    if take:
        state.model = state.found.text
        state.typed = state.model
    state.settled = state.found.number
    state.found = None


def change() -> None:
    """Keep what was typed."""
    state.model = state.typed


def forget() -> None:
    """Remove what the browser keeps; what is typed stays."""
    state.forget += 1
    state.found = None


def grow() -> None:
    """Change the text and draw nothing but the fragment."""
    state.model += "+"
    st.rerun("live")


def saving() -> Saving:
    """What the store should know now."""
    if state.model != state.last:
        state.revision += 1
        state.last = state.model
    return Saving(
        session=state.session,
        text=state.model,
        revision=state.revision,
        enabled=state.enabled,
        forget=state.forget,
        settled=state.settled,
        seen=state.seen,
    )


@st.fragment(key="live")
def live() -> None:
    """Brings the store a newer text without a run of the page."""
    st.text(f"fragment {state.model[:40]}")
    send(saving(), "store")


def one() -> None:
    """The page with the text."""
    st.text_input("Text", key="typed", on_change=change, persist_state="session")
    st.button("Forget", on_click=forget)
    st.toggle("Save in this browser", key="enabled", persist_state="session")
    size = st.query_params.get("size", "0")
    if st.button("Fill"):
        state.model = '"' * int(size)
    st.button("Grow", on_click=grow)
    live()


def two() -> None:
    """Another page."""
    st.text("Nothing to type here")


page = st.navigation([st.Page(one, title="One", default=True), st.Page(two, title="Two")])
st.title(page.title)
page.run()
if state.found:
    own = "own" if state.found.own else "other"
    with st.container(key="found"):
        st.text(f"{state.said} {own} whole={state.found.whole} {state.found.text[:60]!r}")
    st.button("Take", on_click=decide, kwargs={"take": True})
    st.button("Keep", on_click=decide, kwargs={"take": False})
browser_store(saving(), key="store", words=WORDS, on_report=take_report)
with st.container(key="facts"):
    st.text(
        f"runs {state.runs} reports {state.reports} revision {state.revision} said {state.said} "
        f"length {len(state.model)} model {state.model[:40]!r}"
    )
