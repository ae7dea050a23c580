"""Change between two sittings compares like with like and calls noise noise."""

from dataclasses import replace

import pytest

from tests.builders import (
    BALANCE,
    DOMAINS,
    MODEL,
    QUESTIONNAIRE,
    all_fives,
    keyed_sheet,
    only_first,
    rekeyed,
    result,
    without,
    worked_sheet,
)
from throughline.answers import Answers
from throughline.change import Change, compare
from throughline.content.questionnaire import Form

QUICK = tuple(item.id for item in QUESTIONNAIRE.balance_items("quick"))


def change(before: Answers, after: Answers) -> Change:
    """The change between two sittings that can be compared."""
    seen = compare(before, after, QUESTIONNAIRE, MODEL)
    assert seen
    return seen


def uniform(value: float, form: Form = "full") -> Answers:
    """Every balance slider at this meaning; job traits at its mirror."""
    items = QUESTIONNAIRE.balance_items(form)
    keyed = {item.id: 10 - value if item.scale == "J" else value for item in items}
    return keyed_sheet(keyed, form=form)


def test_the_same_sheet_twice_is_no_change() -> None:
    seen = change(worked_sheet("ben"), worked_sheet("ben"))
    assert seen.points == 0
    assert seen.word == "no clear change"


@pytest.mark.parametrize(
    ("after", "word"),
    [
        (5.2, "no clear change"),
        (6.0, "possible change"),
        (7.0, "possible change"),
        (7.1, "clear change"),
        (2.9, "clear change"),
        (4.0, "possible change"),
    ],
)
def test_the_word_needs_more_than_wording_noise_and_then_twenty_points(
    after: float, word: str
) -> None:
    seen = change(uniform(5), uniform(after))
    assert seen.points == pytest.approx(10 * (after - 5))
    assert seen.word == word


def test_the_threshold_joins_the_noise_of_both_sittings() -> None:
    amina, later = worked_sheet("amina"), worked_sheet("amina_later")
    one, two = result(amina).balance, result(later).balance
    assert one
    assert two
    joint = 1.645 * (one.se**2 + two.se**2) ** 0.5
    assert change(amina, later).threshold == pytest.approx(joint)


def test_quick_against_full_uses_the_twelve_quick_items_without_boxes() -> None:
    full = worked_sheet("ben")
    quick = Answers(form="quick", markers={i: full.markers[i] for i in QUICK})
    for before, after in ((quick, full), (full, quick)):
        assert change(before, after).points == pytest.approx(0)


def test_box_lists_count_when_reviewed_both_times() -> None:
    before = all_fives()
    after = replace(all_fives(), reviewed=frozenset({"D2", "D4"}))
    assert change(before, after).points == pytest.approx(0)
    ticked = replace(after, ticks=frozenset({"written", "dated", "nextstep"}))
    assert change(after, ticked).points == pytest.approx(10 * 0.25 * 10 / 7)
    assert change(before, ticked).points == change(ticked, before).points == pytest.approx(0)
    only_goals = replace(after, reviewed=frozenset({"D4"}))
    assert change(only_goals, ticked).points == pytest.approx(10 * 0.25 * 10 / 7)


def test_a_domain_that_did_not_apply_once_is_left_out_both_times() -> None:
    before = replace(all_fives(), not_applicable=frozenset({"G2", "G3", "G4"}))
    after = rekeyed(all_fives(), lambda item, keyed: 9.0 if item.scale == "D4" else keyed)
    for first, second in ((before, after), (after, before)):
        assert change(first, second).points == pytest.approx(0)


def test_the_weights_of_the_later_sitting_count_for_both() -> None:
    goals_only = {**dict.fromkeys(DOMAINS, 0.0), "D4": 2.0}
    risen = rekeyed(all_fives(), lambda item, keyed: 6.0 if item.scale == "D4" else keyed)
    later = replace(risen, importance=goals_only)
    assert change(all_fives(), later).points == pytest.approx(10)
    earlier = replace(all_fives(), importance=goals_only)
    assert change(earlier, risen).points == pytest.approx(10 / 7)
    unweighted = replace(all_fives(), importance=dict.fromkeys(DOMAINS, 0.0))
    assert change(unweighted, risen).points == pytest.approx(10 / 7)


def test_sittings_drawn_with_and_without_flips_compare_by_meaning() -> None:
    keyed = {item.id: 7.0 for item in BALANCE}
    seen = change(keyed_sheet(keyed), keyed_sheet(keyed, flips_on=False))
    assert seen.points == pytest.approx(0)


def test_a_sitting_without_a_balance_cannot_be_compared() -> None:
    for before, after in ((only_first(23), all_fives()), (all_fives(), Answers(form="quick"))):
        assert compare(before, after, QUESTIONNAIRE, MODEL) is None


def test_a_full_sheet_that_shows_quick_figures_is_compared_as_quick() -> None:
    ben = worked_sheet("ben")
    begun = Answers(form="full", markers={i: ben.markers[i] for i in QUICK})
    assert result(begun).form == "quick"
    for before, after in ((begun, ben), (ben, begun), (begun, begun)):
        seen = change(before, after)
        assert seen.form == "quick"
        assert seen.points == pytest.approx(0)
    assert change(ben, ben).form == "full"


def test_as_quick_no_box_counts_even_when_its_list_was_reviewed_both_times() -> None:
    lists = frozenset({"D4"})
    before = replace(all_fives("quick"), reviewed=lists)
    after = replace(all_fives(), reviewed=lists, ticks=frozenset({"written", "dated"}))
    for first, second in ((before, after), (after, before)):
        assert change(first, second).points == pytest.approx(0)


def test_as_quick_the_threshold_is_that_of_twelve_questions() -> None:
    ben = worked_sheet("ben")
    quick = replace(ben, form="quick", reviewed=frozenset())
    noise = result(replace(quick, importance=ben.importance)).balance
    assert noise
    seen = change(quick, ben)
    assert seen.threshold == pytest.approx(1.645 * (2 * noise.se**2) ** 0.5)


def test_a_full_and_a_quick_sitting_without_the_quick_questions_are_not_compared() -> None:
    full = without(all_fives(), *QUICK)
    assert result(full).form == "full"
    assert compare(full, all_fives("quick"), QUESTIONNAIRE, MODEL) is None
    assert change(full, all_fives()).form == "full"


def test_a_change_names_the_areas_both_sittings_share() -> None:
    before = replace(all_fives(), not_applicable=frozenset({"G2", "G3", "G4"}))
    assert change(before, all_fives()).domains == tuple(d for d in DOMAINS if d != "D4")
    assert change(all_fives(), all_fives()).domains == tuple(DOMAINS)
