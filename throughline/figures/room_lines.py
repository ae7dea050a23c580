"""The lines of one row of a room's chart: its track, bar or bands, its range and its median."""

from typing import Any

from throughline.figures.style import Look
from throughline.tables.room_rows import RoomRow


def lines(look: Look, place: int, row: RoomRow) -> list[dict[str, Any]]:
    """The track, a bar or three bands, the range, and the median as an upright line."""
    colours = look.colours
    if row.note and row.mark is None:
        return []
    found: list[dict[str, Any]] = []
    if row.fill is not None:
        found.append(_box(look, place, 0, 1, 7, colours.rule))
        found.append(_box(look, place, 0, row.fill, 7, colours.future))
    elif row.bands:
        found += [
            _box(
                look,
                place,
                third / 3 + 0.003,
                (third + 1) / 3 - 0.003,
                9,
                colours.future if third == row.chosen else colours.tint,
            )
            | {"line": {"color": colours.quiet, "width": look.px(1)}}
            for third in range(3)
        ]
    elif row.mark is not None:
        found.append(_box(look, place, 0, 1, 0.7, colours.rule))
    if row.span:
        found.append(_box(look, place, *row.span, 3, colours.ink))
    if row.mark is not None:
        # Below the line, so that it crosses neither the question above nor the words in a band.
        top = -9 if row.bands else 8
        found.append(
            _at(look, place, -21, top)
            | {
                "type": "line",
                "x0": row.mark,
                "x1": row.mark,
                "line": {"color": colours.ink, "width": look.px(3)},
            }
        )
    return found


def _box(
    look: Look, place: int, start: float, end: float, half: float, colour: str
) -> dict[str, Any]:
    return _at(look, place, -half, half) | {
        "type": "rect",
        "x0": start,
        "x1": end,
        "fillcolor": colour,
        "line": {"width": 0},
    }


def _at(look: Look, place: int, low: float, high: float) -> dict[str, Any]:
    """A height in pixels: a row that is stretched keeps its question clear of its drawing."""
    return {
        "ysizemode": "pixel",
        "yanchor": place,
        "y0": look.px(low),
        "y1": look.px(high),
        "layer": "below",
    }
