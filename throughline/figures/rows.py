"""The scaffold of charts with one row per thing: labels beside or above the rows, notes, and joining lines."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, percent, pl

if TYPE_CHECKING:
    import plotly.graph_objects as go

BESIDE = 96
ROW = 36
TALL_ROW = 52

Pair = tuple[float, float] | None


def rows_beside(
    look: Look,
    labels: Sequence[str],
    *,
    top: float,
    bottom: float,
    right: float,
    left: float = BESIDE,
) -> dict[str, Any]:
    """Return the layout of rows with a label each in a fixed left margin, 96 px for short ones."""
    height = look.px(top + bottom + ROW * len(labels))
    layout = base_layout(look, height, left=left, right=right, top=top, bottom=bottom)
    axis = _row_axis(labels) | {"ticktext": [pl(label) for label in labels]}
    layout["yaxis"] = axis | {"tickfont": look.font(), "ticklabelstandoff": look.px(8)}
    return layout


def rows_above(
    look: Look, labels: Sequence[str], *, top: float, bottom: float, right: float
) -> dict[str, Any]:
    """Return the layout of rows whose longer labels stand above them, at the left edge."""
    height = look.px(top + bottom + TALL_ROW * len(labels))
    layout = base_layout(look, height, top=top, bottom=bottom, right=right)
    layout["yaxis"] = _row_axis(labels) | {"showticklabels": False}
    layout["annotations"] = [
        at_row(look, row, label, x=0, ref="x domain") | {"yanchor": "bottom", "yshift": look.px(9)}
        for row, label in enumerate(labels)
    ]
    return layout


def at_row(
    look: Look, row: float, text: str, *, x: float, ref: str = "x", quiet: bool = False
) -> dict[str, Any]:
    """Return a text that starts at ``x`` in a row."""
    return {
        "xref": ref,
        "x": x,
        "xanchor": "left",
        "yref": "y",
        "y": row,
        "text": pl(text),
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(quiet=quiet),
        "align": "left",
    }


def right_of_rows(look: Look, texts: Mapping[int, str], header: str) -> list[dict[str, Any]]:
    """Return a column of short texts in the right margin, with a quiet header above it."""
    column = [
        at_row(look, row, text, x=1, ref="x domain") | {"xshift": look.px(12)}
        for row, text in texts.items()
    ]
    return [*column, above_plot(look, header, x=1) | {"xanchor": "left", "xshift": look.px(12)}]


def above_plot(look: Look, text: str, *, x: float) -> dict[str, Any]:
    """Return a quiet text above the plot, flush with its left (x = 0) or right (x = 1) edge."""
    return {
        "xref": "x domain",
        "x": x,
        "xanchor": "right" if x else "left",
        "yref": "y domain",
        "y": 1,
        "yanchor": "bottom",
        "yshift": look.px(4),
        "text": pl(text),
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(12, quiet=True),
    }


def below_plot(look: Look, text: str) -> dict[str, Any]:
    """Return a quiet text under the tick labels, flush with the left edge of the plot."""
    below = {"y": 0, "yanchor": "top", "yshift": look.px(-24)}
    return above_plot(look, text, x=0) | below


def ends_below(look: Look, left: str, right: str) -> list[dict[str, Any]]:
    """Return what both ends of the axis mean, as quiet texts close under a plot without tick labels."""
    below = {"y": 0, "yanchor": "top", "yshift": look.px(-4)}
    return [above_plot(look, text, x=x) | below for x, text in enumerate((left, right))]


def joined(pairs: Sequence[Pair]) -> tuple[list[float | None], list[float | None]]:
    """Return x and y of one line trace that joins the two values of each row; a gap where there is no pair."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, pair in enumerate(pairs):
        if pair is not None:
            x += [*pair, None]
            y += [row, row, None]
    return x[:-1], y[:-1]


def share_bars(
    look: Look, labels: Sequence[str], shares: Sequence[float | None], *, colour: str, missing: str
) -> "go.Figure":
    """Return a figure of shares 0-1 as bars on a 0-100 % track; a None is said in words."""
    layout = rows_above(look, labels, top=10, bottom=4, right=56)
    layout["annotations"] += [
        at_row(look, row, missing, x=0, quiet=True)
        for row, share in enumerate(shares)
        if share is None
    ]
    known = {row: share for row, share in enumerate(shares) if share is not None}
    rows = list(known)
    layout["annotations"] += [
        at_row(look, row, percent(share), x=100) | {"xshift": look.px(10)}
        for row, share in known.items()
    ]
    layout["xaxis"] = {"range": [0, 100], "fixedrange": True, "visible": False}
    figure = Sketch(layout | {"barmode": "overlay", "barcornerradius": look.px(6)})
    figure.add_bar(
        x=[100] * len(rows),
        y=rows,
        orientation="h",
        width=0.24,
        marker={"color": look.colours.rule},
        hoverinfo="skip",
    )
    figure.add_bar(
        x=[round(100 * share, 2) for share in known.values()],
        y=rows,
        orientation="h",
        width=0.24,
        marker={"color": colour},
        hoverinfo="skip",
    )
    return figure.figure()


def _row_axis(labels: Sequence[str]) -> dict[str, Any]:
    return {
        "range": [len(labels) - 0.5, -0.5],
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": list(range(len(labels))),
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "automargin": False,
    }
