"""Every change of a plan: what it does, what it refuses, what it says, and that it never leaves the law."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import DATA
from tests.unit.goals.plans import TODAY, ahead, day, goal, milestone
from throughline.content.goals import Goals
from throughline.content.reading import read_toml
from throughline.goals import GOAL_LIMIT, CheckIn, Goal, as_record, editing, read_goals
from throughline.goals.edit import Edit
from throughline.goals.limits import entry_limits

WORDS = read_toml(DATA / "goals.toml", Goals)
COURSE = goal("g1", "2026-10-01", "2027-03-31", title="Finish the course", progress=35)
LEAD = goal("g2", "2027-04-01", "2027-12-31", title="Lead a project", after=("g1",))
REVIEW = milestone("m1", "2027-12-31", title="Yearly review", after=("g2",), track="promotion")
PLAN = tuple(editing.add((), (COURSE, LEAD, REVIEW), "", WORDS).goals)
HOSTILE: list[Any] = [
    *(None, True, False, -1, 0, 10**400, float("nan"), float("inf"), -1e300, b"bytes", object()),
    *("", " ", "\u202e\u200d", "x" * 1_000_000, "![x](http://x/y.png)", "<b>", "\x00", "名字"),
    *([], ["g1"], ["g9"], [[]], {}, {"id": "g9"}, (), set(), "2027-13-45", "9999-12-31"),
    *(datetime.date.max, datetime.date.min, datetime.datetime(2027, 1, 1)),
]


def set_field(
    field: str, value: object, goal_id: str = "g1", goals: tuple[Goal, ...] = PLAN
) -> Edit:
    return editing.set_field(goals, goal_id, field, value, TODAY, WORDS)


def one(edit: Edit, goal_id: str = "g1") -> Goal:
    """The goal with this id after an edit."""
    return next(goal for goal in edit.goals if goal.id == goal_id)


def assert_legal(goals: tuple[Goal, ...]) -> None:
    """A plan is legal when writing it down and reading it again changes nothing and says nothing."""
    assert read_goals([as_record(goal) for goal in goals], TODAY) == (goals, ())


# --- Writing down -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("months", "start", "due"),
    [
        (3, "2026-11-23", "2027-02-23"),
        (12, "2026-11-23", "2027-11-23"),
        (60, "2026-11-23", "2031-11-23"),
        (None, None, None),
    ],
)
def test_a_goal_written_down_lasts_from_today_to_its_end(
    months: int | None, start: str | None, due: str | None
) -> None:
    edit = editing.write_down((), "g1", "  Pass the exam ", months, TODAY, WORDS)

    (new,) = edit.goals
    assert (new.title, new.baseline_due) == ("Pass the exam", new.due)
    assert (new.start and new.start.isoformat(), new.due and new.due.isoformat()) == (start, due)
    assert edit.said == "Pass the exam added."


@pytest.mark.parametrize("title", ["", "   ", "\n\t", "\u200b", "\u202e", None, 5, ["Pass"], b"x"])
def test_a_goal_without_a_title_is_refused_and_nothing_is_added(title: object) -> None:
    edit = editing.write_down(PLAN, "g9", title, 3, TODAY, WORDS)

    assert edit == Edit(PLAN, "Not saved: a goal needs a title.")


def test_a_title_that_is_cut_or_cleaned_says_so() -> None:
    edit = editing.write_down((), "g1", "x\x07" + "y" * 200, 3, TODAY, WORDS)

    assert len(edit.goals[0].title) == 80
    assert "shortened" in edit.said
    assert "can not be shown" in edit.said


def test_a_full_plan_takes_all_of_several_goals_or_none() -> None:
    full = tuple(goal(f"n{place}") for place in range(GOAL_LIMIT - 1))
    refused = editing.add(full, (goal("a"), goal("b")), "added", WORDS)

    assert refused.goals == full
    assert str(GOAL_LIMIT) in refused.said
    assert len(editing.add(full, (goal("a"),), "added", WORDS).goals) == GOAL_LIMIT
    assert editing.copy((*full, goal("a")), "a", "b", WORDS).goals == (*full, goal("a"))


# --- One field -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("title", "Teach the course", "Teach the course"),
        ("track", "promotion", "promotion"),
        ("timeframe", "years", "years"),
        ("timeframe", None, None),
        ("purpose", "mastery", "mastery"),
        ("purpose", "Time for my family", "Time for my family"),
        ("purpose", None, ""),
        ("growth_plan", "sideways", "sideways"),
        ("start", datetime.date(2026, 12, 1), day("2026-12-01")),
        ("start", None, None),
        ("due", datetime.date(2027, 6, 30), day("2027-06-30")),
        ("due", None, None),
        ("progress", 40, 40),
        ("hours_week", 4.5, 4.5),
        ("hours_week", None, 0.0),
        ("measure_value", 6, 6.0),
        ("measure_value", None, None),
        ("measure_unit", "talks", "talks"),
        ("links", ["D1", "X2"], ("D1", "X2")),
        ("outcome", -2, -2),
        ("outcome", None, None),
        ("weight", 2.0, 2.0),
        ("note", "first\nthen", "first\nthen"),
    ],
)
def test_a_field_is_kept_as_typed_and_nothing_else_changes(
    field: str, value: object, kept: object
) -> None:
    edit = set_field(field, value)

    assert getattr(one(edit), field) == kept
    assert edit.goals[1:] == PLAN[1:]
    assert replace(one(edit), **{field: getattr(PLAN[0], field)}) == PLAN[0]
    assert (edit.said, edit.fresh) == ("", False)
    assert_legal(edit.goals)


@pytest.mark.parametrize("field", ["progress", "hours_week", "weight", "outcome"])
def test_a_number_beyond_its_limits_becomes_the_limit_and_the_input_starts_anew(field: str) -> None:
    edit = set_field(field, 1e9)

    assert "outside the limits" in edit.said
    assert edit.fresh
    assert_legal(edit.goals)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("field", [*as_record(COURSE), "goals", "", "__class__"])
def test_no_value_of_any_field_breaks_the_law_or_another_goal(field: str, value: object) -> None:
    edit = set_field(field, value)

    assert_legal(edit.goals)
    assert edit.goals[1:] == PLAN[1:]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", 7),
        ("kind", "dream"),
        ("track", None.__class__),
        ("timeframe", "later"),
        ("purpose", 3),
        ("due", "next year"),
        ("start", 20270101),
        ("progress", "much"),
        ("hours_week", float("nan")),
        ("links", "D1"),
        ("links", ["D99"]),
        ("note", ["a"]),
    ],
)
def test_what_can_not_be_read_changes_nothing_and_shows_the_kept_value_again(
    field: str, value: object
) -> None:
    edit = set_field(field, value)

    assert edit.goals == PLAN
    assert edit.said.startswith("Not saved: ")
    assert edit.fresh


@pytest.mark.parametrize(
    "field", ["id", "origin", "baseline_due", "check_ins", "done_on", "dropped", "goals", "after_"]
)
def test_a_field_that_follows_from_others_is_not_set_by_itself(field: str) -> None:
    assert set_field(field, "g2") == Edit(PLAN)


def test_the_first_due_date_stays_when_the_due_date_moves() -> None:
    edit = set_field("due", datetime.date(2028, 1, 1))

    assert one(edit).baseline_due == COURSE.due


def test_a_new_date_stays_within_ten_years_of_today() -> None:
    first, last = entry_limits(TODAY)

    assert one(set_field("due", datetime.date(2199, 1, 1))).due == last
    assert one(set_field("start", datetime.date(1971, 1, 1))).start == first
    assert "outside the limits" in set_field("due", datetime.date(2199, 1, 1)).said


@pytest.mark.parametrize(
    ("field", "value"), [("title", "New words"), ("due", day("2014-01-01")), ("progress", 5)]
)
def test_a_date_saved_long_ago_survives_every_other_edit(field: str, value: object) -> None:
    old = goal("g1", "2001-05-01", "2012-05-01", baseline_due=day("2012-05-01"))
    edit = set_field(field, value, goals=(old,))

    assert one(edit).start == old.start
    assert edit.said == ""


def test_an_old_date_can_be_kept_and_moved_nearer_but_not_further() -> None:
    old = goal("g1", "2001-05-01", "2012-05-01", baseline_due=day("2012-05-01"))

    assert one(set_field("due", old.due, goals=(old,))).due == old.due
    assert one(set_field("start", day("1999-01-01"), goals=(old,))).start == old.start


def test_a_milestone_moves_as_one_day_without_a_word_and_can_lose_its_date() -> None:
    moved = set_field("due", day("2028-01-31"), "m1")
    undated = set_field("due", None, "m1")

    assert (one(moved, "m1").start, one(moved, "m1").due) == (day("2028-01-31"),) * 2
    assert (one(undated, "m1").start, one(undated, "m1").due) == (None, None)
    assert moved.said == undated.said == ""
    assert one(set_field("due", datetime.date(2199, 1, 1), "m1"), "m1").start == ahead(
        (entry_limits(TODAY)[1] - TODAY).days
    )


def test_a_goal_that_becomes_a_milestone_falls_on_its_due_date_and_says_so() -> None:
    edit = set_field("kind", "milestone")

    assert one(edit).start == one(edit).due == COURSE.due
    assert "a milestone is one day" in edit.said
    assert edit.fresh


def test_what_comes_first_can_be_chosen_and_taken_back() -> None:
    assert one(set_field("after", ["g1", "g2"], "m1"), "m1").after == ("g1", "g2")
    assert one(set_field("after", [], "m1"), "m1").after == ()


@pytest.mark.parametrize(
    ("goal_id", "after", "named"),
    [
        ("g1", ["g2"], ("g1", "g2")),
        ("g1", ["m1"], ("g1", "g2", "m1")),
        ("g2", ["m1"], ("g2", "m1")),
    ],
)
def test_a_circle_is_refused_and_its_goals_are_named(
    goal_id: str, after: list[str], named: tuple[str, ...]
) -> None:
    edit = set_field("after", after, goal_id)

    assert edit.goals == PLAN
    assert edit.fresh
    for waits in named:
        assert one(Edit(PLAN), waits).title in edit.said


@pytest.mark.parametrize("after", [["g1"], ["g9"], ["g1", "g9", "g9"], ["no id"]])
def test_itself_and_what_is_not_in_the_plan_are_left_out(after: list[str]) -> None:
    edit = set_field("after", after)

    assert edit.goals == PLAN
    assert edit.said


def test_a_plan_that_came_with_a_circle_can_still_be_edited_elsewhere() -> None:
    looped = (replace(COURSE, after=("g2",)), LEAD)

    assert one(set_field("title", "New words", goals=looped)).title == "New words"
    assert editing.push_after(looped, "g1", TODAY, WORDS).goals == looped


# --- What is done with a whole goal ---------------------------------------------------------------


def test_done_and_open_again() -> None:
    done = editing.mark(PLAN, "g1", "done", TODAY, WORDS)
    assert (one(done).done_on, one(done).done) == (TODAY, True)

    full = (replace(one(done), progress=100), *done.goals[1:])
    again = editing.mark(full, "g1", "reopened", TODAY, WORDS)
    assert (one(again).done_on, one(again).progress, one(again).done) == (None, 99, False)


def test_let_go_and_brought_back() -> None:
    dropped = editing.mark(PLAN, "g1", "dropped", TODAY, WORDS)
    back = editing.mark(dropped.goals, "g1", "restored", TODAY, WORDS)

    assert one(dropped).dropped
    assert back.goals == PLAN
    assert (dropped.fresh, back.fresh) == (True, True)


@pytest.mark.parametrize(
    ("goal_id", "months", "start", "due"),
    [
        ("g1", 1, "2026-10-01", "2027-04-30"),
        ("g1", 3, "2026-10-01", "2027-06-30"),
        ("g2", 1, "2027-05-01", "2028-01-31"),
        ("g2", -3, "2027-01-01", "2027-09-30"),
        ("m1", -1, "2027-11-30", "2027-11-30"),
    ],
)
def test_a_move_says_where_a_goal_is_now(goal_id: str, months: int, start: str, due: str) -> None:
    edit = editing.move_by(PLAN, goal_id, months, TODAY, WORDS)

    assert (one(edit, goal_id).start, one(edit, goal_id).due) == (day(start), day(due))
    assert edit.fresh
    assert one(edit, goal_id).title in edit.said
    assert sum(a != b for a, b in zip(edit.goals, PLAN, strict=True)) == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"done_on": TODAY}, "is done"),
        ({"dropped": True}, "no longer relevant"),
        ({"start": None, "due": None}, "no due date"),
        ({"due": ahead(3650), "start": ahead(3600)}, "more than 10 years"),
    ],
)
def test_a_goal_that_can_not_move_stays_and_says_why(changed: dict[str, Any], said: str) -> None:
    plan = (replace(COURSE, **changed),)
    edit = editing.move_by(plan, "g1", 3, TODAY, WORDS)

    assert edit.goals == plan
    assert said in edit.said


def test_a_push_names_what_moved_and_keeps_every_length() -> None:
    late = tuple(replace(PLAN[0], due=day("2027-06-30")) if g.id == "g1" else g for g in PLAN)
    edit = editing.push_after(late, "g1", TODAY, WORDS)

    assert one(edit, "g2").start == day("2027-07-01")
    assert one(edit, "m1").due == one(edit, "g2").due == day("2028-03-31")
    assert edit.said.startswith("2 goals moved")
    assert "Lead a project, Yearly review" in edit.said


def test_a_push_of_the_goal_in_conflict_itself_is_one_goal() -> None:
    late = (replace(COURSE, due=day("2027-06-30")), LEAD)
    edit = editing.push_after(late, "g2", TODAY, WORDS)

    assert edit.said.startswith("Lead a project moved")
    assert editing.push_after(edit.goals, "g2", TODAY, WORDS).said == "Nothing had to move."


def test_a_push_beyond_ten_years_is_refused_as_a_whole() -> None:
    last = entry_limits(TODAY)[1]
    plan = (
        replace(COURSE, due=last),
        LEAD,
        goal("g3", "2027-01-01", "2027-02-01", after=("g1",)),
    )
    edit = editing.push_after(plan, "g1", TODAY, WORDS)

    assert edit.goals == plan
    assert "Nothing was pushed" in edit.said


def test_a_check_in_is_kept_and_the_second_of_a_day_replaces_the_first() -> None:
    first = editing.check_in(PLAN, "g1", 6, "met my mentor", TODAY, WORDS)
    second = editing.check_in(first.goals, "g1", 8, "", TODAY, WORDS)

    assert one(second).check_ins == (CheckIn(TODAY, 8),)
    assert second.said == "Check-in of 23 Nov 2026 saved."


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [(4, 7, "rose from 4 to 7"), (7, 4, "went from 7 to 4"), (5, 5, "5 of 10, as last time")],
)
def test_a_check_in_says_how_it_changed(before: int, now: int, said: str) -> None:
    plan = (replace(COURSE, check_ins=(CheckIn(ahead(-30), before),)),)

    assert said in editing.check_in(plan, "g1", now, "", TODAY, WORDS).said


@pytest.mark.parametrize("sure", [None, "7", 7.0, True, [7], float("nan")])
def test_a_check_in_without_a_number_asks_for_one(sure: object) -> None:
    edit = editing.check_in(PLAN, "g1", sure, "note", TODAY, WORDS)

    assert edit == Edit(PLAN, "Choose a number from 0 to 10 first.")


def test_of_too_many_check_ins_the_newest_stay() -> None:
    many = tuple(CheckIn(ahead(-300 + place), 5) for place in range(200))
    edit = editing.check_in((replace(COURSE, check_ins=many),), "g1", 10, "", TODAY, WORDS)

    assert len(one(edit).check_ins) == 200
    assert one(edit).check_ins[-1] == CheckIn(TODAY, 10)
    assert "more entries than fit" in edit.said


def test_a_new_goal_stands_before_the_first_of_its_lane_that_begins_later() -> None:
    late, early = replace(COURSE, id="n2", start=None, due=None), replace(COURSE, id="n1")
    early = replace(early, start=COURSE.start and COURSE.start.replace(year=2020))
    edit = editing.add((COURSE,), (early, late), "", WORDS)

    assert [goal.id for goal in edit.goals] == ["n1", COURSE.id, "n2"]


def test_a_copy_has_no_history() -> None:
    lived = replace(
        COURSE,
        progress=100,
        done_on=TODAY,
        dropped=True,
        outcome=2,
        check_ins=(CheckIn(TODAY, 3),),
        origin="plan.step",
    )
    edit = editing.copy((lived, *PLAN[1:]), "g1", "g9", WORDS)

    copied = one(edit, "g9")
    assert copied == replace(COURSE, id="g9", progress=0, baseline_due=COURSE.due)
    assert one(edit) == lived


def test_what_waited_for_a_deleted_goal_waits_no_more() -> None:
    edit = editing.delete(PLAN, "g2", WORDS)

    assert [goal.id for goal in edit.goals] == ["g1", "m1"]
    assert one(edit, "m1").after == ()
    assert "Lead a project deleted" in edit.said
    assert_legal(edit.goals)


@pytest.mark.parametrize(
    ("goal_id", "places", "order"),
    [
        ("a", 1, "cbam"),
        ("c", -1, "cbam"),
        ("a", -1, "abcm"),
        ("c", 9, "abcm"),
        ("b", 1, "abcm"),
        ("b", -5, "abcm"),
    ],
)
def test_a_goal_is_listed_earlier_or_later_within_its_lane(
    goal_id: str, places: int, order: str
) -> None:
    lanes = {"a": "skills", "b": "income", "c": "skills", "m": "network"}
    plan = tuple(goal(one, track=track) for one, track in lanes.items())

    assert "".join(one.id for one in editing.shift(plan, goal_id, places, WORDS).goals) == order


@pytest.mark.parametrize(
    ("goal_id", "places", "said"),
    [
        ("a", 1, "a now stands below c"),
        ("c", -1, "c now stands above a"),
        ("a", -1, "a stays where it is"),
        ("b", 1, "b stays where it is"),
    ],
)
def test_a_goal_that_is_listed_elsewhere_says_by_what_it_stands_now(
    goal_id: str, places: int, said: str
) -> None:
    lanes = {"a": "skills", "b": "income", "c": "skills"}
    plan = tuple(goal(one, title=one, track=track) for one, track in lanes.items())

    assert said in editing.shift(plan, goal_id, places, WORDS).said


@pytest.mark.parametrize(("count", "said"), [(1, "1 goal was"), (3, "3 goals were")])
def test_an_emptied_plan_says_how_many_went(count: int, said: str) -> None:
    edit = editing.empty(PLAN[:count], WORDS)

    assert edit.goals == ()
    assert said in edit.said


@pytest.mark.parametrize("goal_id", ["", "g9", "G1", "g1 "])
def test_an_unknown_goal_changes_nothing(goal_id: str) -> None:
    edits = [
        editing.set_field(PLAN, goal_id, "title", "New", TODAY, WORDS),
        editing.mark(PLAN, goal_id, "done", TODAY, WORDS),
        editing.move_by(PLAN, goal_id, 3, TODAY, WORDS),
        editing.push_after(PLAN, goal_id, TODAY, WORDS),
        editing.check_in(PLAN, goal_id, 5, "", TODAY, WORDS),
        editing.copy(PLAN, goal_id, "g8", WORDS),
        editing.delete(PLAN, goal_id, WORDS),
        editing.shift(PLAN, goal_id, 1, WORDS),
    ]

    assert all(edit.goals == PLAN for edit in edits)


# --- Any sequence of edits ------------------------------------------------------------------------

IDS = st.sampled_from(["g1", "g2", "g3", "g4", "gone"])
VALUES = (
    st.sampled_from(HOSTILE)
    | st.sampled_from(["goal", "milestone", "skills", "income", "soon", "years", "sideways"])
    | st.lists(IDS, max_size=4)
    | st.integers(-5, 200)
    | st.floats()
    | st.dates()
    | st.text(max_size=90)
)
CHANGES = st.one_of(
    st.tuples(st.just("write_down"), VALUES, st.sampled_from([3, 12, 60, None])),
    st.tuples(st.just("set_field"), IDS, st.sampled_from([*as_record(COURSE)]), VALUES),
    st.tuples(st.just("mark"), IDS, st.sampled_from(["done", "reopened", "dropped", "restored"])),
    st.tuples(st.just("move_by"), IDS, st.sampled_from([-3, -1, 1, 3])),
    st.tuples(st.just("push_after"), IDS),
    st.tuples(st.just("check_in"), IDS, VALUES, VALUES),
    st.tuples(st.just("copy"), IDS),
    st.tuples(st.just("delete"), IDS),
    st.tuples(st.just("shift"), IDS, st.integers(-3, 3)),
    st.tuples(st.just("empty")),
)


def changed(goals: tuple[Goal, ...], change: tuple[Any, ...], new_id: str) -> Edit:
    """Carry out one change."""
    name, *rest = change
    if name == "write_down":
        return editing.write_down(goals, new_id, rest[0], rest[1], TODAY, WORDS)
    if name == "copy":
        return editing.copy(goals, rest[0], new_id, WORDS)
    if name in ("delete", "empty", "shift"):
        return getattr(editing, name)(goals, *rest, WORDS)  # type: ignore[no-any-return]
    return getattr(editing, name)(goals, *rest, TODAY, WORDS)  # type: ignore[no-any-return]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CHANGES, max_size=12))
def test_any_sequence_of_changes_keeps_the_plan_legal_and_every_step_can_be_taken_back(
    changes: list[tuple[Any, ...]],
) -> None:
    goals, history = PLAN, []
    for place, change in enumerate(changes):
        edit = changed(goals, change, f"g{place + 3}")
        history.append((goals, edit.goals))
        assert_legal(edit.goals)
        assert edit.said or edit.goals != goals or not edit.fresh
        goals = edit.goals
    records = [[as_record(goal) for goal in before] for before, _ in history]
    assert [read_goals(one, TODAY)[0] for one in records] == [before for before, _ in history]
