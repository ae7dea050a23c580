"""The Plan page: what it opens with, moves taken on or put away, actions, the log, and what neither does."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import resources
from tests.app.visit import (
    charts,
    fill,
    go_to,
    is_calm,
    press,
    rest,
    stored,
    title,
    words,
    write,
)
from tests.builders import DOMAINS, QUESTIONNAIRE, all_fives, result, worked_sheet
from throughline.actions import ACTION_LIMIT
from throughline.answers import Answers
from throughline.content.catalogue import read_catalogue
from throughline.journal import ENTRY_LIMIT

CONTENT, LOG = read_catalogue().actions, read_catalogue().journal
PICKED = CONTENT.suggestions[0]
HOSTILE = "![x](http://x/y.png) **$5** </b> \u202eאבג"
NONSENSE: list[Any] = ["x", 5, None, [1], {}, [{"id": "a1"}], [{"id": 3, "what": []}], [None, "x"]]
ANY_NONSENSE = pytest.mark.parametrize("bad", NONSENSE, ids=lambda one: repr(one)[:24])


def wanting(change: float) -> Answers:
    """Ben, with targets so far from where he is, in every area, on the grid of halves."""
    sheet = worked_sheet("ben")
    now = {one: result(sheet).domains[one].score or 0.0 for one in DOMAINS}
    wanted = {one: min(10.0, max(0.0, round(2 * (now[one] + change)) / 2)) for one in DOMAINS}
    return replace(sheet, wanted=wanted)


def show(app: AppTest, view: str) -> AppTest:
    """Choose what of the plan shows."""
    return app.segmented_control(key=f"{sheet(app)}.plan-view.").set_value(view).run()


def sheet(app: AppTest) -> str:
    """The sheet in use."""
    return str(app.session_state["sheet"]) if "sheet" in app.session_state else "own"


def order(app: AppTest) -> list[str]:
    """The steps in the order of the page."""
    headings = [str(one.value) for one in app.subheader]
    return [one.split(". ", 1)[1] for one in headings if one[:1].isdigit()]


def actions(app: AppTest, on: str = "own") -> list[dict[str, Any]]:
    """The actions kept on a sheet."""
    kept: list[dict[str, Any]] = stored(app, "actions", on).get("", [])
    return kept


def entries(app: AppTest) -> list[dict[str, Any]]:
    """The log as it is kept."""
    kept: list[dict[str, Any]] = stored(app, "journal").get("", [])
    return kept


def with_amina(app: AppTest) -> AppTest:
    """Amina's answers as the visitor's own, on the Plan page."""
    return go_to(fill(app, worked_sheet("amina")), "plan")


def write_down(app: AppTest, text: str, kind: str = "achievement", **more: Any) -> AppTest:
    """Write an entry of the log by its line."""
    app.pills(key="own.entry-new.kind").set_value(kind).run()
    app.text_input(key="own.entry-new.text").set_value(text)
    if "number" in more:
        app.number_input(key="own.entry-new.number").set_value(more["number"])
    return press(app, "cta_add_entry")


def test_an_empty_plan_asks_for_answers_and_leads_to_them(app: AppTest) -> None:
    go_to(app, "plan")

    assert CONTENT.outlooks["no_target"].title in words(app)
    assert CONTENT.waiting["answers"] in words(app)
    assert order(app) == []

    assert title(press(app, "cta_plan_go")) == "Assess"


@pytest.mark.parametrize(
    ("answers", "waiting", "form", "step"),
    [
        (all_fives("quick"), "form", "full", "d1"),
        (all_fives("full"), "target", "full", "wanted"),
    ],
    ids=["quick", "full"],
)
def test_a_plan_without_a_target_leads_to_where_it_is_given(
    app: AppTest, answers: Answers, waiting: Any, form: str, step: str
) -> None:
    go_to(fill(app, answers), "plan")
    assert CONTENT.waiting[waiting] in words(app)

    press(app, "cta_plan_go")

    assert title(app) == "Assess"
    assert stored(app, "form")[""] == form
    assert stored(app, "step")[form] == step


def test_when_nothing_counts_the_plan_leads_to_importance(app: AppTest) -> None:
    fill(app, worked_sheet("amina"))
    write(app, "importance", dict.fromkeys(DOMAINS, 0))

    go_to(app, "plan")

    assert CONTENT.waiting["importance"] in words(app)
    assert title(press(app, "cta_plan_go")) == "Assess"
    assert stored(app, "step")["full"] == "wanted"


def test_the_steps_come_in_the_order_of_the_answers_with_their_arithmetic(app: AppTest) -> None:
    with_amina(app)

    names = {item.id: item.step for item in QUESTIONNAIRE.of_kind("habit")}
    assert order(app) == [names[one] for one in ("X1", "X3", "X5", "X6", "X2", "X4")]
    said = "First because goals are 61 points from your target and this habit is at 12%."
    assert said in words(app)
    assert CONTENT.outlooks["steps"].title in words(app)


def test_targets_below_the_scores_open_room_for_the_present_with_needs_first(
    app: AppTest,
) -> None:
    go_to(fill(app, wanting(-2)), "plan")

    headings = [str(one.value) for one in app.header]
    assert headings[0] == CONTENT.outlooks["present"].title
    assert headings.index(CONTENT.words["needs_title"]) < headings.index(
        CONTENT.words["areas_title"]
    )
    assert CONTENT.words["keep_title"] in headings
    assert order(app) == []


def test_targets_near_the_scores_say_close_and_keep_the_habits(app: AppTest) -> None:
    go_to(fill(app, wanting(0)), "plan")

    headings = [str(one.value) for one in app.header]
    assert headings[0] == CONTENT.outlooks["close"].title
    assert CONTENT.words["areas_title"] not in headings
    assert "at 88%, yours to keep as it is" in words(app)


@pytest.mark.parametrize("cause", ["D4", "P5"])
def test_areas_and_needs_name_their_cause_when_opened(app: AppTest, cause: str) -> None:
    fill(app, worked_sheet("amina"))
    app.session_state[f"cause_{cause}"] = True

    go_to(app, "plan")

    said = {
        "D4": "Goals are 61 points from your target; reaching it moves your balance 8.8 points",
        "P5": "is at 3 of 10 and the target is 8: 5 to go.",
    }
    assert said[cause] in words(app)


def test_a_larger_effort_moves_a_step_back_and_never_off_the_list(app: AppTest) -> None:
    before = order(with_amina(app))

    app.segmented_control(key="own.ease.X1").set_value("large").run()

    after = order(app)
    assert after[:2] == [before[1], before[0]]
    assert sorted(after) == sorted(before)
    assert "You called it a large effort; as a small one it would come first." in words(app)
    rest(app, "learn")
    rest(app, "plan")
    assert order(app) == after
    assert app.segmented_control(key="own.ease.X1").value == "large"


def test_a_habit_without_an_answer_is_listed_to_be_answered(app: AppTest) -> None:
    fill(app, worked_sheet("amina"))
    write(app, "answer", {"X4": "skipped"})

    go_to(app, "plan")

    assert len(order(app)) == 5
    assert title(press(app, "unranked_X4")) == "Assess"
    assert stored(app, "step")["full"] == "habits"


def test_a_suggestion_taken_on_becomes_an_action_with_its_cause_and_a_date(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")

    (one,) = actions(app)
    due = resources.today() + datetime.timedelta(days=PICKED.days)
    assert (one["what"], one["origin"], one["due"]) == (PICKED.what, PICKED.id, due.isoformat())
    assert one["why"].startswith("First because goals are 61 points")
    assert f"pick_{PICKED.id}" not in [button.key for button in app.button]

    press(app, "undo_planning")

    assert actions(app) == []
    assert f"pick_{PICKED.id}" in [button.key for button in app.button]


def test_a_suggestion_put_away_stays_away_until_it_is_brought_back(app: AppTest) -> None:
    press(with_amina(app), f"dismiss_{PICKED.id}")
    rest(app, "learn")
    rest(app, "plan")
    assert PICKED.what not in words(app)

    press(app, "undo_planning")
    assert PICKED.what in words(app)

    press(app, f"dismiss_{PICKED.id}")
    press(app, "restore_actions-away")
    assert PICKED.what in words(app)


def test_an_own_action_is_kept_as_it_was_typed_and_opens_to_go_on(app: AppTest) -> None:
    show(go_to(app, "plan"), "actions")
    app.text_input(key="own.action-new.what").set_value("Call *the* library")

    press(app, "cta_add_action")

    (one,) = actions(app)
    assert (one["what"], one["why"]) == ("Call *the* library", CONTENT.reasons["own"])
    assert "Call \\*the\\* library" in words(app)
    assert app.text_input(key="own.plan-edit.a1.0.what").value == "Call *the* library"


@pytest.mark.parametrize("text", ["", "   ", "\u200b\x00"])
def test_an_action_without_words_is_not_added(app: AppTest, text: str) -> None:
    show(go_to(app, "plan"), "actions")
    app.text_input(key="own.action-new.what").set_value(text)

    press(app, "cta_add_action")

    assert is_calm(app)
    assert actions(app) == []


def test_the_drawer_keeps_each_field_at_once_and_undo_brings_it_back(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    press(show(app, "actions"), "change_a1")
    due = resources.today() + datetime.timedelta(days=3)

    app.text_input(key="own.plan-edit.a1.0.if_when").set_value("it is Monday at 9, at home").run()
    app.date_input(key="own.plan-edit.a1.0.due").set_value(due).run()
    app.text_input(key="own.plan-edit.a1.0.seen_by").set_value("A colleague").run()
    app.selectbox(key="own.plan-edit.a1.0.status").set_value("dropped").run()

    (one,) = actions(app)
    assert (one["if_when"], one["due"]) == ("it is Monday at 9, at home", due.isoformat())
    assert (one["seen_by"], one["status"]) == ("A colleague", "dropped")

    press(app, "plan_drawer_undo")
    assert actions(app)[0]["status"] == "not_started"


def test_an_action_keeps_its_words_when_they_are_emptied(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    press(show(app, "actions"), "change_a1")

    app.text_input(key="own.plan-edit.a1.0.what").set_value("").run()

    assert actions(app)[0]["what"] == PICKED.what
    assert "What was empty or could not be read." in words(app).replace("\\", "")
    assert app.text_input(key="own.plan-edit.a1.1.what").value == PICKED.what


def test_an_action_goes_from_start_to_done_to_open_again(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    show(app, "actions")
    seen = []
    for _ in range(3):
        press(app, "next_a1")
        seen.append(actions(app)[0]["status"])

    assert seen == ["in_progress", "done", "in_progress"]


@pytest.mark.parametrize("kind", ["goal", "milestone"])
def test_an_action_becomes_a_goal_with_one_click_and_remembers_it(app: AppTest, kind: str) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    press(show(app, "actions"), f"make_{kind}_a1")

    (goal,) = stored(app, "goals")[""]
    (one,) = actions(app)
    assert (goal["title"], goal["kind"], goal["due"]) == (PICKED.what, kind, one["due"])
    assert (goal["origin"], one["goal"], goal["links"]) == ("a1", goal["id"], [PICKED.serves])
    assert title(press(app, "timeline_a1")) == read_catalogue().goals.page["title"]

    press(go_to(app, "plan"), "undo_planning")
    assert stored(app, "goals")[""] == []
    assert actions(app)[0]["goal"] == ""


def test_a_goal_taken_off_the_timeline_can_be_made_again(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    press(show(app, "actions"), "make_goal_a1")
    write(app, "goals", {"": []})

    press(go_to(app, "plan"), "make_milestone_a1")

    assert [one["kind"] for one in stored(app, "goals")[""]] == ["milestone"]


def test_a_step_becomes_a_goal_with_one_click(app: AppTest) -> None:
    press(with_amina(app), "make_goal_X1")

    (goal,) = stored(app, "goals")[""]
    assert (goal["title"], goal["origin"]) == ("Set long-term goals", "X1")
    assert goal["due"] > resources.today().isoformat()
    assert "make_goal_X1" not in [button.key for button in app.button]

    press(app, "undo_planning")
    assert stored(app, "goals")[""] == []


def test_an_action_without_a_date_makes_a_goal_without_one(app: AppTest) -> None:
    write(app, "actions", {"": [{"id": "a1", "what": "Read", "due": None, "links": ["P1"]}]})
    press(show(go_to(app, "plan"), "actions"), "make_milestone_a1")

    (goal,) = stored(app, "goals")[""]
    assert (goal["due"], goal["links"], goal["track"]) == (None, [], "income")


def test_a_removed_action_comes_back_and_its_id_is_not_given_again(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    press(press(show(app, "actions"), "change_a1"), "plan_drawer_remove")
    assert actions(app) == []

    press(show(app, "moves"), f"pick_{PICKED.id}")
    assert [one["id"] for one in actions(app)] == ["a2"]

    press(press(app, "undo_planning"), "undo_planning")
    assert [one["id"] for one in actions(app)] == ["a1"]


def test_a_full_plan_says_so_and_loses_nothing(app: AppTest) -> None:
    kept = [{"id": f"b{n}", "what": f"Action {n}"} for n in range(ACTION_LIMIT)]
    write(app, "actions", {"": kept})

    press(with_amina(app), f"pick_{PICKED.id}")

    assert actions(app) == kept
    assert f"A plan holds {ACTION_LIMIT} actions" in words(app)


def test_an_entry_is_kept_with_its_day_its_number_and_its_unit(app: AppTest) -> None:
    show(go_to(app, "plan"), "log")
    app.text_input(key="own.entry-new.unit").set_value("requests")
    write_down(app, "Answered the queue", number=40.0)

    (one,) = entries(app)
    assert one == {
        "id": "e1",
        "kind": "achievement",
        "day": resources.today().isoformat(),
        "text": "Answered the queue",
        "number": 40.0,
        "unit": "requests",
    }
    assert "**40 requests**" in words(app)
    assert app.text_input(key="own.entry-new.text").value == ""
    assert "Entries by month" in charts(app)["chart_momentum"]
    assert "1 of 6 steps were fed: Track achievements" in words(app)


def test_a_kind_without_a_number_keeps_none(app: AppTest) -> None:
    show(go_to(app, "plan"), "log")
    app.number_input(key="own.entry-new.number").set_value(3.0)
    write_down(app, "Coffee with a colleague", "contact")

    assert "number" not in entries(app)[0]


def test_entries_stand_newest_first_and_can_be_changed_removed_and_brought_back(
    app: AppTest,
) -> None:
    today = resources.today()
    old = (today - datetime.timedelta(days=1)).isoformat()
    kept = [
        {"id": "e1", "kind": "contact", "day": old, "text": "Older"},
        {"id": "e2", "kind": "contact", "day": today.isoformat(), "text": "Newer"},
    ]
    write(app, "journal", {"": kept})
    show(go_to(app, "plan"), "log")
    assert words(app).index("Newer") < words(app).index("Older")

    press(app, "entry_change_e1")
    app.text_area(key="own.plan-edit.e1.0.text").set_value("Older, in other words").run()
    assert entries(app)[0]["text"] == "Older, in other words"
    press(app, "plan_drawer_remove")
    assert [one["id"] for one in entries(app)] == ["e2"]

    press(press(app, "undo_planning"), "undo_planning")
    assert entries(app) == kept


def test_the_log_suggests_a_box_and_ticks_it_only_when_the_person_does(app: AppTest) -> None:
    show(with_amina(app), "log")
    write_down(app, "Asked a colleague about my summary", "feedback")

    assert stored(app, "tick").get("x4b") is not True
    rule = next(rule for rule in LOG.rules if rule.box == "x4b")
    assert rule.check in words(app)

    press(app, "confirm_x4b")
    assert stored(app, "tick")["x4b"] is True
    assert rule.check not in words(app)

    press(app, "undo_planning")
    assert stored(app, "tick")["x4b"] is False
    assert rule.check in words(app)


def test_entries_alone_never_tick_a_box(app: AppTest) -> None:
    with_amina(app)
    before = stored(app, "tick")
    show(app, "log")
    for kind in LOG.kinds:
        write_down(app, f"Something of the kind {kind}", kind)

    assert stored(rest(app, "plan"), "tick") == before


def test_a_box_put_away_is_suggested_no_longer(app: AppTest) -> None:
    show(with_amina(app), "log")
    write_down(app, "Asked a colleague", "feedback")

    press(app, "box_away_x4b")
    assert "confirm_x4b" not in [button.key for button in app.button]

    press(app, "restore_boxes-away")
    assert "confirm_x4b" in [button.key for button in app.button]


def test_a_check_in_of_a_goal_feeds_the_first_step(app: AppTest) -> None:
    check = {"day": resources.today().isoformat(), "confidence": 7, "note": ""}
    write(app, "goals", {"": [{"id": "g1", "title": "Lead", "check_ins": [check]}]})
    show(go_to(app, "plan"), "log")

    write_down(app, "Read a book", "learning")

    assert "2 of 6 steps were fed: Set long-term goals, Keep learning" in words(app)


def test_a_full_log_says_so_and_loses_nothing(app: AppTest) -> None:
    kept = [
        {"id": f"f{n}", "kind": "contact", "day": "2020-01-01", "text": "Met"}
        for n in range(ENTRY_LIMIT)
    ]
    write(app, "journal", {"": kept})
    show(go_to(app, "plan"), "log")

    write_down(app, "One more")

    assert is_calm(app)
    assert len(entries(app)) == ENTRY_LIMIT
    assert f"The log holds {ENTRY_LIMIT} entries" in words(app)


@pytest.mark.parametrize("text", [HOSTILE, "x" * 400_000, "السلام عليكم"])
def test_what_a_person_types_is_shown_as_it_is(app: AppTest, text: str) -> None:
    show(go_to(app, "plan"), "actions")
    app.session_state["own.action-new.what"] = text
    press(app, "cta_add_action")
    press(app, "cta_plan_drawer_close")
    show(app, "log")
    app.session_state["own.entry-new.text"] = text
    press(app, "cta_add_entry")
    show(app, "actions")

    assert is_calm(app)
    shown = "\n".join(str(one.value) for one in (*app.markdown, *app.subheader))
    assert "](http" not in shown
    assert "</b>" not in shown
    assert len(actions(app)[0]["what"]) <= 80
    assert len(entries(app)[0]["text"]) <= 300


@ANY_NONSENSE
@pytest.mark.parametrize("view", ["moves", "actions", "log"])
@pytest.mark.parametrize(
    "kind",
    [
        "actions",
        "journal",
        "actions-away",
        "boxes-away",
        "plan-history",
        "plan-round",
        "plan-count",
    ],
)
def test_nonsense_under_any_key_leaves_the_page_calm(
    app: AppTest, kind: str, view: str, bad: object
) -> None:
    write(fill(app, worked_sheet("amina")), kind, {"": bad, "a": bad, "e": bad})
    write(app, "plan-view", {"": view})

    go_to(app, "plan")

    assert is_calm(app)
    assert CONTENT.outlooks["steps"].title in words(app)


@ANY_NONSENSE
@pytest.mark.parametrize("kind", ["plan-view", "ease", "entry-new", "plan-open", "plan-said"])
def test_a_forged_choice_leaves_the_page_calm(app: AppTest, kind: str, bad: object) -> None:
    names = ["", "X1", "kind", "action", "entry"]
    write(fill(app, worked_sheet("amina")), kind, dict.fromkeys(names, bad))
    go_to(app, "plan")
    assert is_calm(app)

    show(app, "log")

    assert is_calm(app)


def test_a_forged_history_never_breaks_undo(app: AppTest) -> None:
    write(app, "plan-history", {"": ["x", {"before": {"own.actions.": 5}, "goal": ["g1"]}]})

    press(go_to(app, "plan"), "undo_planning")

    assert is_calm(app)


def test_actions_and_log_survive_leaving_and_coming_back_twice(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    show(app, "log")
    write_down(app, "Met somebody", "contact")
    app.text_input(key="own.entry-new.text").set_value("Half a sentence").run()
    kept = actions(app), entries(app)
    for away in ("learn", "assess"):
        rest(app, away)
        rest(app, "plan")

    assert (actions(app), entries(app)) == kept
    assert app.text_input(key="own.entry-new.text").value == "Half a sentence"
    assert "Met somebody" in words(app)


def test_a_sample_has_a_plan_of_its_own(app: AppTest) -> None:
    press(with_amina(app), f"pick_{PICKED.id}")
    before = {name: value for name, value in app.session_state.items() if "own." in str(name)}
    press(go_to(app, "start"), "sample_ben")
    go_to(app, "plan")
    assert actions(app, "ben") == []

    press(app, "pick_x3-list")

    assert [one["origin"] for one in actions(app, "ben")] == ["x3-list"]
    after = {name: value for name, value in app.session_state.items() if "own." in str(name)}
    assert after == before


def test_a_megabyte_in_a_stored_record_is_cut_and_changes_nothing_else(app: AppTest) -> None:
    long = "x" * 1_000_000
    day = resources.today().isoformat()
    write(app, "actions", {"": [{"id": "a1", "what": long, "why": long, "if_when": long}]})
    write(app, "journal", {"": [{"id": "e1", "kind": "contact", "day": day, "text": long}]})

    show(go_to(app, "plan"), "actions")
    assert max(len(str(one.value)) for one in (*app.markdown, *app.subheader)) < 2_000
    show(app, "log")

    assert is_calm(app)
    assert max(len(str(one.value)) for one in app.markdown) < 2_000
