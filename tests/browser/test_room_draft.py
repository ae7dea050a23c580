"""What a phone has not saved yet: it outlives a reload and a server that dies, and nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Watch, question, ready
from tests.browser.killable import DOWN, Server
from tests.browser.test_room import Phone, code_on, join_by_code, next_step, open_room, phone_of

DRAFT = "sessionStorage.getItem('throughline:draft')"


@pytest.fixture
def killable(tmp_path: Path, console: Watch) -> Iterator[Server]:
    """A workshop server that may die; what the console says of it is forgiven."""
    rooms = {"THROUGHLINE_DATABASE_URL": f"sqlite:///{tmp_path / 'rooms.sqlite'}"}
    server = Server("components.server", "--address=127.0.0.1", port="--port", environment=rooms)
    yield server
    server.kill()
    console.errors[:] = [one for one in console.errors if not DOWN.search(one)]


def marked(page: Page, item: str) -> Locator:
    """The slider of an answered question."""
    return question(page, item).and_(page.locator("[data-state=answered]")).locator(".range")


def marking(server: Server, new_context: Callable[..., BrowserContext], desk: Page) -> Phone:
    """A phone in a room whose first question is answered, and not saved."""
    open_room(desk, server.address)
    phone = phone_of(new_context)
    join_by_code(phone, server.address, code_on(desk))
    next_step(desk, "Open “Work today”")
    question(phone.page, "J1").locator(".range").press("End", timeout=20_000)
    return phone


def test_answers_not_saved_yet_outlive_a_reload_and_a_killed_server(
    killable: Server, new_context: Callable[..., BrowserContext], desk: Page
) -> None:
    page = marking(killable, new_context, desk).page
    question(page, "J3").get_by_role("button", name="Skip").click()

    page.reload()
    expect(marked(page, "J1")).to_have_value("10")
    question(page, "C1").locator(".range").press("Home")
    ready(page)
    killable.kill()
    connected = page.locator('[data-test-connection-state="CONNECTED"]')
    expect(connected).not_to_be_attached()
    question(page, "C4").locator(".range").press("End")  # nobody hears this one
    question(page, "C4").evaluate("one => one.dataset.old = ''")
    killable.start()

    expect(connected).to_be_attached(timeout=30_000)
    expect(page.locator("[data-old]")).to_have_count(0)  # drawn by the new server
    ready(page)
    for item, value in (("J1", "10"), ("C1", "0"), ("C4", "10")):
        expect(marked(page, item)).to_have_value(value)
    expect(question(page, "J3")).to_have_attribute("data-state", "skipped")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_text("Saved at")).to_be_visible()

    page.get_by_role("button", name="Change my answers").click()
    expect(marked(page, "C4")).to_have_value("10")
    assert page.evaluate(DRAFT) is None  # it belonged to what was saved


def test_another_person_on_the_same_phone_finds_no_draft(
    killable: Server, new_context: Callable[..., BrowserContext], desk: Page
) -> None:
    phone = marking(killable, new_context, desk)
    page = phone.page
    ready(page)
    page.get_by_text("About this room").click()
    page.get_by_role("button", name="Withdraw").press("Enter")
    page.locator(".st-key-withdraw_yes button").press("Enter")
    expect(page.get_by_text("About this room")).to_be_hidden()

    join_by_code(phone, killable.address, code_on(desk))
    expect(question(page, "J1")).to_be_visible()
    expect(marked(page, "J1")).to_have_count(0)
    assert page.evaluate(DRAFT) is None
