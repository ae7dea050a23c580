"""An example pathway becomes goals on a person's own dates, complete or in part, on any day there is."""

import datetime
import tomllib
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import DATA
from throughline.content.pathways import ExamplePathway, Pathways
from throughline.content.reading import read_toml
from throughline.goals.goal import Goal
from throughline.goals.pathway import most_hours, place, placed_from
from throughline.goals.reading import as_record, read_goals
from throughline.goals.timeline import timeline_of

PATHWAYS = read_toml(DATA / "pathways.toml", Pathways)
EVERY_PATHWAY = pytest.mark.parametrize("pathway", PATHWAYS.pathways, ids=lambda one: one.id)
DAY = datetime.date(2026, 11, 23)
SMALL = ExamplePathway.model_validate(
    tomllib.loads("""
id = "small"
kind = "career"
name = "Small"
lead = "Four steps."
gives = ["one", "two"]
asks = ["one", "two"]

[[steps]]
id = "a"
title = "A"
track = "skills"
start = 0
length = 3
links = ["D2"]

[[steps]]
id = "b"
title = "B"
track = "network"
start = 3
length = 1
hours = 2
after = ["a"]
measure_value = 4
measure_unit = "talks"
purpose = "mastery"
growth_plan = "planned"
links = ["X4"]

[[steps]]
id = "c"
title = "C"
kind = "milestone"
track = "promotion"
start = 4
after = ["b", "a"]
links = ["D5"]

[[steps]]
id = "d"
title = "D"
track = "income"
start = 4
length = 2
hours = 1
after = ["c"]
links = ["D6"]
""")
)


def numbered() -> Callable[[], str]:
    """Ids "n1", "n2" and so on."""
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def days(goals: tuple[Goal, ...]) -> list[tuple[str, str]]:
    return [(str(goal.start), str(goal.due)) for goal in goals]


def test_a_goal_ends_the_day_before_the_next_begins_and_a_milestone_falls_on_that_day() -> None:
    assert days(place(SMALL, DAY, numbered())) == [
        ("2026-11-23", "2027-02-22"),
        ("2027-02-23", "2027-03-22"),
        ("2027-03-22", "2027-03-22"),
        ("2027-03-23", "2027-05-22"),
    ]


def test_months_are_counted_from_the_first_day_so_that_short_months_do_not_shift_the_rest() -> None:
    assert days(place(SMALL, datetime.date(2026, 11, 30), numbered())) == [
        ("2026-11-30", "2027-02-27"),
        ("2027-02-28", "2027-03-29"),
        ("2027-03-29", "2027-03-29"),
        ("2027-03-30", "2027-05-29"),
    ]


def test_a_step_carries_its_words_and_where_it_came_from() -> None:
    goal = place(SMALL, DAY, numbered())[1]

    assert goal == Goal(
        id="n2",
        title="B",
        track="network",
        purpose="mastery",
        growth_plan="planned",
        start=datetime.date(2027, 2, 23),
        due=datetime.date(2027, 3, 22),
        hours_week=2.0,
        measure_value=4.0,
        measure_unit="talks",
        links=("X4",),
        after=("n1",),
        origin="small.b",
    )


def test_dependencies_name_the_new_ids() -> None:
    goals = place(SMALL, DAY, numbered())

    assert [goal.after for goal in goals] == [(), ("n1",), ("n2", "n1"), ("n3",)]


def test_placing_an_example_twice_gives_two_sets_that_do_not_touch() -> None:
    ids = numbered()
    first, second = place(SMALL, DAY, ids), place(SMALL, DAY, ids)

    assert not {one.id for one in first} & {one.id for one in second}
    assert {id_ for one in second for id_ in one.after} <= {one.id for one in second}


def test_a_step_that_is_left_out_hands_on_what_it_waited_for() -> None:
    goals = place(SMALL, DAY, numbered(), keep={"a", "c", "d"})

    assert [goal.origin for goal in goals] == ["small.a", "small.c", "small.d"]
    assert [goal.after for goal in goals] == [(), ("n1",), ("n2",)]


def test_only_the_last_step_can_be_kept_and_waits_for_nothing() -> None:
    (goal,) = place(SMALL, DAY, numbered(), keep=["d", "no such step"])

    assert goal.after == ()
    assert goal.start == datetime.date(2027, 3, 23)


def test_nothing_kept_is_no_goal_and_takes_no_id() -> None:
    def refuse() -> str:
        raise AssertionError

    assert place(SMALL, DAY, refuse, keep=()) == ()


def test_the_hours_of_steps_at_the_same_time_are_added() -> None:
    steps = [step.model_copy(update={"start": 0, "after": ()}) for step in SMALL.steps]
    side_by_side = SMALL.model_copy(update={"steps": tuple(steps)})

    assert most_hours(SMALL) == 2
    assert most_hours(SMALL, keep={"d"}) == 1
    assert most_hours(SMALL, keep=()) == 0
    assert most_hours(side_by_side) == 3


def test_goals_are_found_by_the_example_they_came_from() -> None:
    goals = place(SMALL, DAY, numbered())
    other = Goal(id="own", title="Mine", origin="smaller.a")

    assert placed_from(SMALL, (other, *goals)) == ("n1", "n2", "n3", "n4")
    assert placed_from(SMALL, (other, replace(goals[0], origin="small"))) == ()


@given(st.dates(), st.sampled_from(PATHWAYS.pathways), st.data())
def test_on_any_day_there_is_no_step_ends_before_it_begins(
    start: datetime.date, pathway: ExamplePathway, data: st.DataObject
) -> None:
    keep = data.draw(st.sets(st.sampled_from([step.id for step in pathway.steps])))

    for goal in place(pathway, start, numbered(), keep):
        assert goal.start is not None
        assert goal.due is not None
        assert start <= goal.start <= goal.due or goal.kind == "milestone"
        assert goal.start == goal.due or goal.kind == "goal"


@given(
    st.dates(datetime.date(1990, 1, 1), datetime.date(2190, 1, 1)),
    st.sampled_from(PATHWAYS.pathways),
    st.data(),
)
def test_a_placed_example_never_collides_with_itself_in_any_month(
    start: datetime.date, pathway: ExamplePathway, data: st.DataObject
) -> None:
    keep = data.draw(st.sets(st.sampled_from([step.id for step in pathway.steps])))
    timeline = timeline_of(place(pathway, start, numbered(), keep), start)
    hints = {one.kind for one in timeline.advice}

    assert timeline.conflicts == {}
    # Leaving out the last goal before a milestone leaves room before it, which is a hint and no collision.
    assert hints <= {"nothing_after_year_two", "milestone_after_goal", "no_measure"}


@EVERY_PATHWAY
def test_a_placed_example_begins_without_a_word_of_advice(pathway: ExamplePathway) -> None:
    goals = place(pathway, DAY, numbered())
    hints = {one.kind for one in timeline_of(goals, DAY, most_hours(pathway)).advice}

    assert hints <= {"nothing_after_year_two"}
    assert not hints or pathway.kind == "job"


@EVERY_PATHWAY
def test_a_placed_example_is_read_back_as_it_was_without_an_issue(pathway: ExamplePathway) -> None:
    goals = place(pathway, DAY, numbered())

    assert read_goals([as_record(goal) for goal in goals], DAY, entered=True) == (goals, ())
