"""How goals turned out is explained down to the printed number, and says nothing about the person."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import MODEL
from tests.unit.explanations.calculator import arithmetic, printed
from tests.unit.explanations.test_every_line import MARKDOWN, METHOD, TONE, assert_calculates, texts
from throughline import explanations as ex
from throughline.errors import NotEnoughAnswers

CONSTANTS = MODEL.numbers
HEADINGS = re.findall(r"^## (.+)$", METHOD.read_text(encoding="utf-8"), re.MULTILINE)
JUDGED = st.lists(
    st.tuples(
        st.integers(-2, 2),
        st.integers(1, 10_000).map(lambda hundredths: hundredths / 100),
    ),
    min_size=1,
    max_size=300,
)


@pytest.mark.parametrize(
    ("outcomes", "weights", "value"),
    [
        ([0], [1.0], 50.0),
        ([0, 0, 0], [1.0, 2.0, 3.0], 50.0),
        ([1, 1, 1], [1.0, 1.0, 1.0], 63.7),
        ([-2, -1, 0, 1], [3.0, 2.0, 2.0, 1.0], 37.6),
        ([2], [5.0], 70.0),
    ],
)
def test_the_examples_of_the_method_are_explained(
    outcomes: list[int], weights: list[float], value: float
) -> None:
    explained = ex.explain_attainment(outcomes, weights, CONSTANTS)

    assert_calculates(explained)
    assert printed(explained, "Result") == value


def test_goals_that_are_alike_are_one_term() -> None:
    explained = ex.explain_attainment([1] * 300, [1.0] * 300, CONSTANTS)

    assert arithmetic(explained, "Weights times outcomes") == "300 × 1 × 1 = 300"


@settings(max_examples=80, deadline=None)
@given(JUDGED)
def test_a_calculator_confirms_any_outcomes_and_no_text_carries_markup_or_rank(
    judged: list[tuple[int, float]],
) -> None:
    outcomes, weights = zip(*judged, strict=True)
    explained = ex.explain_attainment(outcomes, weights, CONSTANTS)

    assert_calculates(explained)
    for text in texts(explained):
        assert not MARKDOWN.search(text), text
        assert not TONE.search(text), text


def test_it_is_one_sentence_and_points_at_a_heading() -> None:
    explained = ex.explain_attainment([1], [1.0], CONSTANTS)

    assert explained.section in HEADINGS
    assert explained.says.endswith(".")
    assert ". " not in explained.says


def test_without_an_outcome_there_is_nothing_to_explain() -> None:
    with pytest.raises(NotEnoughAnswers):
        ex.explain_attainment([], [], CONSTANTS)
