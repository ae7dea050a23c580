"""The balance as one bar, present on the left and future on the right, and how sure the split is."""

from typing import TYPE_CHECKING, Any

from throughline.content.wording import Wording
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, legend, pl
from throughline.scoring.balance import Balance
from throughline.scoring.profile import Profile
from throughline.tables.formats import range_by_pole
from throughline.wording import balance_sentence, percent_pair

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 184
BAR, LANE = 0.0, -1.0


def balance_bar(profile: Profile, wording: Wording, *, look: Look) -> "go.Figure":
    """Draw the split, its 90 % range (thick) and what open answers could do (thin behind).

    What is drawn is cut at 0 and 100; the printed ranges belong to the larger number.

    Args:
        profile: A result with a balance.
        wording: Names of the two poles.
        look: Theme and size.

    Raises:
        ValueError: the profile has no balance; say what is missing instead.
    """
    balance = profile.balance
    if balance is None:
        raise ValueError("a balance bar needs a profile with a balance")
    split = _from_left(balance.value)
    colours = look.colours
    open_name, range_name = _lane_names(balance)
    layout = base_layout(look, look.px(HEIGHT), left=10, right=10, top=52, bottom=62)
    layout |= {"barmode": "overlay", "barcornerradius": look.px(8)}
    layout |= {"showlegend": True, "legend": legend(look, [open_name, range_name], bottom=True)}
    hidden = {"fixedrange": True, "visible": False}
    layout |= {"xaxis": hidden | {"range": [0, 100]}, "yaxis": hidden | {"range": [-1.5, 0.5]}}
    layout |= {
        "annotations": _labels(balance, wording, look),
        "shapes": _lines_and_marks(split, look),
    }
    figure = Sketch(layout)
    # Both halves start at the split, so that only their outer corners are round.
    for pole, size, colour in (
        ("present_pole", -split, colours.present),
        ("future_pole", 100 - split, colours.future),
    ):
        figure.add_bar(
            name=wording.axes[pole],
            x=[round(size, 2)],
            base=[split],
            y=[BAR],
            width=0.9,
            orientation="h",
            marker={"color": colour},
            hoverinfo="skip",
            showlegend=False,
        )
    thin = {"color": colours.quiet, "width": look.px(2)}
    if profile.gate.open:
        least, most = balance.whisker
        figure.add_scatter(
            name=open_name,
            x=[_from_left(most), _from_left(least)],
            y=[LANE, LANE],
            mode="lines+markers",
            line=thin,
            marker={"symbol": "line-ns", "size": look.px(12), "line": thin},
            hoverinfo="skip",
            legendrank=2,
        )
    figure.add_scatter(
        name=range_name,
        x=[_from_left(balance.high), _from_left(balance.low)],
        y=[LANE, LANE],
        mode="lines",
        line={"color": colours.ink, "width": look.px(9)},
        hoverinfo="skip",
        legendrank=1,
    )
    return figure.figure()


def balance_bar_alt(profile: Profile, wording: Wording) -> str:
    """Say the split, its range and what open answers could do."""
    return balance_sentence(profile, wording)


def _from_left(future: float) -> float:
    """Place a balance on the bar, 0-100 from its present end, cut at both ends."""
    return round(100 - min(100.0, max(0.0, future)), 2)


def _labels(balance: Balance, wording: Wording, look: Look) -> list[dict[str, Any]]:
    present, future = percent_pair(balance.value)
    big = f"font-size:{look.px(28)}px;font-weight:600"
    left = f"<span style='{big}'>{present}</span> {pl(wording.axes['present_pole'])}"
    right = f"{pl(wording.axes['future_pole'])} <span style='{big}'>{future}</span>"
    plain = {"showarrow": False, "borderpad": 0, "xref": "x domain", "yref": "y domain"}
    above = plain | {"y": 1, "yanchor": "bottom", "yshift": look.px(2), "font": look.font(15)}
    below = plain | {"y": 0, "yanchor": "top", "font": look.font(12, quiet=True)}
    return [
        above | {"x": 0, "text": left, "xshift": look.px(21), "xanchor": "left"},
        above | {"x": 1, "text": right, "xshift": look.px(-21), "xanchor": "right"},
        below | {"x": 0.5, "text": "even"},
    ]


def _lines_and_marks(split: float, look: Look) -> list[dict[str, Any]]:
    colours = look.colours
    middle = {"color": colours.quiet, "width": look.px(1.5), "dash": "dot"}
    marker = {"color": colours.ink, "width": look.px(3)}
    # Shapes on paper, since font glyphs of the two marks differ in size and axes would clip them.
    pixels: dict[str, Any] = {"xref": "paper", "yref": "paper", "yanchor": 1, "line": {"width": 0}}
    pixels |= {"xsizemode": "pixel", "ysizemode": "pixel"}
    low, high, half = look.px(9), look.px(22), look.px(7)
    circle = {"type": "circle", "x0": 0, "x1": high - low, "y0": low, "y1": high}
    triangle = {"type": "path", "path": f"M {-2 * half} {low} L 0 {low} L {-half} {high} Z"}
    return [
        _upright(50, LANE + 0.4, middle),
        _upright(split, BAR + 0.5, marker),
        pixels | circle | {"xanchor": 0, "fillcolor": colours.present},
        pixels | triangle | {"xanchor": 1, "fillcolor": colours.future},
    ]


def _upright(x: float, top: float, line: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "x0": x, "x1": x, "y0": top, "y1": LANE - 0.4, "line": line}


def _lane_names(balance: Balance) -> tuple[str, str]:
    present, future = percent_pair(balance.value)
    larger = int(future > present)
    least_most = range_by_pole(balance.least, balance.most)[larger]
    low_high = range_by_pole(balance.low, balance.high)[larger]
    return f"{least_most} with the open answers", f"{low_high} with similar questions"
