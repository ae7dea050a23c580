"""The chart piece: its node stays, its place is kept, a click says an id, and a failure says the same in words."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import ROOT, Watch, ready, served

LIBRARY = "plotly-basic-4.1.1.min.js"
BASE = "/some/place"
# `blob:` is where Streamlit keeps the script of a piece; 'unsafe-inline' is for its own start page.
POLICY = (
    "default-src 'self'; connect-src *; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; object-src 'none'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:"
)
FORBID = """policy => new MutationObserver((_, watch) => {
  if (!document.head) return
  watch.disconnect()
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = policy
  document.head.prepend(meta)
}).observe(document, {childList: true, subtree: true})"""
EVAL = """() => new Promise(tell => setTimeout(() => {
  try { tell(new Function('return "allowed"')()) } catch { tell('forbidden') }
}))"""
MOVING = "boxes => boxes.map(one => one.getAnimations({subtree: true}).length)"
MARK = "e => { e.mark = 'the same node' }"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the demo, below a base path as on a shared host, with our static file beside it."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copy(Path(__file__).parent / "pieces" / "chart_demo.py", folder)
    shutil.copytree(ROOT / "static", folder / "static")
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    with served(folder / "log", "chart_demo.py", folder, BASE) as address:
        yield address


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page as wide as a desk, whose errors and outside requests fail the test."""
    return new_context(viewport={"width": 1000, "height": 900}).new_page()


def _open(page: Page, address: str) -> tuple[Locator, Locator]:
    """Open the demo; gives the drawing that changes and the one in the expander."""
    page.goto(f"{address}/")
    ready(page)
    boxes = page.locator(".throughline-chart")
    return (
        page.locator(".st-key-pressed").locator(boxes).locator("> div"),
        page.locator(".st-key-hidden").locator(boxes).locator("> div"),
    )


def _switch(page: Page, label: str) -> None:
    page.get_by_test_id("stCheckbox").filter(has_text=label).click()


def _drawn(drawing: Locator, values: list[float]) -> None:
    expect(drawing.locator(".main-svg").first).to_be_visible()
    expect(drawing.locator(".bars path")).to_have_count(3)
    handle = drawing.element_handle()
    assert handle
    drawing.page.wait_for_function(
        "([e, wanted]) => JSON.stringify(e.data[0].y) === JSON.stringify(wanted)",
        arg=[handle, values],
    )


def test_a_change_of_numbers_keeps_the_node_and_moves_nothing(demo: str, page: Page) -> None:
    drawing, _ = _open(page, demo)
    _drawn(drawing, [8, 3, 5])
    drawing.evaluate(MARK)
    drawing.locator(".main-svg").first.evaluate(MARK)
    end = page.get_by_text("the end").bounding_box()

    _switch(page, "Other numbers")

    _drawn(drawing, [2, 9, 4])
    assert drawing.evaluate("e => e.mark") == "the same node"
    assert drawing.locator(".main-svg").first.evaluate("e => e.mark") == "the same node"
    expect(drawing).to_have_attribute("aria-label", "The first bar is 2 of 10.")
    assert page.get_by_text("the end").bounding_box() == end


def test_a_figure_of_another_height_keeps_the_node_too(demo: str, page: Page) -> None:
    drawing, _ = _open(page, demo)
    _drawn(drawing, [8, 3, 5])
    drawing.evaluate(MARK)

    _switch(page, "Tall")

    expect(drawing.locator(".main-svg").first).to_have_attribute("height", "320")
    assert drawing.evaluate("e => [e.mark, e.clientHeight]") == ["the same node", 320]


def test_the_place_of_a_chart_is_kept_before_plotly_has_arrived(demo: str, page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(f"**/{LIBRARY}", hold)
    drawing, _ = _open(page, demo)
    expect(drawing).to_have_attribute("aria-label", "The first bar is 8 of 10.")
    end = page.get_by_text("the end").bounding_box()
    assert drawing.evaluate("e => e.clientHeight") == 200
    assert drawing.locator("svg").count() == 0

    waiting[0].continue_()

    _drawn(drawing, [8, 3, 5])
    assert page.get_by_text("the end").bounding_box() == end


def test_many_charts_load_plotly_once_from_below_the_base_path(
    demo: str, page: Page, console: Watch
) -> None:
    drawing, other = _open(page, demo)
    page.get_by_text("More").click()
    _drawn(drawing, [8, 3, 5])
    _drawn(other, [8, 3, 5])
    _switch(page, "Other numbers")
    _drawn(other, [2, 9, 4])

    found = [url for url in console.requests if "plotly" in url.lower()]
    assert found == [f"{demo}/app/static/{LIBRARY}"]


def test_a_chart_in_a_closed_expander_is_drawn_at_its_width_when_it_opens(
    demo: str, page: Page
) -> None:
    drawing, other = _open(page, demo)
    _drawn(drawing, [8, 3, 5])

    page.get_by_text("More").click()

    _drawn(other, [8, 3, 5])
    width = other.evaluate("e => e.clientWidth")
    assert width > 400
    assert other.evaluate("e => e._fullLayout.width") == width


def test_a_chart_follows_the_width_of_its_place(demo: str, page: Page) -> None:
    drawing, _ = _open(page, demo)
    _drawn(drawing, [8, 3, 5])
    drawing.evaluate(MARK)

    page.set_viewport_size({"width": 390, "height": 844})

    page.wait_for_function("document.querySelector('.st-key-pressed .main-svg').clientWidth < 390")
    assert drawing.evaluate("e => [e.mark, e._fullLayout.width - e.clientWidth]") == [
        "the same node",
        0,
    ]
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390


def _bar(drawing: Locator, number: int) -> None:
    """Press a bar; plotly listens on a layer above it, so the mouse goes to where it is."""
    box = drawing.locator(".bars path").nth(number).bounding_box()
    assert box
    page = drawing.page
    page.mouse.move(1, 1)  # what another bar said under the pointer has to be gone first
    expect(drawing.locator(".hovertext")).to_have_count(0)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(drawing.locator(".hovertext")).to_be_visible()
    page.mouse.down()
    page.mouse.up()


def test_a_click_on_a_mark_reports_its_id_once_also_after_a_change(demo: str, page: Page) -> None:
    drawing, _ = _open(page, demo)
    _drawn(drawing, [8, 3, 5])
    clicks = page.get_by_text("clicks:")
    _bar(drawing, 0)
    expect(clicks).to_have_text("clicks: J1")
    _bar(drawing, 0)
    expect(clicks).to_have_text("clicks: J1 J1")
    _switch(page, "Other numbers")
    _drawn(drawing, [2, 9, 4])
    expect(clicks).to_have_text("clicks: J1 J1")
    ready(page)
    _bar(drawing, 2)
    _bar(drawing, 1)
    expect(clicks).to_have_text("clicks: J1 J1 E3")
    ready(page)
    expect(clicks).to_have_text("clicks: J1 J1 E3")


def test_a_chart_without_a_click_reports_nothing_and_does_not_look_pressable(
    demo: str, page: Page
) -> None:
    drawing, other = _open(page, demo)
    page.get_by_text("More").click()
    _drawn(other, [8, 3, 5])

    _bar(other, 0)

    ready(page)
    expect(page.get_by_text("clicks:")).to_have_text("clicks:")
    expect(other.locator(".nsewdrag")).to_have_css("cursor", "default")
    expect(drawing.locator(".nsewdrag")).to_have_css("cursor", "pointer")


def test_the_keyboard_passes_a_chart_by(demo: str, page: Page) -> None:
    drawing, _ = _open(page, demo)
    _drawn(drawing, [8, 3, 5])

    assert drawing.locator("a, button, input, [tabindex]").count() == 0
    assert drawing.locator(".modebar").count() == 0
    page.get_by_test_id("stCheckbox").last.locator("input").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_chart_that_leaves_the_page_takes_its_drawing_along(demo: str, page: Page) -> None:
    drawing, _ = _open(page, demo)
    _drawn(drawing, [8, 3, 5])
    drawing.evaluate("e => { window.left = e }")

    _switch(page, "Without")

    expect(drawing).to_have_count(0)
    page.wait_for_function("window.left._fullLayout === undefined")
    _switch(page, "Without")
    _drawn(drawing, [8, 3, 5])


def test_a_chart_that_cannot_be_drawn_says_so_and_recovers(
    demo: str, page: Page, console: Watch
) -> None:
    page.route(f"**/{LIBRARY}", lambda route: route.abort())
    drawing, other = _open(page, demo)
    sorry = page.get_by_text(
        "The chart could not be drawn. The first bar is 8 of 10. The table below has the same data."
    )
    expect(sorry).to_be_visible()
    expect(drawing).to_be_hidden()
    assert page.locator(".st-key-pressed .throughline-chart").evaluate("e => e.clientHeight") == 200
    page.get_by_text("More").click()
    expect(
        page.get_by_text("The chart could not be drawn. The last bar is 5 of 10.")
    ).to_be_visible()
    expect(other).to_be_hidden()

    page.unroute(f"**/{LIBRARY}")
    _switch(page, "Other numbers")

    _drawn(drawing, [2, 9, 4])
    expect(sorry).to_be_hidden()
    assert console.errors
    assert all("ERR_FAILED" in one or "plotly could not be" in one for one in console.errors)
    console.errors.clear()


def test_a_page_that_forbids_eval_draws_its_charts(demo: str, page: Page, console: Watch) -> None:
    page.add_init_script(f"({FORBID})({json.dumps(POLICY)})")
    drawing, _ = _open(page, demo)

    _drawn(drawing, [8, 3, 5])
    assert console.errors == []
    assert page.evaluate(EVAL) == "forbidden"
    console.errors.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_charts(
    demo: str, new_context: Callable[..., BrowserContext], scheme: str
) -> None:
    page = new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    drawing, other = _open(page, demo)
    page.get_by_text("More").click()
    _drawn(drawing, [8, 3, 5])
    _drawn(other, [8, 3, 5])

    found = Axe().run(page, context=".throughline-chart").response["violations"]

    assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []
    expect(page.get_by_role("img", name="The first bar is 8 of 10.")).to_be_visible()
    assert page.locator(".throughline-chart").evaluate_all(MOVING) == [0, 0]
