"""A page of charts for the browser tests: one that changes and takes clicks, one in a closed expander."""

# ruff: noqa: TID251 - a demo stands alone, without components.state

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts import show

st.set_page_config(page_title="Chart demo")


def bars(values: list[float], height: int = 200) -> go.Figure:
    """Three bars that carry the ids J1, E3 and "7"; only the first two are text."""
    fixed = {"fixedrange": True}
    layout = {"template": "none", "height": height, "dragmode": False, "uirevision": "fixed"}
    layout |= {"margin": {"l": 30, "r": 10, "t": 10, "b": 30}}
    layout |= {"xaxis": fixed, "yaxis": fixed | {"range": [0, 10]}}
    figure = go.Figure(layout=layout)
    return figure.add_bar(
        x=["a", "b", "c"],
        y=values,
        customdata=[["J1", "one"], ["E3", "two"], [7, "three"]],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def take(mark: str) -> None:
    """Keep the id that a click reported."""
    st.session_state.clicks = [*st.session_state.get("clicks", []), mark]


st.title("Demo")
tall = st.toggle("Tall")
values = [2.0, 9.0, 4.0] if st.toggle("Other numbers") else [8.0, 3.0, 5.0]
if not st.toggle("Without"):
    show(
        bars(values, 320 if tall else 200),
        key="pressed",
        alt=f"The first bar is {values[0]:g} of 10.",
        table=lambda: pd.DataFrame({"bar": ["a", "b", "c"], "value": values}),
        on_click=take,
    )
with st.expander("More", key="more"):
    show(bars(values), key="hidden", alt=f"The last bar is {values[2]:g} of 10.")
st.text("clicks: " + " ".join(st.session_state.get("clicks", [])))
st.text("the end")
