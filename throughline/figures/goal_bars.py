"""The marks of the timeline: bars, diamonds, progress and first dates, told apart by hatch and shape as well."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from throughline.content.goals import Goals
from throughline.figures.goal_colours import Shade, shade
from throughline.figures.goal_lanes import Row, Span
from throughline.figures.style import Look, pl
from throughline.goals import Timeline
from throughline.goals.months import add_days
from throughline.goals.words import day_words
from throughline.tables.goals import status_words

DAY = 86_400_000  # plotly counts the length of a bar on a date axis in milliseconds
BAR, STRIP, THIN = 0.56, 0.1, 0.1  # of the height of a row
DIAMOND, SMALL = 15, 9
SHORT = 45  # days; a shorter bar is narrower than a finger
BELOW_BAR, IN_BAR = 0.39, 0.23
BESIDE = 11  # days between the edge of the window and an arrow
LINE_LENGTH, LINES = 56, 5

Trace = dict[str, Any]


def bars(rows: Sequence[Row], timeline: Timeline, words: Goals, look: Look) -> Iterable[Trace]:
    """Yield one trace of bars and one of diamonds for each status in use, in the order of the content."""
    for status, named in words.statuses.items():
        style = shade(status, look)
        held = [(y, row) for y, row in enumerate(rows) if row.standing.status == status]
        lasting = [(y, row) for y, row in held if not row.milestone]
        single = [(y, row) for y, row in held if row.milestone]
        if lasting:
            yield (
                _spans({y: row.span for y, row in lasting}, BAR)
                | _told(lasting, timeline, words)
                | {
                    "name": named.name,
                    "marker": _marker(style, look),
                    "showlegend": True,
                    "zorder": 2,
                }
            )
        if single:
            edge = {"color": style.edge, "width": look.px(1.5)}
            yield {
                "type": "scatter",
                "mode": "markers",
                "name": named.name,
                "x": [f"{row.span.first}T12:00" for _, row in single],
                "y": [y for y, _ in single],
                "marker": {
                    "symbol": style.diamond,
                    "size": look.px(DIAMOND),
                    "color": style.fill,
                    "line": edge,
                    "opacity": 1,
                },
                "showlegend": not lasting,
                "zorder": 4,
            } | _told(single, timeline, words)


def handles(rows: Sequence[Row], timeline: Timeline, words: Goals, look: Look) -> Iterable[Trace]:
    """Yield what a pointer can hit where a bar is a few pixels wide."""
    short = [(y, row) for y, row in enumerate(rows) if row.span.days < SHORT and not row.milestone]
    if short:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [row.span.first.isoformat() for _, row in short],
            "y": [y for y, _ in short],
            "marker": {"size": look.px(24), "opacity": 0},
            "showlegend": False,
            "zorder": 4,
        } | _told(short, timeline, words)


def strips(rows: Sequence[Row], words: Goals, look: Look) -> Iterable[Trace]:
    """Yield the thin bars, how far a goal has come and the time it first had, and what explains a diamond."""
    quiet: Trace = {"hoverinfo": "skip", "showlegend": True, "legend": "legend2"}
    if any(row.milestone for row in rows):
        # No point of its own: it explains the shape, whatever the status.
        style = {
            "color": look.colours.paper,
            "line": {"color": look.colours.ink, "width": look.px(1.5)},
        }
        yield quiet | {
            "type": "scatter",
            "mode": "markers",
            "name": words.chart["milestone"],
            "x": [None],
            "y": [None],
            "marker": style | {"symbol": "diamond", "size": look.px(DIAMOND)},
        }
    far = {y: span for y, row in enumerate(rows) if (span := _progress(row))}
    moved = {y: row.baseline for y, row in enumerate(rows) if row.baseline}
    first = {y: span for y, span in moved.items() if not rows[y].milestone}
    was = {y: span for y, span in moved.items() if rows[y].milestone}
    if far:
        yield (
            _spans(far, STRIP, IN_BAR)
            | quiet
            | {
                "name": words.chart["progress"],
                "marker": {"color": look.colours.ink},
                "zorder": 3,
            }
        )
    if first:
        yield (
            _spans(first, THIN, BELOW_BAR)
            | quiet
            | {
                "name": words.chart["baseline"],
                "marker": {
                    "color": look.colours.rule,
                    "line": {"color": look.colours.quiet, "width": 1},
                },
                "zorder": 1,
            }
        )
    if was:
        edge = {"color": look.colours.quiet, "width": look.px(1)}
        yield quiet | {
            "type": "scatter",
            "mode": "markers",
            "name": words.chart["baseline"],
            "x": [f"{span.first}T12:00" for span in was.values()],
            "y": list(was),
            "marker": {
                "symbol": "diamond",
                "size": look.px(SMALL),
                "color": look.colours.rule,
                "line": edge,
            },
            "showlegend": not first,
            "zorder": 1,
        }


def cuts(rows: Sequence[Row], look: Look) -> Iterable[Trace]:
    """Yield the arrows at the edges of the plot, where a goal goes on beyond the days shown."""
    left = [
        (add_days(row.span.first, -BESIDE), y, "triangle-left")
        for y, row in enumerate(rows)
        if row.span.before
    ]
    right = [
        (add_days(row.span.end, BESIDE), y, "triangle-right")
        for y, row in enumerate(rows)
        if row.span.after
    ]
    if left or right:
        days, places, symbols = zip(*left, *right, strict=True)
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [day.isoformat() for day in days],
            "y": list(places),
            "marker": {"symbol": list(symbols), "size": look.px(9), "color": look.colours.ink},
            "hoverinfo": "skip",
            "showlegend": False,
            "zorder": 4,
        }


def _spans(spans: Mapping[int, Span], height: float, below: float = 0) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [span.first.isoformat() for span in spans.values()],
        "x": [DAY * span.days for span in spans.values()],
        "y": [y + below for y in spans],
        "width": height,
    }


def _marker(style: Shade, look: Look) -> dict[str, Any]:
    found: dict[str, Any] = {
        "color": style.fill,
        "line": {"color": style.edge, "width": look.px(1.5)},
        "cornerradius": look.px(4),
    }
    if style.hatch:
        found["pattern"] = {
            "shape": style.hatch,
            "fillmode": "overlay",
            "fgcolor": style.edge,
            "fgopacity": 0.4,
            "size": look.px(8),
            "solidity": 0.16,
        }
    return found


def _progress(row: Row) -> Span | None:
    """The part of a bar that its progress covers; what lies left of the window counts as covered first."""
    goal = row.goal
    if row.milestone or row.goal.done or not goal.progress or goal.due is None:
        return None
    start = min(goal.start or goal.due, goal.due)
    reached = add_days(start, round(((goal.due - start).days + 1) * goal.progress / 100))
    end = min(reached, row.span.end)
    return replace(row.span, end=end) if end > row.span.first else None


def _told(held: Sequence[tuple[int, Row]], timeline: Timeline, words: Goals) -> Trace:
    return {
        "customdata": [row.goal.id for _, row in held],
        "hovertext": [_hover(row, timeline, words) for _, row in held],
        "hoverinfo": "text",
    }


def _hover(row: Row, timeline: Timeline, words: Goals) -> str:
    goal = row.goal
    title = textwrap.wrap(
        " ".join(goal.title.split()), LINE_LENGTH, max_lines=LINES, placeholder=" …"
    )
    dates = words.summary["one_day" if row.milestone else "dates"]
    lines = [
        f"{status_words(goal, row.standing, words)}",
        dates.format(start=day_words(goal.start or goal.due), due=day_words(goal.due)),
        words.tracks[goal.track].name,
    ]
    if days := timeline.conflicts.get(goal.id):
        lines.append(f"{words.columns['conflict']}, {words.columns['days_unit']}: {days}")
    return (
        "<br>".join(f"<b>{pl(line)}</b>" for line in title) + "<br>" + "<br>".join(map(pl, lines))
    )
