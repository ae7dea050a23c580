"""What the plan opens with, why each move is suggested, and an action read from whatever a file holds."""

import datetime
import math
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import (
    DATA,
    DOMAINS,
    HABITS,
    MODEL,
    NEEDS,
    QUESTIONNAIRE,
    all_fives,
    keyed_sheet,
    result,
    way_of,
    without,
    worked_sheet,
)
from throughline.actions import (
    ACTION_LIMIT,
    Action,
    Cause,
    NeedCause,
    StepCause,
    StepRanking,
    action_from,
    as_record,
    find_causes,
    find_moves,
    leading_area,
    outlook,
    place_with,
    rank_steps,
    read_action,
    read_actions,
    tied_with,
    waiting_for,
)
from throughline.answers import Answers
from throughline.content.actions import ActionContent
from throughline.content.reading import read_toml
from throughline.explanations import explain_step
from throughline.explanations.reasons import (
    ease_sentence,
    kept_habits,
    plan_opening,
    reason,
    tie_sentence,
)
from throughline.journal import Issue

CONTENT = read_toml(DATA / "actions.toml", ActionContent)
TODAY = datetime.date(2026, 11, 23)
LEGAL = {"id": "a1", "what": "Ask about hours"}


def ranking(sheet: Answers) -> StepRanking:
    """The ranked steps of a sheet."""
    return rank_steps(result(sheet), way_of(sheet), sheet, QUESTIONNAIRE, MODEL)


def causes(sheet: Answers) -> tuple[Cause, ...]:
    """Everything that calls for a move."""
    return find_causes(result(sheet), way_of(sheet), ranking(sheet), MODEL)


def reasons(sheet: Answers) -> dict[str, str]:
    """Why each cause of a sheet is one, by id."""
    return {one.id: reason(one, QUESTIONNAIRE, CONTENT) for one in causes(sheet)}


def wishing(gap: float) -> Answers:
    """Everything at 5, and every area wanted this many points above."""
    return replace(all_fives(), wanted=dict.fromkeys(DOMAINS, 5 + gap / 10))


@pytest.mark.parametrize(
    ("sheet", "opens"),
    [
        (wishing(40), "steps"),
        (wishing(5.1), "steps"),
        (wishing(5), "close"),
        (wishing(0), "close"),
        (wishing(-5), "close"),
        (wishing(-5.1), "present"),
        (wishing(-40), "present"),
        (replace(wishing(-30), wanted={"D1": 2.0, "D4": 6.0}), "steps"),
        (replace(wishing(-30), wanted={"D1": 2.0, "D4": 5.5}), "present"),
        (all_fives(), "no_target"),
        (all_fives("quick"), "no_target"),
        (Answers(), "no_target"),
        (worked_sheet("amina"), "steps"),
        (worked_sheet("ben"), "steps"),
    ],
)
def test_the_gaps_decide_what_the_plan_opens_with(sheet: Answers, opens: str) -> None:
    assert outlook(way_of(sheet)) == opens


@pytest.mark.parametrize(
    ("sheet", "missing"),
    [
        (Answers(), "answers"),
        (Answers(form="full"), "answers"),
        (keyed_sheet({"G1": 4.0}), "answers"),
        (all_fives("quick"), "form"),
        (replace(all_fives("quick"), form="full"), "answers"),
        (all_fives(), "target"),
        (replace(wishing(9), importance=dict.fromkeys(DOMAINS, 0.0)), "importance"),
    ],
)
def test_a_plan_without_a_way_says_what_it_waits_for(sheet: Answers, missing: str) -> None:
    assert waiting_for(result(sheet), sheet) == missing
    opening = plan_opening(result(sheet), way_of(sheet), sheet, CONTENT, MODEL.numbers)
    assert opening.title == "Where would you like to be?"
    assert opening.lead.endswith(CONTENT.waiting[waiting_for(result(sheet), sheet)])


def test_the_close_opening_names_its_limit() -> None:
    sheet = wishing(3)
    opening = plan_opening(result(sheet), way_of(sheet), sheet, CONTENT, MODEL.numbers)
    assert "within 5 points" in opening.lead


@pytest.mark.parametrize(
    ("person", "step", "sentence"),
    [
        (
            "amina",
            "X1",
            "First because goals are 61 points from your target and this habit is at 12%.",
        ),
        (
            "amina",
            "X3",
            "Second because advancement is 32 points from your target and this habit is at 6%.",
        ),
        (
            "amina",
            "X4",
            "Sixth because skills and experience are 31 points from your target "
            "and this habit is at 37%.",
        ),
        (
            "amina_later",
            "X6",
            "Third because direction is 42 points from your target and this habit is at 43%.",
        ),
        (
            "ben",
            "X2",
            "Sixth because advancement is 16 points from your target and this habit is at 88%.",
        ),
    ],
)
def test_a_rank_is_said_with_the_area_that_lends_most(
    person: str, step: str, sentence: str
) -> None:
    assert reasons(worked_sheet(person))[step] == sentence


def test_a_gap_of_one_point_and_of_less_are_said_properly() -> None:
    habits = {"D4": 5.1, "D1": 8.0}
    sheet = replace(all_fives(), wanted=habits, importance={"D1": 0.0})
    assert "goals are 1 point from" in reasons(sheet)["X3"]
    closer = replace(sheet, wanted={"D4": 5.04, "D1": 8.0})
    assert "goals are less than 1 point from" in reasons(closer)["X3"]


def test_a_step_whose_areas_are_at_their_targets_says_so() -> None:
    sheet = replace(all_fives(), wanted={"D2": 9.0, "D7": 2.0})
    way = way_of(sheet)
    assert way
    assert leading_area("X1", way, result(sheet), MODEL) is None
    assert reasons(sheet)["X1"] == (
        "Fourth because no area it serves has a target further towards the future; "
        "this habit is at 50%."
    )


def test_equal_areas_name_the_first_and_equal_steps_say_that_they_tie() -> None:
    sheet = wishing(30)
    seen = ranking(sheet)
    assert reasons(sheet)["X1"].startswith("First because goals are 30 points")
    assert tied_with(seen, "X1") == HABITS[1:]
    assert tie_sentence("X6", seen, QUESTIONNAIRE, CONTENT) == (
        "It shares its priority with Set long-term goals, Keep learning, Track achievements, "
        "Seek feedback and Network strategically; equals keep the order of the six steps."
    )
    assert tie_sentence("X1", ranking(worked_sheet("amina")), QUESTIONNAIRE, CONTENT) == ""


@pytest.mark.parametrize(
    ("effort", "says"),
    [
        ("small", ""),
        ("large", "You called it a large effort; as a small one it would come first."),
        ("medium", "You called it a medium effort; as a small one it would have the same place."),
    ],
)
def test_the_effect_of_effort_is_said_as_a_place(effort: Any, says: str) -> None:
    sheet = replace(worked_sheet("amina"), ease={"X1": effort})
    assert ease_sentence("X1", ranking(sheet), sheet, CONTENT, MODEL.numbers) == says


def test_a_place_with_another_ease_is_the_place_after_ranking_again() -> None:
    seen = ranking(worked_sheet("amina"))
    for habit in HABITS:
        for effort, ease in (("small", 1.0), ("medium", 0.85), ("large", 0.7)):
            again = ranking(replace(worked_sheet("amina"), ease={habit: effort}))  # type: ignore[dict-item]
            place = [one.id for one in again.ranked].index(habit) + 1
            assert place_with(seen, habit, ease) == place


def test_the_explanation_shows_the_largest_part_the_effort_and_the_places() -> None:
    sheet = replace(worked_sheet("amina"), ease={"X1": "large"})
    way = way_of(sheet)
    assert way
    seen = ranking(sheet)
    step = next(one for one in seen.ranked if one.id == "X1")
    explained = explain_step(step, way, result(sheet), sheet, QUESTIONNAIRE, MODEL, seen)
    lines = {line.label: line.arithmetic for line in explained.lines}
    assert lines["Largest part of the need: Goals"] == "1 × 1 × 61.25 / 3 = 20.42"
    assert lines["Priority"] == "51.27 × (0.25 + 0.75 × 0.88) × 0.7 = 32.7"
    assert lines["As a small effort"] == "51.27 × (0.25 + 0.75 × 0.88) × 1 = 46.7"
    assert lines["Place"] == "2 of 6 ranked"
    assert lines["Place as a small effort"] == "1 of 6 ranked"


def test_steps_lead_then_areas_by_their_part_then_needs_by_their_gap() -> None:
    found = [one.id for one in causes(worked_sheet("amina"))]
    assert found[:6] == ["X1", "X3", "X5", "X6", "X2", "X4"]
    assert found[6:13] == ["D4", "D7", "D1", "D2", "D5", "D3", "D6"]
    assert found[13:] == ["P5", "P3", "P4", "P6", "P1", "P2"]


def test_an_area_within_five_points_calls_for_nothing() -> None:
    assert "D6" not in [one.id for one in causes(worked_sheet("ben"))]


@pytest.mark.parametrize(
    ("gap", "calls"), [(5, 0), (5.1, 7), (-5, 0), (-5.1, 7), (4.9, 0), (-4.9, 0)]
)
def test_an_area_calls_for_a_move_beyond_exactly_five_points(gap: float, calls: int) -> None:
    assert len([one for one in causes(wishing(gap)) if one.id in DOMAINS]) == calls


def test_a_larger_wish_for_the_present_stands_before_a_smaller_one_for_the_path() -> None:
    sheet = replace(all_fives(), wanted={"D4": 7.0, "D6": 1.0})
    assert [one.id for one in causes(sheet) if one.id in DOMAINS] == ["D6", "D4"]


def test_an_area_of_no_importance_calls_for_nothing() -> None:
    sheet = replace(worked_sheet("amina"), importance={"D4": 0.0})
    assert "D4" not in [one.id for one in causes(sheet)]


def test_needs_lead_and_habits_are_kept_where_the_present_is_chosen() -> None:
    sheet = replace(wishing(-20), need_targets={"P5": 9.0})
    found = causes(sheet)
    assert [one.id for one in found[:6]] == ["P5", "P1", "P2", "P3", "P4", "P6"]
    assert [one.id for one in found[6:]] == list(DOMAINS)
    assert {one.towards for one in found} == {"present"}
    kept = kept_habits(result(sheet), QUESTIONNAIRE, CONTENT)
    assert kept[1] == "Keep learning: at 50%, yours to keep as it is."
    assert len(kept) == 6


def test_a_mixed_wish_offers_both_directions_beside_the_steps() -> None:
    sheet = replace(all_fives(), wanted={"D4": 8.0, "D6": 2.0})
    directions = {one.id: one.towards for one in causes(sheet) if one.id in DOMAINS}
    assert directions == {"D4": "path", "D6": "present"}
    assert reasons(sheet)["D6"] == (
        "In rewards and life you chose 30 points more room for the present; "
        "that moves your balance 4.3 points towards the present."
    )
    assert reasons(sheet)["D4"] == (
        "Goals are 30 points from your target; "
        "reaching it moves your balance 4.3 points towards the future."
    )


def test_needs_call_for_moves_without_any_target_of_the_way() -> None:
    sheet = keyed_sheet({"P1": 9.0, "P2": 4.0, "P6": 7.5})
    assert reasons(sheet) == {
        "P2": "“Pay and schedule are predictable” is at 4 of 10 and the target is 8: 4 to go.",
        "P6": "“Wellbeing and satisfaction with the work-life balance” is at 7.5 of 10 "
        "and the target is 8: 0.5 to go.",
    }
    assert causes(without(sheet, "P1")) == ()


def test_an_unanswered_habit_is_no_cause() -> None:
    sheet = without(worked_sheet("amina"), "X1")
    assert "X1" not in [one.id for one in causes(sheet)]
    assert ranking(sheet).unranked == ("X1",)
    assert ranking(sheet).ranked[0].id == "X3"


def test_a_dismissed_suggestion_stays_away_and_an_empty_cause_with_it() -> None:
    first, *_ = causes(worked_sheet("amina"))
    (moves,) = find_moves([first], CONTENT)
    away = {moves.suggestions[0].id}
    (fewer,) = find_moves([first], CONTENT, away)
    assert fewer.suggestions == moves.suggestions[1:]
    assert find_moves([first], CONTENT, {one.id for one in moves.suggestions}) == ()


def test_an_action_begins_with_the_words_and_the_length_of_its_suggestion() -> None:
    first, *_ = causes(worked_sheet("amina"))
    assert isinstance(first, StepCause)
    suggestion = CONTENT.suggested("X1", "path")[0]
    why = reason(first, QUESTIONNAIRE, CONTENT)
    action = action_from(suggestion, action_id="a1", why=why, today=TODAY)
    assert (action.what, action.why, action.origin) == (suggestion.what, why, suggestion.id)
    assert action.due == TODAY + datetime.timedelta(days=suggestion.days)
    assert action.links == ("X1",)
    assert action.open
    assert action.has_blanks
    assert read_action(as_record(action)) == (action, ())


def test_every_need_of_a_worked_person_has_moves() -> None:
    found = find_moves(causes(worked_sheet("amina")), CONTENT)
    served = {one.cause.id for one in found if isinstance(one.cause, NeedCause)}
    assert served == set(NEEDS)
    assert all(2 <= len(one.suggestions) <= 3 for one in found)


@pytest.mark.parametrize(
    "record",
    [
        *(None, "", 5, math.nan, [], {}, "x" * 1_000_000, object()),
        {"id": "a1"},
        {"what": "Ask"},
        {"id": "a1", "what": "  \n\x00 "},
        {"id": "a1", "what": 5},
        {"id": 5, "what": "Ask"},
        {"id": "../a", "what": "Ask"},
        {"id": "x" * 41, "what": "Ask"},
        {"id": ["a"], "what": {"b": 1}},
    ],
)
def test_what_is_no_action_is_refused_without_an_error(record: object) -> None:
    action, issues = read_action(record)
    assert action is None
    assert issues
    assert read_actions([record])[0] == ()


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("due", "2027-02-30", "missing"),
        ("due", "tomorrow", "missing"),
        ("due", 20270330, "missing"),
        ("due", "٢٠٢٧-٠٣-٣١", "missing"),
        ("due", "0001-01-01", "missing"),
        ("due", datetime.datetime(2027, 3, 31), "missing"),
        ("status", "finished", "unknown"),
        ("status", ["done"], "unknown"),
        ("status", None, "missing"),
        ("links", "X1", "missing"),
        ("links", ["X1", 5, None, "../x"], "unknown"),
        ("links", [f"D{n}" for n in range(100)], "too_many"),
        ("seen_by", "y" * 61, "shortened"),
        ("seen_by", {"a": 1}, "missing"),
        ("what", "w" * 1_000_000, "shortened"),
        ("origin", "no id!", "missing"),
        ("goal", math.inf, "missing"),
    ],
)
def test_a_field_that_cannot_be_read_has_its_default_and_an_issue(
    field: str, value: object, kind: Any
) -> None:
    action, issues = read_action({**LEGAL, field: value}, prefix="actions.0.")
    assert action
    assert issues == (Issue(f"actions.0.{field}", kind),)
    assert len(action.what) <= 80
    assert len(action.seen_by) <= 60
    assert len(action.links) <= 19
    again, silent = read_action(as_record(action))
    assert (again, silent) == (action, ())


def test_text_is_put_on_one_line_without_marks_that_turn_it_round() -> None:
    action, issues = read_action({**LEGAL, "what": " Ask\n\tabout\x00 \u202ehours\ud800 名字 "})
    assert action
    assert action.what == "Ask about hours 名字"
    assert issues == ()


def test_a_list_keeps_sixty_actions_and_each_id_once() -> None:
    many = [{"id": f"a{n}", "what": "Ask"} for n in range(ACTION_LIMIT + 5)]
    kept, issues = read_actions(many)
    assert len(kept) == ACTION_LIMIT
    assert issues == (Issue("actions", "too_many"),)
    twice, issues = read_actions([LEGAL, {**LEGAL, "what": "Other"}, 5, {"id": "b", "what": "B"}])
    assert [one.what for one in twice] == ["Ask about hours", "B"]
    assert issues == (Issue("actions.1.id", "repeated"), Issue("actions.2", "missing"))


@pytest.mark.parametrize("records", [{}, "text", 5, object(), math.nan])
def test_what_is_no_list_holds_no_action(records: object) -> None:
    assert read_actions(records) == ((), (Issue("actions", "missing"),))
    assert read_actions(None) == ((), ())


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("not_started", True), ("in_progress", True), ("done", False), ("dropped", False)],
)
def test_an_action_is_open_until_it_is_done_or_no_longer_relevant(
    status: Any, is_open: bool
) -> None:
    assert Action("a1", "Ask", status=status).open is is_open
