"""The store in the browser: what it keeps, what it says, and what two tabs and a lost session do to it."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SETTLED, Watch
from tests.browser.killable import Server

PIECES = Path(__file__).parent / "pieces"
KEY = "throughline:plan"
SAVED = re.compile(r"^Saved in this browser, \d\d:\d\d$")
FOUND = re.compile(r"^A copy from \d\d:\d\d is in this browser\.")
NEWER = re.compile(r"^Another tab saved something newer, \d\d:\d\d\.")
FULL = re.compile(r"^This browser's storage is full; the last copy is from \d\d:\d\d\.")
DENIED = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('denied', 'SecurityError') },
})"""
# Takes every character there is room for, and leaves what is stored as it is.
FILL_UP = """() => {
    let part = 4_000_000, n = 0
    while (part >= 1) {
        try { localStorage.setItem(`filler${n}`, 'x'.repeat(part)); n += 1 }
        catch { part = Math.floor(part / 2) }
    }
}"""
HIDE = """hidden => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
}"""


@pytest.fixture(scope="module")
def demo() -> Iterator[Server]:
    """The demo app, for every test of this file."""
    options = ("--server.headless=true", "--server.maxWidgetStateSize=1")
    script = ("streamlit", "run", "store_demo.py", "--browser.gatherUsageStats=false")
    server = Server(*script, *options, port="--server.port", folder=PIECES)
    yield server
    server.kill()


@pytest.fixture
def opened(demo: Server, context: BrowserContext) -> Callable[..., Page]:
    """Open a tab of one and the same browser."""

    def tab(query: str = "", line: str | re.Pattern[str] | None = None) -> Page:
        page = context.new_page()
        page.goto(f"{demo.address}/{query}")
        _settled(page)
        if line is not None:
            _says(page, line)
        return page

    return tab


def _settled(page: Page) -> None:
    expect(page.locator(SETTLED)).to_be_attached(timeout=20_000)
    expect(page.locator(".words")).not_to_have_text("")


def _says(page: Page, line: str | re.Pattern[str]) -> None:
    expect(page.locator(".words")).to_have_text(line)


def _type(page: Page, text: str) -> None:
    _settled(page)
    page.get_by_label("Text").fill(text)
    page.get_by_label("Text").press("Enter")
    expect(_facts(page)).to_contain_text(f"model {text!r}")
    _settled(page)


def _facts(page: Page) -> Any:
    return page.locator(".st-key-facts")


def _found(page: Page) -> Any:
    return page.locator(".st-key-found")


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _stored(page: Page) -> Any:
    raw = page.evaluate(f"localStorage.getItem('{KEY}')")
    return None if raw is None else json.loads(raw)["text"]


def _comes_to_store(page: Page, text: str) -> None:
    page.wait_for_function(
        """([key, end]) => localStorage.getItem(key)?.endsWith(end)""",
        arg=[KEY, f'"text":{json.dumps(text)}}}'],
    )


def _reload(page: Page) -> None:
    page.reload()
    _settled(page)


# ---- one tab -----------------------------------------------------------------------------------


def test_a_save_costs_no_run_and_a_reload_finds_it(opened: Callable[..., Page]) -> None:
    page = opened(line="Nothing is saved in this browser yet.")
    _type(page, "hello")
    _says(page, SAVED)
    expect(_facts(page)).to_contain_text("runs 2 reports 0")
    _reload(page)
    _says(page, FOUND)
    expect(_found(page)).to_contain_text("found own whole=True 'hello'")
    expect(_facts(page)).to_contain_text("runs 2 reports 1 revision 0")
    _press(page, "Take")
    expect(_facts(page)).to_contain_text("model 'hello'")
    _says(page, SAVED)


def test_a_fragment_can_save_without_a_run_of_the_page(opened: Callable[..., Page]) -> None:
    page = opened()
    _type(page, "hello")
    _press(page, "Grow")
    _comes_to_store(page, "hello+")
    expect(_facts(page)).to_contain_text("runs 2 ")


def test_a_new_theme_does_not_bring_an_older_text_back(opened: Callable[..., Page]) -> None:
    page = opened()
    _type(page, "hello")
    _press(page, "Grow")
    _comes_to_store(page, "hello+")
    page.evaluate("window.throughlineStore.piece = null")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("window.throughlineStore.piece")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(page) == "hello+"


def test_a_tab_that_has_not_chosen_writes_nothing(opened: Callable[..., Page]) -> None:
    page = opened()
    _type(page, "earlier")
    _comes_to_store(page, "earlier")
    _reload(page)
    _says(page, FOUND)
    _type(page, "later")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(page) == "earlier"
    _press(page, "Keep")
    _comes_to_store(page, "later")
    _says(page, SAVED)


def test_starting_fresh_keeps_the_earlier_copy_until_there_is_something_to_save(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    _type(page, "earlier")
    _comes_to_store(page, "earlier")
    _reload(page)
    _press(page, "Keep")
    _says(page, SAVED)
    _settled(page)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(page) == "earlier"


def test_quick_page_switches_report_once_and_keep_the_line(opened: Callable[..., Page]) -> None:
    page = opened()
    _type(page, "hello")
    _comes_to_store(page, "hello")
    _reload(page)
    expect(_found(page)).to_be_visible()
    for name in ("Two", "One", "Two", "One", "Two"):
        page.get_by_role("link", name=name).click()
    expect(page.get_by_text("Nothing to type here")).to_be_visible()
    _settled(page)
    _says(page, FOUND)
    expect(_facts(page)).to_contain_text("reports 1 revision 0")


def test_what_is_pending_is_written_when_the_page_goes(opened: Callable[..., Page]) -> None:
    page = opened()
    _type(page, "hello")
    _comes_to_store(page, "hello")
    before, after = page.evaluate(
        """key => {
            window.throughline.store = { ...window.throughline.store, revision: 99, text: 'late' }
            dispatchEvent(new Event('throughline:store'))
            const before = localStorage.getItem(key)
            dispatchEvent(new Event('pagehide'))
            return [before, localStorage.getItem(key)].map(raw => JSON.parse(raw).text)
        }""",
        KEY,
    )
    assert (before, after) == ("hello", "late")


def test_a_report_that_was_lost_is_sent_again(opened: Callable[..., Page]) -> None:
    page = opened()
    _type(page, "hello")
    _comes_to_store(page, "hello")
    page.evaluate(
        """key => {
            const { piece } = window.throughlineStore
            const send = piece.send
            piece.send = () => { piece.send = send }
            localStorage.setItem(key, '{"format":1,"text":"from elsewhere","at":5,"tab":"t"}')
            dispatchEvent(new StorageEvent('storage', { key }))
        }""",
        KEY,
    )
    _says(page, re.compile(r"newer, 1 Jan 1970, \d\d:\d\d\."))
    expect(_found(page)).to_contain_text("conflict other whole=True 'from elsewhere'")


# ---- two tabs ----------------------------------------------------------------------------------


@pytest.fixture
def two_tabs(opened: Callable[..., Page]) -> tuple[Page, Page]:
    """Two tabs that agreed on "start", after which the second saved "theirs"."""
    first = opened()
    _type(first, "start")
    _comes_to_store(first, "start")
    second = opened(line=FOUND)
    expect(_found(second)).to_contain_text("found other whole=True 'start'")
    _press(second, "Take")
    expect(_facts(second)).to_contain_text("model 'start'")  # or the run that takes it overwrites
    _type(second, "theirs")
    _comes_to_store(second, "theirs")
    return first, second


def test_a_tab_that_was_overtaken_says_so_and_does_not_write(two_tabs: tuple[Page, Page]) -> None:
    first, second = two_tabs
    _says(first, NEWER)
    expect(_found(first)).to_contain_text("conflict other whole=True 'theirs'")
    _type(first, "mine")
    first.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(first) == "theirs"
    _says(second, SAVED)
    expect(_facts(second)).to_contain_text("reports 1 ")


def test_the_person_can_keep_this_tab_and_then_the_other_one_asks(
    two_tabs: tuple[Page, Page],
) -> None:
    first, second = two_tabs
    _says(first, NEWER)
    _press(first, "Keep")
    _comes_to_store(first, "start")
    _says(first, SAVED)
    _says(second, NEWER)
    expect(_found(second)).to_contain_text("conflict other whole=True 'start'")


def test_the_person_can_take_the_other_and_go_on_from_there(two_tabs: tuple[Page, Page]) -> None:
    first, second = two_tabs
    _press(first, "Take")
    expect(_facts(first)).to_contain_text("model 'theirs'")
    _says(first, SAVED)
    _type(first, "both")
    _comes_to_store(first, "both")
    _says(second, NEWER)


def test_the_choice_is_about_the_newest_text_of_the_other_tab(two_tabs: tuple[Page, Page]) -> None:
    first, second = two_tabs
    _says(first, NEWER)
    _type(second, "newest")
    expect(_found(first)).to_contain_text("'newest'")
    _press(first, "Take")
    _says(first, SAVED)
    assert _stored(first) == "newest"


def test_a_hidden_tab_asks_when_somebody_looks_at_it(opened: Callable[..., Page]) -> None:
    first = opened()
    _type(first, "start")
    _comes_to_store(first, "start")
    second = opened(line=FOUND)
    first.evaluate(HIDE, True)
    _press(second, "Take")
    expect(_facts(second)).to_contain_text("model 'start'")  # or the run that takes it overwrites
    _type(second, "theirs")
    _says(first, NEWER)
    expect(_facts(first)).to_contain_text("runs 2 reports 0")
    first.evaluate(HIDE, False)
    expect(_found(first)).to_contain_text("'theirs'")


def test_an_overtaken_tab_notices_at_the_write_even_without_an_event(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    _type(page, "mine")
    _comes_to_store(page, "mine")
    foreign = json.dumps({"format": 1, "text": "foreign", "at": None, "tab": "t"})
    page.evaluate("([key, raw]) => localStorage.setItem(key, raw)", [KEY, foreign])
    _type(page, "mine again")
    _says(page, re.compile("newer, an unknown time"))
    expect(_found(page)).to_contain_text("'foreign'")
    assert _stored(page) == "foreign"


def test_the_same_text_from_another_tab_is_no_conflict(opened: Callable[..., Page]) -> None:
    first = opened()
    _type(first, "start")
    _comes_to_store(first, "start")
    second = opened(line=FOUND)
    _press(second, "Keep")
    _type(second, "other")
    _says(first, NEWER)
    _type(second, "start")
    _says(first, SAVED)
    expect(_found(first)).to_have_count(0)


# ---- forget and off ----------------------------------------------------------------------------


def test_forgetting_removes_the_text_until_something_changes_here(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    _type(page, "hello")
    _comes_to_store(page, "hello")
    _press(page, "Forget")
    _says(page, "Nothing is saved in this browser yet.")
    page.get_by_role("link", name="Two").click()
    expect(page.get_by_text("Nothing to type here")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('through'))") == []
    page.get_by_role("link", name="One").click()
    _type(page, "new")
    _comes_to_store(page, "new")


def test_forgetting_leaves_nothing_that_was_waiting_to_be_saved(
    two_tabs: tuple[Page, Page],
) -> None:
    first, _ = two_tabs
    _says(first, NEWER)
    _type(first, "mine")
    _press(first, "Forget")
    _says(first, "Nothing is saved in this browser yet.")
    first.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(first) is None


def test_what_was_forgotten_in_one_tab_no_other_tab_brings_back(
    opened: Callable[..., Page],
) -> None:
    first = opened()
    _type(first, "start")
    _comes_to_store(first, "start")
    second = opened(line=FOUND)
    _press(second, "Forget")
    _says(first, "Removed in another tab. Nothing is saved from this tab.")
    expect(_facts(first)).to_contain_text("said forgotten")
    _type(first, "more")
    first.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(first) is None
    _press(first, "Save here again")
    _comes_to_store(first, "more")
    _says(first, SAVED)
    expect(first.get_by_role("button", name="Save here again")).to_be_hidden()
    expect(_facts(first)).to_contain_text("said saved")


def test_a_find_nobody_has_chosen_is_withdrawn_when_another_tab_forgets_it(
    opened: Callable[..., Page],
) -> None:
    first = opened()
    _type(first, "start")
    _comes_to_store(first, "start")
    second = opened(line=FOUND)
    expect(_found(second)).to_be_visible()
    _press(first, "Forget")
    expect(_facts(second)).to_contain_text("said forgotten")
    expect(_found(second)).to_have_count(0)


def test_off_removes_the_text_everywhere_and_is_remembered(opened: Callable[..., Page]) -> None:
    first = opened()
    _type(first, "start")
    _comes_to_store(first, "start")
    second = opened(line=FOUND)
    switch = "Save in this browser"
    first.get_by_text(switch).click()
    for page in (first, second):
        _says(page, "Saving is off. This browser keeps only that choice.")
        expect(page.get_by_role("switch", name=switch)).not_to_be_checked()
    _type(first, "unsaved")
    _reload(first)
    _says(first, "Saving is off. This browser keeps only that choice.")
    expect(first.get_by_role("switch", name=switch)).not_to_be_checked()
    _type(first, "still here")
    first.evaluate("dispatchEvent(new Event('pagehide'))")
    assert _stored(first) is None
    first.get_by_text(switch).click()
    _comes_to_store(first, "still here")
    _says(first, SAVED)


# ---- a browser that will not ---------------------------------------------------------------------


def test_blocked_storage_is_said_and_everything_else_works(
    context: BrowserContext, opened: Callable[..., Page]
) -> None:
    context.add_init_script(DENIED)
    page = opened()
    blocked = "This browser does not let the app save. Download the file to keep your plan."
    _says(page, blocked)
    expect(_facts(page)).to_contain_text("said blocked")
    _type(page, "hello")
    page.get_by_text("Save in this browser").click()
    _press(page, "Forget")
    expect(_facts(page)).to_contain_text("model 'hello'")
    _says(page, blocked)


def test_full_storage_keeps_the_last_copy_and_goes_on_when_there_is_room(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    _type(page, "small")
    _comes_to_store(page, "small")
    page.evaluate(FILL_UP)
    _type(page, "longer than before")
    _says(page, FULL)
    expect(_facts(page)).to_contain_text("said full")
    assert _stored(page) == "small"
    _type(page, "longer than before again")
    _says(page, FULL)
    page.evaluate("localStorage.removeItem('filler0')")
    _type(page, "there is room")
    _comes_to_store(page, "there is room")
    expect(_facts(page)).to_contain_text("said saved")


def test_storage_that_refuses_every_write_is_called_full(
    context: BrowserContext, opened: Callable[..., Page]
) -> None:
    context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    page = opened(line="Nothing is saved in this browser yet.")
    _type(page, "hello")
    _says(page, re.compile("storage is full; the last copy is from an unknown time"))


def test_a_text_too_large_to_come_back_is_not_written(opened: Callable[..., Page]) -> None:
    page = opened("?size=600000")
    _type(page, "small")
    _comes_to_store(page, "small")
    _press(page, "Fill")
    _says(page, "This plan is too large to save here. Download the file instead.")
    expect(_facts(page)).to_contain_text("said too_large")
    assert _stored(page) == "small"


def test_the_largest_text_comes_back_whole(opened: Callable[..., Page]) -> None:
    page = opened("?size=440000")
    _press(page, "Fill")
    expect(_facts(page)).to_contain_text("length 440000")
    _says(page, SAVED)
    _reload(page)
    expect(_found(page)).to_contain_text("found own whole=True")
    _press(page, "Take")
    expect(_facts(page)).to_contain_text("length 440000")


@pytest.mark.parametrize(
    "raw",
    ["", '{"format":2,"text":"x"}', "<img src=x onerror='window.hit=1'>"],
)
def test_a_broken_item_is_handed_over_as_it_is_and_not_deleted(
    opened: Callable[..., Page], raw: str
) -> None:
    page = opened()
    page.evaluate("([key, raw]) => localStorage.setItem(key, raw)", [KEY, raw])
    _reload(page)
    _says(page, re.compile("^A copy from an unknown time"))
    expect(_found(page)).to_contain_text(f"found other whole=True {raw!r}")
    _type(page, "mine")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == raw
    _press(page, "Keep")
    _comes_to_store(page, "mine")
    assert page.evaluate("window.hit") is None


def test_an_item_too_long_to_send_is_named_without_its_text(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    page.evaluate("key => localStorage.setItem(key, 'x'.repeat(2_000_000))", KEY)
    _reload(page)
    expect(_found(page)).to_contain_text("found other whole=False ''")


# ---- a server that goes --------------------------------------------------------------------------


def test_a_server_that_was_killed_loses_nothing(
    demo: Server, opened: Callable[..., Page], console: Watch
) -> None:
    page = opened()
    _type(page, "hello")
    _comes_to_store(page, "hello")
    assert console.errors == []
    demo.kill()
    expect(page.locator('[data-test-connection-state="CONNECTED"]')).to_have_count(0)
    demo.start()
    expect(page.locator(SETTLED)).to_be_attached(timeout=30_000)
    console.errors.clear()  # Streamlit's client complained while nobody answered
    page.get_by_role("link", name="Two").click()
    expect(_found(page)).to_contain_text("found own whole=True 'hello'")
    expect(_facts(page)).to_contain_text("reports 1 revision 0")
    page.get_by_role("link", name="One").click()
    _type(page, "the tap that woke it")
    assert _stored(page) == "hello"
    _reload(page)
    expect(_found(page)).to_contain_text("found own whole=True 'hello'")
    _press(page, "Take")
    _says(page, SAVED)
    assert _stored(page) == "hello"


# ---- the line ------------------------------------------------------------------------------------


def test_a_listener_hears_a_change_of_state_and_not_every_save(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    spoken = page.locator(".st-key-store [role=status]")
    expect(spoken).to_have_text("")
    _type(page, "one")
    expect(spoken).to_have_text(SAVED)
    spoken.evaluate(
        """e => { window.heard = 0
            new MutationObserver(() => { window.heard += 1 }).observe(e, { childList: true }) }"""
    )
    for text in ("two", "three"):
        _type(page, text)
        _comes_to_store(page, text)
    assert page.evaluate("window.heard") == 0


@pytest.mark.parametrize("width", [390, 1366])
def test_the_line_keeps_its_room_and_axe_finds_nothing(
    opened: Callable[..., Page], width: int
) -> None:
    page = opened()
    page.set_viewport_size({"width": width, "height": 900})
    line = page.locator(".line")
    empty = line.bounding_box()
    _type(page, "hello")
    _says(page, SAVED)
    full = line.bounding_box()
    assert empty
    assert full
    assert (full["height"], full["width"]) == (empty["height"], empty["width"])
    found = Axe().run(page, context=".st-key-store").response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
