"""The preview: what is in a file in words, and what opening it would add, replace and take away."""

import datetime
from dataclasses import replace

import pytest

from tests.builders import all_fives
from tests.plan_files.strategies import CONTENT, WORDS
from throughline.actions import Action
from throughline.answers import Answers
from throughline.goals import Goal
from throughline.journal import Entry
from throughline.plan_file import PlanFile, Sitting
from throughline.plan_file.summary import Difference, difference, summary

DAY = datetime.date(2026, 3, 31)
GOAL = Goal("g1", "Pass the exam")


def entry(number: int, day: datetime.date = DAY) -> Entry:
    """A log entry."""
    return Entry(f"e{number}", "learning", day, "A talk")


def only(now: PlanFile, file: PlanFile) -> Difference:
    """The one difference between two plans."""
    (found,) = difference(now, file, WORDS)
    return found


@pytest.mark.parametrize(
    ("plan", "lines"),
    [
        (PlanFile(), ["There is nothing in it yet."]),
        (PlanFile(owner="Ada"), ["Name: Ada"]),
        (PlanFile(answers=all_fives("quick")), ["18 of 18 answers of the Quick form"]),
        (PlanFile(answers=all_fives("full")), ["52 of 52 answers of the Full form"]),
        (
            PlanFile(answers=Answers(markers={"J1": 5.0, "J2": 4.0})),
            [
                "1 of 18 answers of the Quick form",
                "2 of 52 answers of the Full form, begun besides",
            ],
        ),
        (
            PlanFile(answers=Answers(ticks=frozenset({"written"}), wanted={"D1": 5.0, "D2": 3.0})),
            ["1 evidence box", "Wishes for 2 of the 7 areas"],
        ),
        (
            PlanFile(pay={"now": {"name": "Support {desk}"}, "path": {"salary": 1.0}}),
            ["Pay of 2 packages: Support {desk}, Career path"],
        ),
        (PlanFile(goals=(GOAL,)), ["1 goal"]),
        (PlanFile(actions=(Action("a", "b"), Action("c", "d"))), ["2 actions"]),
        (PlanFile(journal=(entry(1),)), ["1 log entry, of 31 Mar 2026"]),
        (
            PlanFile(journal=(entry(1, datetime.date(2025, 12, 1)), entry(2))),
            ["2 log entries, 1 Dec 2025 to 31 Mar 2026"],
        ),
        (
            PlanFile(sittings=(Sitting("s1", "Spring", DAY, Answers()),)),
            ["Sitting of 31 Mar 2026: Spring"],
        ),
        (
            PlanFile(owner="Ada", versions={"questionnaire": "0.9"}),
            [
                "Name: Ada",
                "Made with version 0.9 of the questions; this is version"
                f" {CONTENT.questionnaire.version}. Every answer is read by its id.",
            ],
        ),
    ],
)
def test_a_plan_is_said_in_lines(plan: PlanFile, lines: list[str]) -> None:
    assert list(summary(plan, CONTENT)) == lines


def test_two_equal_plans_have_no_difference() -> None:
    plan = PlanFile(owner="Ada", goals=(GOAL,))
    assert [one.same for one in difference(plan, plan, WORDS)] == [True, True]
    assert difference(plan, plan, WORDS)[1].sentence == "Goals: the same in both."
    assert difference(PlanFile(), PlanFile(), WORDS) == ()


def test_goals_are_compared_by_id() -> None:
    other = Goal("g2", "Write it down")
    late = replace(GOAL, due=DAY)
    now = PlanFile(goals=(GOAL, other))
    found = only(now, PlanFile(goals=(late, Goal("g3", "New"), Goal("g4", "Newer"))))

    assert (found.section, found.added, found.changed, found.removed) == ("goals", 2, 1, 1)
    assert found.sentence == "Goals: 2 new, 1 replaced, 1 taken away."


def test_what_is_on_one_side_alone_is_added_or_taken_away() -> None:
    full, empty = PlanFile(journal=(entry(1), entry(2))), PlanFile()
    assert only(empty, full).sentence == "Log: nothing here yet; 2 from the file."
    assert (
        only(full, empty).sentence == "Log: 2 here and none in the file; opening takes them away."
    )


def test_answers_are_compared_slider_by_slider_and_box_by_box() -> None:
    now = PlanFile(answers=Answers(markers={"J1": 5.0, "C1": 5.0}, ticks=frozenset({"written"})))
    file = PlanFile(
        answers=Answers(markers={"J1": 6.0}, skipped=frozenset({"C1"}), ticks=frozenset({"dated"}))
    )
    found = only(now, file)
    assert (found.added, found.changed, found.removed) == (1, 2, 1)


def test_when_an_answer_was_given_is_no_difference() -> None:
    now = PlanFile(answers=Answers(markers={"J1": 5.0}, first_answered={"J1": 1.0}))
    file = PlanFile(answers=Answers(markers={"J1": 5.0}, first_answered={"J1": 9.0}))
    assert only(now, file).same


def test_an_empty_sheet_of_either_form_and_a_switch_at_its_place_are_no_entries() -> None:
    assert difference(PlanFile(equity_out=False), PlanFile(pay={"now": {}}), WORDS) == ()
    assert only(PlanFile(), PlanFile(equity_out=True)).added == 1
    assert only(PlanFile(), PlanFile(answers=Answers(form="full"))).added == 1


def test_free_hours_of_nought_are_an_entry() -> None:
    assert only(PlanFile(), PlanFile(free_hours=0.0)).added == 1
