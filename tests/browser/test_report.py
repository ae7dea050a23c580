"""The report in a browser: files that open without a network, under a policy nothing breaks, and the page itself."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import LOOKS, PHONE, Watch, explore, follow, ready
from tests.unit.reports import made
from throughline.goals.goal import Goal
from throughline.reports.build import build_report
from throughline.reports.charts import report_charts
from throughline.reports.html import report_html
from throughline.reports.model import Choice
from throughline.reports.shelf import read_shelf

CHARTS = 9
WATCH = """addEventListener('securitypolicyviolation', event =>
  (window.refused ??= []).push(`${event.violatedDirective} ${event.blockedURI}`))"""
HIT = "</script><script>window.hit=1</script><img src=x onerror='window.hit=1'><a href='https://x.y'>z</a>"


@cache
def page_of(*, live: bool, hostile: bool = False) -> bytes:
    """A whole report as a page."""
    given = made.material()
    if hostile:
        goals = tuple(Goal(f"g{n}", HIT[:80], note=HIT, due=made.TODAY) for n in range(3))
        given = made.material(author=HIT, goals=goals)
    report = build_report(given, made.catalogue(), made.WORDS, Choice.mine())
    if not live:
        return report_html(report)
    charts = report_charts(report, given, made.catalogue())
    return report_html(report, charts=charts, shelf=read_shelf(), save="Save as a picture")


@pytest.fixture
def open_file(
    tmp_path: Path, new_context: Callable[..., BrowserContext]
) -> Iterator[Callable[..., Page]]:
    """Open bytes as a page from disk, with the network off; nothing may be asked for or refused."""
    opened: list[tuple[Page, list[str]]] = []

    def open_(data: bytes, **options: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_bytes(data)
        context = new_context(**{"viewport": {"width": 1366, "height": 900}, **options})
        context.set_offline(True)
        context.add_init_script(WATCH)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        opened.append((page, asked))
        return page

    yield open_
    for page, asked in opened:
        assert page.evaluate("window.refused ?? []") == []
        assert [one for one in asked if not one.startswith(("file:", "data:", "blob:"))] == []


def test_the_page_draws_its_charts_with_the_network_off(open_file: Callable[..., Page]) -> None:
    page = open_file(page_of(live=True))
    expect(page.locator(".drawn .plot .main-svg").first).to_be_visible()
    expect(page.locator(".chart.drawn")).to_have_count(CHARTS)
    assert page.get_by_text("Share chart").count() == 0
    assert page.locator(".modebar").count() == 0
    assert page.evaluate("document.fonts.check('16px Inter')")


def test_the_charts_follow_the_theme_while_the_page_is_open(open_file: Callable[..., Page]) -> None:
    page = open_file(page_of(live=True), color_scheme="light")
    expect(page.locator(".chart.drawn")).to_have_count(CHARTS)
    colour = "document.querySelector('[data-chart=way-way] .plot text').style.fill"
    before = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{colour} !== '{before}'")


def test_hostile_words_stay_words(open_file: Callable[..., Page]) -> None:
    for live in (True, False):
        page = open_file(page_of(live=live, hostile=True))
        expect(page.get_by_text("<img src=x onerror=").first).to_be_visible()
        assert page.evaluate("window.hit") is None
        assert page.locator("img").count() == 0
        assert page.locator("a:not(.skip)").count() == 0


def test_an_injected_script_would_not_run(
    tmp_path: Path, console: Watch, new_context: Callable[..., BrowserContext]
) -> None:
    data = page_of(live=True).replace(b"<main", b"<script>window.hit=1</script><main")
    file = tmp_path / "broken.html"
    file.write_bytes(data)
    context = new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("window.hit") is None
    assert page.evaluate("window.refused.length") == 1
    (told,) = console.errors
    assert "Content Security Policy" in told
    console.errors.clear()


def test_a_picture_can_be_saved(open_file: Callable[..., Page]) -> None:
    page = open_file(page_of(live=True), accept_downloads=True)
    expect(page.locator(".chart.drawn")).to_have_count(CHARTS)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a picture").first.click()
    assert download.value.suggested_filename == "throughline-result-balance.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_tables_open_by_keyboard(open_file: Callable[..., Page]) -> None:
    page = open_file(page_of(live=True))
    summary = page.locator("summary", has_text="The balance in points of 100")
    table = page.get_by_role("table").filter(has_text="With similar questions")
    expect(table).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="The balance in points of 100")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("live", [True, False], ids=["live", "plain"])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(
    open_file: Callable[..., Page], live: bool, width: int, scheme: str
) -> None:
    device = PHONE if width < 640 else {}
    size = {"width": width, "height": 900}
    page = open_file(page_of(live=live), viewport=size, color_scheme=scheme, **device)
    if live:
        expect(page.locator(".chart.drawn")).to_have_count(CHARTS)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_paper_gets_the_plain_drawings_and_every_table(open_file: Callable[..., Page]) -> None:
    page = open_file(page_of(live=True), color_scheme="dark")
    expect(page.locator(".chart.drawn")).to_have_count(CHARTS)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".plain").first).to_be_visible()
    expect(page.locator(".plot").first).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    assert page.locator("details:not([open])").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_on_a_phone_the_goals_are_drawn_plainly(open_file: Callable[..., Page]) -> None:
    page = open_file(page_of(live=True), viewport={"width": 390, "height": 844}, **PHONE)
    expect(page.locator(".chart.drawn")).to_have_count(CHARTS)
    expect(page.locator(".wide .plot")).to_be_hidden()
    expect(page.locator(".wide .plain")).to_be_visible()


def test_the_files_of_the_page_arrive(server: str, desk: Page, tmp_path: Path) -> None:
    explore(desk, server)
    follow(desk, "Report")
    desk.get_by_label("Name on the report").fill("Łukasz سلام")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Łukasz سلام", exact=False).first).to_be_visible()
    ready(desk)
    for name in ("PDF", "Web page", "Workbook", "Plan file"):
        with desk.expect_download() as download:
            desk.get_by_role("button", name=name, exact=True).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.name.startswith("throughline-report-")
        assert file.stat().st_size > 1_000
    pdf = PdfReader(next(tmp_path.glob("*.pdf")))
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not False
    assert root["/Lang"] == "en"
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Where my work stands", "Łukasz سلام")
