"""The report as one web page that opens from disk, sends nothing and prints: with live charts, or without script."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from throughline.content.reading import read_prose
from throughline.reports.charts import Chart, charts_data
from throughline.reports.html_drawings import drawing
from throughline.reports.model import Block, Report, Section, Table, Text
from throughline.reports.shelf import Shelf

STYLE = Path(__file__).parent / "templates" / "report.css"
NAME = "Throughline"
# Nothing is loaded and nothing runs; a page made of escaped text needs no more than its own style.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
TAGS = {"lead": 'p class="lead"', "body": "p", "quiet": 'p class="quiet"', "heading": "h3"}


def report_html(
    report: Report,
    *,
    charts: Mapping[str, Chart] | None = None,
    shelf: Shelf | None = None,
    save: str = "",
) -> bytes:
    """Write a report as one UTF-8 file; the same report gives the same bytes.

    Args:
        report: What to write.
        charts: Figures by section and kind of drawing, see ``report_charts``; none makes a page without script.
        shelf: The library and the fonts, needed for the charts.
        save: Words of the button under each chart.

    Raises:
        ContentError: the style sheet is missing.
    """
    live = charts if charts and shelf else {}
    sections = "\n".join(_section(one, live, save) for one in report.sections)
    policy, fonts, scripts = POLICY, "", ""
    if live and shelf:
        policy, fonts = shelf.policy, f"{shelf.font_rules}\n"
        scripts = (
            f'<script type="application/json" id="figures">{charts_data(live)}</script>\n'
            f"<script>{shelf.plotly}</script>\n<script>{shelf.script}</script>\n"
        )
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(report.title)}</title>
<style>
{fonts}{read_prose(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">To the report</a>
<main id="content">
<header>
<p class="name">{NAME}</p>
<h1>{escape(report.title)}</h1>
<p class="quiet">{escape(report.byline)}</p>
<p class="box">{escape(report.disclaimer)}</p>
{_coach(report)}</header>
{sections}
</main>
{scripts}</body>
</html>
"""
    return page.encode("utf-8")


def _coach(report: Report) -> str:
    if report.coach is None:
        return ""
    address = escape(report.coach.address)
    return f'<p><a href="{address}" rel="noreferrer">{escape(report.coach.text)}</a></p>\n'


def _section(section: Section, charts: Mapping[str, Chart], save: str) -> str:
    written, behind = [], False
    for block in section.blocks:
        chart = charts.get(f"{section.id}-{block.kind}")
        if isinstance(block, Table):
            # The table under a live chart waits until it is asked for.
            written.append(_table(block, shown=not behind))
            behind = False
        elif chart is not None:
            written.append(_live(f"{section.id}-{block.kind}", block, chart, save))
            behind = True
        else:
            written.append(_block(block))
    name, blocks = f"s-{section.id}", "\n".join(written)
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape(section.title)}</h2>\n{blocks}\n</section>'


def _live(name: str, block: Block, chart: Chart, save: str) -> str:
    """A place for a chart, with its plain drawing until it is drawn."""
    alt = escape(getattr(block, "alt", ""))
    wide = " wide" if chart.wide else ""
    return (
        f'<div class="chart{wide}" data-chart="{name}"><div class="plain">{_block(block)}</div>'
        f'<div class="plot" role="img" aria-label="{alt}"></div>'
        f'<button type="button" aria-label="{escape(save)}: {alt[:60]}">{escape(save)}</button></div>'
    )


def _block(block: Block) -> str:
    if isinstance(block, Text):
        if block.style == "item":
            return f"<ul><li>{escape(block.text)}</li></ul>"
        tag = TAGS[block.style]
        return f"<{tag}>{escape(block.text)}</{tag.partition(' ')[0]}>"
    return _table(block) if isinstance(block, Table) else drawing(block)


def _table(table: Table, *, shown: bool = True) -> str:
    marks = [' class="n"' if number else "" for number in table.numbers]
    heads = zip(marks, table.head, strict=True)
    head = "".join(f'<th scope="col"{mark}>{escape(name)}</th>' for mark, name in heads)
    rows = "\n".join(
        f"<tr>{''.join(f'<td{m}>{escape(c)}</td>' for m, c in zip(marks, row, strict=True))}</tr>"
        for row in table.rows
    )
    caption = escape(table.caption)
    return (
        f"<details{' open' if shown else ''}><summary>{caption}</summary>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div></details>"
    )
