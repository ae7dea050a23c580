"""A figure as a browser piece that keeps its node: drawn once, then changed in place (ADR 0010)."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 400

_FOLDER = Path(__file__).parent
# Not in a shadow root: plotly lays its own few rules in the head of the page.
_PIECE = st.components.v2.component(
    "throughline_chart",
    css=(_FOLDER / "chart.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "chart.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def chart(
    figure: "go.Figure",
    *,
    key: str,
    alt: str,
    fill: bool = False,
    has_table: bool = False,
    on_click: Callable[[], None] | None = None,
) -> None:
    """Draw a figure of bar, scatter or pie traces; the browser loads plotly with the first one.

    Args:
        figure: What to draw; its height in pixels is reserved before anything is loaded.
        key: Widget key; the mark clicked is `st.session_state[key].click`, for `parse_click`.
        alt: What a screen reader says instead of the drawing.
        fill: Be as tall as the place it stands in, whatever the figure says, and shrink where that is too
            narrow. Else a figure with a least width (``layout.meta.least``, in pixels) scrolls in its box.
        has_table: Whether the same data stands below, to be named if the drawing fails.
        on_click: Called after each click on a mark whose custom data holds an id; a mark that skips
            hovering takes no click.
    """
    height = figure.layout.height or HEIGHT
    _PIECE(
        key=key,
        # Flat, with the figure as one string: a nested dict would make Streamlit load pandas.
        data={
            "figure": figure.to_json(),
            "alt": alt,
            "click": on_click is not None,
            "table": has_table,
            "fill": fill,
        },
        height="stretch" if fill else int(height),
        on_click_change=on_click,
    )


def ids_of(figure: "go.Figure") -> frozenset[str]:
    """Return the ids that a click on the figure can report: the custom data of its marks, or its first entry."""
    rows = (
        row for trace in figure.data if trace.customdata is not None for row in trace.customdata
    )
    firsts = (row[0] if isinstance(row, list | tuple) and row else row for row in rows)
    return frozenset(first for first in firsts if isinstance(first, str))


def parse_click(raw: object, allowed: Collection[str]) -> str | None:
    """Return the id of the clicked mark if it is one of `allowed`, else None."""
    return raw if isinstance(raw, str) and raw in allowed else None
