"""What waits for what: lines from the end of one row to the beginning of another, led around the labels."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from throughline.content.goals import Goals
from throughline.figures.goal_bars import DIAMOND, Trace
from throughline.figures.goal_colours import HUES
from throughline.figures.goal_labels import Label
from throughline.figures.goal_lanes import Link, Row, Scale
from throughline.figures.style import Look
from throughline.goals.months import add_days

STUB, BESIDE_DIAMOND = 10, 22  # days a link runs on before it turns
LANE = 0.45  # of a row: a line passes between two rows, clear of bars and labels
CLEAR = 3.0

Corner = tuple[datetime.date, float]


def links(
    found: Sequence[Link],
    rows: Sequence[Row],
    labels: Sequence[Label],
    scale: Scale,
    words: Goals,
    look: Look,
) -> Iterable[Trace]:
    """Yield the lines, a broken one dotted, and a small arrow at the end of each."""
    ask, quiet = HUES[look.theme]["ask"], look.colours.quiet
    styles: tuple[tuple[bool, str, dict[str, Any]], ...] = (
        (False, words.chart["link"], {"color": quiet, "width": look.px(1.2)}),
        (True, words.chart["conflict"], {"color": ask, "width": look.px(1.6), "dash": "dot"}),
    )
    for broken, name, line in styles:
        x: list[str | None] = []
        y: list[float | None] = []
        for link in found:
            if link.broken == broken:
                for day, row in elbow(link, rows, labels, scale):
                    x.append(day.isoformat())
                    y.append(row)
                x.append(None)
                y.append(None)
        if x:
            yield {
                "type": "scatter",
                "mode": "lines",
                "name": name,
                "x": x[:-1],
                "y": y[:-1],
                "line": line,
                "hoverinfo": "skip",
                "showlegend": True,
                "legend": "legend2",
                "zorder": 0,
            }
    if found:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [rows[link.begins].span.first.isoformat() for link in found],
            "y": [link.begins for link in found],
            "marker": {
                "symbol": "arrow",
                "angle": 90,
                "size": look.px(8),
                "standoff": [_standoff(rows[link.begins], look) for link in found],
                "color": [ask if link.broken else quiet for link in found],
            },
            "hoverinfo": "skip",
            "showlegend": False,
            "zorder": 1,
        }


def elbow(
    link: Link, rows: Sequence[Row], labels: Sequence[Label], scale: Scale
) -> tuple[Corner, ...]:
    """Return the corners of a link, by the way that runs through the fewest labels.

    Down at once and straight on where the other row begins later; else around, between two rows, close to
    the one it leads to or close to the one it comes from.
    """
    first, last = link.ends, link.begins
    ends, begins = rows[first].span.end, rows[last].span.first
    out, into = add_days(ends, _stub(rows[first])), add_days(begins, -_stub(rows[last]))
    step = 1 if last > first else -1
    ways: list[tuple[int, tuple[Corner, ...]]] = []
    at_out = _crossed(out, first, last, labels, scale)
    at_into = _crossed(into, first, last, labels, scale)
    if into >= out:
        straight = at_out + (labels[last].side == "left")
        ways.append((straight, ((out, first), (out, last))))
    for cost, level in ((at_out, last - step * LANE), (at_into, first + step * LANE)):
        ways.append((cost, ((out, first), (out, level), (into, level), (into, last))))
    corners = min(ways, key=lambda way: way[0])[1]
    return (ends, first), *corners, (begins, last)


def _crossed(
    day: datetime.date, first: int, last: int, labels: Sequence[Label], scale: Scale
) -> int:
    """How many labels of the rows between two others a vertical line on a day runs through."""
    low, high = sorted((first, last))
    x = scale.px(day)
    return sum(
        label.left - CLEAR < x < label.right + CLEAR
        for label in labels[low + 1 : high]
        if label.side != "inside"
    )


def _stub(row: Row) -> int:
    return STUB + BESIDE_DIAMOND * row.milestone


def _standoff(row: Row, look: Look) -> float:
    return look.px(DIAMOND / 2) if row.milestone else 0
