"""How each status of a goal looks: an edge, a fill, a hatch and a diamond, told apart without colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.figures.style import Look, Theme
from throughline.goals import Status

_LIGHT = {"accent": "#0B6E66", "pale": "#CFE6E1", "ask": "#8A6A3B", "ask_pale": "#F4E9D3"}
_DARK = {"accent": "#5CCFC1", "pale": "#1B4843", "ask": "#D3B27C", "ask_pale": "#3A3122"}
HUES: Mapping[Theme, Mapping[str, str]] = {"light": _LIGHT, "dark": _DARK}


@dataclass(frozen=True, slots=True)
class Shade:
    """How a status looks: the edge reaches 3:1 on the page, the fill bears the ink of a label.

    Attributes:
        edge: colour of the outline and the hatch.
        fill: colour inside.
        hatch: plotly pattern; empty = none.
        diamond: plotly symbol of a milestone.
    """

    edge: str
    fill: str
    hatch: str
    diamond: str


def shade(status: Status, look: Look) -> Shade:
    """Return the look of a status; a dropped goal is not drawn and looks like a planned one."""
    hue, colours = HUES[look.theme], look.colours
    return {
        "active": Shade(hue["accent"], hue["pale"], "", "diamond"),
        "done": Shade(hue["accent"], hue["accent"], "", "diamond"),
        "at_risk": Shade(hue["ask"], hue["ask_pale"], ".", "diamond"),
        "overdue": Shade(hue["ask"], hue["ask_pale"], "x", "diamond-x"),
    }.get(status, Shade(colours.quiet, colours.paper, "/", "diamond"))
