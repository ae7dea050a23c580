"""The figures of a room: one row per question with its dots, its median and its people, readable from the back."""

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from throughline.content.catalogue import Catalogue
from throughline.figures.room_lines import lines
from throughline.figures.room_map import room_map
from throughline.figures.style import Look, base_layout, pl, shorten
from throughline.tables.room_rows import SMALL_SHARE, RoomRow, room_rows
from throughline.tables.room_words import Group, room_group_alt, room_group_title, room_groups
from throughline.workshop.picture import GroupFigure, Picture

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW, HEAD, FOOT, SIDE = 58, 14, 20, 96
LABEL, POLE = 92, 52
SINGLE, SMALLEST, LARGEST = 8, 16, 26
CLOSEST = 0.7
"""Share of its height below which the rows of a chart would run into each other."""


class _Dot(NamedTuple):
    x: float
    y: int
    size: float
    text: str | None


def room_chart(group: Group, catalogue: Catalogue, *, look: Look) -> "go.Figure":
    """Draw figures that belong together as rows of one chart; what is not shown yet is said in its row.

    Args:
        group: figures of one picture, see ``room_groups``; at least one.
        catalogue: words and questions.
        look: theme and size; on a stage everything is twice the size.
    """
    import plotly.graph_objects as go

    if len(group) == 1 and group[0].kind == "map" and group[0].state == "shown":
        return room_map(group[0], catalogue, look=look)
    rows = room_rows(group, catalogue)
    shared = len({row.ends for row in rows if any(row.ends)}) == 1
    ends = next((row.ends for row in rows if any(row.ends)), ("", ""))
    height = look.px(ROW * len(rows) + (FOOT if shared else 4) + HEAD)
    layout = base_layout(look, height, left=4, right=SIDE, top=HEAD, bottom=FOOT if shared else 4)
    layout |= {
        "meta": {"shortest": round(CLOSEST * height)},
        "xaxis": {"range": [-0.03, 1.03], "fixedrange": True, "visible": False},
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "fixedrange": True, "visible": False},
        "annotations": [
            note
            for place, row in enumerate(rows)
            for note in _texts(look, place, row, shared=shared)
        ],
        "shapes": [shape for place, row in enumerate(rows) for shape in lines(look, place, row)],
    }
    if shared:
        layout["annotations"] += _poles(look, len(rows) - 0.5, ends, shift=-12)
    if any(row.said and (row.mark is not None or row.bands) for row in rows):
        name = "median_change" if group[0].kind == "change" else "median"
        median = catalogue.room_pictures.labels[name].format(median="").strip()
        layout["annotations"].append(
            _text(look, -0.5, 1, median, quiet=True, size=12)
            | {"xref": "x domain", "xshift": look.px(10), "yanchor": "bottom"}
        )
    if any(row.wish is not None for row in rows):
        wanted = f"◇ {catalogue.room_pictures.labels['wanted']}"
        layout["annotations"].append(
            _text(look, -0.5, 1, wanted, quiet=True, size=12)
            | {"xref": "x domain", "xanchor": "right", "yanchor": "bottom"}
        )
    figure = go.Figure(layout=layout)
    _dots(figure, rows, look)
    _wishes(figure, rows, look)
    return figure


def room_chart_alt(group: Group, catalogue: Catalogue) -> str:
    """Say every figure of the chart, a sentence each."""
    return room_group_alt(group, catalogue)


def room_figure(figure: GroupFigure, catalogue: Catalogue, *, look: Look) -> "go.Figure":
    """Draw one figure alone."""
    return room_chart([figure], catalogue, look=look)


def room_section(picture: Picture, catalogue: Catalogue, *, look: Look) -> "go.Figure":
    """Draw the first chart of a picture: its answers, or the balance of a group profile.

    Raises:
        ValueError: the picture holds no figure.
    """
    return room_chart(_first(picture), catalogue, look=look)


def room_section_alt(picture: Picture, catalogue: Catalogue) -> str:
    """Say the first chart of a picture."""
    return room_group_alt(_first(picture), catalogue)


def room_charts(picture: Picture, catalogue: Catalogue) -> tuple[tuple[str, str, Group], ...]:
    """Return id, title and figures of every chart of a picture, in the order they are shown."""
    return tuple(
        (name, room_group_title(name, group, catalogue), group)
        for name, group in room_groups(picture)
    )


def _first(picture: Picture) -> Group:
    groups = room_groups(picture)
    if not groups:
        raise ValueError("a picture without figures cannot be drawn")
    return groups[0][1]


def _texts(look: Look, place: int, row: RoomRow, *, shared: bool) -> list[dict[str, Any]]:
    label = _text(look, place, 0, shorten(row.label, LABEL), shift=21) | {"xref": "x domain"}
    found = [label]
    side: dict[str, Any] = {"xref": "x domain", "xshift": look.px(10)}
    if row.said:
        said = _text(look, place, 1, row.said, size=20) | side
        found.append(said | {"yshift": look.px(5), "font": look.font(20)})
    if row.people:
        found.append(_text(look, place, 1, row.people, quiet=True, shift=-14) | side)
    if row.note:
        # Below the median where there is one among dots or bands.
        shift = -34 if row.strip or row.bands else -18 if row.mark is not None else 0
        found.append(
            _text(look, place, 0, row.note, quiet=True, shift=shift) | {"xref": "x domain"}
        )
    if row.bands:
        found += [
            _text(look, place, (2 * third + 1) / 6, said)
            | {"xanchor": "center"}
            | (
                {"font": look.font(13) | {"color": look.colours.paper}}
                if third == row.chosen
                else {}
            )
            for third, said in enumerate(row.bands)
        ]
    if not shared and any(row.ends) and not row.note:
        found += _poles(look, place, row.ends, shift=-20)
    return found


def _poles(look: Look, y: float, ends: tuple[str, str], *, shift: float) -> list[dict[str, Any]]:
    sides = ("left", "right")
    return [
        _text(look, y, x, shorten(end, POLE), quiet=True, size=12, shift=shift)
        | {"xanchor": side, "align": side, "xref": "x domain"}
        for x, (end, side) in enumerate(zip(ends, sides, strict=True))
        if end
    ]


def _text(
    look: Look,
    y: float,
    x: float,
    text: str,
    *,
    quiet: bool = False,
    size: float = 13,
    shift: float = 0,
) -> dict[str, Any]:
    return {
        "xref": "x",
        "x": x,
        "xanchor": "left",
        "yref": "y",
        "y": y,
        "yshift": look.px(shift),
        "text": pl(text),
        "showarrow": False,
        "borderpad": 0,
        "align": "left",
        "font": look.font(size, quiet=quiet),
    }


def _dots(figure: "go.Figure", rows: tuple[RoomRow, ...], look: Look) -> None:
    """One circle for each value, as large as the people who gave it; their number stands in it from 2 up.

    In a row of shares no number stands in a circle, since it would not count people.
    """
    ones: list[_Dot] = []
    more: list[_Dot] = []
    top = {
        shares: max((n for row in rows if row.up_to is shares for _, n in row.strip), default=1)
        for shares in (False, True)
    }
    for y, row in enumerate(rows):
        for x, count in row.strip:
            small = count <= (SMALL_SHARE if row.up_to else 1)
            text = None if small or row.up_to else str(count)
            dot = _Dot(x, y, SINGLE if small else _size(count, top[row.up_to]), text)
            (more if text else ones).append(dot)
    # Apart: plotly removes the node of an empty text, and a later drawing in its place stays without one.
    for some, texts in ((ones, None), (more, [str(dot.text) for dot in more])):
        figure.add_scatter(
            x=[dot.x for dot in some],
            y=[dot.y for dot in some],
            mode="markers+text" if texts is not None else "markers",
            marker={
                "size": [look.px(dot.size) for dot in some],
                "color": look.colours.future,
                "opacity": 1,
                "line": {"color": look.colours.paper, "width": look.px(1)},
            },
            text=texts,
            textfont=look.font(12) | {"color": look.colours.paper},
            hoverinfo="skip",
            cliponaxis=False,
        )


def _size(people: int, top: int) -> float:
    return max(SMALLEST, LARGEST * math.sqrt(people / max(4, top)))


def _wishes(figure: "go.Figure", rows: tuple[RoomRow, ...], look: Look) -> None:
    wishes = {y: row for y, row in enumerate(rows) if row.wish is not None}
    figure.add_scatter(
        x=[row.wish for row in wishes.values()],
        y=[y + (0.33 if row.bands else 0) for y, row in wishes.items()],  # off the words in a band
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": look.px(15),
            "color": look.colours.paper,
            "line": {"color": look.colours.ink, "width": look.px(2)},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )
