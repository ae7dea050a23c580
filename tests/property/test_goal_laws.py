"""The laws of the five-year plan, over any plan that can be written."""

import calendar
import datetime
import json
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughline.goals import (
    STEPS,
    CheckIn,
    Goal,
    Kind,
    Timeframe,
    Track,
    as_record,
    both_horizons,
    entry_limits,
    load,
    move,
    push,
    read_goal,
    read_goals,
    sequence_of,
    timeline_of,
)
from throughline.goals.goal import CHOICE_LENGTH, NOTE_LENGTH, TITLE_LENGTH, UNIT_LENGTH
from throughline.goals.limits import AREAS, FIRST_DAY, HABITS, LAST_DAY
from throughline.goals.months import add_months
from throughline.goals.sequence import conflicts
from throughline.goals.status import UNDER_WAY

examples = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(examples, max_examples=40)

DAYS = st.dates(FIRST_DAY, LAST_DAY)
NEAR = st.dates(datetime.date(2020, 1, 1), datetime.date(2036, 12, 31))
KINDS: tuple[Kind, ...] = get_args(Kind)
TRACKS: tuple[Track, ...] = get_args(Track)
TIMEFRAMES: tuple[Timeframe, ...] = get_args(Timeframe)
LETTERS = st.characters(categories=("L", "N", "P", "S", "M"))
IDS = st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)


def words(length: int, *, least: int = 0) -> st.SearchStrategy[str]:
    """Clean text of any writing."""
    text = st.text(LETTERS | st.just(" "), min_size=least, max_size=length).map(str.strip)
    return text.filter(lambda found: len(found) >= least)


def limited(low: float, high: float) -> st.SearchStrategy[float]:
    """Any number within limits."""
    return st.floats(low, high).map(lambda value: value + 0.0)


@st.composite
def legal(draw: st.DrawFn) -> Goal:
    """Any legal goal, on its own."""
    id_ = draw(IDS)
    kind = draw(st.sampled_from(KINDS))
    due = draw(st.none() | DAYS)
    check_in = st.builds(CheckIn, DAYS, st.integers(0, 10), words(NOTE_LENGTH))
    check_ins = draw(st.lists(check_in, max_size=3))
    return Goal(
        id=id_,
        title=draw(words(TITLE_LENGTH, least=1)),
        kind=kind,
        track=draw(st.sampled_from(TRACKS)),
        timeframe=draw(st.none() | st.sampled_from(TIMEFRAMES)),
        purpose=draw(words(CHOICE_LENGTH)),
        growth_plan=draw(words(CHOICE_LENGTH)),
        start=due if kind == "milestone" else draw(st.none() | DAYS),
        due=due,
        baseline_due=draw(st.none() | DAYS),
        progress=draw(st.integers(0, 100)),
        done_on=draw(st.none() | DAYS),
        dropped=draw(st.booleans()),
        hours_week=draw(limited(0, 112)),
        measure_value=draw(st.none() | limited(-1e12, 1e12)),
        measure_unit=draw(words(UNIT_LENGTH)),
        links=tuple(draw(st.lists(st.sampled_from(AREAS + HABITS), unique=True, max_size=4))),
        after=tuple(one for one in draw(st.lists(IDS, unique=True, max_size=3)) if one != id_),
        weight=draw(limited(0.01, 100)),
        outcome=draw(st.none() | st.integers(-2, 2)),
        check_ins=tuple(sorted(check_ins, key=lambda one: one.day)),
        note=draw(words(NOTE_LENGTH)),
        origin=draw(words(CHOICE_LENGTH)),
    )


@st.composite
def dated(draw: st.DrawFn, id_: str = "g0") -> Goal:
    """A goal that has what the dates of a plan depend on: most are open and have both dates."""
    kind = draw(st.sampled_from(KINDS))
    due = draw(NEAR | NEAR | NEAR | st.none())
    return Goal(
        id_,
        "Pass the exam",
        kind=kind,
        start=due if kind == "milestone" else draw(NEAR | NEAR | st.none()),
        due=due,
        progress=draw(st.sampled_from([0, 0, 30, 60, 100])),
        done_on=draw(st.none() | st.none() | st.none() | NEAR),
        dropped=draw(st.integers(0, 5)) == 5,
        hours_week=draw(st.sampled_from([0.0, 0.1, 3.0, 112.0])),
        timeframe=draw(st.none() | st.sampled_from(TIMEFRAMES)),
    )


@st.composite
def plans(draw: st.DrawFn, *, acyclic: bool = True) -> tuple[Goal, ...]:
    """Any plan: goals in any order of dates, with dependencies that may run in circles if asked for."""
    size = draw(st.integers(0, 8))
    found = []
    for place in range(size):
        reach = [f"g{i}" for i in range(place if acyclic else size) if i != place]
        after = draw(st.lists(st.sampled_from(reach), unique=True, max_size=3)) if reach else []
        found.append(replace(draw(dated(f"g{place}")), after=tuple(after)))
    return tuple(draw(st.permutations(found)))


def ends(goals: Sequence[Goal]) -> dict[str, tuple[datetime.date | None, datetime.date | None]]:
    """The dates of every goal."""
    return {one.id: (one.start, one.due) for one in goals}


@examples
@given(legal(), DAYS)
def test_a_legal_goal_is_read_as_it_was_written(goal: Goal, today: datetime.date) -> None:
    assert read_goal(json.loads(json.dumps(as_record(goal), allow_nan=False)), today) == (goal, ())


@few
@given(plans(acyclic=False), DAYS)
def test_a_legal_plan_is_read_as_it_was_written(
    goals: tuple[Goal, ...], today: datetime.date
) -> None:
    assert read_goals([as_record(one) for one in goals], today) == (goals, ())


@examples
@given(legal(), st.dictionaries(st.sampled_from(list(Goal.__dataclass_fields__)), JSON), NEAR)
def test_a_forged_goal_is_refused_or_made_legal(
    goal: Goal, forged: dict[str, Any], today: datetime.date
) -> None:
    found, _ = read_goal(as_record(goal) | forged, today)

    if found:
        assert read_goal(as_record(found), today) == (found, ())
        assert math.isfinite(found.hours_week + found.weight + (found.measure_value or 0))


@examples
@given(JSON, NEAR, st.booleans())
def test_anything_at_all_can_be_read(anything: object, today: datetime.date, entered: bool) -> None:
    read_goal(anything, today, entered=entered)
    read_goals(anything, today, entered=entered)


@examples
@given(legal(), NEAR)
def test_what_is_entered_lies_within_reach(goal: Goal, today: datetime.date) -> None:
    found, _ = read_goal(as_record(goal), today, entered=True)
    first, last = entry_limits(today)

    assert found is not None
    assert all(first <= day <= last for day in (found.start, found.due) if day)


@examples
@given(DAYS, st.integers(-600, 600))
def test_a_month_later_keeps_the_day_or_ends_the_month(day: datetime.date, months: int) -> None:
    found = add_months(day, months)

    assert 12 * found.year + found.month == 12 * day.year + day.month + months
    assert found.day == min(day.day, calendar.monthrange(found.year, found.month)[1])


@examples
@given(DAYS, DAYS, st.integers(-60, 60))
def test_months_keep_the_order_of_days(
    one: datetime.date, other: datetime.date, months: int
) -> None:
    earlier, later = sorted((one, other))

    assert add_months(earlier, months) <= add_months(later, months)


@examples
@given(plans(acyclic=False))
def test_an_order_holds_every_goal_and_loops_only_where_there_are_some(
    goals: tuple[Goal, ...],
) -> None:
    found = sequence_of(goals)
    place = {one: index for index, one in enumerate(found.order)}
    sorted_ = all(place[id_] < place[one.id] for one in goals for id_ in one.after)

    assert sorted(found.order) == sorted(one.id for one in goals)
    assert bool(found.loops) == (not sorted_)
    for loop in found.loops:
        for one, following in zip(loop, (*loop[1:], loop[0]), strict=True):
            assert one in found.goals[following].after


@examples
@given(plans())
def test_after_a_push_no_conflict_is_left_and_nothing_is_earlier_or_shorter(
    goals: tuple[Goal, ...],
) -> None:
    pushed = push(sequence_of(goals))

    assert conflicts(sequence_of(pushed)) == {}
    assert [one.id for one in pushed] == [one.id for one in goals]
    for before, after in zip(goals, pushed, strict=True):
        for old, new in ((before.start, after.start), (before.due, after.due)):
            assert (old is None) == (new is None)
            assert old is None or new is None or new >= old
        if before.start and before.due and after.start and after.due:
            assert after.due - after.start == before.due - before.start


@examples
@given(plans(), st.integers(0, 7))
def test_a_push_on_one_goal_moves_it_and_what_depends_on_it_only(
    goals: tuple[Goal, ...], place: int
) -> None:
    first = f"g{place}"
    sequence = sequence_of(goals)
    reach = {first}
    for one in sequence.order:
        if reach & set(sequence.before[one]):
            reach.add(one)
    pushed = ends(push(sequence, first))

    assert {one for one, dates in ends(goals).items() if pushed[one] != dates} <= reach
    assert not set(conflicts(sequence_of(push(sequence, first)))) & (reach & set(sequence.goals))


@examples
@given(plans())
def test_a_second_push_moves_nothing(goals: tuple[Goal, ...]) -> None:
    once = push(sequence_of(goals))

    assert push(sequence_of(once)) == once


@examples
@given(plans(), NEAR)
def test_a_goal_that_uses_its_slack_leaves_room_for_all_that_follow(
    goals: tuple[Goal, ...], today: datetime.date
) -> None:
    """A follower never has to end later for it than its own latest finish allows."""
    plan = timeline_of(goals, today)
    due = {one: goal.due.toordinal() for one, goal in plan.goals.items() if goal.due}
    for one, days in plan.slack.items():
        for follower in plan.sequence.followers[one]:
            if follower not in plan.slack:
                continue
            then = plan.goals[follower]
            begins = min(then.start.toordinal(), due[follower]) if then.start else due[follower]
            gap = 0 if then.kind == "milestone" else 1
            assert due[one] + days + gap <= begins + plan.slack[follower]


@examples
@given(plans(acyclic=False), NEAR, st.none() | st.floats(0, 112), st.none() | NEAR)
def test_any_plan_has_a_timeline(
    goals: tuple[Goal, ...],
    today: datetime.date,
    free: float | None,
    start: datetime.date | None,
) -> None:
    plan = timeline_of(goals, today, free, start)

    assert set(plan.standings) == set(plan.goals)
    assert all(0 <= one.expected <= 100 for one in plan.standings.values())
    assert all(math.isfinite(one.hours) and one.hours >= 0 for one in plan.load)
    assert all(days > 0 for days in plan.conflicts.values())
    assert all(set(one.goals) <= set(plan.goals) for one in plan.advice)
    assert all((one.status == "overdue") == (one.days_late > 0) for one in plan.standings.values())
    for id_, one in plan.standings.items():
        milestone = plan.goals[id_].kind == "milestone"
        assert not (milestone and one.status in UNDER_WAY - {"overdue"})
    assert plan.window.first.day == 1
    if start is None:
        assert plan.window.first <= today <= plan.window.last


@examples
@given(plans(), NEAR)
def test_the_load_of_a_goal_is_its_hours_times_its_days(
    goals: tuple[Goal, ...], today: datetime.date
) -> None:
    found = load(goals, datetime.date(2020, 1, 1), datetime.date(2036, 12, 31), today)
    total = sum(one.hours * one.quarter.days for one in found)
    counted = [
        one
        for one in goals
        if one.kind == "goal" and not one.dropped and one.start and one.due and one.due >= one.start
    ]
    whole = sum(
        one.hours_week * ((one.due - one.start).days + 1)
        for one in counted
        if one.start and one.due
    )

    assert total <= whole * (1 + 1e-9) + 1e-6
    if not any(one.done for one in counted):
        assert math.isclose(total, whole, rel_tol=1e-9, abs_tol=1e-6)


@examples
@given(dated(), st.sampled_from(STEPS), NEAR)
def test_a_move_is_never_before_the_start_and_touches_only_dates(
    goal: Goal, months: int, today: datetime.date
) -> None:
    moved = move(goal, months, today)
    back = replace(moved.goal, start=goal.start, due=goal.due, baseline_due=goal.baseline_due)

    assert back == goal
    if goal.start and goal.due and moved.goal.start and moved.goal.due and goal.start <= goal.due:
        assert moved.goal.start <= moved.goal.due
    if moved.reason == "due_only":
        assert moved.goal.start == goal.start
    if moved.goal.due and goal.due:
        assert (moved.goal.due - goal.due).days * months >= 0


@examples
@given(plans(), NEAR, st.booleans(), st.booleans())
def test_a_box_never_puts_the_badge_out(
    goals: tuple[Goal, ...], today: datetime.date, short: bool, long: bool
) -> None:
    without = both_horizons(goals, today, short_goal_box=False, written_box=False)

    assert both_horizons(goals, today, short_goal_box=short, written_box=long) >= without
    assert both_horizons(goals, today, short_goal_box=True, written_box=True)
