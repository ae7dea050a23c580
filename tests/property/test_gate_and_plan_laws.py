"""What is shown when: the gate, the states of a slider, reviewed lists, and which plan opens."""

from dataclasses import replace
from statistics import fmean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import (
    BALANCE,
    DOMAINS,
    HABITS,
    LISTS,
    MODEL,
    QUESTIONNAIRE,
    WORDING,
    all_fives,
    keyed_sheet,
    only_first,
    result,
    sheets,
    way_of,
    without,
    worked_sheet,
)
from throughline.actions import rank_steps
from throughline.answers import Answers
from throughline.content.questionnaire import Form
from throughline.scoring import score_form
from throughline.wording import balance_sentence, needs, place_label

FORMS: tuple[Form, ...] = ("quick", "full")
examples = settings(max_examples=100, deadline=None)


def assert_nothing_shows(sheet: Answers) -> None:
    """No number, no chart and no name of a quarter can come out of this sheet."""
    profile = result(sheet)
    assert profile.balance is None
    assert profile.place is None
    assert profile.path is None
    assert profile.purpose is None
    assert profile.support is None
    assert profile.habits.momentum is None
    assert not profile.habits.levels
    assert not profile.available
    assert all(d.slider is d.evidence is d.se is None for d in profile.domains.values())
    quality = profile.quality
    assert quality.yes_saying is quality.side_pull is quality.longest_run is None
    assert quality.spread is quality.seconds is None
    assert not quality.claim_minus_evidence
    assert not quality.flags
    assert way_of(sheet) is None
    assert not rank_steps(profile, None, sheet, QUESTIONNAIRE, MODEL).ranked
    assert balance_sentence(profile, WORDING).startswith("Not enough answers yet")


@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_sheet_shows_nothing(form: Form) -> None:
    assert_nothing_shows(Answers(form=form))


@examples
@given(sheets())
def test_without_an_answered_slider_nothing_shows_whatever_else_was_set(sheet: Answers) -> None:
    assert_nothing_shows(replace(sheet, markers={}, first_answered={}))


@examples
@given(sheets())
def test_the_gate_opens_at_five_domains_and_sixty_percent_and_some_weight(sheet: Answers) -> None:
    profile = score_form(sheet, QUESTIONNAIRE, MODEL, form=sheet.form)
    answered = sum(sheet.answered(item.id) for item in QUESTIONNAIRE.balance_items(sheet.form))
    least = 24 if sheet.form == "full" else 8
    weight = sum(sheet.importance.get(domain.id, 1) for domain in profile.available)
    expected = len(profile.available) >= 5 and answered >= least and weight > 0
    assert (profile.balance is not None) == profile.gate.passed == expected
    assert profile.gate.answers_needed == max(0, least - answered)
    assert profile.gate.domains_needed == max(0, 5 - len(profile.available))


@pytest.mark.parametrize(("form", "least"), [("full", 24), ("quick", 8)])
def test_one_answer_before_the_gate_asks_for_one_more_answer(form: Form, least: int) -> None:
    shut = score_form(only_first(least - 1, form), QUESTIONNAIRE, MODEL, form=form)
    opened = score_form(only_first(least, form), QUESTIONNAIRE, MODEL, form=form)
    assert shut.gate.answered == least - 1
    assert len(shut.available) >= 5
    assert shut.balance is None
    assert needs(shut.gate) == "1 more answer"
    assert balance_sentence(shut, WORDING).endswith("Your balance appears after 1 more answer.")
    assert opened.balance is not None


def test_enough_answers_in_too_few_areas_ask_for_more_areas() -> None:
    three_areas = [item.id for item in BALANCE if item.domain in ("D1", "D3", "D6")]
    profile = result(keyed_sheet(dict.fromkeys(three_areas, 4.0)))
    assert profile.gate.answered == 24
    assert profile.balance is None
    assert needs(profile.gate) == "2 more areas"


def test_a_full_sheet_stays_quick_until_its_own_gate_opens() -> None:
    quick_ids = [item.id for item in QUESTIONNAIRE.balance_items("quick")]
    started = keyed_sheet(dict.fromkeys(quick_ids, 4.0))
    assert result(started).form == "quick"
    assert result(started).balance is not None
    assert result(only_first(24)).form == "full"
    assert result(Answers(form="full")).form == "full"


def test_importance_zero_everywhere_shows_no_balance() -> None:
    profile = result(replace(worked_sheet("ben"), importance=dict.fromkeys(DOMAINS, 0.0)))
    assert profile.balance is None
    assert not profile.gate.weighted
    assert way_of(replace(worked_sheet("ben"), importance=dict.fromkeys(DOMAINS, 0.0))) is None


def test_the_sheet_of_fives_is_even_flat_and_near_the_middle() -> None:
    profile = result(all_fives())
    assert profile.quality.flags == {"run", "flat"}
    assert profile.place
    assert place_label(profile.place, WORDING) == "Near the middle of the map"
    assert "50 : 50" in balance_sentence(profile, WORDING)


@pytest.mark.parametrize("domain", DOMAINS[1:])
def test_a_reviewed_list_without_a_tick_differs_from_a_list_not_reviewed(domain: str) -> None:
    plain, reviewed = all_fives(), replace(all_fives(), reviewed=frozenset({domain}))
    before, after = (result(one).domains[domain] for one in (plain, reviewed))
    assert (before.score, before.evidence) == (5.0, None)
    assert (after.score, after.evidence) == (3.75, 0.0)
    assert after.se
    assert before.se
    assert after.se == pytest.approx(0.75 * before.se)


@pytest.mark.parametrize("habit", HABITS)
def test_habit_boxes_reviewed_without_a_tick_differ_from_boxes_not_reviewed(habit: str) -> None:
    before = result(all_fives())
    after = result(replace(all_fives(), reviewed=frozenset({habit})))
    assert before.habits.levels[habit] == pytest.approx(0.5)
    assert after.habits.levels[habit] == pytest.approx(0.3)


@examples
@given(sheets())
def test_a_tick_counts_only_in_a_reviewed_list(sheet: Answers) -> None:
    counted = {
        box.id for one in LISTS if one in sheet.reviewed for box in QUESTIONNAIRE.lists[one].boxes
    }
    assert result(sheet) == result(replace(sheet, ticks=sheet.ticks & counted))


def test_not_applicable_on_three_of_four_closes_the_domain_and_is_not_open() -> None:
    goals = frozenset({"G2", "G3", "G4"})
    profile = result(replace(all_fives(), not_applicable=goals))
    assert not profile.domains["D4"].available
    assert (profile.gate.open, profile.gate.not_applicable, profile.gate.answered) == (0, 3, 37)
    assert profile.balance
    assert profile.balance.whisker == (50.0, 50.0)


def test_a_domain_that_can_no_longer_open_stays_out_of_the_bounds() -> None:
    sheet = without(all_fives(), "G1", "A1")
    closed = replace(sheet, not_applicable=frozenset({"G2", "G3", "G4"}))
    balance = result(closed).balance
    assert balance
    swing = 10 * 5 / 4 / 6  # A1 alone, a quarter of D5, in the mean of six domains
    assert balance.whisker == pytest.approx((50 - swing, 50 + swing))


def wishing(gap: float) -> Answers:
    """Everything at 5, and every domain wanted this many points above (0-100)."""
    return replace(all_fives(), wanted=dict.fromkeys(DOMAINS, 5 + gap / 10))


@pytest.mark.parametrize(
    ("gap", "plan"),
    [(40, "steps"), (5.1, "steps"), (5, "close"), (0, "close"), (-5, "close"), (-10, "room")],
)
def test_the_gaps_decide_which_plan_opens(gap: float, plan: str) -> None:
    way = way_of(wishing(gap))
    assert way
    assert way.plan == plan


def test_one_area_that_wants_more_opens_the_steps_whatever_the_others_want() -> None:
    sheet = wishing(-30)
    way = way_of(replace(sheet, wanted={**sheet.wanted, "D4": 6.0}))
    assert way
    assert way.plan == "steps"


@examples
@given(sheets(form="full"))
def test_the_ranked_steps_are_sorted_complete_and_as_large_as_the_formula(sheet: Answers) -> None:
    profile, way = result(sheet), way_of(sheet)
    assume(way is not None)
    assert way
    ranking = rank_steps(profile, way, sheet, QUESTIONNAIRE, MODEL)
    assert sorted([*(step.id for step in ranking.ranked), *ranking.unranked]) == list(HABITS)
    priorities = [round(step.priority, 9) for step in ranking.ranked]
    assert priorities == sorted(priorities, reverse=True)
    factor = {"small": 1.0, "medium": 0.85, "large": 0.7}
    for step in ranking.ranked:
        ease = factor[sheet.ease.get(step.id, "small")]
        assert step.priority == pytest.approx(step.need * (0.25 + 0.75 * step.room) * ease)
        assert step.room == pytest.approx(1 - profile.habits.levels[step.id])


@examples
@given(sheets())
def test_a_place_is_named_by_the_shares_it_shows(sheet: Answers) -> None:
    place = result(sheet).place
    assume(place is not None)
    assert place
    assert sum(place.shares.values()) == pytest.approx(1)
    first, second, *_ = sorted(place.shares, key=lambda name: -place.shares[name])
    two = place.shares[first] + place.shares[second]
    expected = (first,) if place.shares[first] >= 0.6 else (first, second) if two >= 0.6 else ()
    assert place.named == expected


@settings(max_examples=50, deadline=None)
@given(sheets(form="full"), st.sampled_from(("C2 C3 C4 C6", "C1 C5")))
def test_path_and_purpose_are_means_of_their_career_traits(sheet: Answers, ids: str) -> None:
    profile = score_form(sheet, QUESTIONNAIRE, MODEL, form="full")
    seen, least = (profile.purpose, 1) if ids == "C1 C5" else (profile.path, 2)
    values = [sheet.markers[one] for one in ids.split() if sheet.answered(one)]
    if len(values) < least:
        assert seen is None
    else:
        assert seen == pytest.approx(fmean(values))
