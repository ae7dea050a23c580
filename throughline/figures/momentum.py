"""What was written into the log, month by month: one stack for each month, one hatch for each kind."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from throughline.content.journal import EntryKind, JournalContent
from throughline.figures.pay_fan import ticks_to
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, Theme, base_layout, legend, pl, value_axis
from throughline.journal import LogMonths, months_alt
from throughline.tables.goals import month_words

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT, TOP, KEY, MONTHS = 310, 10, 106, 40
BAR = 0.62
DECEMBER = 12

# Every colour reaches 3:1 on the page; the hatch tells the kinds apart without it.
COLOURS: Mapping[Theme, Mapping[EntryKind, str]] = {
    "light": {
        "achievement": "#0B6E66",
        "learning": "#2F5D8C",
        "feedback": "#8A6A3B",
        "contact": "#7B4A8E",
        "adaptation": "#5A625F",
    },
    "dark": {
        "achievement": "#5CCFC1",
        "learning": "#8DB7E6",
        "feedback": "#D3B27C",
        "contact": "#C9A2DB",
        "adaptation": "#A9B5B1",
    },
}
HATCH: Mapping[EntryKind, str] = {
    "achievement": "",
    "learning": "/",
    "feedback": ".",
    "contact": "x",
    "adaptation": "-",
}


def momentum(log: LogMonths, content: JournalContent, *, look: Look) -> "go.Figure":
    """Draw the entries of each month by kind.

    Raises:
        ValueError: there is no entry in these months; show the empty state instead.
    """
    if not log.total:
        raise ValueError("a chart of the log needs an entry")
    names = {kind: content.kinds[kind].name for kind in log.counts}
    sums = [sum(found) for found in zip(*log.counts.values(), strict=True)]
    layout = base_layout(look, look.px(HEIGHT), left=26, right=8, top=TOP, bottom=KEY)
    key = legend(look, list(names.values()), bottom=True)
    # Close under the names of the months, whatever the number of its lines.
    key |= {"yref": "paper", "y": -MONTHS / (HEIGHT - TOP - KEY), "yanchor": "top"}
    layout |= {"barmode": "stack", "showlegend": True, "legend": key}
    months = {float(place): _tick(log, place) for place in range(len(log.months))}
    layout["xaxis"] = value_axis(look, -0.5, len(months) - 0.5, months, grid=False) | {
        "tickangle": 0
    }
    counts = {tick: f"{tick:g}" for tick in ticks_to(max(sums)) if tick == int(tick)}
    layout["yaxis"] = value_axis(look, 0, 1.08 * max(sums), counts)
    figure = Sketch(layout)
    for kind, found in log.counts.items():
        if any(found):
            figure.add_bar(
                name=pl(names[kind]),
                x=list(range(len(found))),
                y=list(found),
                width=BAR,
                marker={
                    "color": COLOURS[look.theme][kind],
                    "line": {"color": look.colours.paper, "width": look.px(1.5)},
                    "pattern": {
                        "shape": HATCH[kind],
                        "fillmode": "overlay",
                        "fgcolor": look.colours.paper,
                        "fgopacity": 0.75,
                        "solidity": 0.2,
                        "size": look.px(8),
                    },
                },
                hovertext=[
                    f"{month_words(month)}, {pl(names[kind])}: {count}"
                    for month, count in zip(log.months, found, strict=True)
                ],
                hoverinfo="text",
                showlegend=True,
            )
    return figure.figure()


def momentum_alt(log: LogMonths, content: JournalContent) -> str:
    """Say how many entries of each kind there are."""
    return months_alt(log, content)


def _tick(log: LogMonths, place: int) -> str:
    """The month, with its year under the first one of each."""
    month = log.months[place]
    name, year = month_words(month).split()
    january_is_near = not place and month.month == DECEMBER
    named = month.month == 1 or (not place and not january_is_near)
    return f"{name}<br>{year}" if named else name
