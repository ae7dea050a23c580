"""The map: how much present needs weigh against how much the path weighs, in four equal quarters."""

from typing import TYPE_CHECKING, Any

from throughline.content.wording import Quarter, Wording
from throughline.figures.sketch import Sketch
from throughline.figures.style import Look, base_layout, legend, out_of_ten, pl, value_axis
from throughline.scoring.place import Place
from throughline.wording import place_label

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 400
CUT = 5
_END_OF_AXIS = {"xanchor": "left", "yanchor": "bottom", "yshift": 0}
EDGES = (-0.4, 10.4)
NAME = ("the answers,", "± 1 standard error")
CORNERS: dict[Quarter, tuple[int, int]] = {
    "path-building": (0, 10),
    "dual-track": (10, 10),
    "own-place": (0, 0),
    "present-anchored": (10, 0),
}


def place_map(place: Place, wording: Wording, *, look: Look) -> "go.Figure":
    """Draw the place with an ellipse of one standard error each way; all quarters have the same tint.

    The plot is a square, so that equal errors look equal. A projector is wide and low: there every
    text stands beside the square instead of in it, above it or below it.
    """
    colours = look.colours
    axis = value_axis(look, *EDGES, {0: "0", CUT: str(CUT), 10: "10"}, grid=False)
    key = legend(look, NAME) | {"x": 1, "xanchor": "right"}
    margins = {"left": 130, "right": 180, "top": 28, "bottom": 24}
    if not look.stage:
        key = legend(look, [" ".join(NAME)], bottom=True) | {"x": 0.5, "xanchor": "center"}
        margins = {"left": 28, "right": 12, "top": 34, "bottom": 76}
    layout = base_layout(look, look.px(HEIGHT), **margins)
    layout |= {"plot_bgcolor": colours.tint, "showlegend": True, "legend": key}
    layout |= {
        "xaxis": axis | {"constrain": "domain"},
        "yaxis": axis | {"scaleanchor": "x", "constrain": "domain"},
        "shapes": _cross_and_ellipse(place, look),
        "annotations": [
            *(
                _beside(quarter, wording, look)
                if look.stage
                else _corner(place, quarter, wording, look)
                for quarter in CORNERS
            ),
            _axis_name(look, f"↑ {wording.axes['path']}", x=0, y=1),
            _axis_name(look, f"{wording.axes['present']} →", x=1, y=0)
            | (_END_OF_AXIS | {"xshift": look.px(10)} if look.stage else {}),
        ],
    }
    figure = Sketch(layout)
    figure.add_scatter(
        name=("<br>" if look.stage else " ").join(NAME),
        x=[round(place.present, 3)],
        y=[round(place.path, 3)],
        mode="markers",
        marker={
            "symbol": "cross",
            # On a low slide the ellipse is smaller: a mark of twice the size would cover it.
            "size": 18 if look.stage else 13,
            "color": colours.ink,
            "line": {"color": colours.paper, "width": look.px(1.5)},
        },
        hoverinfo="skip",
    )
    return figure.figure()


def place_map_alt(place: Place, wording: Wording) -> str:
    """Say both axes and the name of the place."""
    return (
        f"{place_label(place, wording)}: {wording.axes['present'].lower()} "
        f"{out_of_ten(place.present)} of 10, {wording.axes['path'].lower()} "
        f"{out_of_ten(place.path)} of 10."
    )


def _cross_and_ellipse(place: Place, look: Look) -> list[dict[str, Any]]:
    start, end = EDGES
    cut = {"color": look.colours.rule, "width": look.px(2)}
    below: dict[str, Any] = {"type": "line", "layer": "below", "line": cut}
    ellipse = {
        "type": "circle",
        "x0": round(place.present - place.present_se, 3),
        "x1": round(place.present + place.present_se, 3),
        "y0": round(place.path - place.path_se, 3),
        "y1": round(place.path + place.path_se, 3),
        "line": {"color": look.colours.ink, "width": look.px(1.5)},
        "fillcolor": look.colours.rule,
    }
    return [
        below | {"x0": CUT, "x1": CUT, "y0": start, "y1": end},
        below | {"x0": start, "x1": end, "y0": CUT, "y1": CUT},
        below | ellipse,
    ]


def _corner(place: Place, quarter: Quarter, wording: Wording, look: Look) -> dict[str, Any]:
    x, y = CORNERS[quarter]
    # A place near the outer edge of this quarter would lie on its name: move that to the middle line.
    inside = (place.present >= CUT) == (x > CUT) and (place.path >= CUT) == (y > CUT)
    covered = inside and abs(place.path - y) < 1 + place.path_se
    top = (y > CUT) != covered
    return _text(look, wording.places[quarter].name) | {
        "x": x,
        "y": CUT if covered else y,
        "xanchor": "right" if x else "left",
        "yanchor": "top" if top else "bottom",
        "xshift": look.px(-4 if x else 4),
        "yshift": look.px(-4 if top else 4),
    }


def _beside(quarter: Quarter, wording: Wording, look: Look) -> dict[str, Any]:
    x, y = (end / 10 for end in CORNERS[quarter])
    return _text(look, wording.places[quarter].name) | {
        "xref": "x domain",
        "yref": "y domain",
        "x": x,
        "y": 0.25 + y / 2,
        "xanchor": "left" if x else "right",
        "yanchor": "middle",
        "xshift": look.px(10 if x else -10),
    }


def _text(look: Look, text: str) -> dict[str, Any]:
    return {"text": pl(text), "showarrow": False, "borderpad": 0, "font": look.font()}


def _axis_name(look: Look, text: str, *, x: int, y: int) -> dict[str, Any]:
    return _text(look, text) | {
        "xref": "x domain",
        "yref": "y domain",
        "x": x,
        "y": y,
        "xanchor": "right" if x else "left",
        "yanchor": "bottom" if y else "top",
        "yshift": look.px(6 if y else -22),
    }
