"""The laws of the way from now to wanted: levers, ticks and the biggest single change."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import BOXES, DOMAINS, LISTS, result, sheets, way_of
from throughline.answers import Answers

EPSILON = 1e-9
examples = settings(max_examples=100, deadline=None)


@examples
@given(sheets(form="full"))
def test_levers_add_up_to_the_whole_gap_without_remainder(sheet: Answers) -> None:
    way = way_of(sheet)
    assume(way is not None)
    assert way
    profile = result(sheet)
    total = sum(domain.weight for domain in profile.available)
    wishes = sum(
        domain.weight * sheet.wanted.get(domain.id, domain.score or 0)
        for domain in profile.available
    )
    assert way.wanted == pytest.approx(10 * wishes / total, abs=EPSILON)
    assert sum(one.points for one in way.domains) == pytest.approx(way.gap, abs=EPSILON)
    levers = [lever.points for one in way.domains for lever in one.levers]
    assert sum(levers) == pytest.approx(way.gap, abs=EPSILON)
    for one in way.domains:
        parts = sum(lever.points for lever in one.levers)
        assert parts == pytest.approx(one.points, abs=EPSILON)


@examples
@given(sheets(form="full"))
def test_a_lever_against_its_domain_is_kept_and_no_box_is_asked_to_go(sheet: Answers) -> None:
    way = way_of(sheet)
    assume(way is not None)
    assert way
    for one in way.domains:
        for lever in one.levers:
            against = lever.points * one.gap <= 0
            unticking = lever.kind == "evidence" and lever.points < 0
            assert lever.keep == (against or unticking)


@examples
@given(sheets(form="full"), st.sampled_from((2.0, 5.5, 9.0)))
def test_one_more_tick_moves_the_balance_by_exactly_its_gain(sheet: Answers, wish: float) -> None:
    sheet = replace(sheet, wanted=dict.fromkeys(DOMAINS, wish), reviewed=frozenset(LISTS))
    way = way_of(sheet)
    assume(way is not None)
    assert way
    gains = [round(tick.gain, 9) for tick in way.ticks]
    assert gains == sorted(gains, reverse=True)
    for tick in way.ticks:
        for box in tick.boxes:
            after = result(replace(sheet, ticks=sheet.ticks | {box})).balance
            assert after
            assert after.value - way.now == pytest.approx(tick.gain, abs=EPSILON)


@settings(max_examples=25, deadline=None)
@given(sheets(form="full"), st.sampled_from((2.0, 5.5, 9.0)))
def test_every_box_that_would_move_a_wish_for_more_is_suggested_once(
    sheet: Answers, wish: float
) -> None:
    way = way_of(replace(sheet, wanted=dict.fromkeys(DOMAINS, wish)))
    assume(way is not None)
    assert way
    suggested = [box for tick in way.ticks for box in tick.boxes]
    assert len(suggested) == len(set(suggested))
    rising = {one.domain for one in way.domains if one.gap > 0}
    for box in BOXES:
        after = result(replace(sheet, ticks=sheet.ticks | {box}))
        assert after.balance
        moved = [
            one for one in way.domains if (after.domains[one.domain].score or 0) > one.now + EPSILON
        ]
        assert (box in suggested) == any(
            one.domain in rising and after.domains[one.domain].weight > 0 for one in moved
        )


@examples
@given(sheets(form="full"))
def test_the_biggest_single_change_is_the_largest_lever_towards_the_wish(sheet: Answers) -> None:
    way = way_of(sheet)
    assume(way is not None and abs(way.gap) > EPSILON)
    assert way
    sign = 1 if way.gap > 0 else -1
    levers = [one for gap in way.domains for one in gap.levers]
    # A slider marked keep is asked nothing of, even where it points the way of the whole.
    asked = [one for one in levers if one.kind == "slider" and not one.keep]
    largest = max((sign * one.points for one in asked), default=0)
    if largest <= 0:
        assert not way.biggest
    else:
        assert way.biggest
        for one in way.biggest:
            assert sign * one.points == pytest.approx(largest, abs=EPSILON)
