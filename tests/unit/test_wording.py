"""Results in sentences: which words open them, which number the limits belong to, how halves round."""

from dataclasses import replace

import pytest

from tests.builders import (
    BALANCE,
    DOMAINS,
    QUESTIONNAIRE,
    WORDING,
    all_fives,
    keyed_sheet,
    result,
    without,
    worked_sheet,
)
from throughline.answers import Answers
from throughline.wording import (
    balance_sentence,
    half_up,
    literal,
    needs,
    pending_sentence,
    percent_pair,
    place_label,
)


def sentence(sheet: Answers) -> str:
    """The result sentence of a sheet."""
    return balance_sentence(result(sheet), WORDING)


@pytest.mark.parametrize(("value", "whole"), [(0.5, 1), (1.5, 2), (2.5, 3), (2.49, 2), (-0.5, 0)])
def test_halves_round_up_and_never_to_even(value: float, whole: int) -> None:
    assert half_up(value) == whole


@pytest.mark.parametrize(("future", "pair"), [(27.96, (72, 28)), (62.5, (37, 63)), (50, (50, 50))])
def test_the_pair_adds_to_a_hundred_and_the_future_rounds_up(
    future: float, pair: tuple[int, int]
) -> None:
    assert percent_pair(future) == pair


def test_a_balance_of_exactly_a_half_point_rounds_up_in_the_sentence() -> None:
    keyed = {item.id: 5.0 for item in BALANCE} | {"J2": 6, "K2": 3, "A1": 7, "B6": 7}
    # D1 59/12, D3 23/5, D5 11/2, D6 16/3 and three fives: 10/7 of the sum is 101/2.
    assert "49 : 51" in sentence(keyed_sheet(keyed))


def test_a_range_around_fifty_is_close_to_even() -> None:
    assert sentence(all_fives()) == (
        "Your answers are close to even, 50 : 50; with similar questions the 50 could be 47-53."
    )


def test_the_limits_belong_to_the_larger_number() -> None:
    high = keyed_sheet({item.id: 1.0 if item.scale == "J" else 9.0 for item in BALANCE})
    low = keyed_sheet({item.id: 9.0 if item.scale == "J" else 1.0 for item in BALANCE})
    assert sentence(high) == (
        "Your answers lean 10 : 90 towards future identity;"
        " with similar questions the 90 could be 87-93."
    )
    assert sentence(low) == (
        "Your answers lean 90 : 10 towards present needs;"
        " with similar questions the 90 could be 87-93."
    )


def test_limits_beyond_the_scale_are_cut_when_printed() -> None:
    keyed = {item.id: 0.0 if item.scale == "J" else 10.0 for item in BALANCE}
    assert "the 100 could be 97-100" in sentence(keyed_sheet(keyed))


def test_one_open_slider_is_spoken_of_in_the_singular() -> None:
    one = sentence(without(worked_sheet("ben"), "E1"))
    assert "You left 1 slider open; it could move it to between 72 and 75." in one
    two = sentence(without(worked_sheet("ben"), "E1", "K1"))
    assert "You left 2 sliders open; they could move it to between" in two


def test_the_limits_of_open_sliders_belong_to_the_larger_number_too() -> None:
    assert sentence(worked_sheet("amina")).endswith("could move it to between 67 and 74.")


def test_nothing_open_drops_the_last_sentence() -> None:
    ben = worked_sheet("ben")
    assert "You left" not in sentence(ben)
    not_applicable = replace(without(ben, "E1"), not_applicable=frozenset({"E1"}))
    assert "You left" not in sentence(not_applicable)


def test_a_missing_balance_says_what_is_needed() -> None:
    assert sentence(Answers(form="full")) == (
        "Not enough answers yet. Your balance appears after 24 more answers and 5 more areas."
    )
    assert needs(result(Answers(form="quick")).gate) == "8 more answers and 5 more areas"


def test_importance_zero_everywhere_asks_for_a_weight_not_for_answers() -> None:
    sheet = replace(worked_sheet("ben"), importance=dict.fromkeys(DOMAINS, 0.0))
    assert pending_sentence(result(sheet).gate, WORDING) == WORDING.balance["pending_unweighted"]


@pytest.mark.parametrize(
    ("job", "career", "label"),
    [
        (9, 1, "Present-anchored"),
        (1, 9, "Path-building"),
        (9, 9, "Dual-track"),
        (1, 1, "Own-place"),
        (5, 9, "Between Path-building and Dual-track"),
        (9, 5, "Between Present-anchored and Dual-track"),
        (5, 5, "Near the middle of the map"),
    ],
)
def test_a_place_is_named_by_its_quarter_or_between_two(job: int, career: int, label: str) -> None:
    scales = {"J": float(job), "C": float(career)}
    items = QUESTIONNAIRE.of_kind("statement")
    place = result(keyed_sheet({item.id: scales[item.scale] for item in items})).place
    assert place
    assert place_label(place, WORDING) == label
    assert sum(place.shares.values()) == pytest.approx(1)


def test_what_a_person_typed_is_printed_letter_by_letter() -> None:
    assert literal("$5 to $9") == r"\$5 to \$9"
    assert literal("**x** [a](b) :red[c]") == r"\*\*x\*\* \[a\]\(b\) \:red\[c\]"
    assert literal("two\nlines, é €") == r"two lines\, é €"
    assert literal("a\u202eb\x00c\u2066d") == "abcd"


@pytest.mark.parametrize(
    ("typed", "torn"),
    [
        ("HTTPS://x.invalid", "HTTPS:"),
        ("ftp://x.invalid", "ftp:"),
        ("mailto:a.b", "mailto:"),
        ("Www.x.invalid", "Www."),
        ("me@x.invalid", "me@"),
        ("a -> b", "->"),
        ("<->", "<->"),
        ("a -- b", "--"),
        ("a <= b", "<="),
        ("a <--> b", "--"),
    ],
)
def test_an_address_or_a_sign_somebody_typed_is_torn_so_that_markdown_leaves_it_alone(
    typed: str, torn: str
) -> None:
    shown = literal(typed).replace("\\", "")

    assert torn in typed
    assert torn not in shown
    assert shown.replace("\N{WORD JOINER}", "") == typed
