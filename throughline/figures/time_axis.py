"""Sittings on a line of days: where each one stands, which days are named, and marks with their ranges."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, legend, pl, shorten, value_axis
from throughline.goals.words import day_words
from throughline.plan_file.history import Point

EDGE = 0.2  # of the whole, left free at both ends for the names of the first and the last day
NAMED_APART = 0.42
APART = 0.07
FORMS = {"full": "Full form", "quick": "Quick form"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of one sitting on a chart.

    Attributes:
        sitting: the sitting.
        number: its place among the sittings of the chart.
        x, y: where it stands.
        low, high: where its range ends, in the units of ``y``, on an axis that may run downwards.
        says: the value in words.
    """

    sitting: Point
    number: int
    x: float
    y: float
    low: float
    high: float
    says: str


def places(days: Sequence[datetime.date]) -> list[float]:
    """Place days from 0 to 1, in proportion to time; days close together stand side by side.

    Args:
        days: In order, one at least.
    """
    if len(days) == 1:
        return [0.5]
    span = (days[-1] - days[0]).days or 1
    apart = min(APART, 0.9 / len(days))
    found: list[float] = []
    for day in days:
        place = (day - days[0]).days / span
        found.append(max(place, found[-1] + apart) if found else place)
    return [round(place / found[-1], 4) for place in found]


def day_axis(look: Look, days: Sequence[datetime.date], at: Sequence[float]) -> dict[str, Any]:
    """Return an axis that names the first and the last day, and those between that have room on a phone."""
    named = {at[0]: days[0], at[-1]: days[-1]}
    for place, day in zip(at, days, strict=True):
        if all(abs(place - other) >= NAMED_APART for other in named):
            named[place] = day
    ticks = {at: "<br>".join(day_words(day).rsplit(" ", 1)) for at, day in sorted(named.items())}
    # Plotly turns names that it finds too close, and cuts them off where they hang out of the picture.
    return value_axis(look, -EDGE, 1 + EDGE, ticks, grid=False) | {"tickangle": 0}


def draw(figure: Sketch, rows: Sequence[Sequence[Mark]], look: Look, *, size: float) -> None:
    """Draw rows of marks, filled for the Full form and hollow for the Quick one, joined inside a form.

    Args:
        figure: What they are added to.
        rows: Marks by day; a line never crosses a sitting that is missing, nor joins two forms.
        look: Theme and size.
        size: Width of a mark in design pixels.
    """
    colours = look.colours
    x: list[float | None] = []
    y: list[float | None] = []
    for one, other in (pair for row in rows for pair in pairwise(row)):
        if other.number - one.number == 1 and one.sitting.form == other.sitting.form:
            x += [one.x, other.x, None]
            y += [round(one.y, 3), round(other.y, 3), None]
    figure.add_scatter(
        x=x[:-1],
        y=y[:-1],
        mode="lines",
        line={"color": colours.quiet, "width": look.px(1.5), "dash": "dot"},
        hoverinfo="skip",
        showlegend=False,
    )
    for form, name in FORMS.items():
        own = [mark for row in rows for mark in row if mark.sitting.form == form]
        if not own:
            continue
        figure.add_scatter(
            name=name,
            x=[mark.x for mark in own],
            y=[round(mark.y, 3) for mark in own],
            mode="markers",
            marker={
                "symbol": "circle",
                "size": look.px(size),
                "color": colours.ink if form == "full" else colours.paper,
                "line": {"color": colours.ink, "width": look.px(1.5)},
                "opacity": 1,
            },
            error_y={
                "type": "data",
                "symmetric": False,
                "array": [round(max(mark.low, mark.high) - mark.y, 3) for mark in own],
                "arrayminus": [round(mark.y - min(mark.low, mark.high), 3) for mark in own],
                "color": colours.quiet,
                "thickness": look.px(2),
                "width": look.px(0.7 * size),
            },
            hovertext=[_says(mark) for mark in own],
            hoverinfo="text",
        )


def form_legend(look: Look, sittings: Sequence[Point]) -> dict[str, Any]:
    """Return the part of a layout that tells the two forms apart, where both are drawn."""
    if len({one.form for one in sittings}) == 1:
        return {"showlegend": False}
    return {"showlegend": True, "legend": legend(look, list(FORMS.values()), bottom=True)}


def _says(mark: Mark) -> str:
    name, day = pl(shorten(mark.sitting.name, 40)), day_words(mark.sitting.day)
    return f"{name}, {day}<br>{FORMS[mark.sitting.form]}: {mark.says}"
