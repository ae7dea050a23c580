"""The Coach page in a browser: files are chosen, compared and closed, on a desk and on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import LOOKS, PHONE, follow, ready, visit
from tests.browser.test_accessibility import violations
from tests.builders import worked_sheet
from throughline.plan_file import PlanFile, write_plan

BEN = PlanFile(owner="Ben", answers=worked_sheet("ben"))
AMINA = PlanFile(
    owner="Amina <b>x</b> with a very long name that goes on", answers=worked_sheet("amina")
)


def choose(page: Page, *plans: PlanFile) -> None:
    """Choose files of these plans."""
    files: list[Any] = [
        {"name": f"{n}.json", "mimeType": "application/json", "buffer": write_plan(one).encode()}
        for n, one in enumerate(plans)
    ]
    page.locator("input[type=file]").set_input_files(files)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_two_files_stand_side_by_side_without_a_fault(
    server: str, new_context: Callable[..., BrowserContext], width: int, scheme: str
) -> None:
    options: dict[str, Any] = PHONE if width == 390 else {}
    page = new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, **options
    ).new_page()
    visit(page, server, "coach")
    choose(page, BEN, AMINA)
    expect(page.get_by_role("heading", name="Balances side by side")).to_be_visible()
    expect(page.locator(".st-key-chart_coach .main-svg").first).to_be_visible()
    ready(page)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_what_is_opened_is_never_saved_and_a_reload_ends_it(server: str, desk: Page) -> None:
    visit(desk, server, "coach")
    choose(desk, BEN, AMINA)
    note = desk.get_by_role("textbox", name="Notes on Ben")
    note.fill("Ask about hours")
    note.press("Control+Enter")
    follow(desk, "Learn")
    follow(desk, "Coach")
    expect(note).to_have_value("Ask about hours")
    with desk.expect_download() as told:
        desk.get_by_role("button", name="Save the notes as a file").click()
    assert "Ask about hours" in told.value.path().read_text(encoding="utf-8")
    assert desk.evaluate("JSON.stringify(localStorage)").count("Amina") == 0

    desk.reload()
    ready(desk)
    expect(desk.get_by_text(re.compile("Nothing is open yet"))).to_be_visible()
