"""Where pay lies among the employees of one occupation: a strip from P10 to P90 with the reader's mark."""

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from throughline.content.compensation import Compensation
from throughline.figures.rows import above_plot
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, pl, shorten
from throughline.market import PERCENTILES, Placement
from throughline.tables.pay import per, position, rate
from throughline.wording import half_up

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 168
LOW, HIGH = 0.0, 1.0
START, END = -0.5, 4.5  # half a step beside the strip for pay outside it
OUTSIDE = {"below P10": -0.3, "above P90": 4.3}
TITLE = 46


def pay_market(placement: Placement, *, look: Look) -> "go.Figure":
    """Draw the strip with equal steps between its points, so that near or equal wages never meet.

    Pay outside the published points is marked beside the strip, at no particular distance.
    """
    colours = look.colours
    x = _along(placement)
    layout = base_layout(look, look.px(HEIGHT), left=12, right=12, top=66, bottom=58)
    hidden = {"fixedrange": True, "visible": False}
    layout |= {"xaxis": hidden | {"range": [START, END]}, "yaxis": hidden | {"range": [LOW, HIGH]}}
    edge = {"color": colours.quiet, "width": look.px(1)}
    strip: dict[str, Any] = {"type": "rect", "y0": LOW, "y1": HIGH, "line": edge, "layer": "below"}
    layout["shapes"] = [
        strip | {"x0": 0, "x1": 4, "fillcolor": colours.tint},
        strip | {"x0": 1, "x1": 3, "fillcolor": colours.rule},
        {"type": "line", "x0": 2, "x1": 2, "y0": LOW, "y1": HIGH, "line": edge, "layer": "below"},
    ]
    layout["annotations"] = [
        above_plot(look, shorten(placement.occupation.title, TITLE), x=0) | {"yshift": look.px(46)},
        _mark(placement, x, look),
        *(
            _point(place, rate(point, placement.unit), look)
            for place, point in enumerate(placement.points)
        ),
    ]
    figure = Sketch(layout)
    symbol = {"below P10": "triangle-left", "above P90": "triangle-right", None: "diamond"}
    figure.add_scatter(
        name="your pay",
        x=[x],
        y=[0.5],
        mode="markers",
        marker={
            "symbol": symbol[placement.outside],
            "size": look.px(17),
            "color": colours.ink,
            "line": {"color": colours.paper, "width": look.px(2)},
        },
        hoverinfo="skip",
    )
    return figure.figure()


def pay_market_alt(placement: Placement, content: Compensation) -> str:
    """Say where pay lies, in the words of the content."""
    words = content.market.places
    pay = f"{rate(placement.pay, placement.unit)} US dollars {per(placement)}"
    title = placement.occupation.title
    if placement.percentile is None:
        outside = words["below"] if placement.outside == "below P10" else words["above"]
        return outside.format(pay=pay, title=title)
    whole = half_up(placement.percentile)
    return words["inside"].format(pay=pay, title=title, percentile=whole)


def _along(placement: Placement) -> float:
    """Place pay on the strip: 0 at P10, 4 at P90, between two points as far as between their percentiles."""
    at = placement.percentile
    if at is None:
        return OUTSIDE[str(placement.outside)]
    step = max(0, min(3, bisect_right(PERCENTILES, at) - 1))
    low, high = PERCENTILES[step], PERCENTILES[step + 1]
    return round(step + (at - low) / (high - low), 3)


def _mark(placement: Placement, x: float, look: Look) -> dict[str, Any]:
    said = f"{rate(placement.pay, placement.unit)} {per(placement)}, {position(placement)}"
    anchor = "left" if x < 1.3 else "right" if x > 2.7 else "center"
    shift = {"left": -9, "right": 9, "center": 0}[anchor]
    return above_plot(look, said, x=0) | {
        "xref": "x",
        "x": x,
        "xanchor": anchor,
        "xshift": look.px(shift),
        "yshift": look.px(7),
        "font": look.font(15),
    }


def _point(place: int, amount: str, look: Look) -> dict[str, Any]:
    share = PERCENTILES[place]
    name = "median" if share == 50 else f"P{share}"
    return {
        "x": place,
        "yref": "y domain",
        "y": 0,
        "yanchor": "top",
        "yshift": look.px(-5),
        "text": f"{pl(name)}<br>{pl(amount)}",
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(12, quiet=True),
    }
