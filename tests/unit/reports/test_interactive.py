"""The page with live charts: a policy that names its two scripts, and no word that could become code."""

import base64
import hashlib
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.unit.reports import made
from throughline.errors import ContentError
from throughline.goals.goal import Goal
from throughline.reports.build import build_report
from throughline.reports.charts import report_charts
from throughline.reports.html import POLICY, report_html
from throughline.reports.material import Material
from throughline.reports.model import Choice, Link
from throughline.reports.shelf import LIBRARY, STATIC, Shelf, read_shelf

HOSTILE = "</script><script>window.hit=1</script><!--<script> <img src=x onerror=hit> \u2028"


@cache
def shelf() -> Shelf:
    return read_shelf()


def live(material: Material, choice: Choice | None = None) -> str:
    report = build_report(material, made.catalogue(), made.WORDS, choice or Choice.mine())
    charts = report_charts(report, material, made.catalogue())
    return report_html(report, charts=charts, shelf=shelf(), save="Save").decode("utf-8")


class Scripts(HTMLParser):
    """Every script of a page: its attributes and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.inside = False
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and begin a script."""
        self.tags.append(tag)
        if tag == "script":
            self.found.append((dict(attrs), ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """End a script."""
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        """Keep the text of a script."""
        if self.inside:
            attributes, text = self.found[-1]
            self.found[-1] = attributes, text + data


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def test_two_scripts_may_run_and_both_are_the_ones_in_the_page() -> None:
    page = live(made.material())
    figures, library, ours = Scripts(page).found
    assert figures[0] == {"type": "application/json", "id": "figures"}
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    assert allowed == [digest(library[1]), digest(ours[1])]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "connect-src 'none'" in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]
    assert "unsafe-eval" not in policy


def test_the_library_is_in_it_once_as_published_and_does_not_upload() -> None:
    page = live(made.material())
    assert page.count((STATIC / LIBRARY).read_text(encoding="utf-8")) == 1
    assert "showSendToCloud: false" in shelf().script
    assert "displayModeBar: false" in shelf().script


def test_beside_the_library_there_is_no_address() -> None:
    page = live(made.material()).replace(shelf().plotly, "")
    assert "http" not in page.replace("http-equiv", "")
    assert "//" not in re.sub(r"base64,[^)]+\)", "", page).replace(shelf().script, "")


def test_every_drawing_has_its_figure_in_both_themes_and_its_plain_drawing_below() -> None:
    report = made.report()
    page = live(made.material())
    drawn = [
        f"{section.id}-{one.kind}"
        for section in report.sections
        for one in section.blocks
        if one.kind not in ("text", "table")
    ]
    assert re.findall(r'data-chart="([a-z-]+)"', page) == drawn
    data: dict[str, Any] = json.loads(Scripts(page).found[0][1])
    assert sorted(data) == sorted(drawn)
    for figure in data.values():
        assert (
            figure["light"]["layout"]["font"]["color"] != figure["dark"]["layout"]["font"]["color"]
        )
        kinds = {trace["type"] for trace in figure["light"]["data"]}
        assert kinds <= {"bar", "scatter", "pie"}
    assert page.count('<div class="plain"><div class="draw') == len(drawn)


def test_a_table_under_a_chart_is_closed_and_every_other_one_open() -> None:
    page = live(made.material())
    assert page.count("<details><summary>") == page.count("data-chart=")
    assert "<details open><summary>My actions" in page
    assert "<details><summary>The balance in points of 100" in page


def test_hostile_words_make_no_element_and_end_no_script() -> None:
    material = made.material(
        author=HOSTILE,
        goals=tuple(Goal(f"g{n}", HOSTILE[:80], note=HOSTILE, due=made.TODAY) for n in range(2)),
        packages={HOSTILE: made.PACKAGES["Job now"]},
        coach=Link(HOSTILE, "https://example.org/?a=1&b='"),
    )
    scripts = Scripts(live(material))
    assert len(scripts.found) == 3
    assert "img" not in scripts.tags
    assert "<" not in scripts.found[0][1]
    assert "onerror" in scripts.found[0][1]


def test_the_same_material_gives_the_same_bytes() -> None:
    assert live(made.material()) == live(made.material())


def test_a_shared_page_has_no_figure_of_pay() -> None:
    page = live(made.material(), Choice.shared())
    assert "pay-pay" not in page
    assert "58,000" not in page


def test_without_charts_the_page_has_no_script() -> None:
    page = report_html(made.report(), charts={}, shelf=shelf()).decode("utf-8")
    assert POLICY in page
    assert "<script" not in page


def test_the_page_stays_under_two_megabytes() -> None:
    assert 1_200_000 < len(live(made.material()).encode("utf-8")) < 1_700_000


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"inter\.woff2"):
        read_shelf(tmp_path)
