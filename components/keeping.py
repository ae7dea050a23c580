"""The copy in the visitor's browser on the page: the line that says what is saved, and what to do with a find."""

import streamlit as st

from components import browser_store, live, state
from components.browser_store import Words
from components.state import Session
from throughline.plan_file import Opened
from throughline.plan_file.summary import summary
from throughline.wording import literal

TOLD = {"taken": "taken", "forgotten": "forgotten_here", "undone": "undone"}
AN_HOUR = 3600


def offer(session: Session) -> None:
    """Say what was found in this browser, and ask whether to go on with it."""
    words, known = session.catalogue.wording.keeping, state.keeping()
    if known.found is None:
        return
    conflict = known.state == "conflict"
    opened = state.open_found(known.found) if known.found.whole else None
    with st.container(key="card_found"):
        st.subheader(words["conflict_title" if conflict else "welcome"], anchor=False)
        if isinstance(opened, Opened):
            text = words["conflict_text" if conflict else "welcome_text"]
            lines = [literal(one) for one in summary(opened.plan, state.content())]
            st.markdown("\n".join([text, "", *(f"- {one}" for one in lines)]))
        elif opened is None:
            st.markdown(words["too_long"])
        else:
            st.markdown(words["unreadable"].format(reason=opened.sentence))
        with st.container(horizontal=True):
            if isinstance(opened, Opened):
                _take(session, opened, conflict=conflict)
            st.button(
                words["keep" if conflict else "fresh"],
                key="leave_found",
                help=words["keep_help" if conflict else "fresh_help"],
                on_click=state.leave_found,
            )


def keep(session: Session) -> None:
    """Have everything saved in this browser, and say so; the page is drawn by now."""
    words = session.catalogue.wording.keeping
    said = {name: words[name] for name in Words.__dataclass_fields__}
    saving = state.saving()  # first, so that it is known whether anything has changed since
    if state.keeping().told == "restored":
        # Said in the line itself: nobody asked for it, so nothing on the page may move.
        said["saved"] = words["restored"]
    with st.container(horizontal=True, vertical_alignment="center", key="keeping_line"):
        with st.container(width="stretch"):
            browser_store.browser_store(
                saving,
                key=state.STORE,
                words=Words(**said),
                on_report=state.take_report,
            )
        _told(words)
        with st.popover(
            words["settings"], icon=":material/save:", type="tertiary", key="keeping_settings"
        ):
            st.markdown(words["about"])
            st.toggle(
                words["switch"],
                value=True,
                key=state.SWITCH,
                persist_state="session",
                help=words["switch_help"],
            )
            st.button(
                words["forget"],
                icon=":material/delete_forever:",
                key="forget_everything",
                help=words["forget_help"],
                on_click=state.forget_everything,
            )
    _awake()


def _take(session: Session, opened: Opened, *, conflict: bool) -> None:
    """Go on with the copy: where its first question is open, or on this page."""
    words, answers = session.catalogue.wording.keeping, opened.plan.answers
    step = live.first_open(answers, session.catalogue.questionnaire)
    lead = not conflict and bool(answers.markers) and step is not None
    if lead and step is not None:
        st.button(
            words["resume_at"].format(step=literal(step.name)),
            type="primary",
            key="cta_resume_found",
            on_click=state.resume_found,
        )
    st.button(
        words["take" if conflict else "resume_here" if lead else "resume"],
        type="secondary" if lead else "primary",
        key="take_found" if lead else "cta_take_found",
        on_click=state.take_found,
    )


def _told(words: dict[str, str]) -> None:
    """Say what has just happened, beside the line, where it moves nothing."""
    known = state.keeping()
    if told := TOLD.get(known.told):
        st.markdown(f":gray[{words[told]}]", width="content")
    if known.can_undo:
        st.button(
            words["undo"],
            icon=":material/undo:",
            key="undo_replace",
            type="tertiary",
            on_click=state.undo_replace,
        )


@st.fragment(run_every=AN_HOUR)
def _awake() -> None:
    """Nothing: but a page that holds something timed asks for a run as soon as its connection is back.

    Without it a page whose session was lost would stay as it is, and what stands in a fragment, dead.
    """
