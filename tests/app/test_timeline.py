"""The timeline page: writing goals down, every change and its way back, examples, hints, files, forged input."""

import csv
import datetime
import io
import re
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from components import resources
from tests.app.visit import (
    charts,
    go_to,
    is_calm,
    piece,
    press,
    rest,
    send,
    stored,
    title,
    words,
    write,
)
from tests.unit.goals.plans import TODAY, ahead, goal, milestone
from throughline.content.catalogue import read_catalogue
from throughline.goals import GOAL_LIMIT, Goal, as_record, read_goals
from throughline.wording import literal

CONTENT = read_catalogue()
WORDS, PATHWAYS = CONTENT.goals, CONTENT.pathways.pathways
HOSTILE = [
    "![x](http://x/y.png)",
    "<b>bold</b><script>alert(1)</script>",
    ":red[x] **y** `z` $5 and $6 | [a](http://b)",
    "x" * 200,
    "העבודה שלי قطة",
    "👩‍💻 🏔️ ship it",
]
PLAN = (
    goal("g1", "2026-10-01", "2027-03-31", title="Finish the course", progress=35),
    goal("g2", "2027-04-01", "2030-12-31", title="Lead a project", after=("g1",), hours_week=4.0),
    milestone("m1", "2030-12-31", title="Yearly review", after=("g2",), track="promotion"),
)


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "today", lambda: TODAY)


@pytest.fixture
def fresh(app: AppTest) -> AppTest:
    """The timeline of a visitor without goals."""
    return go_to(app, "timeline")


@pytest.fixture
def planned(app: AppTest) -> AppTest:
    """The timeline with a goal under way, one that follows, and a milestone."""
    return go_to(put(app, *PLAN), "timeline")


def put(app: AppTest, *goals: Goal, sheet: str = "own") -> AppTest:
    """Write goals into the session; nothing runs."""
    return write(app, "goals", {"": [as_record(one) for one in goals]}, sheet)


def goals(app: AppTest, sheet: str = "own") -> dict[str, Goal]:
    """The goals of a sheet by id, which must all be legal."""
    found, issues = read_goals(stored(app, "goals", sheet).get("", []), TODAY)
    assert issues == ()
    return {one.id: one for one in found}


def write_down(app: AppTest, text: str, end: str = "In 3 months", sheet: str = "own") -> AppTest:
    """Write a goal down in the line above the plan."""
    app.text_input(key=f"{sheet}.goal-new.title").set_value(text)
    app.selectbox(key=f"{sheet}.goal-new.end").set_value(end)
    return press(app, "cta_add_goal")


def edit(app: AppTest, goal_id: str) -> AppTest:
    """Open the drawer of a goal, as its buttons do."""
    app.session_state["own.goal-open."] = goal_id
    return app.run()


def field(app: AppTest, kind: str, name: str) -> Any:
    """The input of the drawer for one field."""
    return next(
        one
        for one in app.get(kind)
        if "goal-edit" in str(one.key) and str(one.key).endswith(f".{name}")
    )


def keys(app: AppTest) -> set[str]:
    return {str(one.key) for one in app.button}


def undo(app: AppTest) -> AppTest:
    return press(app, "undo_goals")


def lists(app: AppTest) -> AppTest:
    """Show the list."""
    app.session_state["own.goal-view."] = "list"
    return app.run()


# --- Arriving -----------------------------------------------------------------------------------


def test_an_empty_plan_offers_a_line_and_examples_and_draws_nothing(fresh: AppTest) -> None:
    assert title(fresh) == WORDS.page["title"]
    assert WORDS.empty["plan"] in words(fresh)
    assert charts(fresh) == {}
    assert fresh.expander[0].label == CONTENT.pathways.texts["title"]
    assert fresh.get("download_button") == []
    assert is_calm(fresh)


def test_a_plan_survives_leaving_and_coming_back_twice(planned: AppTest) -> None:
    before = goals(planned)
    for _ in range(2):
        rest(planned, "learn")
        rest(planned, "balance")
        go_to(planned, "timeline")

    assert goals(planned) == before
    assert is_calm(planned)


def test_a_sample_and_own_goals_stay_apart(planned: AppTest) -> None:
    press(go_to(planned, "start"), "sample_ben")
    write_down(go_to(planned, "timeline"), "A goal of the sample", sheet="ben")

    assert set(goals(planned)) == {"g1", "g2", "m1"}
    assert any(one.title == "A goal of the sample" for one in goals(planned, "ben").values())

    press(planned, "leave_sample")
    assert "A goal of the sample" not in words(go_to(planned, "timeline"))


# --- Writing down --------------------------------------------------------------------------------


@pytest.mark.parametrize("end", WORDS.ends, ids=lambda end: str(end.months))
def test_a_goal_is_written_down_with_any_end_and_the_line_is_empty_again(
    fresh: AppTest, end: Any
) -> None:
    write_down(fresh, "Pass the exam", end.name)

    (new,) = goals(fresh).values()
    assert (new.title, new.due is None) == ("Pass the exam", end.months is None)
    assert "Pass the exam added" in words(fresh)
    assert fresh.text_input(key="own.goal-new.title").value == ""
    assert {"edit_added", "undo_goals"} <= keys(fresh)
    assert is_calm(fresh)


def test_two_goals_written_down_one_after_the_other_both_stay(fresh: AppTest) -> None:
    write_down(fresh, "First")
    write_down(fresh, "Second")

    assert [one.title for one in goals(fresh).values()] == ["First", "Second"]


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_a_goal_without_a_title_is_not_added_and_the_page_says_so(
    fresh: AppTest, text: str
) -> None:
    write_down(fresh, text)

    assert goals(fresh) == {}
    assert "Not saved" in words(fresh)


def test_the_goal_that_was_added_can_be_opened(fresh: AppTest) -> None:
    press(write_down(fresh, "Pass the exam"), "edit_added")

    assert field(fresh, "text_input", "title").value == "Pass the exam"


def test_an_id_is_never_used_twice(fresh: AppTest) -> None:
    press(lists(write_down(fresh, "First")), "undo_goals")
    write_down(fresh, "Second")

    assert list(goals(fresh)) == ["g2"]


def test_a_full_plan_says_so_and_takes_no_more(app: AppTest) -> None:
    full = [goal(f"n{place}", title="One of many") for place in range(GOAL_LIMIT)]
    write_down(lists(go_to(put(app, *full), "timeline")), "One too many")

    assert len(goals(app)) == GOAL_LIMIT
    assert f"up to {GOAL_LIMIT} goals" in words(app)


# --- The drawer ---------------------------------------------------------------------------------


EDITS: list[tuple[str, str, Any, Any]] = [
    ("text_input", "title", "Teach the course", "Teach the course"),
    ("text_input", "measure_unit", "talks", "talks"),
    ("text_area", "note", "If it is Tuesday, I write", "If it is Tuesday, I write"),
    ("number_input", "measure_value", 6.0, 6.0),
    ("number_input", "hours_week", 2.5, 2.5),
    ("number_input", "progress", 80, 80),
    ("number_input", "weight", 2.0, 2.0),
    ("date_input", "start", ahead(10), ahead(10)),
    ("date_input", "due", ahead(900), ahead(900)),
    ("selectbox", "track", "income", "income"),
    ("selectbox", "kind", "milestone", "milestone"),
    ("selectbox", "timeframe", "years", "years"),
    ("selectbox", "purpose", "mastery", "mastery"),
    ("selectbox", "growth_plan", "planned", "planned"),
    ("selectbox", "outcome", -2, -2),
    ("multiselect", "links", ["D1", "X2"], ("D1", "X2")),
]


@pytest.mark.parametrize(("kind", "name", "value", "kept"), EDITS, ids=[one[1] for one in EDITS])
def test_each_field_of_the_drawer_is_kept_and_can_be_taken_back(
    planned: AppTest, kind: str, name: str, value: Any, kept: Any
) -> None:
    before = goals(planned)
    field(edit(planned, "g1"), kind, name).set_value(value).run()
    assert getattr(goals(planned)["g1"], name) == kept
    assert is_calm(planned)

    press(planned, "drawer_undo")
    assert goals(planned) == before
    assert field(planned.run(), kind, name).value in (
        getattr(before["g1"], name),
        list(before["g1"].links) if name == "links" else getattr(before["g1"], name) or None,
    )


def test_every_field_of_the_article_and_of_the_plan_is_asked(planned: AppTest) -> None:
    edit(planned, "g1")
    asked = {
        str(one.key).rpartition(".")[2]
        for kind in ("text_input", "text_area", "number_input", "date_input", "selectbox")
        for one in planned.get(kind)
    } | {str(one.key).rpartition(".")[2] for one in planned.multiselect}

    follows = {"id", "goals", "origin", "baseline_due", "check_ins", "done_on", "dropped"}
    assert asked >= set(WORDS.fields) - follows


@pytest.mark.parametrize("name", ["timeframe", "purpose", "growth_plan", "outcome"])
def test_what_was_said_can_be_unsaid(planned: AppTest, name: str) -> None:
    chosen = {"timeframe": "years", "outcome": 1}.get(name, "my own words")
    put(planned, goal("g1", "", "2027-03-31", **{name: chosen}))
    box = field(edit(planned, "g1"), "selectbox", name)
    # AppTest takes a choice without a value for a box nobody touched; a browser sends its words.
    send(planned, WidgetState(id=box.proto.id, string_value=box.options[0]))

    assert getattr(goals(planned)["g1"], name) == getattr(goal(), name)
    assert is_calm(planned)


def test_own_words_are_a_choice_like_the_others(planned: AppTest) -> None:
    put(planned, goal("g1", "", "2027-03-31", purpose="![x](http://x/y.png)"))
    box = field(edit(planned, "g1"), "selectbox", "purpose")

    assert box.value == "![x](http://x/y.png)"
    assert "![x](http://x/y.png)" in box.options
    assert is_calm(planned)


def test_two_quick_edits_both_stay(planned: AppTest) -> None:
    edit(planned, "g1")
    field(planned, "text_input", "title").set_value("New title")
    field(planned, "number_input", "progress").set_value(60)
    planned.run()

    assert (goals(planned)["g1"].title, goals(planned)["g1"].progress) == ("New title", 60)


def test_a_title_that_is_emptied_comes_back_and_the_drawer_says_why(planned: AppTest) -> None:
    field(edit(planned, "g1"), "text_input", "title").set_value("").run()

    assert goals(planned)["g1"].title == "Finish the course"
    assert "Not saved" in words(planned)
    assert field(planned.run(), "text_input", "title").value == "Finish the course"


def test_a_circle_is_refused_in_the_drawer_and_the_choice_goes_back(planned: AppTest) -> None:
    field(edit(planned, "g1"), "multiselect", "after").set_value(["g2"]).run()

    assert goals(planned)["g1"].after == ()
    assert "in a circle" in words(planned)
    assert field(planned.run(), "multiselect", "after").value == []


def test_an_old_date_is_shown_and_survives_another_edit(app: AppTest) -> None:
    put(app, goal("g1", "2001-05-01", "2012-05-01", title="From long ago"))
    edit(go_to(app, "timeline"), "g1")
    assert field(app, "date_input", "due").value == datetime.date(2012, 5, 1)

    field(app, "text_input", "title").set_value("Still here").run()
    field(app, "date_input", "due").set_value(ahead(30)).run()

    assert goals(app)["g1"].start == datetime.date(2001, 5, 1)
    assert goals(app)["g1"].due == ahead(30)


@pytest.mark.parametrize(
    ("button", "changed"),
    [
        ("drawer_plus_month", {"due": datetime.date(2027, 4, 30)}),
        ("drawer_plus_quarter", {"due": datetime.date(2027, 6, 30)}),
        ("drawer_minus_month", {"due": datetime.date(2027, 2, 28)}),
        ("drawer_minus_quarter", {"due": datetime.date(2026, 12, 31)}),
        ("drawer_done", {"done_on": TODAY}),
        ("drawer_drop", {"dropped": True}),
    ],
)
def test_the_buttons_of_the_drawer_change_the_goal_and_are_taken_back(
    planned: AppTest, button: str, changed: dict[str, Any]
) -> None:
    before = goals(planned)
    press(edit(planned, "g1"), button)
    assert {name: getattr(goals(planned)["g1"], name) for name in changed} == changed

    undo(planned)
    assert goals(planned) == before


def test_the_drawer_moves_a_goal_in_its_lane_and_says_past_what(planned: AppTest) -> None:
    press(edit(planned, "g2"), "drawer_up_in_lane")

    assert list(goals(planned)) == ["g2", "g1", "m1"]
    assert "Lead a project now stands above Finish the course" in words(planned)
    assert list(goals(press(planned, "drawer_undo"))) == ["g1", "g2", "m1"]


def test_a_copy_is_opened_and_a_deleted_goal_leaves_the_drawer(planned: AppTest) -> None:
    press(edit(planned, "g1"), "drawer_copy")
    assert len(goals(planned)) == 4
    assert stored(planned, "goal-open")[""] not in PLAN

    press(planned.run(), "drawer_delete")
    assert set(goals(planned)) == {"g1", "g2", "m1"}
    assert "drawer_delete" not in keys(planned.run())


def test_a_check_in_is_kept_with_its_note(planned: AppTest) -> None:
    edit(planned, "g1")
    planned.session_state["own.goal-sure.g1.0"] = 7
    planned.session_state["own.goal-sure-note.g1.0"] = "met **my** mentor"
    press(planned.run(), "drawer_check_in")

    (kept,) = goals(planned)["g1"].check_ins
    assert (kept.day, kept.confidence, kept.note) == (TODAY, 7, "met **my** mentor")
    assert "**7 of 10**: met \\*\\*my\\*\\* mentor" in words(planned)


def test_a_check_in_without_a_number_asks_for_one(planned: AppTest) -> None:
    press(edit(planned, "g1"), "drawer_check_in")

    assert "from 0 to 10 first" in words(planned)


def test_the_wording_test_names_what_is_missing(planned: AppTest) -> None:
    assert "60 of 100" not in words(edit(planned, "g1"))
    put(
        planned,
        goal("g1", "", "2027-03-31", title="Pass the exam", measure_value=1.0, measure_unit="exam"),
    )
    planned.session_state["own.goal-named.g1"] = True

    assert "60 of 100. Open: achievable, relevant." in words(planned.run())


def test_the_drawer_of_a_goal_that_is_gone_stays_closed(planned: AppTest) -> None:
    edit(planned, "nobody")

    assert "drawer_delete" not in keys(planned)
    assert is_calm(planned)


# --- Undo ----------------------------------------------------------------------------------------


def test_a_chain_of_changes_is_taken_back_one_by_one(planned: AppTest) -> None:
    states = [goals(planned)]
    for button in ("drawer_plus_month", "drawer_drop", "drawer_restore", "drawer_copy"):
        press(edit(planned, "g1"), button)
        states.append(goals(planned))
    for before in reversed(states[:-1]):
        undo(planned)
        assert goals(planned) == before
    assert "undo_goals" not in keys(planned)


def test_a_change_that_was_refused_is_not_in_the_way_of_an_undo(planned: AppTest) -> None:
    before = goals(planned)
    press(edit(planned, "g1"), "drawer_plus_month")
    field(planned, "text_input", "title").set_value("").run()
    undo(planned)

    assert goals(planned) == before


def test_an_emptied_plan_comes_back_with_an_undo(planned: AppTest) -> None:
    before = goals(planned)
    press(planned, "clear_goals")
    assert goals(planned) == {}
    assert "3 goals were taken out" in words(planned)

    assert goals(undo(planned)) == before


# --- The list -------------------------------------------------------------------------------------


def test_the_list_groups_by_year_and_has_the_same_moves(planned: AppTest) -> None:
    lists(planned)
    labels = [one.label for one in planned.expander]

    assert {"2027 (1)", "2030 (2)"} <= set(labels)
    assert charts(planned).keys() == {"chart_goal_load"}
    assert {"edit_g1", "edit_g2", "edit_m1"} <= keys(planned)


def test_what_is_past_undated_or_over_has_its_own_heading(app: AppTest) -> None:
    put(
        app,
        goal("a", "", "2025-01-01"),
        goal("b"),
        goal("c", "", "2027-01-01", done_on=TODAY),
        goal("d", dropped=True),
    )
    labels = [one.label for one in lists(go_to(app, "timeline")).expander]

    assert {"Earlier (1)", "Undated (1)", "Done, or no longer relevant (2)"} <= set(labels)


def test_a_phone_starts_on_the_list_and_a_choice_is_remembered(planned: AppTest) -> None:
    headers = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"}
    with patch("streamlit.runtime.context.ContextProxy.headers", headers):
        app = AppTest.from_file(planned._script_path, default_timeout=30).run()
        go_to(put(app, *PLAN), "timeline")
        assert "chart_goals" not in charts(app)

        app.session_state["own.goal-view."] = "chart"
        rest(app.run(), "learn")
        assert "chart_goals" in charts(go_to(app, "timeline"))

    assert "chart_goals" in charts(planned)


@pytest.mark.parametrize("view", ["chart", "list"])
def test_a_goal_past_its_date_has_three_buttons_in_sight(app: AppTest, view: str) -> None:
    put(app, goal("g1", "2026-10-15", "2026-11-15", title="Write it up"))
    app.session_state["own.goal-view."] = view
    go_to(app, "timeline")
    place = "hint" if view == "chart" else "late"

    assert "8 days past 15 Nov 2026" in words(app)
    assert [key for key in keys(app) if key.startswith("card")] == []  # it would get a frame
    press(app, f"{place}_plus_month_g1")
    assert goals(app)["g1"].due == datetime.date(2026, 12, 15)
    press(undo(app), f"{place}_plus_quarter_g1")
    assert goals(app)["g1"].due == datetime.date(2027, 2, 15)
    press(undo(app), f"{place}_drop_g1")
    assert goals(app)["g1"].dropped


def test_of_three_hundred_goals_the_table_and_most_hints_wait_until_somebody_looks(
    app: AppTest,
) -> None:
    many = [goal(f"n{n}", "2026-10-01", f"2026-11-{1 + n % 20:02}") for n in range(GOAL_LIMIT)]
    go_to(put(app, *many), "timeline")
    assert list(app.table) == []
    assert len(keys(app)) < 60

    for panel in ("chart_goals_table", "more_hints"):
        app.session_state[panel] = True
    app.run()
    assert len(app.table[0].value) == GOAL_LIMIT
    assert len(keys(app)) > GOAL_LIMIT


def test_of_three_hundred_goals_the_far_years_stay_closed(app: AppTest) -> None:
    many = [
        goal(f"n{place}", "2027-01-01", f"{2027 + place % 5}-06-30", title=f"Goal {place}")
        for place in range(GOAL_LIMIT)
    ]
    lists(go_to(put(app, *many), "timeline"))

    assert is_calm(app)
    assert "edit_n0" in keys(app)
    assert "edit_n1" not in keys(app)


# --- Examples ------------------------------------------------------------------------------------


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda one: one.id)
def test_each_example_is_placed_on_own_dates_and_taken_back(fresh: AppTest, pathway: Any) -> None:
    fresh.selectbox(key="own.pathway.").set_value(pathway.id).run()
    fresh.date_input(key="own.pathway-start.").set_value(datetime.date(2028, 2, 29)).run()
    press(fresh, "cta_place")

    placed = goals(fresh)
    assert [one.title for one in placed.values()] == [step.title for step in pathway.steps]
    assert min(one.start for one in placed.values() if one.start) >= datetime.date(2028, 2, 29)
    assert all(one.baseline_due == one.due for one in placed.values())
    assert is_calm(fresh)

    assert goals(undo(fresh)) == {}


def test_steps_that_are_left_out_are_not_placed(fresh: AppTest) -> None:
    pathway = PATHWAYS[0]
    fresh.selectbox(key="own.pathway.").set_value(pathway.id).run()
    fresh.multiselect(key=f"own.pathway-steps.{pathway.id}").set_value([pathway.steps[0].id]).run()
    press(fresh, "cta_place")

    assert [one.title for one in goals(fresh).values()] == [pathway.steps[0].title]


def test_an_example_without_a_step_or_too_far_away_can_not_be_placed(fresh: AppTest) -> None:
    pathway = PATHWAYS[0]
    fresh.selectbox(key="own.pathway.").set_value(pathway.id).run()
    fresh.date_input(key="own.pathway-start.").set_value(ahead(3640)).run()
    assert "cta_place" not in keys(fresh)

    fresh.date_input(key="own.pathway-start.").set_value(TODAY).run()
    fresh.multiselect(key=f"own.pathway-steps.{pathway.id}").set_value([]).run()
    assert "cta_place" not in keys(fresh)
    assert is_calm(fresh)


def test_placing_an_example_twice_is_noticed_and_on_the_same_days_refused(fresh: AppTest) -> None:
    fresh.selectbox(key="own.pathway.").set_value(PATHWAYS[0].id).run()
    placed = goals(press(fresh, "cta_place"))

    fresh.session_state["pathways"] = True
    assert CONTENT.pathways.texts["already"] in words(fresh.run())
    assert goals(press(fresh, "cta_place")) == placed
    assert literal(CONTENT.pathways.texts["same"]) in words(fresh)

    fresh.date_input(key="own.pathway-start.").set_value(ahead(30)).run()
    assert len(goals(press(fresh, "cta_place"))) == 2 * len(placed)


# --- What the plan says back ---------------------------------------------------------------------


def test_both_horizons_are_covered_by_goals_or_by_boxes(planned: AppTest) -> None:
    assert WORDS.badge["name"] in words(planned)

    put(planned, PLAN[0])
    assert WORDS.badge["no_long"] in words(planned.run())
    write(planned, "tick", {"written": True})
    assert WORDS.badge["long_by_box"] in words(planned.run())


HINTS: list[tuple[str, tuple[Goal, ...]]] = [
    ("cycle", (goal("a", after=("b",)), goal("b", after=("a",)))),
    ("due_before_start", (goal("a", "2027-03-01", "2027-02-01"),)),
    (
        "starts_too_early",
        (goal("a", "", "2027-03-31"), goal("b", "2027-03-01", "2027-05-01", after=("a",))),
    ),
    (
        "milestone_before_goal",
        (goal("a", "", "2027-03-31"), milestone("m", "2027-03-01", after=("a",))),
    ),
    (
        "milestone_after_goal",
        (goal("a", "", "2027-03-31"), milestone("m", "2027-05-01", after=("a",))),
    ),
    ("nothing_after_year_two", (goal("a", "", "2027-03-31"),)),
    ("too_many_goals", tuple(goal(f"a{n}", "2026-11-01", "2027-03-31") for n in range(6))),
    ("no_measure", (goal("a", "", "2027-03-31"),)),
]


@pytest.mark.parametrize(("kind", "plan"), HINTS, ids=[one[0] for one in HINTS])
def test_a_hint_is_said_put_aside_and_brought_back(
    app: AppTest, kind: Any, plan: tuple[Goal, ...]
) -> None:
    go_to(put(app, *plan), "timeline")
    name = next(one for one in keys(app) if one.startswith(f"aside_{kind}"))
    said = f"**{WORDS.advice[kind].name}.**"
    assert said in words(app)

    press(app, name)
    assert said not in words(app)
    assert "put aside" in words(app)
    rest(app, "learn")
    assert said not in words(go_to(app, "timeline"))

    press(app, "show_hints")
    assert said in words(app)


def test_too_many_hours_are_said_once_the_free_hours_are_known(planned: AppTest) -> None:
    assert WORDS.advice["too_many_hours"].name not in words(planned)
    planned.number_input(key="own.plan.free_hours").set_value(3.0).run()

    assert f"**{WORDS.advice['too_many_hours'].name}.**" in words(planned)
    assert "aside_too_many_hours-2027-04-01" in keys(planned)


def test_a_conflict_is_pushed_away_from_its_hint(app: AppTest) -> None:
    late = (PLAN[0], goal("g2", "2027-03-01", "2027-12-31", title="Lead a project", after=("g1",)))
    go_to(put(app, *late), "timeline")
    press(app, "push_starts_too_early-g2-g1")

    assert goals(app)["g2"].start == datetime.date(2027, 4, 1)
    assert "Lead a project moved far enough" in words(app)


def test_outcomes_are_summed_up_and_explained(planned: AppTest) -> None:
    assert WORDS.attainment["title"] not in words(planned)
    put(planned, *PLAN, goal("g9", "", "2026-01-01", done_on=TODAY))
    assert WORDS.attainment["none"] in words(planned.run())

    put(planned, *(goal(f"a{n}", "", "2026-01-01", outcome=1) for n in range(3)))
    assert "3 goals, taken together: 63.7, where 50 is as you expected" in words(planned.run())
    put(planned, goal("a", outcome=-1, dropped=True), goal("b", outcome=2))
    assert "1 goal: 70.0" in words(planned.run())


@pytest.mark.parametrize(
    "month", [datetime.date(2027, 5, 17), datetime.date.min, datetime.date.max, "2027", 5, None]
)
def test_the_first_month_moves_the_chart_and_nonsense_does_not(
    planned: AppTest, month: Any
) -> None:
    lists(planned)  # the input is not drawn, so what stands under its key can be anything
    planned.session_state["own.plan.first_month"] = month
    planned.session_state["own.goal-view."] = "list"
    planned.run()

    assert is_calm(planned)
    shown = charts(planned).get("chart_goal_load", "")
    assert ("from Q2 2027" in shown) == (month == datetime.date(2027, 5, 17))


@pytest.mark.parametrize("hours", [True, "6", -1, 500, float("nan"), [6], None])
def test_forged_free_hours_count_as_not_said(planned: AppTest, hours: Any) -> None:
    lists(planned)
    rest(planned, "learn")
    planned.session_state["own.plan.free_hours"] = hours
    assert is_calm(go_to(planned, "balance"))


# --- Hostile and forged ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("view", ["chart", "list"])
def test_a_hostile_title_is_shown_as_it_is_everywhere(app: AppTest, text: str, view: str) -> None:
    put(
        app,
        goal("a", "2026-01-01", "2026-11-01", title=text[:80], note=text, purpose=text[:120]),
        goal("b", "2026-10-01", "2031-01-01", title=text[:80], after=("a",), outcome=1),
    )
    app.session_state["own.goal-view."] = view
    press(edit(go_to(app, "timeline"), "a"), "drawer_plus_month")

    assert is_calm(app)
    said = "\n".join(str(one.value) for one in app.markdown)
    assert not re.search(r"(?<!\\)!\[", said)
    assert "](http" not in said
    assert not re.search(r"(?<!\\)<(b|script)>", said)
    assert not re.search(r"(?<!\\)\$5", said)


@pytest.mark.parametrize(
    "forged",
    [
        None,
        "goals",
        7,
        {"id": "g1"},
        [None, 3, [], {}, {"id": 5}, {"id": "g1"}],
        [{"id": "g1", "title": "x" * 1_000_000}],
        [{"id": "g1", "title": "A", "due": "9999-99-99", "after": ["g1"], "check_ins": [7]}],
        [{"id": "g1", "title": "A"}, {"id": "g1", "title": "B"}],
        [{"id": "g1", "title": "A", "start": "1970-01-01", "due": "2200-12-31", "hours_week": 112}],
    ],
)
def test_forged_goals_never_break_the_page(app: AppTest, forged: Any) -> None:
    write(app, "goals", {"": forged})
    for name in ("goals-history", "goal-round", "goal-count", "goal-hints-aside", "plan-saved"):
        write(app, name, {"": forged})
    go_to(app, "timeline")
    assert is_calm(app)

    write_down(app, "Pass the exam")
    assert is_calm(app)
    assert any(one.title == "Pass the exam" for one in goals(app).values())


# --- Files and projector ---------------------------------------------------------------------------


def made(app: AppTest, key: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a download button would make; its callable is caught on the way in."""
    import streamlit as st

    caught: dict[str, Callable[[], bytes]] = {}
    real = st.download_button

    def catch(label: str, data: Any, *args: Any, **options: Any) -> Any:
        caught[options["key"]] = data
        return real(label, data, *args, **options)

    monkeypatch.setattr(st, "download_button", catch)
    app.run()
    return caught[key]()


@pytest.mark.parametrize(("every", "reminders"), [(0, 0), (1, 49), (3, 16)])
def test_the_calendar_holds_open_dates_and_the_reminders_asked_for(
    planned: AppTest, monkeypatch: pytest.MonkeyPatch, every: int, reminders: int
) -> None:
    planned.session_state["own.goal-reminders."] = every
    text = made(planned, "goals_ics", monkeypatch).decode()

    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == 3 + reminders
    assert "DTSTART;VALUE=DATE:20270331" in text
    assert text.count("BEGIN:VALARM") == 3


def test_the_same_plan_gives_the_same_calendar(
    planned: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(planned, "goals_ics", monkeypatch)
    rest(planned, "learn")

    assert made(go_to(planned, "timeline"), "goals_ics", monkeypatch) == first


def test_what_is_left_out_of_the_calendar_is_said(planned: AppTest) -> None:
    put(planned, *PLAN, goal("u", title="Some day"))

    assert "Left out: 1 that is done" in words(planned.run())


def test_without_an_open_date_there_is_no_calendar_to_download(app: AppTest) -> None:
    go_to(put(app, goal("u", title="Some day")), "timeline")

    buttons = {str(one.key): one for one in app.get("download_button")}
    assert buttons["goals_ics"].proto.disabled
    assert not buttons["goals_csv"].proto.disabled
    assert WORDS.calendar["empty"] in words(app)


def test_the_table_of_goals_is_a_row_each_and_no_cell_is_a_formula(
    planned: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(planned, *PLAN, goal("f", title="=1+1"))
    text = made(planned, "goals_csv", monkeypatch).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    assert [row[1] for row in rows[1:4]] == [one.title for one in PLAN]
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_the_plan_is_shown_on_the_projector(planned: AppTest) -> None:
    press(planned, "Present")
    assert "stage_next" in keys(planned)

    go_to(planned, "present")
    shown = list(charts(planned))
    while not planned.button(key="stage_next").disabled:
        press(planned, "stage_next")
        shown += charts(planned)
        assert is_calm(planned)

    assert shown == ["stage_chart_goals", "stage_chart_goal_load"]


def test_a_long_plan_takes_several_slides_that_a_room_can_read(app: AppTest) -> None:
    many = [goal(f"n{n}", "2027-01-01", f"{2027 + n % 4}-06-30") for n in range(20)]
    press(go_to(put(app, *many), "timeline"), "Present")

    assert "1 of 3" in words(app)
    assert "Timeline of 8 goals" in charts(app)["stage_chart_goals"]


def test_an_empty_plan_asks_what_to_show_instead(fresh: AppTest) -> None:
    assert title(press(fresh, "Present")) == "What would you like to show?"


def test_the_chart_takes_the_id_of_a_goal_and_nothing_else(planned: AppTest) -> None:
    assert piece(planned, "chart_goals")
    assert "drawer_delete" not in keys(planned)
