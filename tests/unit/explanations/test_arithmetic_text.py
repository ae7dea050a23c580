"""Numbers print with halves rounded up, proper signs and nothing to spare."""

import pytest

from throughline.explanations.arithmetic import added, mean_of, plain, rounded, signed, weighted


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1.875, 2, "1.88"),
        (0.125, 2, "0.13"),
        (2.3749999999999996, 2, "2.38"),
        (27.960884, 1, "28.0"),
        (-0.216, 2, "−0.22"),
        (-0.001, 2, "0.00"),
        (-0.0, 1, "0.0"),
    ],
)
def test_rounding_takes_halves_up_and_leaves_no_signed_zero(
    value: float, places: int, text: str
) -> None:
    assert rounded(value, places) == text


def test_a_move_carries_its_sign() -> None:
    assert [signed(value) for value in (1.607, -0.1, 0.001)] == ["+1.61", "−0.10", "0.00"]


def test_an_answer_prints_as_typed() -> None:
    assert [plain(value) for value in (7.0, 8.5, 10.0, 0.25)] == ["7", "8.5", "10", "0.25"]


def test_a_sum_subtracts_what_is_negative() -> None:
    assert added([6.0, -0.36, 1.25]) == "6.00 − 0.36 + 1.25"
    assert added([-1.0, 2.0]) == "−1.00 + 2.00"


def test_weights_show_unless_all_are_1() -> None:
    assert weighted([2.8, 1.9], [1, 1]) == "2.80 + 1.90"
    assert weighted([2.8, 1.9], [2, 1]) == "2 × 2.80 + 1 × 1.90"


def test_a_single_answer_needs_no_brackets() -> None:
    assert mean_of([4.0]) == "4 / 1"
    assert mean_of([4.0, 6.0]) == "(4 + 6) / 2"
