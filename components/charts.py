"""A figure on the page: the only place that draws one, always with its sentence and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components import cards
from throughline.figures.style import Look

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def look(*, stage: bool = False) -> Look:
    """Colours and sizes for the visitor's theme, or for the projector."""
    return Look("dark" if st.context.theme.type == "dark" else "light", stage)


def project(figure: go.Figure, *, key: str, alt: str) -> None:
    """Draw a figure as tall as the slide lets it be; its table stands on the page it comes from."""
    figure.update_layout(height=None)
    st.plotly_chart(
        figure, key=f"stage_chart_{key}", theme=None, config=CONFIG, alt=alt, height="stretch"
    )


def show(figure: go.Figure, *, key: str, alt: str, table: pd.DataFrame | None = None) -> None:
    """Draw a figure, say its sentence to a screen reader, and offer the same data as a table."""
    st.plotly_chart(figure, key=key, theme=None, config=CONFIG, alt=alt)
    if table is not None:
        twin(table, key=key, alt=alt)


def twin(table: pd.DataFrame, *, key: str, alt: str, label: str = "As a table") -> None:
    """Offer the data of a figure as a table."""
    with st.expander(label, type="compact", key=f"{key}_table"):
        cards.table(table, alt=alt)
