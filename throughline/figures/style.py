"""The look of every figure: colours, sizes, number formats and the layout all of them start from."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from throughline.tables.formats import out_of_ten, percent, points, shorten, whole
from throughline.wording import UNSEEN

__all__ = [
    "Colours",
    "Look",
    "base_layout",
    "legend",
    "out_of_ten",
    "percent",
    "pl",
    "points",
    "shorten",
    "value_axis",
    "whole",
]

Theme = Literal["light", "dark"]
FONT = "Inter, sans-serif"
CLEAR = "rgba(0,0,0,0)"
# What plotly makes of the name "none"; without any it would send six kilobytes of its own.
NO_TEMPLATE = {"data": {"scatter": [{"type": "scatter"}]}}


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Solid colours reach 3:1 on the page and text colours 4.5:1; pale ones are decoration only."""

    ink: str
    quiet: str
    rule: str
    tint: str
    paper: str
    present: str
    future: str
    present_pale: str


LIGHT = Colours(
    ink="#1C2321",
    quiet="#5A625F",
    rule="#DDD8CB",
    tint="#F1EEE5",
    paper="#FBFAF6",
    present="#8A6A3B",
    future="#0B6E66",
    present_pale="#E4D6B9",
)
DARK = Colours(
    ink="#EDF1EE",
    quiet="#A9B5B1",
    rule="#33403D",
    tint="#1B2321",
    paper="#111615",
    present="#D3B27C",
    future="#5CCFC1",
    present_pale="#4E4229",
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure is drawn. ``stage`` is the projector: everything twice the size."""

    theme: Theme = "light"
    stage: bool = False

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return DARK if self.theme == "dark" else LIGHT

    def px(self, size: float) -> int:
        """Return a length in pixels, doubled on a stage."""
        return round(size * (2 if self.stage else 1))

    def font(self, size: float = 13, *, quiet: bool = False) -> dict[str, Any]:
        """Return a plotly font; 13 px is body text and nothing is drawn under 12."""
        colour = self.colours.quiet if quiet else self.colours.ink
        return {"family": FONT, "size": self.px(size), "color": colour}


def pl(text: str) -> str:
    """Make any text safe to draw: plotly reads tags in the strings it is given."""
    return html.escape(" ".join(UNSEEN.sub("", text).split()), quote=False)


def base_layout(
    look: Look, height: int, *, left: float = 8, right: float = 8, top: float = 8, bottom: float = 8
) -> dict[str, Any]:
    """Return the layout every figure starts from: no template, clear paper, and no gesture to catch a scroll.

    Args:
        look: Theme and size.
        height: Height of the whole figure in screen pixels.
        left: Margins in design pixels (doubled on a stage); the plot gets the rest of the width.
        right: As ``left``.
        top: As ``left``.
        bottom: As ``left``.
    """
    margin = {"l": left, "r": right, "t": top, "b": bottom}
    return {
        "template": NO_TEMPLATE,
        "height": height,
        "autosize": True,
        "margin": {side: look.px(size) for side, size in margin.items()} | {"autoexpand": False},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": look.font(),
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": look.colours.paper,
            "bordercolor": look.colours.quiet,
            "font": look.font(),
            "align": "left",
        },
        "uirevision": "fixed",
    }


def value_axis(
    look: Look, low: float, high: float, ticks: Mapping[float, str], *, grid: bool = True
) -> dict[str, Any]:
    """Return a numeric axis with an explicit range; it cannot be dragged, so a phone scrolls over it."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": list(ticks),
        "ticktext": list(ticks.values()),
        "tickfont": look.font(12, quiet=True),
        "ticks": "",
        "showgrid": grid,
        "gridcolor": look.colours.rule,
        "gridwidth": look.px(1),
        "zeroline": False,
        "showline": False,
        "automargin": False,
    }


def legend(look: Look, names: Sequence[str], *, bottom: bool = False) -> dict[str, Any]:
    """Return a legend at the left of the top (or bottom) edge; it explains, and is no control."""
    end = "bottom" if bottom else "top"
    return {
        "orientation": "h",
        "xref": "container",
        "yref": "container",
        "x": 0,
        "xanchor": "left",
        "y": 0 if bottom else 1,
        "yanchor": end,
        "font": look.font(),
        "bgcolor": CLEAR,
        "itemclick": False,
        "itemdoubleclick": False,
        # A width of our own: plotly measures before a web font has arrived, and would cut the last letter.
        "entrywidth": look.px(7.4 * max(map(len, names)) + 4),
        "entrywidthmode": "pixels",
        "itemwidth": look.px(30),
        "traceorder": "normal",
    }
