"""A stolen laptop: the desk comes back with the recovery secret in another browser, and ends the first one."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import HOST_KEY, PHONE, ready, visit
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOW, SMALL

SECRET = re.compile(r"^[\w-]{43}$")


def test_a_desk_comes_back_by_its_sheet_ends_the_stolen_one_and_gives_a_phone_a_second_desk(
    own_server: str, new_context: Callable[..., BrowserContext], desk: Page
) -> None:
    visit(desk, own_server, "host")
    desk.get_by_label("What is it called?").fill("Team day")
    desk.get_by_label("Host key", exact=True).fill(HOST_KEY)
    desk.get_by_role("button", name="Open the room").click()
    expect(desk.get_by_text(SECRET)).to_have_count(2)
    recovery = desk.get_by_text(SECRET).nth(1).inner_text()
    with desk.expect_download() as sheet:
        desk.get_by_role("button", name="Recovery sheet").click()
    assert sheet.value.suggested_filename.endswith(".pdf")
    desk.get_by_role("button", name="I have them").click()
    expect(desk.get_by_role("heading", name="Agenda")).to_be_visible()

    # As it is typed off the paper, with the gaps.
    mine = new_context(viewport={"width": 1366, "height": 900}, color_scheme="dark").new_page()
    visit(mine, own_server, "host")
    typed = " ".join(re.findall(".{1,4}", recovery))
    mine.get_by_label("Secret", exact=True).fill(typed)
    mine.get_by_role("button", name="Take the desk").click()
    mine.get_by_role("button", name="To the desk").click()
    mine.get_by_text("Desks: 2").click()
    mine.get_by_role("button", name="End all other desks").click()
    found = violations(mine)
    mine.get_by_role("button", name="End the other desks").click()
    expect(mine.get_by_text("Desks: 1")).to_be_visible()

    expect(desk.get_by_text("This desk is over")).to_be_visible()
    desk.reload()
    ready(desk)
    expect(desk.get_by_role("heading", name="Open a room")).to_be_visible()
    expect(desk.get_by_text("Team day", exact=True)).to_have_count(0)

    mine.get_by_role("button", name="Link to a second desk").click()
    link = mine.locator(".st-key-desk_desks code").inner_text().strip()
    pocket = new_context(viewport={"width": 390, "height": 844}, **PHONE).new_page()
    pocket.goto(link)
    pocket.get_by_role("button", name="Open the desk").click()
    expect(pocket.get_by_role("heading", name="Agenda")).to_be_visible()
    ready(pocket)
    assert pocket.url == f"{own_server}/host"
    assert pocket.evaluate(OVERFLOW) == []
    assert pocket.evaluate(SMALL) == []
    found += violations(pocket)
    pocket.get_by_role("button", name="Open “Work today”").click()
    expect(mine.get_by_role("button", name="Lock “Work today”")).to_be_visible()
    expect(mine.get_by_text("Desks: 2")).to_be_visible()
    mine.reload()
    expect(mine.get_by_role("heading", name="Agenda")).to_be_visible()
    assert found == []
