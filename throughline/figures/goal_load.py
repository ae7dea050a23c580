"""Hours a week that the goals take, quarter by quarter, against the free hours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from throughline.content.goals import Goals
from throughline.figures.goal_colours import shade
from throughline.figures.pay_fan import ticks_to
from throughline.figures.rows import above_plot
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, legend, out_of_ten, pl, value_axis
from throughline.goals import QuarterLoad, Timeline
from throughline.goals.load import fullest
from throughline.tables.goals import quarter_words

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 250
BAR = 0.7
FEW = 2  # quarters of a year that are too few for its name


def goal_load(timeline: Timeline, words: Goals, *, look: Look) -> "go.Figure":
    """Draw a bar for each quarter, hatched where it takes more than the free hours; the fullest has its number.

    Raises:
        ValueError: no goal of the window takes any hours; show the empty state instead.
    """
    full, free = fullest(timeline.load), timeline.free_hours
    if full is None or not full.hours:
        raise ValueError("a load chart needs a goal with hours and two dates")
    quarters = timeline.load
    layout = base_layout(look, look.px(HEIGHT), left=36, right=8, top=52, bottom=26)
    edge = len(quarters) - 0.5
    layout["xaxis"] = value_axis(look, -0.5, edge, _years(quarters), grid=False) | {"tickangle": 0}
    top = 1.14 * max(full.hours, free or 0)
    layout["yaxis"] = value_axis(look, 0, top, {tick: f"{tick:g}" for tick in ticks_to(top)})
    layout["shapes"] = [_new_year(x, look) for x, one in enumerate(quarters) if _begins(one) and x]
    axis = above_plot(look, words.load["axis"], x=0) | {"xshift": look.px(-28)}
    layout["annotations"] = [axis, _number(quarters.index(full), full, look)]
    over = [free is not None and round(one.hours, 9) > free for one in quarters]
    figure = Sketch(layout)
    for above in (False, True):
        shown = [x for x, one in enumerate(quarters) if one.hours and over[x] == above]
        if shown:
            figure.add_bar(**_bars(shown, quarters, words, look, above=above))
    if free is not None:
        name = f"{words.load['limit']}: {out_of_ten(free)}"
        layout |= {"showlegend": True, "legend": legend(look, [name])}
        figure.add_scatter(
            name=pl(name),
            x=[-0.5, edge],
            y=[free, free],
            mode="lines",
            line={"color": look.colours.ink, "width": look.px(1.5), "dash": "dash"},
            hoverinfo="skip",
            showlegend=True,
        )
    return figure.figure()


def goal_load_alt(timeline: Timeline, words: Goals) -> str:
    """Say the fullest quarter, and how many quarters take more than the free hours."""
    full = fullest(timeline.load)
    if full is None or not full.hours:
        return words.load["empty"]
    said = words.load["alt"].format(
        first=quarter_words(timeline.load[0].quarter),
        last=quarter_words(timeline.load[-1].quarter),
        quarter=quarter_words(full.quarter),
        hours=out_of_ten(full.hours),
    )
    free = timeline.free_hours
    if free is None:
        return said
    count = sum(round(one.hours, 9) > free for one in timeline.load)
    name = {0: "alt_limit_none", 1: "alt_limit_one"}.get(count, "alt_limit")
    return f"{said} {words.load[name].format(limit=out_of_ten(free), count=count)}"


def _bars(
    shown: Sequence[int], quarters: Sequence[QuarterLoad], words: Goals, look: Look, *, above: bool
) -> dict[str, Any]:
    style = shade("overdue" if above else "active", look)
    pattern: dict[str, Any] = {
        "shape": "/" if above else "",
        "fillmode": "overlay",
        "fgcolor": style.edge,
    }
    pattern |= {"fgopacity": 0.4, "size": look.px(8), "solidity": 0.16}
    unit = pl(words.load["axis"])
    return {
        "x": shown,
        "y": [round(quarters[x].hours, 2) for x in shown],
        "width": BAR,
        "marker": {
            "color": style.fill,
            "line": {"color": style.edge, "width": look.px(1.5)},
            "pattern": pattern,
            "cornerradius": look.px(3),
        },
        "hovertext": [
            f"{quarter_words(quarters[x].quarter)}: {out_of_ten(quarters[x].hours)} {unit}"
            for x in shown
        ],
        "hoverinfo": "text",
        "showlegend": False,
    }


def _years(quarters: Sequence[QuarterLoad]) -> dict[float, str]:
    """Each year in the middle of its quarters."""
    found: dict[int, list[int]] = {}
    for x, one in enumerate(quarters):
        found.setdefault(one.quarter.year, []).append(x)
    return {sum(xs) / len(xs): str(year) for year, xs in found.items() if len(xs) >= FEW}


def _begins(one: QuarterLoad) -> bool:
    return one.quarter.number == 1


def _new_year(x: float, look: Look) -> dict[str, Any]:
    line = {"color": look.colours.rule, "width": look.px(1)}
    ends = {"x0": x - 0.5, "x1": x - 0.5, "yref": "y domain", "y0": 0, "y1": 1}
    return {"type": "line", "layer": "below", "line": line, **ends}


def _number(x: int, one: QuarterLoad, look: Look) -> dict[str, Any]:
    above = {"yanchor": "bottom", "yshift": look.px(2), "bgcolor": look.colours.paper}
    place = {"x": x, "y": one.hours, "xanchor": "center", "showarrow": False, "borderpad": 0}
    return {"text": out_of_ten(one.hours), "font": look.font(), **place, **above}
