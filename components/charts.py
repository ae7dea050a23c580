"""A figure on the page: the only place that draws one, always with its sentence and its table."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import streamlit as st

from components import cards, state
from components.chart import chart, ids_of, parse_click
from throughline import tables
from throughline.figures.style import Look

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

Table: TypeAlias = "Callable[[], pd.DataFrame]"


def look(*, stage: bool = False) -> Look:
    """Colours and sizes for the visitor's theme, or for the projector; every figure begins here."""
    tables.load_frames()
    return Look("dark" if st.context.theme.type == "dark" else "light", stage)


def project(figure: go.Figure, *, key: str, alt: str) -> None:
    """Draw a figure as tall as the slide lets it be; its table stands on the page it comes from."""
    chart(figure, key=f"stage_chart_{key}", alt=alt, fill=True)


def show(
    figure: go.Figure,
    *,
    key: str,
    alt: str,
    table: Table | None = None,
    on_click: Callable[[str], None] | None = None,
) -> None:
    """Draw a figure, say its sentence to a screen reader, and offer the same data as a table.

    Args:
        figure: What to draw.
        key: Widget key of the drawing.
        alt: The sentence.
        table: Makes the same data in rows; asked only once somebody opens it.
        on_click: Called with the id that the clicked mark carries in its custom data. A click is a
            short cut for a pointer: whatever it does needs a button or a list beside it as well.
    """
    clicked = partial(_clicked, key, ids_of(figure), on_click) if on_click else None
    chart(figure, key=key, alt=alt, has_table=table is not None, on_click=clicked)
    if table is not None:
        twin(table, key=key, alt=alt)


def twin(table: Table, *, key: str, alt: str, label: str = "As a table") -> None:
    """Offer the data of a figure as a table, made and sent once it is opened."""
    panel = st.expander(label, type="compact", key=f"{key}_table", on_change="rerun")
    if panel.open:
        with panel:
            cards.table(table(), alt=alt)


def _clicked(key: str, ids: Collection[str], on_click: Callable[[str], None]) -> None:
    mark = parse_click(state.trigger(key, "click"), ids)
    if mark is not None:
        on_click(mark)
