"""The Progress page in a browser: the plan file there and back, and sittings by keyboard, on both sizes and themes."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.browser.conftest import LOOKS, PHONE, follow, question, ready, visit
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOW, SMALL
from tests.builders import all_fives, rekeyed, worked_sheet
from throughline.answers import Answers
from throughline.plan_file import PlanFile, Sitting, write_plan

HOSTILE = "<img src=x onerror='window.hit=1'> **$5$**"
REPLACED = "The plan has been replaced."


def three_sittings() -> str:
    """A file with three sittings, one of them Quick, one rated and one with a hostile name."""

    def moved(steps: int) -> Answers:
        return rekeyed(worked_sheet("amina"), lambda _, value: min(10.0, value + steps))

    areas = [f"D{number}" for number in range(1, 8)]
    rated: dict[str, Any] = {"then": dict.fromkeys(areas, 3.0), "now": dict.fromkeys(areas, 6.0)}
    sittings = (
        Sitting("s1", "Spring", datetime.date(2026, 3, 2), all_fives("quick"), "1.0"),
        Sitting("s2", HOSTILE, datetime.date(2026, 6, 2), moved(0), "1.0"),
        Sitting("s3", "Autumn", datetime.date(2026, 10, 2), moved(2), "1.0", **rated),
    )
    return write_plan(PlanFile(answers=moved(2), sittings=sittings, counters={"sitting": 3}))


def choose(page: Page, text: str, name: str = "plan.json") -> None:
    """Choose a file with this text."""
    file: FilePayload = {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(file)


def button(page: Page, name: str) -> Locator:
    """A button by its label."""
    return page.get_by_role("button", name=name, exact=True)


def open_file(page: Page, text: str) -> None:
    """Choose a file and replace everything with it."""
    choose(page, text)
    replace_all(page)


def replace_all(page: Page) -> None:
    """Replace everything with the plan in the preview."""
    button(page, "Replace what is here").click()
    expect(page.locator(".st-key-plan_file_told")).to_contain_text(REPLACED)
    ready(page)


def test_a_plan_goes_out_changes_comes_back_and_is_taken_back(
    server: str, desk: Page, tmp_path: Path
) -> None:
    visit(desk, server, "assess")
    slider = question(desk, "J1").locator(".range")
    slider.press("End")
    expect(slider).to_have_value("10")
    ready(desk)
    follow(desk, "Progress")
    with desk.expect_download() as waiting:
        button(desk, "Download the plan file").click()
    assert waiting.value.suggested_filename.startswith("throughline-plan-20")
    path = tmp_path / "plan.json"
    waiting.value.save_as(path)
    text = path.read_text(encoding="utf-8")
    assert json.loads(text)["answers"]["items"] == {"J1": 10}

    follow(desk, "Assess")
    slider.press("Home")
    expect(slider).to_have_value("0")
    ready(desk)
    follow(desk, "Progress")
    choose(desk, text)
    preview = desk.locator(".st-key-plan_file_preview")
    expect(preview).to_contain_text("1 of 18 answers of the Quick form")
    expect(preview).to_contain_text("Answers: 1 replaced.")
    button(desk, "Leave everything as it is").click()
    expect(preview).to_have_count(0)
    open_file(desk, text)

    follow(desk, "Assess")
    expect(slider).to_have_value("10")
    follow(desk, "Progress")
    expect(desk.locator(".st-key-plan_file_told")).to_contain_text(REPLACED)
    button(desk, "Undo, back to what was here").click()
    expect(desk.locator(".st-key-plan_file_told")).to_have_count(0)
    ready(desk)
    follow(desk, "Assess")
    expect(slider).to_have_value("0")


def test_a_file_over_a_megabyte_never_reaches_the_app(server: str, desk: Page) -> None:
    visit(desk, server, "progress")
    choose(desk, " " * 1_100_000)

    expect(desk.get_by_test_id("stFileUploader")).to_contain_text("1MB")
    expect(button(desk, "Replace what is here")).to_have_count(0)


def test_a_hostile_name_is_words_everywhere(server: str, desk: Page) -> None:
    visit(desk, server, "progress")
    choose(desk, three_sittings())
    expect(desk.locator(".st-key-plan_file_preview")).to_contain_text(HOSTILE)
    replace_all(desk)

    expect(desk.locator(".st-key-card_sittings")).to_contain_text(HOSTILE)
    expect(desk.locator(".st-key-card_change")).to_contain_text(HOSTILE)
    desk.locator(".st-key-chart_balance_history_table").get_by_text("As a table").click()
    expect(desk.locator(".st-key-card_balance_history table")).to_contain_text(HOSTILE)
    assert desk.evaluate("window.hit") is None


def test_a_sitting_is_kept_renamed_and_taken_away_by_keyboard(server: str, desk: Page) -> None:
    visit(desk, server, "assess")
    question(desk, "J1").locator(".range").press("End")
    ready(desk)
    follow(desk, "Progress")
    name = desk.get_by_role("textbox", name="Name of the sitting")
    name.fill("Spring")
    name.press("Tab")
    ready(desk)
    button(desk, "Keep as a sitting").press("Enter")
    expect(desk.locator(".st-key-progress_said")).to_contain_text("Kept: Spring")
    button(desk, "Change").press("Enter")
    renamed = desk.get_by_role("dialog").get_by_role("textbox", name="Name of the sitting")
    renamed.fill("Early spring")
    renamed.press("Enter")
    expect(desk.get_by_role("dialog")).to_contain_text("The sitting is now called Early spring.")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    expect(desk.locator(".st-key-card_sittings")).to_contain_text("Early spring")
    button(desk, "Remove").press("Enter")
    expect(desk.locator(".st-key-card_sittings")).to_have_count(0)
    desk.locator(".st-key-progress_said").get_by_role("button", name="Undo").press("Enter")
    expect(desk.locator(".st-key-card_sittings")).to_contain_text("Early spring")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_whole_page_passes_axe_fits_and_can_be_hit(
    server: str,
    new_context: Callable[..., BrowserContext],
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    page = new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        **(PHONE if width < 640 else {}),
    ).new_page()
    visit(page, server, "progress")
    choose(page, three_sittings())
    expect(page.locator(".st-key-plan_file_preview")).to_be_visible()
    found = {"preview": violations(page)}
    replace_all(page)
    page.get_by_text("Then and now, from memory (optional)").click()
    for table in page.get_by_text("As a table").all():
        table.click()
    button(page, "Keep as a sitting").click()
    expect(page.locator(".st-key-progress_said")).to_be_visible()
    found["page"] = violations(page)
    small, wide = page.evaluate(SMALL), page.evaluate(OVERFLOW)
    button(page, "Change").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found["drawer"] = violations(page)

    assert {name: rules for name, rules in found.items() if rules} == {}
    assert (small, wide) == ([], [])
