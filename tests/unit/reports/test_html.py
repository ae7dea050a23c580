"""The web page: one file without script, address or live word of a stranger, with every number of the report."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.unit.reports import made
from throughline.reports.html import POLICY, report_html
from throughline.reports.model import Choice, Report, Table

KNOWN = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "header",
    "section",
    "div",
    "span",
}
KNOWN |= {"h1", "h2", "h3", "p", "a", "b", "i", "small", "ul", "li", "details", "summary"}
KNOWN |= {"table", "thead", "tbody", "tr", "th", "td"}
KNOWN |= {"br", "svg", "line", "text", "polygon", "polyline", "rect", "ellipse", "path"}
EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page strictly: every tag known and closed in order, texts and attributes kept."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(data.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and its attributes."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Check that a tag closes the one opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)

    @property
    def said(self) -> str:
        """All text, white space as one space."""
        return " ".join(" ".join(self.texts).split())


def page(report: Report) -> Page:
    return Page(report_html(report))


@pytest.mark.parametrize(
    "report", [made.report(), made.hostile_report(), made.report(Choice.shared())]
)
def test_every_tag_is_ours_and_closed(report: Report) -> None:
    found = page(report)
    assert found.open == []
    assert set(found.tags) <= KNOWN
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert [value for name, value in found.attributes if name in ("href", "src")] == ["#content"]


def test_hostile_words_stay_visible_text() -> None:
    said = page(made.hostile_report()).said
    assert "<script>alert(1)</script> <img src=x onerror=alert(2)>" in said
    assert '#panic("x") $x^2$' in said
    assert '"quoted"' in said


def test_the_policy_comes_first_and_nothing_points_outside() -> None:
    data = report_html(made.report()).decode("utf-8")
    head = data[: data.index("<title>")]
    assert head.index("charset") < head.index("Content-Security-Policy") < 160
    assert POLICY.startswith("default-src 'none'")
    for word in ("http:", "https:", "<script", "url(", "@import", "//"):
        assert word not in data


def test_headings_are_in_order_and_the_language_is_set() -> None:
    found = page(made.report())
    levels = [int(tag[1]) for tag in found.tags if tag in ("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert ("lang", "en") in found.attributes


def test_every_table_and_the_sentence_of_every_drawing_is_there() -> None:
    report = made.report()
    found, data = page(report), report.as_data()
    blocks = [block for section in report.sections for block in section.blocks]
    cells = [
        cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row
    ]
    assert [text for text in cells if text and text not in found.said] == []
    alts = [b["alt"] for s in data["sections"] for b in s["blocks"] if "alt" in b]
    assert alts == [
        value for name, value in found.attributes if name == "aria-label" and value in alts
    ]
    assert found.tags.count("table") == sum(isinstance(block, Table) for block in blocks)


def test_a_shared_page_has_no_pay_and_no_note() -> None:
    data = report_html(made.report(Choice.shared())).decode("utf-8")
    for private in ("58,000", "A note on", "Answered two days early"):
        assert private not in data
        assert private in report_html(made.report()).decode("utf-8")


def test_bars_stay_inside_their_track() -> None:
    for name, value in page(made.report()).attributes:
        if name == "style":
            sizes = dict(part.split(":") for part in value.split(";") if part)
            left = float(sizes.get("left", "0%").rstrip("%"))
            width = float(sizes.get("width", "0%").rstrip("%"))
            assert 0 <= left <= 100
            assert left + width <= 100.02


def test_the_same_report_is_the_same_page_and_small() -> None:
    assert report_html(made.report()) == report_html(made.report())
    assert len(report_html(made.report())) < 60_000
