"""How five years of pay could add up: a range of simulated futures, its median and what is expected, by package."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from throughline.compensation.path import Path
from throughline.compensation.simulation import Fan
from throughline.content.compensation import Compensation
from throughline.figures.sketch import Sketch
from throughline.figures.style import CLEAR, Look, base_layout, legend, pl, value_axis
from throughline.tables.pay import YEAR, chart_money, short_money
from throughline.wording import money

if TYPE_CHECKING:
    import plotly.graph_objects as go

PANEL, GAP, HEAD, KEY = 140, 66, 44, 92
MEDIAN = 50


def pay_fan(
    fans: Mapping[str, Fan],
    paths: Mapping[str, Path],
    content: Compensation,
    *,
    look: Look,
    symbol: str = "",
) -> "go.Figure":
    """Draw one panel for each package, all on one scale.

    Args:
        fans: Package name -> percentiles of pay added up, with the median among them.
        paths: Package name -> expected path over the same months.
        content: Words for the expected line.
        look: Theme and size.
        symbol: Currency sign of the amounts.

    Raises:
        ValueError: there is no package to draw; show the empty state instead.
    """
    if not fans:
        raise ValueError("a fan needs a package")
    months = max(len(fan.bands[MEDIAN]) for fan in fans.values())
    tops = [paths[name].cumulative[-1] for name in fans]
    top = max([*tops, *(max(band) for fan in fans.values() for band in fan.bands.values())])
    size = HEAD + KEY + PANEL * len(fans) + GAP * (len(fans) - 1)
    layout = base_layout(look, look.px(size), left=48, right=26, top=HEAD, bottom=KEY)
    names = [_band_name(fans), "median", f"expected, {content.texts['expected']}"]
    layout |= {"showlegend": True, "legend": legend(look, names, bottom=True)}
    years = {0.0: "0"} | {float(m): str(m // YEAR) for m in range(YEAR, months + 1, YEAR)}
    years[max(years)] = f"year {years[max(years)]}"
    # No currency sign here: a long one would not fit beside the plot, and the heading has it.
    amounts = {tick: short_money(tick) for tick in ticks_to(top)}
    layout["annotations"] = []
    whole = PANEL * len(fans) + GAP * (len(fans) - 1)
    suffixes = ["", *(str(row) for row in range(2, len(fans) + 1))]
    for row, (suffix, (name, fan)) in enumerate(zip(suffixes, fans.items(), strict=True)):
        high = 1 - row * (PANEL + GAP) / whole
        domain = [round(max(0.0, high - PANEL / whole), 4), round(high, 4)]
        below = {"anchor": f"y{suffix}"}
        layout[f"xaxis{suffix}"] = value_axis(look, 0, months, years) | below
        layout[f"xaxis{suffix}"]["showticklabels"] = row == len(fans) - 1
        layout[f"yaxis{suffix}"] = value_axis(look, 0, 1.04 * top or 1, amounts) | {
            "domain": domain,
            "anchor": f"x{suffix}",
        }
        layout["annotations"].append(_heading(name, fan, domain[1], look, symbol))
    # A layout given at once costs a fifth of one that is updated.
    figure = Sketch(layout)
    for suffix, (name, fan) in zip(suffixes, fans.items(), strict=True):
        _panel(figure, fan, paths[name], names, look, suffix)
    return figure.figure()


def pay_fan_alt(
    fans: Mapping[str, Fan], paths: Mapping[str, Path], content: Compensation, *, symbol: str = ""
) -> str:
    """Say the median, the range and the expected sum of every package at the end."""
    if not fans:
        return content.empty["fan"]
    said = []
    for name, fan in fans.items():
        low, high = _edges(fan)
        months = len(fan.bands[MEDIAN])
        said.append(
            f"{name}: after {months} months the median is {money(fan.bands[MEDIAN][-1], symbol)}, "
            f"{_inside(fan)} of 100 futures lie between {money(fan.bands[low][-1], symbol)} and "
            f"{money(fan.bands[high][-1], symbol)}; expected {content.texts['expected']}: "
            f"{money(paths[name].cumulative[months - 1], symbol)}"
        )
    return f"{'. '.join(said)}."


def ticks_to(top: float) -> tuple[float, ...]:
    """Return 0 and two to five round steps up to ``top`` (>= 0)."""
    if top <= 0:
        return (0.0,)
    size = 10.0 ** math.floor(math.log10(top))
    step = next(size * part for part in (0.25, 0.5, 1.0, 2.0, 2.5) if top / (size * part) < 5)
    return tuple(step * place for place in range(math.floor(top / step) + 1))


def _panel(figure: Sketch, fan: Fan, path: Path, names: list[str], look: Look, suffix: str) -> None:
    colours = look.colours
    low, high = _edges(fan)
    edge = {"color": colours.quiet, "width": look.px(1)}
    lines: list[tuple[str, Any, dict[str, Any]]] = [
        ("", fan.bands[low], {"line": edge}),
        (names[0], fan.bands[high], {"line": edge, "fill": "tonexty", "fillcolor": colours.rule}),
        (names[1], fan.bands[MEDIAN], {"line": {"color": colours.ink, "width": look.px(2.5)}}),
        (
            names[2],
            path.cumulative[: len(fan.bands[MEDIAN])],
            {"line": {"color": colours.future, "width": look.px(2), "dash": "dash"}},
        ),
    ]
    for name, line, style in lines:
        figure.add_scatter(
            name=name,
            x0=0,
            dx=1,
            y=[0, *(round(amount) for amount in line)],
            mode="lines",
            xaxis=f"x{suffix}",
            yaxis=f"y{suffix}",
            showlegend=bool(name) and not suffix,
            hoverinfo="skip",
            **style,
        )


def _heading(name: str, fan: Fan, y: float, look: Look, symbol: str) -> dict[str, Any]:
    low, high = _edges(fan)
    quiet = f"<span style='color:{look.colours.quiet}'>"
    low_sum, median, high_sum = (
        # The sign once: three of them would pass the edge of a phone.
        pl(chart_money(fan.bands[at][-1], symbol if at == MEDIAN else ""))
        for at in (low, MEDIAN, high)
    )
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": look.px(-40),
        "yref": "paper",
        "y": y,
        "yanchor": "bottom",
        "yshift": look.px(6),
        "align": "left",
        "text": f"{pl(name)}<br>{quiet}median {median}, {low_sum} to {high_sum}</span>",
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": CLEAR,
        "font": look.font(),
    }


def _edges(fan: Fan) -> tuple[float, float]:
    return min(fan.bands), max(fan.bands)


def _inside(fan: Fan) -> str:
    low, high = _edges(fan)
    return f"{high - low:g}"


def _band_name(fans: Mapping[str, Fan]) -> str:
    return f"{_inside(next(iter(fans.values())))} of 100 futures"
