"""When a move has paid for itself: what it has brought so far, less what staying would have, month by month."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from throughline.compensation.move import Comparison
from throughline.content.compensation import Compensation
from throughline.figures.pay_fan import ticks_to
from throughline.figures.rows import above_plot
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, pl, value_axis
from throughline.tables.pay import YEAR, short_money, signed_money

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 300
SHOWN = (60, 120)


def pay_break_even(
    comparison: Comparison, content: Compensation, *, look: Look, symbol: str = ""
) -> "go.Figure":
    """Draw the running difference (currency ``symbol``) with the month from which the move stays ahead."""
    line = comparison.difference
    months, colours = len(line), look.colours
    low, high = min(0.0, *line), max(0.0, *line)
    reach = max(high - low, 1.0)
    layout = base_layout(look, look.px(HEIGHT), left=52, right=26, top=30, bottom=44)
    every = YEAR if months <= 60 else 2 * YEAR
    years = {float(m): str(m // YEAR) for m in range(0, months + 1, every)}
    years[max(years)] = f"year {years[max(years)]}"
    steps = ticks_to(max(high, -low))
    amounts = {
        sign * step: short_money(sign * step)
        for step in steps
        for sign in (1, -1)
        if low - 0.02 * reach <= sign * step <= high + 0.02 * reach
    }
    layout["xaxis"] = value_axis(look, 0, months + 0.5, years, grid=False)
    # Room below for the month, and above for the amounts at five and ten years.
    layout["yaxis"] = value_axis(look, low - 0.2 * reach, high + 0.16 * reach, amounts)
    layout["shapes"] = [_level(months, look)]
    even = comparison.break_even
    if even is not None:
        layout["shapes"].append(_upright(even, look))
    layout["annotations"] = [
        above_plot(look, "ahead of staying ↑", x=0),
        above_plot(look, content.texts["expected"], x=1),
        _month(even, months, look),
        *(_amount(month, line, look, symbol) for month in SHOWN if month <= months),
    ]
    figure = Sketch(layout)
    figure.add_scatter(
        name="difference",
        x0=0,
        dx=1,
        y=[0, *(round(amount, 2) for amount in line)],
        mode="lines",
        line={"color": colours.ink, "width": look.px(2.5)},
        hoverinfo="skip",
    )
    points = [month for month in SHOWN if month <= months]
    figure.add_scatter(
        name="amounts",
        x=points,
        y=[round(line[month - 1], 2) for month in points],
        mode="markers",
        marker={"symbol": "circle", "size": look.px(8), "color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure.add_scatter(
        name="break-even",
        x=[] if even is None else [even],
        y=[] if even is None else [round(line[even - 1], 2)],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": look.px(14),
            "color": colours.future,
            "line": {"color": colours.paper, "width": look.px(2)},
        },
        cliponaxis=False,
        hoverinfo="skip",
    )
    return figure.figure()


def pay_break_even_alt(comparison: Comparison, content: Compensation, *, symbol: str = "") -> str:
    """Say the month of the break-even, or that there is none, and the difference at the end."""
    months = len(comparison.difference)
    said = [f"{_even(comparison.break_even, months)}"]
    said += [
        f"the difference at month {month} is {signed_money(comparison.difference[month - 1], symbol)}"
        for month in SHOWN
        if month <= months
    ]
    return f"{'; '.join(said)}. {content.texts['break_even']}"


def _even(even: int | None, months: int) -> str:
    if even is None:
        return f"No break-even within {months} months"
    return "Even or ahead from the first month" if even == 1 else f"Break-even in month {even}"


def _month(even: int | None, months: int, look: Look) -> dict[str, Any]:
    """Name the month at the foot of its line; without one say so at the top, away from the falling line."""
    x = 1 if even is None else even
    right, top = x > 0.55 * months, even is None
    return {
        "x": x,
        "yref": "y domain",
        "y": int(top),
        "xanchor": "right" if right else "left",
        "yanchor": "top" if top else "bottom",
        "xshift": look.px(-8 if right else 8),
        "yshift": look.px(-4 if top else 6),
        "text": pl(_even(even, months)),
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(),
    }


def _amount(month: int, line: Sequence[float], look: Look, symbol: str) -> dict[str, Any]:
    """Print the difference above a rising line and below a falling one."""
    now = line[month - 1]
    short = short_money(now, symbol)
    rises = now >= line[max(0, month - 1 - YEAR)]
    return {
        "x": month,
        "y": round(now, 2),
        "xanchor": "right",
        "yanchor": "bottom" if rises else "top",
        "xshift": look.px(4),
        "yshift": look.px(7 if rises else -7),
        "text": pl(signed_money(now, symbol) if abs(now) < 1e8 else short),
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(),
    }


def _level(months: int, look: Look) -> dict[str, Any]:
    line = {"color": look.colours.quiet, "width": look.px(1.5)}
    return {"type": "line", "x0": 0, "x1": months + 0.5, "y0": 0, "y1": 0, "line": line}


def _upright(month: int, look: Look) -> dict[str, Any]:
    line = {"color": look.colours.quiet, "width": look.px(1.5), "dash": "dot"}
    domain = {"yref": "y domain", "y0": 0, "y1": 1}
    return {"type": "line", "x0": month, "x1": month, "line": line, "layer": "below"} | domain
