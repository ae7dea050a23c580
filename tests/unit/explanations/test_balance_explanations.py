"""Balance, range, bounds and map are explained down to the printed number."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.builders import (
    MODEL,
    QUESTIONNAIRE,
    WORDING,
    all_fives,
    only_first,
    result,
    sheets,
    without,
    worked_sheet,
)
from tests.unit.explanations.calculator import arithmetic, printed
from throughline.answers import Answers
from throughline.errors import NotEnoughAnswers
from throughline.explanations import (
    explain_balance,
    explain_bounds,
    explain_place,
    explain_range,
)
from throughline.wording import balance_sentence

NUMBERS = MODEL.numbers


@pytest.mark.parametrize(
    ("person_id", "area", "sum_by_hand"),
    [
        ("amina", "What the work is like", "5 + (3.43 − 7.83) / 2 = 2.80"),
        ("amina", "Goals", "0.75 × 2.50 + 0.25 × 0.00 = 1.88"),
        ("amina", "Education and training", "0.75 × 2.33 + 0.25 × 2.50 = 2.38"),
        (
            "amina",
            "Balance",
            "(2.80 + 2.38 + 3.89 + 1.88 + 2.81 + 3.38 + 2.44) / 7 × 10 = 28.0",
        ),
        ("amina", "On screen", "present 72 : 28 future, in whole points"),
        ("ben", "What the work is like", "5 + (8.29 − 4.00) / 2 = 7.14"),
        ("ben", "Promotion and advancement", "0.75 × 6.00 + 0.25 × 7.50 = 6.38"),
        ("ben", "Balance", "(7.14 + 7.88 + 7.73 + 7.67 + 6.38 + 7.04 + 8.31) / 7 × 10 = 74.5"),
    ],
)
def test_the_balance_is_the_sum_done_by_hand(person_id: str, area: str, sum_by_hand: str) -> None:
    explanation = explain_balance(result(worked_sheet(person_id)), QUESTIONNAIRE)
    assert arithmetic(explanation, area) == sum_by_hand


def test_importance_shows_as_soon_as_one_differs_from_1() -> None:
    sheet = replace(worked_sheet("amina"), importance={"D4": 2.0, "D7": 0.5})
    profile = result(sheet)
    balance = explain_balance(profile, QUESTIONNAIRE)
    labels = [line.label for line in balance.lines]
    assert "Goals (importance 2)" in labels
    assert "Mindset, investment, direction (importance 0.5)" in labels
    assert "1 × 2.81 + 1 × 3.38 + 0.5 × 2.44) / 7.5 × 10" in arithmetic(balance, "Balance")
    assert "(2 × 0.464)²" in arithmetic(
        explain_range(profile, QUESTIONNAIRE, NUMBERS), "Standard error of the balance"
    )
    plain = explain_balance(result(worked_sheet("amina")), QUESTIONNAIRE)
    assert not any("importance" in line.label for line in plain.lines)


def test_the_range_is_the_one_done_by_hand() -> None:
    explanation = explain_range(result(worked_sheet("amina")), QUESTIONNAIRE, NUMBERS)
    assert arithmetic(explanation, "To") == "27.96 + 1.685 × 1.73 = 30.9"
    assert arithmetic(explanation, "From") == "27.96 − 1.685 × 1.73 = 25.0"
    assert arithmetic(explanation, "On screen").startswith("69 to 75 for present")


def test_the_bounds_name_the_open_sliders_and_where_they_would_go() -> None:
    sheet = worked_sheet("amina")
    explanation = explain_bounds(result(sheet), sheet, QUESTIONNAIRE, MODEL)
    assert arithmetic(explanation, "Sliders left open") == "3"
    flipped = arithmetic(explanation, "Vocational training, for me")
    assert flipped == "marker 10 at the present end, 0 at the future end"
    plain = arithmetic(explanation, "The next step")
    assert plain == "marker 0 at the present end, 10 at the future end"
    assert printed(explanation, "All at the present end") == 25.8
    assert printed(explanation, "All at the future end") == 33.0
    assert arithmetic(explanation, "On screen").startswith("67 to 74 for present")


def test_open_job_statements_have_the_ends_their_meaning_gives_them() -> None:
    sheet = without(worked_sheet("ben"), "J5", "J6r")
    explanation = explain_bounds(result(sheet), sheet, QUESTIONNAIRE, MODEL)
    job, twin = (QUESTIONNAIRE.by_id[one].text.removesuffix(".") for one in ("J5", "J6r"))
    assert arithmetic(explanation, job) == "marker 10 at the present end, 0 at the future end"
    assert arithmetic(explanation, twin) == "marker 0 at the present end, 10 at the future end"


def test_with_nothing_open_the_bounds_are_said_to_be_the_balance() -> None:
    sheet = worked_sheet("ben")
    explanation = explain_bounds(result(sheet), sheet, QUESTIONNAIRE, MODEL)
    assert "74.5" in arithmetic(explanation, "Both bounds")


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_the_last_lines_print_the_balance_its_range_and_its_bounds(sheet: Answers) -> None:
    profile = result(sheet)
    if profile.balance is None:
        return
    half = 0.05 + 1e-9
    balance = profile.balance
    explained = explain_balance(profile, QUESTIONNAIRE)
    assert abs(printed(explained, "Balance") - balance.value) <= half
    explained = explain_range(profile, QUESTIONNAIRE, NUMBERS)
    assert abs(printed(explained, "From") - balance.low) <= half
    assert abs(printed(explained, "To") - balance.high) <= half
    spread = printed(explained, "Spread of your answers inside a scale")
    assert abs(spread - profile.spread.sd) <= 0.0005 + 1e-9
    said = balance_sentence(profile, WORDING)
    low, high = arithmetic(explained, "On screen").split(" for ")[0].split(" to ")
    assert f"could be {low}-{high}." in said
    if profile.gate.open:
        explained = explain_bounds(profile, sheet, QUESTIONNAIRE, MODEL)
        assert abs(printed(explained, "All at the present end") - balance.least) <= half
        assert abs(printed(explained, "All at the future end") - balance.most) <= half
        least, most = arithmetic(explained, "On screen").split(" for ")[0].split(" to ")
        assert f"between {least} and {most}." in said


def test_the_map_shows_axes_ellipse_shares_and_the_reason_for_the_name() -> None:
    explanation = explain_place(result(worked_sheet("amina_later")), WORDING, NUMBERS)
    present, path = WORDING.axes["present"], WORDING.axes["path"]
    assert arithmetic(explanation, present) == "(9 + 8 + 8 + 6 + 8 + 8) / 6 = 7.83"
    assert printed(explanation, path) == 4.57
    assert printed(explanation, "Present-anchored") == 0.78
    assert printed(explanation, "Dual-track") == 0.22
    name = arithmetic(explanation, "Name")
    assert name == "Present-anchored, because one share reaches 0.60"


def test_the_middle_of_the_map_is_explained_too() -> None:
    explanation = explain_place(result(all_fives()), WORDING, NUMBERS)
    assert "no two shares" in arithmetic(explanation, "Name")
    assert printed(explanation, "Own-place") == 0.25


def test_an_area_without_a_score_is_named_as_left_out() -> None:
    sheet = worked_sheet("ben")
    gone = frozenset({"G1", "G2", "G3"})
    explanation = explain_balance(result(replace(sheet, skipped=gone)), QUESTIONNAIRE)
    assert arithmetic(explanation, "Goals") == "left out: too few answers for a score"
    assert " / 6 × 10 = " in arithmetic(explanation, "Balance")


def test_without_a_balance_there_is_nothing_to_explain() -> None:
    sheet = only_first(10)
    profile = result(sheet)
    with pytest.raises(NotEnoughAnswers):
        explain_balance(profile, QUESTIONNAIRE)
    with pytest.raises(NotEnoughAnswers):
        explain_range(profile, QUESTIONNAIRE, NUMBERS)
    with pytest.raises(NotEnoughAnswers):
        explain_bounds(profile, sheet, QUESTIONNAIRE, MODEL)
    with pytest.raises(NotEnoughAnswers):
        explain_place(result(Answers()), WORDING, NUMBERS)
