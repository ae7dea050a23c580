"""Area scores, the distance to their boxes, support, momentum and quality notes are explained."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.builders import (
    DOMAINS,
    MODEL,
    QUESTIONNAIRE,
    all_fives,
    result,
    sheets,
    without,
    worked_sheet,
)
from tests.unit.explanations.calculator import arithmetic, printed
from throughline.answers import Answers
from throughline.errors import NotEnoughAnswers, UnknownQuestion
from throughline.explanations import (
    explain_claim,
    explain_domain,
    explain_lowest_need,
    explain_momentum,
    explain_quality,
    explain_support,
)

NUMBERS = MODEL.numbers
AMINA = worked_sheet("amina")


def text_of(item_id: str) -> str:
    """The wording of one question, as a label."""
    return QUESTIONNAIRE.by_id[item_id].text.removesuffix(".")


def test_every_question_of_an_area_is_listed_in_its_own_state() -> None:
    sheet = replace(AMINA, skipped=frozenset({"K1"}), not_applicable=frozenset({"K3"}))
    explanation = explain_domain(result(sheet), "D3", sheet, QUESTIONNAIRE)
    assert arithmetic(explanation, text_of("K1")) == "skipped, left out"
    assert arithmetic(explanation, text_of("K2")) == "marker 7, turned: 3"
    assert arithmetic(explanation, text_of("K3")) == "does not apply, left out"
    sheet = without(AMINA, "K5")
    explanation = explain_domain(result(sheet), "D3", sheet, QUESTIONNAIRE)
    assert arithmetic(explanation, text_of("K5")) == "open, left out"


def test_a_reversed_statement_shows_marker_and_meaning() -> None:
    explanation = explain_domain(result(AMINA), "D1", AMINA, QUESTIONNAIRE)
    assert arithmetic(explanation, text_of("J1")) == "marker 9"
    assert arithmetic(explanation, text_of("J6r")) == "marker 2, turned: 8"
    assert arithmetic(explanation, "What the work is like") == "5 + (3.43 − 7.83) / 2 = 2.80"


def test_the_work_today_shows_the_two_parts_of_its_career_statements() -> None:
    explanation = explain_domain(result(AMINA), "D1", AMINA, QUESTIONNAIRE)
    assert printed(explanation, "Path: roles that connect") == 3.0
    assert printed(explanation, "Purpose and values") == 4.0
    goals = explain_domain(result(AMINA), "D4", AMINA, QUESTIONNAIRE)
    assert "Purpose and values" not in {line.label for line in goals.lines}


def test_a_part_with_too_few_answers_and_the_quick_form_show_no_such_line() -> None:
    sheet = without(AMINA, "C1", "C5")
    labels = {
        line.label for line in explain_domain(result(sheet), "D1", sheet, QUESTIONNAIRE).lines
    }
    assert "Path: roles that connect" in labels
    assert "Purpose and values" not in labels
    quick = all_fives("quick")
    asked = explain_domain(result(quick), "D1", quick, QUESTIONNAIRE)
    assert not {"Path: roles that connect", "Purpose and values"} & {
        line.label for line in asked.lines
    }


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_the_parts_of_the_career_statements_print_what_the_profile_has(sheet: Answers) -> None:
    profile = result(sheet)
    if profile.domains["D1"].score is None:
        return
    explanation = explain_domain(profile, "D1", sheet, QUESTIONNAIRE)
    shown = {line.label for line in explanation.lines}
    parts = {"Path: roles that connect": profile.path, "Purpose and values": profile.purpose}
    for label, mean in parts.items():
        assert (label in shown) == (mean is not None)
        if mean is not None:
            assert abs(printed(explanation, label) - mean) <= 0.005 + 1e-9


def test_without_flips_no_two_pole_marker_is_turned() -> None:
    sheet = replace(AMINA, flips_on=False)
    explanation = explain_domain(result(sheet), "D3", sheet, QUESTIONNAIRE)
    assert arithmetic(explanation, text_of("K2")) == "marker 7"


def test_boxes_are_counted_the_way_their_list_counts_them() -> None:
    sheet = replace(AMINA, ticks=AMINA.ticks | {"coding"})
    explanation = explain_domain(result(sheet), "D3", sheet, QUESTIONNAIRE)
    assert arithmetic(explanation, "Boxes") == "10 × (1/3 + 1/3 + 1) / 4 = 4.17"
    other = "Technical skill I can show: another one"
    assert arithmetic(explanation, other) == "ticked, counts no further: one of these is enough"
    promotion = explain_domain(result(AMINA), "D5", AMINA, QUESTIONNAIRE)
    assert arithmetic(promotion, "Boxes") == "10 × 1/2 / 4 = 1.25"


def test_a_list_not_reviewed_and_a_list_without_a_tick_read_differently() -> None:
    reviewed = explain_domain(result(AMINA), "D4", AMINA, QUESTIONNAIRE)
    assert arithmetic(reviewed, "Boxes") == "10 × 0 / 3 = 0.00"
    sheet = replace(AMINA, reviewed=AMINA.reviewed - {"D4"})
    missing = explain_domain(result(sheet), "D4", sheet, QUESTIONNAIRE)
    assert arithmetic(missing, "Boxes").startswith("list not reviewed")
    assert arithmetic(missing, "Goals") == "(2 + 3 + 2 + 3) / 4 = 2.50"
    quick = all_fives("quick")
    asked = explain_domain(result(quick), "D4", quick, QUESTIONNAIRE)
    assert arithmetic(asked, "Boxes").startswith("the Quick form asks none")


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_the_last_line_prints_the_score_of_every_area(sheet: Answers) -> None:
    profile = result(sheet)
    for domain_id in DOMAINS:
        score = profile.domains[domain_id].score
        if score is None:
            with pytest.raises(NotEnoughAnswers):
                explain_domain(profile, domain_id, sheet, QUESTIONNAIRE)
        else:
            explanation = explain_domain(profile, domain_id, sheet, QUESTIONNAIRE)
            assert abs(printed(explanation, explanation.title) - score) <= 0.005 + 1e-9


def test_an_area_we_do_not_have_cannot_be_explained() -> None:
    with pytest.raises(UnknownQuestion):
        explain_domain(result(AMINA), "D8", AMINA, QUESTIONNAIRE)


def test_the_claim_is_the_difference_of_sliders_and_boxes() -> None:
    profile = result(AMINA)
    flagged = explain_claim(profile, "D7", QUESTIONNAIRE, NUMBERS)
    assert arithmetic(flagged, "Difference") == "10 × (3.25 − 0.00) = +32.5"
    assert arithmetic(flagged, "Note") == "a note appears from 30 points either way; here one"
    quiet = explain_claim(profile, "D4", QUESTIONNAIRE, NUMBERS)
    assert arithmetic(quiet, "Note").endswith("here none")
    with pytest.raises(NotEnoughAnswers):
        explain_claim(profile, "D1", QUESTIONNAIRE, NUMBERS)


def test_support_and_its_nearest_need_are_explained_from_the_needs() -> None:
    profile = result(AMINA)
    support = explain_support(profile, AMINA, QUESTIONNAIRE)
    total = "10 × (6 + 7 + 4 + 5 + 3 + 5) / 6 = 50.0"
    assert arithmetic(support, "Present support") == total
    need = explain_lowest_need(profile, AMINA, QUESTIONNAIRE, NUMBERS)
    assert need.lines[-1].label == text_of("P5")
    assert need.lines[-1].arithmetic == "8 − 3 = 5"
    with pytest.raises(NotEnoughAnswers):
        explain_support(result(all_fives("quick")), all_fives("quick"), QUESTIONNAIRE)


def test_needs_that_share_the_last_place_are_said_to() -> None:
    sheet = all_fives()
    need = explain_lowest_need(result(sheet), sheet, QUESTIONNAIRE, NUMBERS)
    assert "6 needs share it" in arithmetic(need, "Smallest of these")


def test_momentum_shows_every_habit_with_its_boxes() -> None:
    momentum = explain_momentum(result(AMINA), AMINA, QUESTIONNAIRE, NUMBERS)
    assert arithmetic(momentum, text_of("X1")) == "100 × (0.60 × 2 / 10 + 0.40 × 0 / 3) = 12.00"
    assert printed(momentum, "Momentum") == 23.7
    sheet = all_fives("quick")
    quick = explain_momentum(result(sheet), sheet, QUESTIONNAIRE, NUMBERS)
    assert arithmetic(quick, text_of("X1")) == "100 × 5 / 10 = 50.00"
    with pytest.raises(NotEnoughAnswers):
        explain_momentum(result(Answers()), Answers(), QUESTIONNAIRE, NUMBERS)


def test_every_available_quality_index_is_explained_and_no_other() -> None:
    sheet = replace(AMINA, first_answered={i: 4.0 * n for n, i in enumerate(AMINA.markers)})
    explained = {
        one.title: one for one in explain_quality(result(sheet), sheet, QUESTIONNAIRE, NUMBERS)
    }
    assert len(explained) == 5
    index = "(7.80 + 2.00 + 3.33 + 6.00) / 4 − 5 = −0.22"
    assert arithmetic(explained["Agreeing whatever the statement"], "Index") == index
    assert printed(explained["Pull to one side"], "Index") == -0.01
    run = explained["Longest run"]
    assert arithmetic(run, "Longest run of equal markers") == "2"
    assert printed(explained["Spread of your markers"], "Spread") == 2.19
    pace = explained["Pace"]
    assert arithmetic(pace, "Median of the times between them") == "4.0 seconds"
    quick = all_fives("quick")
    titles = [one.title for one in explain_quality(result(quick), quick, QUESTIONNAIRE, NUMBERS)]
    assert titles == ["Longest run", "Spread of your markers"]
    assert explain_quality(result(Answers()), Answers(), QUESTIONNAIRE, NUMBERS) == ()
