"""Whatever is typed becomes a number within limits, and what was put right is said."""

import math
from fractions import Fraction

import numpy as np
import pytest

from throughline.compensation.reader import Amount, Issue, Reading, num


@pytest.mark.parametrize(
    "typed", [None, "", " ", "x", "12,5", "nan", math.nan, [], {}, True, False, 1j, b"1"]
)
def test_what_is_no_number_is_missing(typed: object) -> None:
    assert num(typed, 0, 1e9) == Amount(0.0, "missing")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((-5, 0.0), (-0.01, 0.0), (-math.inf, 0.0), ("-inf", 0.0), (-(10**400), 0.0)),
        *((1e12, 1e9), (math.inf, 1e9), ("inf", 1e9), (10**400, 1e9), ("1e12", 1e9)),
        (Fraction(10**400), 1e9),
    ],
)
def test_what_is_beyond_a_limit_is_moved_to_it(typed: object, value: float) -> None:
    assert num(typed, 0, 1e9) == Amount(value, "clipped")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *(("12.5", 12.5), (" 7 ", 7.0), (0, 0.0), (1e9, 1e9), (3, 3.0), (Fraction(1, 4), 0.25)),
        *((np.float64(2.5), 2.5), (np.int64(4), 4.0)),
    ],
)
def test_a_number_within_its_limits_is_read_as_it_is(typed: object, value: float) -> None:
    assert num(typed, 0, 1e9) == Amount(value)


def test_minus_zero_is_zero() -> None:
    assert math.copysign(1, num(-0.0, 0, 1).value) == 1


def test_a_missing_number_is_nought_even_where_nought_is_out_of_bounds() -> None:
    assert num("", 1, 1000) == Amount(0.0, "missing")


def test_an_absent_field_has_its_default_without_a_word() -> None:
    reading = Reading({})

    assert reading.number("tax", 0.3, (0, 1)) == 0.3
    assert reading.issues == []


def test_an_unreadable_field_has_its_default_and_a_note() -> None:
    reading = Reading({"tax": "a third"})

    assert reading.number("tax", 0.3, (0, 1)) == 0.3
    assert reading.issues == [Issue("tax", "missing", 0, 1)]


@pytest.mark.parametrize(("typed", "value"), [(2.4, 2), (2.5, 3), (3.5, 4), (2.6, 3)])
def test_a_count_between_two_whole_numbers_goes_to_the_nearer(typed: float, value: int) -> None:
    reading = Reading({"gap": typed})

    assert reading.whole("gap", 0, (0, 120)) == value
    assert reading.issues == [Issue("gap", "rounded", 0, 120)]


@pytest.mark.parametrize("blank", [None, ""])
def test_a_field_that_may_be_blank_is_blank_without_a_note(blank: object) -> None:
    reading = Reading({"work_hours": blank})

    assert reading.blank_or_number("work_hours", (0, 112)) is None
    assert reading.blank_or_number("another", (0, 112)) is None
    assert reading.issues == []


def test_a_row_that_is_no_row_is_left_out_and_noted() -> None:
    reading = Reading({"benefits": [{"cost": 5}, 7, {"cost": -1}]})
    rows = reading.rows("benefits")

    assert [row.number("cost", 0, (0, 10)) for row in rows] == [5, 0]
    assert reading.issues == [
        Issue("benefits.1", "missing"),
        Issue("benefits.2.cost", "clipped", 0, 10),
    ]


@pytest.mark.parametrize("typed", ["rows", b"rows", 5, None, {"cost": 1}])
def test_a_list_that_is_no_list_is_noted(typed: object) -> None:
    reading = Reading({"benefits": typed})

    assert reading.rows("benefits") == []
    assert reading.issues == [Issue("benefits", "missing")]
