"""The page table, the start of every run, and the door every page comes in by."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from components import keeping, live, page_style, resources, state
from components.state import Session
from throughline.errors import ContentError, StoreRefused

ROOT = Path(__file__).resolve().parents[1]
FAVICON = ROOT / "components" / "assets" / "favicon.png"
WORDMARK = ROOT / "components" / "assets" / "wordmark.svg"
PAGE_WIDTH = 1120

START = str(ROOT / "pages" / "start.py")
ASSESS = str(ROOT / "pages" / "assess.py")
BALANCE = str(ROOT / "pages" / "balance.py")
PAY = str(ROOT / "pages" / "pay.py")
TIMELINE = str(ROOT / "pages" / "timeline.py")
PLAN = str(ROOT / "pages" / "plan.py")
PROGRESS = str(ROOT / "pages" / "progress.py")
REPORT = str(ROOT / "pages" / "report.py")
LEARN = str(ROOT / "pages" / "learn.py")
COACH = str(ROOT / "pages" / "coach.py")
METHOD = str(ROOT / "pages" / "method.py")
PRESENT = str(ROOT / "pages" / "present.py")
HOST = str(ROOT / "pages" / "host.py")
SCREEN = str(ROOT / "pages" / "screen.py")
JOIN = str(ROOT / "pages" / "join.py")

LINELESS = ("Host",)
"""Pages about others, where the line on one's own copy would only be in the way."""

BARE: dict[str, page_style.Bare] = {"Present": "stage", "Screen": "stage", "Join": "phone"}
"""Pages that show nothing of the app around them, and what they look like instead."""

_booted: ContextVar[bool] = ContextVar("booted", default=False)


def page_table() -> dict[str, list[st.Page]]:
    """Return the pages by the groups they are listed under; paths are absolute, so any folder will do."""
    # Making a page resolves its path on the disk; each run marks one of its own copies as the one to run.
    return {group: [copy(page) for page in pages] for group, pages in _pages().items()}


@lru_cache(maxsize=1)
def _pages() -> dict[str, list[st.Page]]:
    return {
        "You": [
            st.Page(START, title="Start", icon=":material/flag:", default=True),
            st.Page(ASSESS, title="Assess", icon=":material/tune:", url_path="assess"),
            st.Page(BALANCE, title="Balance", icon=":material/balance:", url_path="balance"),
            st.Page(PAY, title="Pay", icon=":material/payments:", url_path="pay"),
            st.Page(
                TIMELINE, title="Timeline", icon=":material/view_timeline:", url_path="timeline"
            ),
            st.Page(PLAN, title="Plan", icon=":material/checklist:", url_path="plan"),
            st.Page(PROGRESS, title="Progress", icon=":material/history:", url_path="progress"),
            st.Page(REPORT, title="Report", icon=":material/description:", url_path="report"),
        ],
        "With others": [
            st.Page(COACH, title="Coach", icon=":material/groups:", url_path="coach"),
            st.Page(HOST, title="Host", icon=":material/co_present:", url_path="host"),
            st.Page(SCREEN, title="Screen", url_path="screen", visibility="hidden"),
            st.Page(JOIN, title="Join", url_path="join", visibility="hidden"),
        ],
        "About": [
            st.Page(LEARN, title="Learn", icon=":material/menu_book:", url_path="learn"),
            st.Page(
                METHOD, title="Method & privacy", icon=":material/functions:", url_path="method"
            ),
            st.Page(PRESENT, title="Present", url_path="present", visibility="hidden"),
        ],
    }


@lru_cache(maxsize=1)
def _icon() -> str:
    """The icon of the page as an address that carries it.

    As a file it would be read in every run and kept for every session, and each run looks through those.
    """
    return "data:image/png;base64," + b64encode(FAVICON.read_bytes()).decode()


def boot() -> None:
    """Configure the app and run the page the visitor asked for; what breaks is told in one sentence."""
    st.set_page_config(page_title="Throughline", page_icon=_icon(), layout="wide")
    page = _page_asked_for()
    bare = BARE.get(page.title)
    st.set_page_config(page_title=f"{page.title} · Throughline")
    page_style.mount(bare)
    if bare is None:
        st.logo(str(WORDMARK), size="large")
    token = _booted.set(True)
    try:
        with (
            calm(),
            st.container(horizontal_alignment="center"),
            st.container(key="page", width="stretch" if bare else PAGE_WIDTH),
        ):
            state.page_drawn(whole=False)
            _run(page, bare=bare is not None or page.title in LINELESS)
            state.page_drawn(whole=True)
    finally:
        _booted.reset(token)


@contextmanager
def calm() -> Iterator[None]:
    """Tell in one sentence what breaks; a fragment needs it as well as a page."""
    try:
        yield
    except ContentError as error:
        reference = resources.log_failure(error)
        resources.LOG.error("%s", error)
        _apologise("The questions cannot be read at the moment.", reference)
    except StoreRefused as error:
        reference = resources.log_failure(error)
        resources.LOG.error("%s", error)
        _apologise("Rooms cannot be opened on this server at the moment.", reference)
    except Exception as error:  # noqa: BLE001 - the last line between a visitor and a traceback
        _apologise("Something on this page did not work.", resources.log_failure(error))


def _page_asked_for() -> st.Page:
    """Name the pages, and take the list of them off the pages that show nothing around them."""
    # The address is right but after a page sent the visitor on; only then the pages are named twice.
    named = urlsplit(str(st.context.url or "")).path.rpartition("/")[2]
    bare = named.title() in BARE
    page = st.navigation(page_table(), position="hidden" if bare else "sidebar")
    if (page.title in BARE) != bare:
        page = st.navigation(page_table(), position="sidebar" if bare else "hidden")
    return page


def _run(page: st.Page, *, bare: bool) -> None:
    """Run a page between what was found in the browser and what is saved there; a bare page shows neither."""
    if bare:
        page.run()
        return
    line = st.container(key="keeping_slot")  # above the page, and filled in when all is entered
    leads = state.leads()
    if leads == "start":
        st.switch_page(START)
    if leads == "questions" and (step := live.next_open(state.current())):
        state.go(step)
        st.switch_page(ASSESS)
    with st.container(key="keeping_found"):  # always there, so that nothing below starts anew
        keeping.offer(state.current())
    page.run()
    with line:
        keeping.keep(state.current())


def enter(*, banner: bool = True) -> Session:
    """Return the visitor's session; every page calls this first.

    On a cold server a deep link runs the page without ``app.py``. Naming the pages turns that old
    mode off, and the rerun starts again through the front door (ADR 0002).
    """
    if not _booted.get():
        # Without an icon of ours first, the browser asks an outside font host for the page's.
        st.set_page_config(page_title="Throughline", page_icon=_icon(), layout="wide")
        st.navigation(page_table())
        st.rerun()
    session = state.current()
    if banner and session.sample is not None:
        _sample_banner(session.sample.name, session.sample.who)
    return session


def _sample_banner(name: str, who: str) -> None:
    with st.container(key="sample_banner", horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/science: **Sample: {name}**, {who[0].lower()}{who[1:]}. "
            "Your own answers are untouched.",
            width="stretch",
        )
        st.button("Leave the sample", on_click=state.leave_sample, key="leave_sample")


def _apologise(sentence: str, reference: str) -> None:
    st.error(
        f"{sentence} Your answers are safe: go to another page, or reload this one in a minute. "
        f"If it happens again, tell whoever runs this app the reference {reference}.",
        icon=":material/info:",
    )
