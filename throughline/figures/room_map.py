"""The map of a room: how many people stand in each quarter, and from 10 people where their middle is."""

from typing import TYPE_CHECKING, Any

from throughline.content.catalogue import Catalogue
from throughline.figures.place_map import CORNERS, CUT, EDGES
from throughline.figures.style import Look, base_layout, pl, value_axis
from throughline.tables.room_counts import people_said
from throughline.tables.room_words import row_value
from throughline.workshop.picture import GroupFigure

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 400


def room_map(figure: GroupFigure, catalogue: Catalogue, *, look: Look) -> "go.Figure":
    """Draw the number of people in each quarter; a hidden number is said in words.

    Args:
        figure: a figure of kind "map" that is shown.
        catalogue: words.
        look: theme and size.
    """
    import plotly.graph_objects as go

    colours, wording = look.colours, catalogue.wording
    axis = value_axis(look, *EDGES, {}, grid=False)
    rule = {"color": colours.rule, "width": look.px(2)}
    layout = base_layout(look, look.px(HEIGHT), left=8, right=8, top=30, bottom=30)
    layout |= {
        "plot_bgcolor": colours.tint,
        "xaxis": axis,
        "yaxis": axis,
        "shapes": [
            {"type": "line", "layer": "below", "line": rule, "x0": CUT, "x1": CUT, "y0": EDGES[0], "y1": EDGES[1]},
            {"type": "line", "layer": "below", "line": rule, "y0": CUT, "y1": CUT, "x0": EDGES[0], "x1": EDGES[1]},
        ],
        "annotations": [
            *(
                note
                for quarter, corner in CORNERS.items()
                for note in (
                    _text(look, corner, wording.places[quarter].name, size=13, shift=-24),
                    _text(look, corner, row_value(figure, quarter, catalogue), size=28, shift=8),
                )
            ),
            _edge(look, f"↑ {wording.axes['path']}", x=0, y=1),
            _edge(look, f"{wording.axes['present']} →", x=1, y=0),
            _edge(look, people_said(figure, catalogue), x=0, y=0),
        ],
    }  # fmt: skip
    drawn = go.Figure(layout=layout)
    present, path = figure.row("present"), figure.row("path")
    if present is not None and path is not None:
        drawn.add_scatter(
            x=[present],
            y=[path],
            mode="markers",
            marker={
                "symbol": "cross",
                "size": look.px(13),
                "color": colours.future,
                "line": {"color": colours.paper, "width": look.px(1.5)},
            },
            hoverinfo="skip",
        )
    return drawn


def _text(
    look: Look, corner: tuple[int, int], text: str, *, size: float, shift: float
) -> dict[str, Any]:
    return {
        "x": 2.5 if corner[0] == 0 else 7.5,
        "y": 2.5 if corner[1] == 0 else 7.5,
        "yshift": look.px(shift),
        "text": pl(text),
        "showarrow": False,
        "font": look.font(size),
    }


def _edge(look: Look, text: str, *, x: int, y: int) -> dict[str, Any]:
    return {
        "xref": "x domain",
        "yref": "y domain",
        "x": x,
        "y": y,
        "xanchor": "right" if x else "left",
        "yanchor": "bottom" if y else "top",
        "yshift": look.px(4 if y else -4),
        "text": pl(text),
        "showarrow": False,
        "borderpad": 0,
        "font": look.font(12, quiet=True),
    }
