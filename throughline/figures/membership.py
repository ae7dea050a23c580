"""Membership in the four quarters of the map: always all four shares, in the same order."""

from typing import TYPE_CHECKING

from throughline.content.wording import Wording
from throughline.figures.rows import share_bars
from throughline.figures.style import Look, percent
from throughline.scoring.place import QUARTERS, Place

if TYPE_CHECKING:
    import plotly.graph_objects as go


def membership_bars(place: Place, wording: Wording, *, look: Look) -> "go.Figure":
    """Draw the four shares in one neutral colour: no quarter is better than another."""
    return share_bars(
        look,
        [wording.places[quarter].name for quarter in QUARTERS],
        [place.shares[quarter] for quarter in QUARTERS],
        colour=look.colours.quiet,
        missing="",
    )


def membership_bars_alt(place: Place, wording: Wording) -> str:
    """Say the four shares, the largest first."""
    largest_first = sorted(QUARTERS, key=lambda quarter: -place.shares[quarter])
    shares = (f"{wording.places[q].name} {percent(place.shares[q])}" for q in largest_first)
    return f"Shares of the four quarters: {', '.join(shares)}."
