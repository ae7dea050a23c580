"""Saving in the visitor's browser, in the real app: killed servers, reloads, two tabs, forgetting, no storage."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import PHONE, Watch, count, follow, question, ready, visit
from tests.browser.killable import DOWN, Server
from tests.browser.test_accessibility import violations

KEY = "throughline:plan"
SAVED = re.compile(r"^Saved in this browser, \d\d:\d\d\.$")
RESTORED = re.compile(r"^Restored\. Saved in this browser, \d\d:\d\d\.$")
LINE = ".st-key-keeping_line .words"
DENIED = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('denied', 'SecurityError') },
})"""
NO_ROOM = """Storage.prototype.setItem = () => {
    throw new DOMException('no room', 'QuotaExceededError')
}"""


@pytest.fixture(scope="module")
def killable() -> Iterator[Server]:
    """The app, for the tests of this file that end it."""
    server = Server("streamlit", "run", "app.py", "--server.headless=true", port="--server.port")
    yield server
    server.kill()


@pytest.fixture
def forgiving(console: Watch) -> Iterator[None]:
    """Forgive what the console says because the server was down."""
    yield
    console.errors[:] = [one for one in console.errors if not DOWN.search(one)]


def line(page: Page) -> Locator:
    """The line that says what is saved."""
    return page.locator(LINE)


def stored(page: Page) -> Any:
    """The plan that stands in the browser, its patch included in raw form; None for nothing."""
    raw = page.evaluate(f"localStorage.getItem('{KEY}')")
    return None if raw is None else json.loads(raw)


def answer(page: Page, item: str, presses: int = 1) -> None:
    """Move one slider with the keyboard, from the middle."""
    slider = question(page, item).locator("input[type=range]")
    slider.focus()
    for _ in range(presses):
        slider.press("ArrowRight")


def comes_to_store(page: Page, text: str) -> None:
    """Wait until the copy in the browser holds a text."""
    page.wait_for_function(
        "([key, text]) => localStorage.getItem(key)?.includes(text)", arg=[KEY, text]
    )


def answered(page: Page, item: str) -> Locator:
    """The slider of a question, if it shows an answer."""
    return question(page, item).locator("input[type=range]")


# ---- a lost session --------------------------------------------------------------------------


@pytest.mark.usefixtures("forgiving")
def test_a_killed_server_loses_nothing_and_the_page_heals_by_itself(
    killable: Server, desk: Page
) -> None:
    visit(desk, killable.address, "assess")
    answer(desk, "J1")
    answer(desk, "J3", 3)
    expect(count(desk)).to_have_text("2 of 18")
    expect(line(desk)).to_have_text(SAVED)
    comes_to_store(desk, "J3")
    before = answered(desk, "J3").input_value()

    killable.kill()
    killable.start()

    expect(line(desk)).to_have_text(RESTORED, timeout=30_000)
    ready(desk)
    expect(count(desk)).to_have_text("2 of 18")
    assert answered(desk, "J3").input_value() == before
    answer(desk, "C1")
    expect(count(desk)).to_have_text("3 of 18")
    desk.reload()
    ready(desk)
    expect(count(desk)).to_have_text("3 of 18")


@pytest.mark.usefixtures("forgiving")
def test_what_stands_in_a_fragment_answers_again_after_a_lost_session(
    killable: Server, desk: Page
) -> None:
    visit(desk, killable.address, "pay")
    salary = desk.get_by_role("spinbutton", name="Salary a year")
    salary.fill("50000")
    salary.press("Tab")
    comes_to_store(desk, "50000")
    # What a page has not loaded yet when its server dies stays missing until it is loaded anew.
    expect(desk.get_by_test_id("stTable").first).to_be_attached()
    expect(desk.locator(".main-svg").first).to_be_attached()

    killable.kill()
    killable.start()
    expect(desk.locator('[data-test-connection-state="CONNECTED"]')).to_be_attached(timeout=30_000)
    ready(desk)

    desk.get_by_role("radio", name="Year by year").click()
    expect(desk.get_by_text("Working on it")).to_have_count(0)
    expect(desk.locator(".st-key-chart_pay_years, .st-key-chart_pay_fan").first).to_be_attached()
    expect(salary).to_have_value("50000")


@pytest.mark.usefixtures("forgiving")
def test_typed_text_outlives_a_lost_session(killable: Server, desk: Page) -> None:
    visit(desk, killable.address, "timeline")
    box = desk.get_by_role("textbox").first
    box.click()
    box.press_sequentially("Half a goal")

    killable.kill()
    killable.start()
    expect(desk.locator('[data-test-connection-state="CONNECTED"]')).to_be_attached(timeout=30_000)
    ready(desk)

    expect(box).to_have_value("Half a goal")


# ---- a reload, another visit -----------------------------------------------------------------


def test_a_refresh_mid_step_keeps_answers_and_the_place_in_the_form(
    server: str, desk: Page
) -> None:
    visit(desk, server, "assess")
    answer(desk, "J1")
    expect(count(desk)).to_have_text("1 of 18")
    heading = desk.locator(".heading").first
    first = heading.inner_text()
    desk.get_by_role("button", name="Next").click()
    expect(question(desk, "J1")).to_have_count(0)
    expect(heading).not_to_have_text(re.compile(f"^({re.escape(first)})?$"))
    name = heading.inner_text()
    ready(desk)
    comes_to_store(desk, "skills")

    desk.reload()
    ready(desk)

    expect(line(desk)).to_have_text(RESTORED)
    expect(heading).to_have_text(name)
    expect(count(desk)).to_have_text("1 of 18")


def test_the_next_visit_offers_to_go_on_at_the_first_open_question(
    server: str, context: BrowserContext
) -> None:
    first = context.new_page()
    visit(first, server, "assess")
    answer(first, "J1")
    comes_to_store(first, "J1")
    first.close()

    page = context.new_page()
    visit(page, server)
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
    expect(line(page)).to_have_text(re.compile("Nothing new is saved until you choose"))
    assert violations(page) == []
    page.get_by_role("button", name=re.compile("^Go on at")).click()

    expect(page.get_by_role("heading", level=1, name="Assess")).to_be_visible()
    ready(page)
    expect(count(page)).to_have_text("1 of 18")
    expect(line(page)).to_have_text(SAVED)


def test_undo_on_the_form_shows_the_earlier_answers_on_the_sliders(
    server: str, context: BrowserContext
) -> None:
    first = context.new_page()
    visit(first, server, "assess")
    answer(first, "J1")
    comes_to_store(first, "J1")
    first.close()

    page = context.new_page()
    visit(page, server, "assess")
    answer(page, "J3")
    expect(count(page)).to_have_text("1 of 18")
    page.get_by_role("button", name="Open it on this page").click()
    expect(count(page)).to_have_text("2 of 18")
    expect(question(page, "J1")).to_have_attribute("data-state", "answered")
    page.get_by_role("button", name="Undo").click()
    expect(count(page)).to_have_text("1 of 18")
    expect(question(page, "J1")).not_to_have_attribute("data-state", "answered")


# ---- two tabs, forgetting, off -----------------------------------------------------------------


def test_two_tabs_ask_before_one_overwrites_the_other(server: str, context: BrowserContext) -> None:
    first, second = context.new_page(), context.new_page()
    visit(first, server, "assess")
    visit(second, server, "assess")
    first.bring_to_front()
    answer(first, "J1")
    comes_to_store(first, "J1")
    second.bring_to_front()
    answer(second, "J3")

    expect(second.get_by_role("heading", name="Two tabs, two plans")).to_be_visible()
    assert "J3" not in json.dumps(stored(second))
    second.get_by_role("button", name="Keep this one").click()
    comes_to_store(second, "J3")
    expect(line(second)).to_have_text(SAVED)


def test_forgetting_empties_the_page_and_the_browser_and_nothing_comes_back(
    server: str, desk: Page
) -> None:
    visit(desk, server, "assess")
    answer(desk, "J1")
    comes_to_store(desk, "J1")
    desk.get_by_role("button", name="Saving").click()
    desk.get_by_role("button", name="Forget everything").click()
    expect(desk.get_by_text("Everything is gone from this session")).to_be_visible()
    ready(desk)
    assert stored(desk) is None
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Is your work a job")
    follow(desk, "Assess")
    expect(count(desk)).to_have_text("0 of 18")
    answer(desk, "J3")
    comes_to_store(desk, "J3")
    assert '"J1"' not in json.dumps(stored(desk)).replace("\\", "")
    desk.reload()
    ready(desk)
    expect(count(desk)).to_have_text("1 of 18")


def test_forgotten_pay_does_not_come_back_from_the_input_that_showed_it(
    server: str, desk: Page
) -> None:
    visit(desk, server, "pay")
    salary = desk.get_by_role("spinbutton", name="Salary a year")
    salary.fill("50000")
    salary.press("Tab")
    comes_to_store(desk, "50000")
    desk.get_by_role("button", name="Saving").click()
    desk.get_by_role("button", name="Forget everything").click()
    expect(desk.get_by_text("Everything is gone from this session")).to_be_visible()
    ready(desk)
    follow(desk, "Pay")
    expect(salary).to_have_value("")
    assert stored(desk) is None
    hours = desk.get_by_role("spinbutton", name="Paid hours a week")
    hours.fill("38")
    hours.press("Tab")
    comes_to_store(desk, "38")
    assert "50000" not in json.dumps(stored(desk))


def test_off_is_remembered_and_keeps_nothing(server: str, desk: Page) -> None:
    visit(desk, server, "assess")
    desk.get_by_role("button", name="Saving").click()
    desk.get_by_text("Save in this browser", exact=True).click()
    expect(line(desk)).to_have_text("Saving in this browser is off.")
    desk.keyboard.press("Escape")
    answer(desk, "J1")
    expect(count(desk)).to_have_text("1 of 18")
    assert stored(desk) is None

    desk.reload()
    ready(desk)
    expect(line(desk)).to_have_text("Saving in this browser is off.")
    expect(count(desk)).to_have_text("0 of 18")


# ---- no storage --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "said"),
    [(DENIED, "does not let the app save"), (NO_ROOM, "storage is full")],
    ids=["denied", "full"],
)
def test_without_storage_the_line_says_so_and_the_app_works(
    server: str, desk: Page, script: str, said: str
) -> None:
    desk.add_init_script(script)
    visit(desk, server, "assess")
    answer(desk, "J1")

    expect(count(desk)).to_have_text("1 of 18")
    expect(line(desk)).to_contain_text(said)


# ---- how it looks ------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_settings_have_no_accessibility_fault(
    server: str, new_context: Callable[..., BrowserContext], scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    visit(page, server, "pay")
    page.get_by_role("button", name="Saving").click()
    expect(page.get_by_role("button", name="Forget everything")).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("width", [1366, 360])
def test_nothing_jumps_when_the_line_fills_in_or_says_restored(
    server: str, new_context: Callable[..., BrowserContext], width: int
) -> None:
    options: dict[str, Any] = PHONE if width == 360 else {}
    page = new_context(viewport={"width": width, "height": 844}, **options).new_page()
    visit(page, server, "pay")
    expect(line(page)).not_to_have_text("")
    top = page.get_by_role("heading", level=1).bounding_box()
    salary = page.get_by_role("spinbutton", name="Salary a year")
    salary.fill("50000")
    salary.press("Tab")
    expect(line(page)).to_have_text(SAVED)
    ready(page)
    assert page.get_by_role("heading", level=1).bounding_box() == top

    page.reload()
    expect(line(page)).to_have_text(RESTORED)
    ready(page)
    assert page.get_by_role("heading", level=1).bounding_box() == top
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
