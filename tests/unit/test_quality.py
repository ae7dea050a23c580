"""Notes on how a sheet was filled in: each index has its own minimum and its own limit."""

from dataclasses import replace

import pytest

from tests.builders import (
    QUESTIONNAIRE,
    WORDING,
    all_fives,
    keyed_sheet,
    result,
    without,
    worked_sheet,
)
from throughline.answers import Answers
from throughline.scoring.quality import Quality, longest_run
from throughline.wording import quality_notes

TEN = tuple(item.id for item in QUESTIONNAIRE.balance_items("full"))[:10]


def quality(sheet: Answers) -> Quality:
    """The notes on a sheet."""
    return result(sheet).quality


def raw(value: float, kind: str, *, flipped: bool | None = None) -> dict[str, float]:
    """Markers of one kind of slider, all in the same place as drawn."""
    items = [item for item in QUESTIONNAIRE.items if item.kind == kind]
    return {item.id: value for item in items if flipped is None or item.flipped is flipped}


def full(**markers: float) -> Answers:
    """A full sheet of fives with some markers moved."""
    sheet = all_fives()
    return replace(sheet, markers={**sheet.markers, **markers})


def test_agreeing_with_every_statement_is_pointed_out() -> None:
    seen = quality(full(**raw(7.0, "statement")))
    assert seen.yes_saying == 2
    assert "yes_saying" in seen.flags


def test_agreeing_a_little_less_is_not_pointed_out() -> None:
    seen = quality(full(**{**raw(7.0, "statement"), "J1": 6.0}))
    assert seen.yes_saying == pytest.approx(1.95)
    assert "yes_saying" not in seen.flags


def test_disagreeing_with_every_statement_is_pointed_out_too() -> None:
    seen = quality(full(**raw(3.0, "statement")))
    assert seen.yes_saying == -2
    assert "yes_saying" in seen.flags


def test_being_high_on_job_and_career_alike_is_no_yes_saying() -> None:
    both = {item.id: 9.0 for item in QUESTIONNAIRE.of_kind("statement")}
    assert quality(keyed_sheet(both)).yes_saying == pytest.approx(0)


def test_disagreeing_by_exactly_the_limit_is_pointed_out_whatever_the_thirds() -> None:
    job = {"J1": 10.0, "J2": 5.0, "J3": 8.0, "J6r": 1.0}
    career = {"C1": 9.0, "C2": 0.0, "C3": 0.0, "C4": 2.0, "C5": 1.0, "C6": 2.0, "C7r": 1.0}
    seen = quality(Answers(form="full", markers=job | career))
    assert seen.yes_saying == pytest.approx(-2)
    assert "yes_saying" in seen.flags


@pytest.mark.parametrize("reverse", ["J6r", "C7r"])
def test_yes_saying_needs_both_reverse_statements(reverse: str) -> None:
    assert quality(without(all_fives(), reverse)).yes_saying is None
    assert quality(replace(all_fives(), skipped=frozenset({reverse}))).yes_saying is None


def test_yes_saying_needs_the_first_domain() -> None:
    assert quality(without(all_fives(), "J1", "J2", "J3", "J4")).yes_saying is None
    assert quality(without(all_fives(), "J1", "J2", "J3")).yes_saying == 0


def test_the_quick_form_has_neither_yes_saying_nor_side_pull() -> None:
    seen = quality(all_fives("quick"))
    assert (seen.yes_saying, seen.side_pull) == (None, None)


@pytest.mark.parametrize(("marker", "pull"), [(6.5, 1.5), (3.5, -1.5)])
def test_markers_that_sit_to_one_side_are_pointed_out(marker: float, pull: float) -> None:
    seen = quality(full(**raw(marker, "two-pole")))
    assert seen.side_pull == pull
    assert "side_pull" in seen.flags
    assert "side_pull" not in quality(full(**raw(6.4, "two-pole"))).flags


def test_side_pull_needs_seven_answers_of_each_kind() -> None:
    flipped, plain = (list(raw(5.0, "two-pole", flipped=side)) for side in (True, False))
    for ids in (flipped, plain):
        assert quality(without(all_fives(), *ids[7:])).side_pull == 0
        assert quality(without(all_fives(), *ids[6:])).side_pull is None


def test_side_pull_shows_only_with_flips_on() -> None:
    assert quality(replace(all_fives(), flips_on=False)).side_pull is None


def test_run_and_spread_need_ten_answers() -> None:
    ten = Answers(form="full", markers=dict.fromkeys(TEN, 5.0))
    assert (quality(ten).longest_run, quality(ten).spread) == (10, 0)
    assert quality(ten).flags == {"run", "flat"}
    nine = without(ten, TEN[0])
    assert (quality(nine).longest_run, quality(nine).spread) == (None, None)
    assert not quality(nine).flags


@pytest.mark.parametrize(("low", "high", "flat"), [(5, 6, True), (4, 6, False)])
def test_markers_spread_less_than_the_limit_are_pointed_out(
    low: float, high: float, *, flat: bool
) -> None:
    ids = [item.id for item in QUESTIONNAIRE.balance_items("full")]
    markers = {one: (low, 5.0, high, 5.0)[n % 4] for n, one in enumerate(ids)}
    seen = quality(Answers(form="full", markers=markers))
    assert seen.spread
    assert 0.4 < seen.spread < 0.8
    assert ("flat" in seen.flags) is flat


def test_a_run_of_nine_is_not_pointed_out_and_gaps_do_not_break_a_run() -> None:
    ids = [item.id for item in QUESTIONNAIRE.balance_items("full")]
    markers = {item_id: 5.0 if n < 9 else float(n % 2) for n, item_id in enumerate(ids)}
    seen = quality(Answers(form="full", markers=markers))
    assert seen.longest_run == 9
    assert "run" not in seen.flags
    longer = Answers(form="full", markers={**markers, ids[10]: 5.0}, skipped=frozenset({ids[9]}))
    assert quality(longer).longest_run == 10


def test_the_longest_run_is_the_longest_not_the_last() -> None:
    assert longest_run([]) == 0
    assert longest_run([1, 1, 1, 2, 3, 3]) == 3


def paced(*gaps: float) -> Quality:
    """The notes on ten answers with these seconds between them."""
    moments = [sum(gaps[:n]) for n in range(len(gaps) + 1)]
    times = dict(zip(TEN, moments, strict=True))
    return quality(replace(all_fives(), first_answered=times))


def test_speed_is_the_median_gap_and_below_two_seconds_is_pointed_out() -> None:
    assert paced(1, 1, 1, 1, 1, 9, 9, 9, 9).seconds == 1
    assert "fast" in paced(1, 1, 1, 1, 1, 9, 9, 9, 9).flags
    assert paced(*[2] * 9).seconds == 2
    assert "fast" not in paced(*[2] * 9).flags


def test_pauses_over_five_minutes_are_no_gaps() -> None:
    assert paced(1, 1, 1, 1, 301, 301, 301, 301, 301).seconds == 1
    assert paced(1, 1, 1, 1, 300, 300, 300, 300, 300).seconds == 300
    assert paced(*[301] * 9).seconds is None


def test_speed_needs_ten_answers() -> None:
    times = {one: float(n) for n, one in enumerate(TEN[:9])}
    assert quality(replace(all_fives(), first_answered=times)).seconds is None


@pytest.mark.parametrize(
    ("keyed", "boxes", "difference"),
    [
        ((3, 3, 3, 3), (), 30),
        ((4, 4, 3), ("written", "dated"), -30),
        ((0, 1, 0), ("written",), -30),
        ((6, 6, 7), ("written",), 30),
    ],
)
def test_sliders_thirty_points_from_the_boxes_are_pointed_out(
    keyed: tuple[float, ...], boxes: tuple[str, ...], difference: float
) -> None:
    goals = dict(zip(("G1", "G2", "G3", "G4"), keyed, strict=False))
    sheet = replace(keyed_sheet(goals), reviewed=frozenset({"D4"}), ticks=frozenset(boxes))
    seen = quality(sheet)
    assert seen.claim_minus_evidence == pytest.approx({"D4": difference})
    assert seen.claim_flags == ("D4",)


def test_sliders_a_little_closer_to_the_boxes_are_not_pointed_out() -> None:
    goals = {"G1": 3.0, "G2": 3.0, "G3": 3.0, "G4": 2.0}
    seen = quality(keyed_sheet(goals, reviewed=frozenset({"D4"})))
    assert seen.claim_minus_evidence == {"D4": 27.5}
    assert not seen.claim_flags


def test_claim_against_evidence_needs_an_open_domain_and_a_reviewed_list() -> None:
    assert not quality(keyed_sheet({"G1": 9.0}, reviewed=frozenset({"D4"}))).claim_minus_evidence
    assert not quality(all_fives()).claim_minus_evidence


def test_notes_name_the_side_that_stands_out() -> None:
    amina = quality_notes(quality(worked_sheet("amina")), QUESTIONNAIRE, WORDING)
    assert amina == ["Mindset, investment, direction: the sliders say more than the boxes."]
    low = quality_notes(quality(full(**raw(3.0, "statement"))), QUESTIONNAIRE, WORDING)
    assert low[0] == WORDING.notes["yes_saying_low"]
    right = quality_notes(quality(full(**raw(7.0, "two-pole"))), QUESTIONNAIRE, WORDING)
    assert right[0] == WORDING.notes["side_pull_right"]
    assert not quality_notes(quality(worked_sheet("ben")), QUESTIONNAIRE, WORDING)
