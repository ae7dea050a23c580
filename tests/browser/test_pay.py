"""The Pay page under real fingers: focus and scroll stay, no click is lost, a phone shows all, axe finds nothing."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import LOOKS, PHONE, explore, follow, ready, visit
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOW, SMALL

SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
FOCUSED = "() => document.activeElement.ariaLabel"
TOP = "e => e.getBoundingClientRect().top"
DRAWN = ("How sure it is", "A move")
PLACEHOLDER = """input => {
  const mix = (c, under) => c.slice(0, 3).map((x, i) => x * (c[3] ?? 1) + under[i] * (1 - (c[3] ?? 1)))
  const parse = text => text.match(/[\\d.]+/g).map(Number)
  const light = c => c.map(x => x / 255)
    .map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
    .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0)
  let box = input
  while (parse(getComputedStyle(box).backgroundColor)[3] === 0) box = box.parentElement
  const under = parse(getComputedStyle(box).backgroundColor)
  const ink = mix(parse(getComputedStyle(input, '::placeholder').color), under)
  const [a, b] = [light(ink), light(under)].sort((x, y) => y - x)
  return (a + 0.05) / (b + 0.05)
}"""


def field(page: Page, label: str) -> Locator:
    """A number field by the beginning of its label."""
    return page.get_by_role("spinbutton", name=label)


def type_in(page: Page, label: str, value: float) -> None:
    """Type a number and leave the field by keyboard."""
    field(page, label).fill(f"{value:g}")
    page.keyboard.press("Tab")
    ready(page)


def parts(page: Page) -> Locator:
    """What can be looked at below the picture."""
    return page.locator(".st-key-pay_part").get_by_role("radio")


def total(page: Page) -> Locator:
    """The total of the package that shows."""
    return page.locator(".st-key-pay_headline h3")


def open_group(page: Page, title: str) -> Locator:
    """Open one group of the form; gives what unfolds."""
    group = page.locator("[class*=st-key-pay_group]").filter(has_text=title)
    group.locator("summary").click()
    ready(page)
    return group


def describe(page: Page, address: str) -> None:
    """Open the page as a new visitor and describe hourly pay."""
    visit(page, address, "pay")
    for label, value in (("Pay per hour", 21.53), ("Paid hours", 36), ("Bonus on target", 2)):
        type_in(page, label, value)
    expect(total(page)).to_have_text("Job now: 41,110 a year")


def test_a_field_changed_by_keyboard_repaints_and_nothing_jumps(server: str, desk: Page) -> None:
    describe(desk, server)
    group = open_group(desk, "Tax, prices and currency")
    tax = field(desk, "Tax on cash pay")
    tax.scroll_into_view_if_needed()
    before = (desk.evaluate(SCROLLED), tax.evaluate(TOP))
    assert before[0] > 400
    expect(total(desk)).to_be_in_viewport()
    said = desk.locator(".st-key-card_pay_picture").inner_text()

    tax.fill("25")
    desk.keyboard.press("Tab")
    expect(desk.locator(".st-key-card_pay_picture")).not_to_have_text(said)
    ready(desk)

    assert (desk.evaluate(SCROLLED), tax.evaluate(TOP)) == before
    assert "Price level" in desk.evaluate(FOCUSED)
    expect(group.locator("details")).to_have_attribute("open", "")
    tax.fill("26")
    tax.press("Enter")
    expect(desk.get_by_text("30,422 after the tax")).to_be_visible()
    expect(tax).to_be_focused()
    type_in(desk, "Tax on cash pay", 150)
    expect(group.get_by_text("100% is used")).to_be_visible()
    expect(tax).to_have_value("150")
    expect(group.locator("details")).to_have_attribute("open", "")


def test_a_click_right_after_a_number_is_not_lost(server: str, desk: Page) -> None:
    describe(desk, server)
    field(desk, "Pay per hour").fill("30")
    desk.get_by_role("radio", name="Next step").click()
    expect(desk.get_by_role("heading", level=2, name="Next step")).to_be_visible()
    ready(desk)
    field(desk, "Salary a year").fill("60000")
    desk.get_by_role("button", name="Present", exact=True).click()
    expect(desk.locator(".st-key-slide")).to_be_visible()
    ready(desk)
    desk.get_by_role("button", name="Leave").click()
    expect(total(desk)).to_have_text("Next step: 60,000 a year")


def test_on_the_narrowest_phone_every_tab_shows_and_a_name_is_neither_markup_nor_too_wide(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    width = 360
    page = new_context(viewport={"width": width, "height": 800}, **PHONE).new_page()
    describe(page, server)
    for other in ("Next step", "Career path"):
        page.get_by_role("radio", name=other).click()
        expect(page.get_by_role("heading", level=2, name=other)).to_be_visible()
        type_in(page, "Salary a year", 1_200_000)
        expect(total(page)).to_have_text(f"{other}: 1,200,000 a year")
    page.get_by_role("radio", name="Job now").click()
    expect(total(page)).to_have_text("Job now: 41,110 a year")
    name = "**A** $1 and $2 longwordwithoutanyspace"
    page.get_by_role("button", name="Name and copy").click()
    for label, text in (("Name of this package", name), ("Currency sign", "$")):
        page.get_by_role("textbox", name=label).fill(text)
        page.keyboard.press("Enter")
        expect(total(page)).to_contain_text(text)
        ready(page)
    page.keyboard.press("Escape")
    expect(total(page)).to_have_text(f"{name}: $41,110 a year")
    expect(total(page)).to_be_in_viewport()
    open_group(page, "Retirement")
    wide, small = {"form": page.evaluate(OVERFLOW)}, {"form": page.evaluate(SMALL)}
    for tab in parts(page).all():
        box = tab.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        tab.click()
        ready(page)
        expect(page.locator(".katex")).to_have_count(0)
        for sides in page.locator(".st-key-pay_sides table").all():
            assert (
                sides.evaluate("t => t.parentElement.scrollWidth - t.parentElement.clientWidth")
                <= 0
            )
        wide[tab.inner_text()] = page.evaluate(OVERFLOW)
        small[tab.inner_text()] = page.evaluate(SMALL)
    assert {name: boxes for name, boxes in wide.items() if boxes} == {}
    assert {name: targets for name, targets in small.items() if targets} == {}


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_and_the_parts_are_walked_by_keyboard(
    server: str,
    new_context: Callable[..., BrowserContext],
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    device: dict[str, Any] = PHONE if width < 640 else {}
    size = {"width": width, "height": 900}
    page = new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", **device
    ).new_page()
    visit(page, server, "pay")
    assert page.get_by_placeholder("none yet").first.evaluate(PLACEHOLDER) >= 4.5
    describe(page, server)
    open_group(page, "Stock options")
    type_in(page, "Shares or options", 1000)
    type_in(page, "Price of one share", -1)
    found = {"a group open, with a message": violations(page)}
    shown = parts(page).all()
    shown[0].focus()
    for before, tab in pairwise(shown):
        if width < 640:
            tab.click()
        else:
            before.focus()  # looking for violations changes the size of the window
            page.keyboard.press("ArrowRight")
            expect(tab).to_be_focused()
            page.keyboard.press("Enter")
        expect(tab).to_be_checked()
        ready(page)
        # What a phone adds in the dark are the drawings; tables and words look alike on every tab.
        if width > 640 or tab.inner_text() in DRAWN:
            found[tab.inner_text()] = violations(page)
    page.get_by_role("button", name="Name and copy").click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    found["name and copy"] = violations(page)
    assert {name: rules for name, rules in found.items() if rules} == {}


def test_a_move_and_the_market_of_a_sample_are_drawn_without_a_word_on_the_console(
    server: str, desk: Page
) -> None:
    explore(desk, server, "Ben")
    follow(desk, "Pay")
    desk.get_by_role("radio", name="Next step").click()
    # Both packages have a field of this name.
    expect(desk.get_by_role("heading", level=2, name="Next step")).to_be_visible()
    type_in(desk, "Salary a year", 60_000)
    # At once: what is clicked in the run of the number before is not lost.
    desk.get_by_role("radio", name="A move").click()
    type_in(desk, "Months of training", 6)
    expect(desk.locator(".st-key-chart_pay_break_even")).to_be_visible()
    desk.get_by_role("radio", name="The market").click()
    search = desk.get_by_role("textbox", name=re.compile("^Search .* occupations$"))
    search.fill("software")
    search.press("Enter")
    desk.get_by_text("Software Developers", exact=True).click()
    expect(desk.locator(".st-key-chart_pay_market")).to_be_visible()
    ready(desk)
