"""The laws of the balance, its range, and its bounds, over any legal sheet."""

import math
from dataclasses import replace
from statistics import fmean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from tests.builders import (
    BALANCE,
    MODEL,
    QUESTIONNAIRE,
    all_fives,
    completed,
    keyed_sheet,
    open_items,
    rekeyed,
    result,
    sheets,
    without,
)
from throughline.answers import HIGHEST, Answers, as_marker
from throughline.scoring import Profile, score_form
from throughline.scoring.balance import Balance
from throughline.scoring.domains import score_domains
from throughline.scoring.scales import Spread, read_scales

SEEDS = st.integers(0, 2**32 - 1)
EPSILON = 1e-9
examples = settings(max_examples=100, deadline=None)


def own(sheet: Answers) -> Profile:
    """Score a sheet in its own form, never in Quick on the way to Full."""
    return score_form(sheet, QUESTIONNAIRE, MODEL, form=sheet.form)


def balance_of(sheet: Answers) -> Balance:
    """The balance in the sheet's own form; sheets without one are left out of the law."""
    balance = own(sheet).balance
    assume(balance is not None)
    assert balance is not None
    return balance


@examples
@given(sheets())
def test_the_balance_is_the_weighted_mean_of_the_available_domains(sheet: Answers) -> None:
    profile = own(sheet)
    assume(profile.balance is not None)
    shares = [
        (sheet.importance.get(domain.id, 1), 10 * (domain.score or 0))
        for domain in profile.domains.values()
        if domain.available
    ]
    mean = sum(w * s for w, s in shares) / sum(w for w, _ in shares)
    assert profile.balance
    assert profile.balance.value == pytest.approx(mean, abs=EPSILON)
    assert 0 <= profile.balance.value <= 100


@examples
@given(sheets())
def test_the_range_pools_every_scale_with_an_answer_and_counts_boxes_as_exact(
    sheet: Answers,
) -> None:
    profile = own(sheet)
    assume(profile.balance is not None)
    keyed: dict[str, list[float]] = {}
    for item in QUESTIONNAIRE.balance_items(sheet.form):
        if (value := sheet.keyed(item)) is not None:
            keyed.setdefault(item.scale, []).append(value)
    squares = sum((x - fmean(values)) ** 2 for values in keyed.values() for x in values)
    df = 10 + sum(len(values) - 1 for values in keyed.values())
    variance = (10 * 2**2 + squares) / df
    weights, total = 0.0, 0.0
    for domain in profile.available:
        boxed = sheet.form == "full" and domain.id in sheet.reviewed
        scales = ("J", "C") if domain.id == "D1" else (domain.id,)
        error = sum(variance / len(keyed[scale]) for scale in scales) / len(scales) ** 2
        total += domain.weight**2 * error * (0.75**2 if boxed else 1)
        weights += domain.weight
    se = 10 * math.sqrt(total) / weights
    assert profile.balance
    assert profile.balance.se == pytest.approx(se)
    assert profile.balance.high - profile.balance.value == pytest.approx(stats.t.ppf(0.95, df) * se)
    assert profile.balance.low + profile.balance.high == pytest.approx(2 * profile.balance.value)


@examples
@given(sheets())
def test_the_mirrored_sheet_has_the_mirrored_balance(sheet: Answers) -> None:
    sheet = replace(sheet, reviewed=frozenset())
    before = balance_of(sheet)
    after = balance_of(rekeyed(sheet, lambda _, keyed: HIGHEST - keyed))
    assert after.value == pytest.approx(100 - before.value, abs=EPSILON)
    assert after.se == pytest.approx(before.se, abs=EPSILON)
    assert after.least == pytest.approx(100 - before.most, abs=EPSILON)


@examples
@given(sheets(), SEEDS)
def test_the_bounds_hold_the_balance_of_every_completion(sheet: Answers, seed: int) -> None:
    before, after = balance_of(sheet), balance_of(completed(sheet, seed))
    assert before.least - EPSILON <= after.value <= before.most + EPSILON


@examples
@given(sheets())
def test_the_bounds_are_reached_by_the_two_extreme_completions(sheet: Answers) -> None:
    balance = balance_of(sheet)
    for future, end in ((False, balance.least), (True, balance.most)):
        extreme = sheet
        for item in open_items(sheet):
            extreme = extreme.with_keyed(item, 10.0 if future != (item.scale == "J") else 0.0)
        assert balance_of(extreme).value == pytest.approx(end, abs=EPSILON)


@examples
@given(sheets(), SEEDS)
def test_with_nothing_open_the_bounds_are_the_balance(sheet: Answers, seed: int) -> None:
    balance = balance_of(completed(sheet, seed))
    assert balance.least == balance.value == balance.most
    assert balance.whisker == (balance.value, balance.value)


@examples
@given(sheets(), st.data(), st.floats(0, 10))
def test_one_more_answer_never_widens_the_bounds(
    sheet: Answers, data: st.DataObject, marker: float
) -> None:
    before = balance_of(sheet)
    assume(open_items(sheet))
    item = data.draw(st.sampled_from(open_items(sheet)))
    after = balance_of(sheet.with_marker(item.id, marker))
    assert after.least >= before.least - EPSILON
    assert after.most <= before.most + EPSILON


@examples
@given(sheets(), st.data())
def test_removing_an_answer_never_narrows_an_available_domain_at_equal_spread(
    sheet: Answers, data: st.DataObject
) -> None:
    answered = [
        item.id for item in QUESTIONNAIRE.balance_items(sheet.form) if sheet.answered(item.id)
    ]
    assume(answered)
    less = without(sheet, data.draw(st.sampled_from(answered)))
    before, after = (
        score_domains(
            one,
            QUESTIONNAIRE,
            MODEL.numbers,
            form=sheet.form,
            scales=read_scales(one, QUESTIONNAIRE, sheet.form),
            spread=Spread(sd=2.0, df=10, t=1.8),
        )
        for one in (sheet, less)
    )
    for domain_id, domain in after.items():
        if domain.se is not None:
            assert domain.se >= (before[domain_id].se or math.inf)


@examples
@given(sheets())
def test_the_balance_lies_in_its_bounds_when_no_possible_domain_is_missing(sheet: Answers) -> None:
    balance = balance_of(sheet)
    opened = completed(sheet, seed=0)
    assume({d.id for d in own(sheet).available} == {d.id for d in own(opened).available})
    assert balance.least - EPSILON <= balance.value <= balance.most + EPSILON
    assert balance.whisker == pytest.approx((balance.least, balance.most), abs=EPSILON)


def test_a_balance_can_lie_outside_its_bounds_while_a_domain_is_missing() -> None:
    keyed = {item.id: 1.0 if item.scale == "J" else 9.0 for item in BALANCE} | {"A1": 0.0}
    profile = result(without(keyed_sheet(keyed), "A2", "A3", "A4"))
    assert profile.balance
    ends = (profile.balance.value, profile.balance.least, profile.balance.most)
    assert [round(end, 1) for end in ends] == [90.0, 77.1, 87.9]
    assert [round(end, 1) for end in profile.balance.whisker] == [77.1, 90.0]


def test_a_whisker_reaches_down_to_a_balance_below_its_bounds() -> None:
    keyed = {item.id: 9.0 if item.scale == "J" else 1.0 for item in BALANCE} | {"A1": 10.0}
    profile = result(without(keyed_sheet(keyed), "A2", "A3", "A4"))
    assert profile.balance
    assert [round(end, 1) for end in profile.balance.whisker] == [10.0, 22.9]


def test_the_sheet_of_fives_has_the_printed_range() -> None:
    balance = result(all_fives()).balance
    assert balance
    assert balance.value == 50
    assert [round(balance.low, 1), round(balance.high, 1)] == [47.2, 52.8]


@examples
@given(sheets())
def test_drawing_without_flips_changes_nothing_but_the_side_pull(sheet: Answers) -> None:
    turned = {
        item.id: as_marker(item, keyed, flips_on=not sheet.flips_on)
        for item in BALANCE
        if (keyed := sheet.keyed(item)) is not None
    }
    other = replace(sheet, flips_on=not sheet.flips_on, markers={**sheet.markers, **turned})
    first, second = own(sheet), own(other)
    assert (first.balance is None) == (second.balance is None)
    if first.balance and second.balance:
        for name in ("value", "se", "low", "high", "least", "most"):
            one, two = getattr(first.balance, name), getattr(second.balance, name)
            assert one == pytest.approx(two, abs=EPSILON)
    without_flips = second if sheet.flips_on else first
    assert without_flips.quality.side_pull is None


@examples
@given(sheets(), st.data(), st.floats(0, 10))
def test_a_job_trait_never_raises_the_balance_and_anything_else_never_lowers_it(
    sheet: Answers, data: st.DataObject, target: float
) -> None:
    before = balance_of(sheet)
    asked = [item for item in QUESTIONNAIRE.balance_items(sheet.form) if sheet.answered(item.id)]
    item = data.draw(st.sampled_from(asked))
    higher = max(target, sheet.keyed(item) or 0.0)
    change = balance_of(sheet.with_keyed(item, higher)).value - before.value
    assert change <= EPSILON if item.scale == "J" else change >= -EPSILON
