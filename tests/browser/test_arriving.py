"""The ways into and through the product: cold addresses, links, Back, samples, and other visitors."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import (
    BARE,
    PLACES,
    Place,
    Watch,
    count,
    explore,
    follow,
    question,
    ready,
    visit,
)

GROUPS = ("^You", "^With others", "^About")
LOADED = """async () => { await document.fonts.ready
  return [...document.fonts].filter(font => font.status == 'loaded').map(font => font.family) }"""


# Every page comes in by the same door, which tests/architecture checks; a cold server for each would be slow.
COLD = [
    place
    for place in PLACES
    if place.name in ("Start", "Assess", "Pay", "Coach", "Present", "Join")
]


@pytest.mark.parametrize("place", COLD, ids=lambda place: place.name)
def test_the_first_visitor_of_a_cold_server_gets_the_page_asked_for(
    cold_server: str, desk: Page, console: Watch, place: Place
) -> None:
    visit(desk, cold_server, place.path)
    expect(desk).to_have_title(f"{place.name} · Throughline")
    expect(desk.get_by_role("heading", level=1)).to_have_text(place.heading)
    expect(desk.get_by_role("dialog")).to_have_count(0)
    groups = desk.get_by_test_id("stNavSectionHeader")
    expect(groups).to_have_text([] if place.name in BARE else [re.compile(g) for g in GROUPS])
    assert {"Inter", "Fraunces"} <= {name.strip('"') for name in desk.evaluate(LOADED)}
    fonts = {url for url in console.requests if url.endswith(("inter.woff2", "fraunces.woff2"))}
    assert fonts == {f"{cold_server}/app/static/{name}.woff2" for name in ("inter", "fraunces")}


def test_answers_survive_leaving_by_links_twice_and_coming_back(server: str, desk: Page) -> None:
    visit(desk, server, "assess")
    question(desk, "J1").locator(".range").press("ArrowRight")
    expect(count(desk)).to_have_text("1 of 18")
    for _ in range(2):
        follow(desk, "Learn")
        follow(desk, "Assess")
        expect(question(desk, "J1").locator(".number")).to_have_value("5")
        expect(count(desk)).to_have_text("1 of 18")


def test_boxes_and_choices_survive_leaving_twice_and_coming_back(server: str, desk: Page) -> None:
    visit(desk, server)
    desk.get_by_role("button", name="Begin the full form").click()
    desk.get_by_role("button", name="Next").click()
    expect(desk.get_by_role("heading", name="Education and training")).to_be_focused()
    box = desk.locator("[class*=st-key-own-tick]").get_by_role("checkbox").first
    choice = desk.get_by_role("radio", name="full-time")
    form = choice.or_(desk.get_by_role("button", name="full-time"))
    box.check(force=True)
    ready(desk)
    for _ in range(2):
        follow(desk, "Learn")
        follow(desk, "Assess")
        expect(desk.get_by_role("heading", name="Education and training")).to_be_visible()
        expect(box).to_be_checked()
    desk.get_by_role("button", name="Back").click()
    form.click()
    for _ in range(2):
        follow(desk, "Learn")
        follow(desk, "Assess")
        expect(form).to_be_checked()


def test_answers_survive_the_back_and_forward_buttons_of_the_browser(
    server: str, desk: Page
) -> None:
    visit(desk, server, "assess")
    question(desk, "J1").locator(".range").press("Home")
    expect(count(desk)).to_have_text("1 of 18")
    follow(desk, "Learn")
    desk.go_back()
    expect(desk.get_by_role("heading", level=1, name="Assess")).to_be_visible()
    expect(count(desk)).to_have_text("1 of 18")
    expect(question(desk, "J1")).to_have_attribute("data-state", "answered")
    desk.go_forward()
    expect(desk.get_by_role("heading", level=1, name="Learn")).to_be_visible()


def test_a_sample_is_explored_and_left_without_touching_own_answers(
    server: str, desk: Page
) -> None:
    visit(desk, server, "assess")
    question(desk, "J1").locator(".range").press("ArrowRight")
    expect(count(desk)).to_have_text("1 of 18")
    follow(desk, "Start")
    desk.get_by_role("button", name="Explore Ben's sample").click()
    expect(desk.get_by_role("heading", level=2, name="Present and future")).to_be_visible()
    follow(desk, "Assess")
    expect(question(desk, "J1").locator(".number")).to_have_value("5")
    expect(count(desk)).to_have_text("52 of 52")
    question(desk, "J1").locator(".number").fill("9")
    question(desk, "J1").locator(".number").press("Enter")
    ready(desk)
    desk.get_by_role("button", name="Leave the sample").click()
    expect(desk.get_by_text("Sample: Ben")).to_have_count(0)
    expect(count(desk)).to_have_text("1 of 18")
    expect(question(desk, "J1").locator(".number")).to_have_value("5")


def test_a_sample_opens_afresh_after_it_was_changed_and_left(server: str, desk: Page) -> None:
    explore(desk, server)
    follow(desk, "Assess")
    number = question(desk, "J1").locator(".number")
    expect(number).to_have_value("9")
    number.fill("1")
    number.press("Enter")
    expect(number).to_have_value("1")
    follow(desk, "Start")
    desk.get_by_role("button", name="Explore Amina's sample").click()
    expect(desk.get_by_role("heading", level=2, name="Present and future")).to_be_visible()
    follow(desk, "Assess")
    expect(number).to_have_value("9")


def test_two_visitors_do_not_see_each_others_answers(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    one, other = new_context().new_page(), new_context().new_page()
    visit(one, server, "assess")
    visit(other, server, "assess")
    question(one, "J1").locator(".range").press("End")
    expect(count(one)).to_have_text("1 of 18")
    follow(other, "Learn")
    follow(other, "Assess")
    expect(count(other)).to_have_text("0 of 18")
    expect(question(other, "J1")).to_have_attribute("data-state", "untouched")


def test_a_whole_visit_asks_no_other_machine_for_anything(
    server: str, desk: Page, console: Watch
) -> None:
    explore(desk, server)
    for name in ("Start", "Assess", "Learn", "Method & privacy", "Balance"):
        follow(desk, name)
    desk.get_by_role("button", name="Present", exact=True).click()
    expect(desk.get_by_role("button", name="Next")).to_be_visible()
    assert len(console.requests) > 20
    assert console.outside == []
