"""Which values are legal, what state a slider is in, and how markers turn into meaning."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import BALANCE, QUESTIONNAIRE
from throughline.answers import Answers, as_keyed, as_marker, legal_marker

E1, E2 = QUESTIONNAIRE.by_id["E1"], QUESTIONNAIRE.by_id["E2"]
J1, J6R, C7R = (QUESTIONNAIRE.by_id[item_id] for item_id in ("J1", "J6r", "C7r"))


@pytest.mark.parametrize("value", [0, 7, 10, 0.0, 7.0, 10.0])
def test_a_whole_number_from_0_to_10_is_legal_and_comes_back_as_a_float(value: float) -> None:
    seen = legal_marker(value)
    assert seen == value
    assert type(seen) is float


NOT_NUMBERS = ["7", "", None, True, False, [7], b"7", 7j]
NOT_MARKERS = [-1, 11, 10.000001, -1e-9, 7.5, math.nan, math.inf, -math.inf, 1e308]


@pytest.mark.parametrize("value", [*NOT_NUMBERS, *NOT_MARKERS], ids=repr)
def test_anything_else_is_no_marker(value: object) -> None:
    assert legal_marker(value) is None


@pytest.mark.parametrize("value", [10**400, -(10**400)], ids=["huge", "huge negative"])
def test_a_whole_number_too_long_for_a_float_is_no_marker(value: int) -> None:
    assert legal_marker(value) is None


def test_halves_are_legal_where_the_control_steps_by_halves() -> None:
    assert legal_marker(7.5, increment=0.5) == 7.5
    assert legal_marker(7.25, increment=0.5) is None


def test_a_slider_nobody_touched_is_open_and_carries_no_answer() -> None:
    sheet = Answers()
    assert sheet.state("E1") == "untouched"
    assert sheet.open("E1")
    assert not sheet.answered("E1")
    assert sheet.keyed(E1) is None


def test_a_skipped_slider_is_open_and_its_old_marker_is_no_answer() -> None:
    sheet = Answers(markers={"E1": 3.0}, skipped=frozenset({"E1"}))
    assert sheet.state("E1") == "skipped"
    assert sheet.open("E1")
    assert sheet.keyed(E1) is None


def test_a_slider_that_does_not_apply_is_neither_open_nor_answered() -> None:
    sheet = Answers(markers={"E1": 3.0}, not_applicable=frozenset({"E1"}))
    assert sheet.state("E1") == "na"
    assert not sheet.open("E1")
    assert not sheet.answered("E1")
    assert sheet.keyed(E1) is None


def test_answering_takes_a_slider_out_of_skipped_and_not_applicable() -> None:
    sheet = Answers(skipped=frozenset({"E1"}), not_applicable=frozenset({"E2"}))
    answered = sheet.with_marker("E1", 3).with_marker("E2", 4)
    assert (answered.state("E1"), answered.state("E2")) == ("answered", "answered")
    assert (sheet.state("E1"), sheet.state("E2")) == ("skipped", "na")


def test_a_flipped_slider_is_turned_only_while_flips_are_on() -> None:
    sheet = Answers(markers={"E1": 2.0, "E2": 2.0})
    assert (sheet.keyed(E1), sheet.keyed(E2)) == (2, 8)
    plain = replace(sheet, flips_on=False)
    assert (plain.keyed(E1), plain.keyed(E2)) == (2, 2)


@pytest.mark.parametrize("flips_on", [True, False])
def test_a_reverse_statement_is_turned_whatever_the_flips(*, flips_on: bool) -> None:
    sheet = Answers(flips_on=flips_on, markers={"J1": 2.0, "J6r": 2.0, "C7r": 2.0})
    assert (sheet.keyed(J1), sheet.keyed(J6R), sheet.keyed(C7R)) == (2, 8, 8)


@given(st.sampled_from(BALANCE), st.integers(0, 10), st.booleans())
def test_keying_is_its_own_inverse(item, marker, flips_on) -> None:  # type: ignore[no-untyped-def]
    keyed = as_keyed(item, marker, flips_on=flips_on)
    assert as_marker(item, keyed, flips_on=flips_on) == marker


def test_thirteen_of_the_two_pole_sliders_are_flipped() -> None:
    two_pole = QUESTIONNAIRE.of_kind("two-pole")
    assert (sum(item.flipped for item in two_pole), len(two_pole)) == (13, 27)
    for domain, flipped in zip(
        ("D2", "D3", "D4", "D5", "D6", "D7"), (2, 2, 2, 2, 3, 2), strict=True
    ):
        assert sum(item.flipped for item in QUESTIONNAIRE.of_scale(domain)) == flipped


def test_the_forms_ask_what_the_model_counts() -> None:
    assert len(QUESTIONNAIRE.items) == 52
    assert len(QUESTIONNAIRE.balance_items("full")) == 40
    quick = [item.id for item in QUESTIONNAIRE.balance_items("quick")]
    assert quick == ["J1", "J3", "C1", "C4", "E3", "K4", "G1", "G3", "A1", "B1", "B5", "R3"]


def test_a_scale_needs_half_of_its_sliders_rounded_up_and_one_in_the_quick_form() -> None:
    needed = [domain.minimum("full") for domain in QUESTIONNAIRE.domains]
    assert needed == [
        {"J": 3, "C": 4},
        *({"D2": 2}, {"D3": 3}, {"D4": 2}, {"D5": 2}, {"D6": 3}, {"D7": 2}),
    ]
    for domain in QUESTIONNAIRE.domains:
        assert domain.minimum("quick") == dict.fromkeys(domain.scales, 1)
        for scale, least in domain.minimum("full").items():
            assert least == math.ceil(len(QUESTIONNAIRE.of_scale(scale)) / 2)
