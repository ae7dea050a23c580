"""What a click on a chart may say: an id that the figure itself carries, or nothing."""

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.chart import ids_of, parse_click

ALLOWED = frozenset({"J1", "E3"})


def test_an_id_of_the_figure_is_let_through() -> None:
    assert parse_click("J1", ALLOWED) == "J1"


@pytest.mark.parametrize(
    "raw",
    [
        None,
        True,
        1,
        1.5,
        float("nan"),
        "",
        "j1",
        "J1 ",
        "J2",
        b"J1",
        ["J1"],
        {"id": "J1"},
        "J1" * 500_000,
    ],
)
def test_anything_else_says_nothing(raw: object) -> None:
    assert parse_click(raw, ALLOWED) is None


@given(st.recursive(st.none() | st.floats() | st.text(), st.lists))
def test_whatever_is_sent_nothing_raises(raw: object) -> None:
    assert parse_click(raw, ALLOWED) in (None, "J1", "E3")


def test_an_id_stands_in_the_custom_data_of_a_mark_or_first_in_its_row() -> None:
    figure = go.Figure()
    figure.add_bar(y=[1, 2], customdata=["J1", "J2"])
    figure.add_scatter(y=[1, 2], customdata=[["E3", "of 10"], ("E4", 5)])
    figure.add_bar(y=[1])

    assert ids_of(figure) == {"J1", "J2", "E3", "E4"}


def test_custom_data_that_is_no_text_is_no_id() -> None:
    figure = go.Figure(go.Bar(y=[1, 2, 3, 4], customdata=[7, None, [], [8, "J1"]]))

    assert ids_of(figure) == frozenset()
