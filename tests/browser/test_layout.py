"""The layout: no sideways scroll on a phone, targets a thumb can hit, stillness where it is asked for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import LISTED, PHONE, count, explore, follow, question, ready, visit

OVERFLOW = """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
  .filter(box => box.scrollWidth > box.clientWidth)
  .map(box => `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`)"""

# What can be pressed, through shadow roots. A hidden input is as large as its label; a link in a
# sentence may be as high as its line (WCAG 2.2, 2.5.8, the exception for text). Streamlit's own link
# beside a heading and its help icon are 16 pixels, but alone in a circle of 24: the same rule's
# exception for spacing. The small parts of its multiselect each have a key that does the same.
SMALL = """() => {
  const wanted = 'a[href], button, input, select, textarea, summary, [role=slider], [role=tab]'
  const found = root => [...root.querySelectorAll('*')].flatMap(e =>
    [...(e.matches(wanted) ? [e] : []), ...(e.shadowRoot ? found(e.shadowRoot) : [])])
  return found(document.querySelector('[data-testid=stMain]'))
    .filter(e => e.checkVisibility({visibilityProperty: true})
      && !e.closest('p, li, td, [data-testid=stHeaderActionElements]')
      && !e.closest('[data-testid=stMultiSelect], [data-testid=stTooltipIcon]'))
    .map(e => e.matches('[type=checkbox], [type=radio]') ? e.closest('label') ?? e : e)
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([e, box]) => `${e.tagName} ${(e.textContent || e.ariaLabel || e.id).slice(0, 40)} `
      + `${box.width.toFixed()}x${box.height.toFixed()}`)
}"""

MOVING = """() => document.getAnimations()
  .filter(one => one.effect.getComputedTiming().activeDuration > 1)
  .map(one => `${one.animationName ?? one.transitionProperty} on ${one.effect.target.className}`)"""


def _walk(page: Page, address: str) -> Iterator[str]:
    """Visit every page that has a link, with a sample loaded; gives the name of each on arrival."""
    explore(page, address)
    for place in LISTED:
        follow(page, place.name)
        yield place.name


@pytest.mark.parametrize("width", [360])
def test_no_page_scrolls_sideways_on_a_phone(
    server: str, new_context: Callable[..., BrowserContext], width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 800}, **PHONE).new_page()
    wide: dict[str, list[str]] = {}
    for name in _walk(page, server):
        wide[name] = page.evaluate(OVERFLOW)
        assert page.evaluate("innerWidth") == width, name
    follow(page, "Balance")
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    wide["Present"] = page.evaluate(OVERFLOW)
    assert {name: boxes for name, boxes in wide.items() if boxes} == {}


@pytest.mark.parametrize("size", [(1366, 900), (390, 844)], ids=["desk", "phone"])
def test_what_can_be_pressed_is_at_least_24_pixels_each_way(
    server: str, new_context: Callable[..., BrowserContext], size: tuple[int, int]
) -> None:
    device = PHONE if size[0] < 640 else {}
    page = new_context(viewport={"width": size[0], "height": size[1]}, **device).new_page()
    small: dict[str, list[str]] = {}
    for name in _walk(page, server):
        small[name] = page.evaluate(SMALL)
    follow(page, "Assess")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="Education and training")).to_be_focused()
    ready(page)
    small["Education step"] = page.evaluate(SMALL)
    assert {name: targets for name, targets in small.items() if targets} == {}


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves_where_less_motion_is_asked_for(
    server: str, new_context: Callable[..., BrowserContext], motion: str
) -> None:
    page = new_context(reduced_motion=motion).new_page()
    visit(page, server, "assess")
    thumb, bar = question(page, "J1").locator(".thumb"), page.locator(".st-key-live_balance #p")
    duration = "e => getComputedStyle(e).transitionDuration"
    still = [thumb.evaluate(duration) == "0s", bar.evaluate(duration) == "0s"]
    assert still == [motion == "reduce"] * 2
    question(page, "J1").locator(".range").press("End")
    if motion == "reduce":
        assert page.evaluate(MOVING) == []
    expect(count(page)).to_have_text("1 of 18")
    ready(page)
