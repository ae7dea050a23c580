"""The result: trying out sliders on the Balance page, and showing slides on a projector."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import count, explore, follow, question, ready, visit

FONT_SIZES = """() => {
  const slide = document.querySelector('.st-key-slide')
  const texts = [...slide.querySelectorAll('p, li, td, th, h1, svg text')]
  return texts.filter(e => e.textContent.trim() && e.checkVisibility())
    .map(e => [e.textContent.slice(0, 40), parseFloat(getComputedStyle(e).fontSize)])
}"""


def _tried(page: Page) -> tuple[Locator, Locator, Locator]:
    """The what-if card's first slider, its picture, and its undo button."""
    card = page.locator(".st-key-card_whatif")
    return (
        card.locator(".range").first,
        card.locator("section:has(#label)"),
        card.get_by_role("button", name="Undo"),
    )


def test_a_what_if_moves_its_own_picture_and_is_undone_step_by_step(
    server: str, desk: Page
) -> None:
    explore(desk, server)
    slider, picture, undo = _tried(desk)
    expect(picture.locator("#label")).to_have_text("As answered")
    own = int(slider.input_value())
    moves = ["ArrowRight", "ArrowRight"] if own < 9 else ["ArrowLeft", "ArrowLeft"]
    step = 1 if own < 9 else -1
    headline = desk.locator(".st-key-card_headline h3").inner_text()
    said = [picture.locator("#text").inner_text()]
    for move in moves:
        slider.press(move)
        expect(picture.locator("#text")).not_to_have_text(said[-1])
        said.append(picture.locator("#text").inner_text())
    expect(picture.locator("#label")).to_have_text("What if")
    expect(slider).to_have_value(str(own + 2 * step))
    undo.click()
    expect(slider).to_have_value(str(own + step))
    expect(picture.locator("#text")).to_have_text(said[1])
    undo.click()
    expect(slider).to_have_value(str(own))
    expect(picture.locator("#text")).to_have_text(said[0])
    expect(picture.locator("#label")).to_have_text("As answered")
    expect(desk.locator(".st-key-card_headline h3")).to_have_text(headline)


def test_putting_all_back_leaves_the_answers_as_they_were(server: str, desk: Page) -> None:
    explore(desk, server)
    slider, picture, _ = _tried(desk)
    # One move only: what is put back is then the very state the page arrived in.
    own, said = slider.input_value(), picture.locator("#text").inner_text()
    slider.press("End")
    expect(slider).to_have_value("10")
    expect(picture.locator("#text")).not_to_have_text(said)
    desk.get_by_role("button", name="Put all back").click()
    expect(picture.locator("#text")).to_have_text(said)
    expect(slider).to_have_value(own)


def test_an_answer_changed_after_a_what_if_changes_the_balance(server: str, desk: Page) -> None:
    explore(desk, server)
    headline = desk.locator(".st-key-card_headline h3").inner_text()
    follow(desk, "Assess")
    for item in ("C1", "C2", "C3", "C4"):
        question(desk, item).locator(".range").press("End")
        expect(question(desk, item).locator(".number")).to_have_value("10")
    expect(count(desk)).to_have_text("49 of 52")
    ready(desk)
    follow(desk, "Balance")
    expect(desk.locator(".st-key-card_headline h3")).not_to_have_text(headline)


def _slide(page: Page, number: int) -> None:
    expect(page.locator(".st-key-stage_controls")).to_contain_text(f"{number} of ")
    ready(page)


def test_slides_move_by_key_and_by_clicker_and_escape_leaves(server: str, desk: Page) -> None:
    visit(desk, server, "learn")
    desk.get_by_role("button", name="Present", exact=True).click()
    _slide(desk, 1)
    expect(desk.locator("header").first).to_be_hidden()
    expect(desk.get_by_test_id("stSidebar")).to_have_count(0)
    first = desk.get_by_role("heading", level=1).inner_text()
    for key, number in (("ArrowRight", 2), ("PageDown", 3), ("PageUp", 2), ("ArrowLeft", 1)):
        desk.keyboard.press(key)
        _slide(desk, number)
    expect(desk.get_by_role("heading", level=1)).to_have_text(first)
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("heading", level=1, name="Learn")).to_be_visible()
    expect(desk.get_by_role("banner")).to_be_visible()
    ready(desk)


def test_slides_move_by_button_up_to_the_last_one(server: str, desk: Page) -> None:
    explore(desk, server)
    desk.get_by_role("button", name="Present", exact=True).click()
    _slide(desk, 1)
    after, number = desk.get_by_role("button", name="Next"), 1
    while after.is_enabled():
        after.click()
        number += 1
        _slide(desk, number)
        expect(desk.locator(".st-key-slide .js-plotly-plot")).to_have_count(1)
    assert number == 6
    desk.get_by_role("button", name="Leave").click()
    expect(desk.get_by_role("heading", level=1, name="Balance")).to_be_visible()
    expect(desk.get_by_text("Sample: Amina")).to_be_visible()


def _through_the_ideas(page: Page, address: str) -> Iterator[int]:
    """Show every slide of the ideas on a full HD projector; gives the number of each."""
    visit(page, address, "present")
    page.get_by_role("button", name="The ideas").click()
    after, number = page.get_by_role("button", name="Next"), 1
    _slide(page, number)
    yield number
    while after.is_enabled():
        page.keyboard.press("ArrowRight")
        number += 1
        _slide(page, number)
        yield number


@pytest.fixture
def projector(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a full HD projector."""
    return new_context(viewport={"width": 1920, "height": 1080}).new_page()


def test_every_slide_is_set_in_type_that_reads_from_the_back_of_a_room(
    server: str, projector: Page
) -> None:
    sizes = {
        number: projector.evaluate(FONT_SIZES) for number in _through_the_ideas(projector, server)
    }
    assert len(sizes) > 5
    assert all(texts for texts in sizes.values())
    assert [(n, text) for n, texts in sizes.items() for text in texts if text[1] < 28] == []


def test_every_slide_fits_the_projector_for_the_clicker_cannot_scroll(
    server: str, projector: Page
) -> None:
    over = "e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]"
    main = projector.get_by_test_id("stMain")
    spill = {number: main.evaluate(over) for number in _through_the_ideas(projector, server)}
    assert {number: pixels for number, pixels in spill.items() if pixels != [0, 0]} == {}
