"""What stands around the rows of the timeline: quarters and years, lanes, today, and the next twelve months."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from throughline.content.goals import Goals
from throughline.figures.goal_colours import HUES
from throughline.figures.goal_labels import GAP, text_width
from throughline.figures.goal_lanes import Row, Scale
from throughline.figures.style import Look, base_layout, legend, pl
from throughline.goals import Timeline
from throughline.goals.months import add_days, quarters_between

ROW, TOP, BOTTOM = 34, 92, 50
NOTE = 18
LANES, EDGE = 104, 8
# A browser does not tell its width: labels are placed for this one, and so fit every wider page.
NARROWEST = 800
STRIP, QUARTERS = 20, 43
TEXT = 12
SLIVER = 45  # days of a quarter that are too few for its name

Part = dict[str, Any]


def frame(
    timeline: Timeline, rows: Sequence[Row], scale: Scale, words: Goals, look: Look
) -> dict[str, Any]:
    """Return the layout of the timeline; rows are counted from the top."""
    notes = [*_outside(timeline, words, look)]
    bottom = BOTTOM + NOTE * len(notes)
    height = look.px(TOP + bottom + ROW * max(1, len(rows)))
    layout = base_layout(look, height, left=LANES, right=EDGE, top=TOP, bottom=bottom)
    used = {row.standing.status for row in rows}
    names = [one.name for status, one in words.statuses.items() if status in used] or [""]
    marks = [
        words.chart[name] for name in ("milestone", "progress", "baseline", "link", "conflict")
    ]
    hidden = {"fixedrange": True, "visible": False, "automargin": False}
    return layout | {
        "meta": {"least": look.px(NARROWEST)},
        "barmode": "overlay",
        "showlegend": True,
        "legend": legend(look, names) | _entry(names, look),
        "legend2": legend(look, marks, bottom=True) | _entry(marks, look),
        "xaxis": _quarters(scale, look),
        "yaxis": hidden | {"range": [max(1, len(rows)) - 0.5, -0.5]},
        "shapes": [*_bands(timeline, words, look), *_rules(rows, scale, look)],
        "annotations": [
            *_years(scale, look),
            *_lanes(rows, words, look),
            *_strip(timeline, scale, words, look),
            *notes,
        ],
    }


def _quarters(scale: Scale, look: Look) -> Part:
    """The axis: a name in the middle of what is shown of each quarter."""
    window, names = scale.window, {}
    for one in quarters_between(window.first, window.last):
        first, last = max(one.first, window.first), min(one.last, window.last)
        if (last - first).days > SLIVER:
            names[(first + (last - first) / 2).isoformat()] = f"Q{one.number}"
    return {
        "type": "date",
        "range": [scale.first.isoformat(), scale.end.isoformat()],
        "fixedrange": True,
        "side": "top",
        "tickmode": "array",
        "tickvals": list(names),
        "ticktext": list(names.values()),
        "tickangle": 0,
        "tickfont": look.font(TEXT, quiet=True),
        "ticks": "",
        "ticklabelstandoff": look.px(STRIP + 4),
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "automargin": False,
    }


def _bands(timeline: Timeline, words: Goals, look: Look) -> Iterator[Part]:
    """Every other quarter, what counts as short-term, and the line of today."""
    window, hue = timeline.window, HUES[look.theme]
    for one in quarters_between(window.first, window.last):
        if one.number % 2:
            first, last = max(one.first, window.first), min(one.last, window.last)
            yield _band(first, add_days(last, 1), look.colours.tint, 0.7)
    if near := _near(timeline, words):
        yield _band(*near, hue["pale"], 0.4)
    if _shows_today(timeline):
        yield _line(timeline.today, hue["accent"], look.px(1.5))


def _rules(rows: Sequence[Row], scale: Scale, look: Look) -> Iterator[Part]:
    """A line where a year begins, and one above each lane that reaches into its name."""
    window, colour = scale.window, look.colours.rule
    for year in range(window.first.year + 1, window.last.year + 1):
        yield _line(datetime.date(year, 1, 1), colour, look.px(1))
    for y, _ in _lane_starts(rows):
        if y:
            yield {
                "type": "line",
                "layer": "below",
                "xref": "paper",
                "x0": -LANES / scale.width,
                "x1": 1,
                "y0": y - 0.5,
                "y1": y - 0.5,
                "line": {"color": colour, "width": look.px(1)},
            }


def _lanes(rows: Sequence[Row], words: Goals, look: Look) -> Iterator[Part]:
    for y, row in _lane_starts(rows):
        name = _note(look, words.tracks[row.goal.track].short, xref="paper", x=0, y=y)
        yield name | {"xanchor": "left", "xshift": look.px(2 - LANES), "font": _strong(look)}


def _years(scale: Scale, look: Look) -> Iterator[Part]:
    """Each year above its first quarter; a narrow first one ends where the next begins."""
    window, room = scale.window, text_width("2000 ", TEXT)
    for year in range(window.first.year, window.last.year + 1):
        first = max(datetime.date(year, 1, 1), window.first)
        end = min(datetime.date(year, 12, 31), window.last)
        narrow = scale.px(end) - scale.px(first) < room
        if narrow and year > window.first.year:
            continue
        place = _above(QUARTERS, look) | {"x": (end if narrow else first).isoformat()}
        side = {"xanchor": "right" if narrow else "left", "xshift": look.px(-8 if narrow else 2)}
        yield _note(look, str(year), **place, **side) | {"font": _strong(look)}


def _strip(timeline: Timeline, scale: Scale, words: Goals, look: Look) -> Iterator[Part]:
    """Today left of its line and the next twelve months right of it, in a strip of their own."""
    if _shows_today(timeline):
        font = look.font(TEXT) | {"color": look.colours.paper}
        flag = {"bgcolor": HUES[look.theme]["accent"], "borderpad": look.px(3), "font": font}
        today = _note(look, words.chart["today"], x=timeline.today.isoformat(), **_above(0, look))
        yield today | flag | {"xanchor": "right"}
    if near := _near(timeline, words):
        left, right = map(scale.px, near)
        if text_width(words.chart["near"], TEXT) + GAP <= right - left:
            place = {"x": near[0].isoformat(), "xanchor": "left", "xshift": look.px(GAP)}
            yield _note(look, words.chart["near"], **place, **_above(3, look))


def _outside(timeline: Timeline, words: Goals, look: Look) -> Iterator[Part]:
    """How many goals lie before and after the days shown."""
    goals = timeline.goals
    found = [where for id_, where in timeline.outside.items() if not goals[id_].dropped]
    counts = Counter(where for where in found)
    said = [
        words.outside[f"{where}_one" if counts[where] == 1 else where].format(count=counts[where])
        for where in ("before", "after")
        if counts[where]
    ]
    if said:
        text = f"{'. '.join(said)}. {words.outside['note']}"
        below = {"yref": "y domain", "y": 0, "yanchor": "top", "yshift": look.px(-4)}
        yield _note(
            look, text, xref="paper", x=0, xanchor="left", xshift=look.px(2 - LANES), **below
        )


def _entry(names: Sequence[str], look: Look) -> Part:
    """As wide as the longest name needs, so that five statuses share a line."""
    return {"entrywidth": look.px(max(map(text_width, names)) + 4)}


def _near(timeline: Timeline, words: Goals) -> tuple[datetime.date, datetime.date] | None:
    """The days that count as short-term, as far as they are shown: first, and the one after the last."""
    days = int(words.constants["short_term_days"].value)
    first = max(timeline.today, timeline.window.first)
    end = add_days(min(add_days(timeline.today, days), timeline.window.last), 1)
    return (first, end) if end > first else None


def _shows_today(timeline: Timeline) -> bool:
    return timeline.window.first <= timeline.today <= timeline.window.last


def _lane_starts(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    for y, row in enumerate(rows):
        if not y or rows[y - 1].goal.track != row.goal.track:
            yield y, row


def _line(day: datetime.date, colour: str, width: float) -> Part:
    ends = {"x0": day.isoformat(), "x1": day.isoformat(), "y0": 0, "y1": 1, "yref": "y domain"}
    return {"type": "line", "layer": "below", "line": {"color": colour, "width": width}, **ends}


def _band(first: datetime.date, end: datetime.date, colour: str, opacity: float) -> Part:
    ends = {"x0": first.isoformat(), "x1": end.isoformat(), "y0": 0, "y1": 1, "yref": "y domain"}
    fill = {"fillcolor": colour, "opacity": opacity, "line": {"width": 0}}
    return {"type": "rect", "layer": "below", **fill, **ends}


def _note(look: Look, text: str, **place: Any) -> Part:
    quiet = look.font(TEXT, quiet=True)
    return {"text": pl(text), "showarrow": False, "borderpad": 0, "font": quiet, **place}


def _above(height: float, look: Look) -> Part:
    """A place so many design pixels above the plot."""
    return {"yref": "y domain", "y": 1, "yanchor": "bottom", "yshift": look.px(height)}


def _strong(look: Look) -> Part:
    return look.font() | {"weight": 600}
