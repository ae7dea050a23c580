"""Sittings over time: the balance as one line with its ranges, and the seven areas as small lines."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from throughline.content.questionnaire import Questionnaire
from throughline.figures.rows import BESIDE, at_row, right_of_rows
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, out_of_ten, pl, value_axis
from throughline.figures.time_axis import Mark, day_axis, draw, form_legend, places
from throughline.goals.words import day_words
from throughline.plan_file.history import Point, Span
from throughline.tables.formats import range_by_pole
from throughline.tables.history import range_of_ten
from throughline.tables.results import NO_SCORE
from throughline.wording import percent_pair

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT, LEFT, RIGHT, KEY = 290, 84, 20, 40
ROW, HALF = 64, 0.39  # pixels of an area, and half the height of its line, in rows
TOP, FOOT = 24, 44  # two lines of a date
MOST_LABELLED = 8


def balance_history(history: Sequence[Point], *, look: Look) -> "go.Figure":
    """Draw the balance of each sitting on its day, with its 90 % range cut at 0 and 100.

    Args:
        history: Sittings by day; one without a balance is left out.
        look: Theme and size.

    Raises:
        ValueError: no sitting has a balance; say so instead.
    """
    sittings = [one for one in history if one.balance]
    if not sittings:
        raise ValueError("a balance over time needs a sitting with a balance")
    layout, at = _layout(look, sittings, HEIGHT, left=LEFT, right=RIGHT)
    ticks = {0.0: "all present", 50.0: "even", 100.0: "all future"}
    layout["yaxis"] = value_axis(look, -3, 103, ticks) | {"ticklabelstandoff": look.px(8)}
    row = [
        Mark(one, place, x, *_ends(span, lambda end: _cut(end, 100)), says=_said(span))
        for place, (one, x) in enumerate(zip(sittings, at, strict=True))
        if (span := one.balance)
    ]
    if len(row) <= MOST_LABELLED:
        layout["annotations"] = [_above(mark, look) for mark in row]
    figure = Sketch(layout)
    draw(figure, [row], look, size=8 if len(row) <= MOST_LABELLED else 5)
    return figure.figure()


def balance_history_alt(history: Sequence[Point]) -> str:
    """Say the first and the last balance with their days and ranges."""
    drawn = [(day_words(one.day), _said(one.balance)) for one in history if one.balance]
    if not drawn:
        return "No sitting has enough answers for a balance yet."
    if len(drawn) == 1:
        return f"One balance, {drawn[0][0]}: {drawn[0][1]}."
    first, last = (f"{day}: {said}" for day, said in (drawn[0], drawn[-1]))
    return f"The balance of {len(drawn)} sittings. First, {first}. Last, {last}."


def domain_history(
    history: Sequence[Point], questionnaire: Questionnaire, *, look: Look
) -> "go.Figure":
    """Draw each area as a small line of its own, 0 at its foot to 10 at its top, with 90 % ranges.

    Args:
        history: Sittings by day; an area without a score in one of them has a gap.
        questionnaire: Names of the areas.
        look: Theme and size.

    Raises:
        ValueError: no area has a score in any sitting; say so instead.
    """
    sittings = [one for one in history if one.domains]
    if not sittings:
        raise ValueError("areas over time need a sitting with a score")
    domains = questionnaire.domains
    layout, at = _layout(look, sittings, ROW * len(domains), left=BESIDE, right=44)
    names = {float(row): pl(one.short) for row, one in enumerate(domains)}
    # The first area on top.
    layout["yaxis"] = value_axis(look, len(domains) - 0.5, -0.5, names, grid=False)
    layout["yaxis"] |= {"tickfont": look.font(), "ticklabelstandoff": look.px(8)}
    layout["shapes"] = [shape for row in range(len(domains)) for shape in _band(row, look)]
    rows, last, missing = [], {}, []
    for row, domain in enumerate(domains):
        marks = [
            Mark(one, place, x, *_ends(span, partial(_height, row)), says=_said_of_ten(span))
            for place, (one, x) in enumerate(zip(sittings, at, strict=True))
            if (span := one.domains.get(domain.id))
        ]
        rows.append(marks)
        if span := sittings[-1].domains.get(domain.id):
            last[row] = out_of_ten(span.value)
        if not marks:
            missing.append(at_row(look, row, NO_SCORE, x=0, quiet=True))
    layout["annotations"] = [*right_of_rows(look, last, "last"), *missing]
    figure = Sketch(layout)
    draw(figure, rows, look, size=6 if len(sittings) <= MOST_LABELLED else 4)
    return figure.figure()


def domain_history_alt(history: Sequence[Point], questionnaire: Questionnaire) -> str:
    """Say which area lies furthest from where it was first, and between which scores."""
    ways = []
    for domain in questionnaire.domains:
        spans = [one.domains[domain.id] for one in history if domain.id in one.domains]
        if len(spans) > 1:
            ways.append((abs(spans[-1].value - spans[0].value), domain.name, spans))
    if not ways:
        return "No area has enough answers in two sittings yet."
    way, name, spans = max(ways, key=lambda one: round(one[0], 9))
    before, after = (_said_of_ten(span) for span in (spans[0], spans[-1]))
    if round(way, 1) == 0:
        return "Every area stands where it was in the first sitting."
    return f"Between its first and its last sitting, {name} moved furthest: {before}; then {after}."


def _layout(
    look: Look, sittings: Sequence[Point], height: float, *, left: float, right: float
) -> tuple[dict[str, Any], list[float]]:
    days = [one.day for one in sittings]
    at, key = places(days), form_legend(look, sittings)
    foot = FOOT + (KEY if key["showlegend"] else 0)
    size = look.px(height + TOP + foot)
    layout = base_layout(look, size, left=left, right=right, top=TOP, bottom=foot)
    return layout | key | {"xaxis": day_axis(look, days, at)}, at


def _ends(span: Span, put: Callable[[float], float]) -> tuple[float, float, float]:
    """Where a value and the ends of its range stand."""
    return put(span.value), put(span.low), put(span.high)


def _said(span: Span) -> str:
    present, future = percent_pair(span.value)
    reach = range_by_pole(span.low, span.high)[1]
    return f"present {present} : {future} future, {reach} future with similar questions"


def _said_of_ten(span: Span) -> str:
    return f"{out_of_ten(span.value)} of 10, {range_of_ten(span)} with similar questions"


def _above(mark: Mark, look: Look) -> dict[str, Any]:
    """The future side in whole points, above the range of its mark."""
    return {
        "x": mark.x,
        "y": mark.high,
        "yanchor": "bottom",
        "yshift": look.px(5),
        "text": str(percent_pair(mark.y)[1]),
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(),
    }


def _band(row: int, look: Look) -> list[dict[str, Any]]:
    """The field of one area, pale from 0 to 10, with its middle."""
    wide = {"xref": "x domain", "x0": 0, "x1": 1, "layer": "below"}
    field = {"type": "rect", "y0": row - HALF, "y1": row + HALF, "fillcolor": look.colours.tint}
    middle = {"color": look.colours.rule, "width": look.px(1)}
    return [
        wide | field | {"line": {"width": 0}},
        wide | {"type": "line", "y0": row, "y1": row, "line": middle},
    ]


def _height(row: int, score: float) -> float:
    """Where a score of 0-10 stands in the field of its area; the axis runs downwards."""
    return row + HALF - 2 * HALF * _cut(score, 10) / 10


def _cut(value: float, top: float) -> float:
    return min(top, max(0.0, value))
