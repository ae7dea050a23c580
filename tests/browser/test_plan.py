"""The plan by hand: moves taken on and undone, the drawer by keyboard, the log, a phone, and what axe finds."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import PHONE, explore, follow, ready, visit
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOW, SMALL

VIEWS = ("Moves", "My actions", "Log")


def show(page: Page, view: str) -> None:
    """Choose what of the plan shows."""
    page.get_by_test_id("stMain").get_by_role("radio", name=view, exact=True).click()
    ready(page)


def press(page: Page, name: str) -> None:
    """Press the first button of this name."""
    page.get_by_role("button", name=name, exact=True).first.click()


def bar(page: Page) -> Locator:
    """What the last change did."""
    return page.locator(".st-key-plan_said")


def write_down(page: Page, text: str) -> None:
    """Write an entry with the line of the log."""
    page.get_by_role("textbox", name="What happened").fill(text)
    press(page, "Add to the log")
    expect(page.get_by_text(text)).to_be_visible()
    ready(page)


def with_actions(page: Page, address: str) -> None:
    """Open the plan of a sample and take its first two suggestions on."""
    explore(page, address)
    follow(page, "Plan")
    for count in (1, 2):
        press(page, "Add to my actions")
        expect(bar(page)).to_contain_text("Added to your actions")
        expect(page.get_by_role("button", name="Add to my actions")).to_have_count(3 - count)
        ready(page)


def test_a_suggestion_is_taken_on_and_undone_in_sight_of_where_it_was_pressed(
    server: str, desk: Page
) -> None:
    explore(desk, server)
    follow(desk, "Plan")
    first = desk.locator('[class*="st-key-suggestion_"]').first
    what = first.locator("strong").inner_text()

    first.get_by_role("button", name="Add to my actions").dblclick()
    expect(bar(desk)).to_contain_text("Added to your actions")
    expect(bar(desk)).to_be_in_viewport()
    expect(desk.get_by_text(what)).to_have_count(0)

    press(desk, "Undo")
    expect(desk.get_by_text(what)).to_be_visible()
    expect(desk.get_by_role("button", name="Undo")).to_have_count(0)
    ready(desk)


def test_an_own_action_is_written_and_changed_in_the_drawer_by_keyboard_alone(
    server: str, desk: Page
) -> None:
    visit(desk, server, "plan")
    show(desk, "My actions")
    desk.get_by_role("textbox", name="What", exact=True).focus()
    desk.keyboard.type("Call the library")
    desk.keyboard.press("Enter")
    ready(desk)
    desk.get_by_role("button", name="Write my own").focus()
    desk.keyboard.press("Enter")

    drawer = desk.get_by_role("dialog")
    expect(drawer).to_be_visible()
    drawer.get_by_role("textbox", name="First step").focus()
    desk.keyboard.type("Find the number")
    desk.keyboard.press("Tab")
    expect(drawer.get_by_text("The action is changed")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(drawer).to_have_count(0)

    expect(desk.get_by_text("First step: Find the number")).to_be_visible()
    ready(desk)


def test_the_effort_moves_a_step_and_the_keyboard_stays_on_it(server: str, desk: Page) -> None:
    explore(desk, server)
    follow(desk, "Plan")
    card, efforts = desk.locator(".st-key-card_step_X1"), desk.locator(".st-key-efforts")
    expect(card.get_by_role("heading")).to_have_text("1. Set long-term goals")

    efforts.locator("summary").click()
    efforts.get_by_role("radio", name="Small").first.focus()
    for place, effort in ((1, "Medium"), (2, "Large")):
        desk.keyboard.press("ArrowRight")
        desk.keyboard.press("Space")
        expect(card.get_by_text(f"You called it a {effort.lower()} effort")).to_be_visible()
        expect(card.get_by_role("heading")).to_have_text(f"{place}. Set long-term goals")
        ready(desk)
        expect(efforts.get_by_role("radio", name=effort).first).to_be_focused()


def test_a_finished_action_goes_into_the_log_and_the_log_only_offers_a_tick(
    server: str, desk: Page
) -> None:
    with_actions(desk, server)
    show(desk, "My actions")
    what = desk.locator('[class*="st-key-card_action_a"] h3').first.inner_text()
    press(desk, "More")
    desk.get_by_role("option", name="Write it in the log").or_(
        desk.get_by_role("menuitem", name="Write it in the log")
    ).click()
    expect(desk.get_by_role("textbox", name="What happened")).to_have_value(what)
    desk.get_by_role("spinbutton", name="A number, if there is one").fill("2")
    press(desk, "Add to the log")
    expect(desk.get_by_text("1 achievement with a number on").first).to_be_visible()
    ready(desk)

    offered = desk.get_by_role("button", name="Tick this box")
    before = offered.count()
    offered.first.click()
    expect(bar(desk)).to_contain_text("The box is ticked")
    expect(offered).to_have_count(before - 1)
    press(desk, "Undo")
    expect(offered).to_have_count(before)
    ready(desk)


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (360, "dark")])
def test_everybody_can_use_every_view_and_drawer_of_the_plan(
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
    with_actions(page, server)
    page.locator(".st-key-efforts summary").click()
    found = {}
    for view in VIEWS:
        show(page, view)
        if view == "Log":
            write_down(page, "Supercalifragilisticexpialidocious" * 4)
        found[view] = [violations(page), page.evaluate(OVERFLOW), page.evaluate(SMALL)]
    press(page, "Change")
    expect(page.get_by_role("dialog")).to_be_visible()
    found["drawer"] = [violations(page)]

    assert [one for parts in found.values() for one in parts if one] == []
