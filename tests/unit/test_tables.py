"""Tables: plain column names, values as printed, and a row for what is missing."""

from dataclasses import replace
from typing import Any

from tests import builders
from throughline import tables
from throughline.answers import Answers
from throughline.tables.answers import answer_words, box_words

QUESTIONS, WORDING = builders.QUESTIONNAIRE, builders.WORDING
AMINA, BEN = builders.worked_sheet("amina"), builders.worked_sheet("ben")


def rows(frame: Any) -> list[Any]:
    return [tuple(row) for row in frame.itertuples(index=False)]


def way_of(sheet: Answers) -> Any:
    way = builders.way_of(sheet)
    assert way is not None
    return way


def test_the_balance_is_given_for_both_poles() -> None:
    assert rows(tables.balance_bar_table(builders.result(AMINA))) == [
        ("Balance", "72", "28"),
        ("With similar questions", "69-75", "25-31"),
        ("With the open answers", "67-74", "26-33"),
    ]


def test_nothing_open_has_no_row_for_open_answers_and_no_balance_has_no_row() -> None:
    assert len(tables.balance_bar_table(builders.result(BEN))) == 2
    empty = tables.balance_bar_table(builders.result(Answers(form="full")))
    assert (len(empty), list(empty.columns)) == (0, ["What", "Present", "Future"])


def test_the_place_and_its_shares_have_tables() -> None:
    place = builders.result(AMINA).place
    assert place is not None
    assert rows(tables.place_map_table(place, WORDING)) == [
        ("Present needs weigh", "7.8", "0.5"),
        ("Path weighs", "3.4", "0.5"),
    ]
    shares = tables.membership_bars_table(place, WORDING)
    assert list(shares["Share"]) == ["100%", "0%", "0%", "0%"]
    assert shares["Quarter"].iloc[0] == "Present-anchored"


def test_areas_show_now_wanted_and_the_gap_and_say_what_is_missing() -> None:
    sheet = builders.without(AMINA, "E1", "E2", "E3", "E4")
    table = rows(
        tables.domains_now_wanted_table(builders.result(sheet), {"D1": 7.0, "D2": 6.0}, QUESTIONS)
    )
    assert table[0] == ("What the work is like", "2.8", "0.4", "7", "+42")
    assert table[1] == ("Education and training", "not enough answers", "", "6", "")
    assert table[3][3:] == ("", "")


def test_the_way_lists_its_exact_parts_between_both_ends() -> None:
    table = rows(tables.way_waterfall_table(way_of(AMINA), QUESTIONS))
    assert table[0] == ("Now", "", "", "28")
    assert table[4] == ("Goals", "1.9", "8", "+8.8")
    assert table[-1] == ("Wanted", "", "", "69")


def test_levers_carry_the_full_words_and_where_each_leads() -> None:
    gap = way_of(BEN).domains[6]
    table = rows(tables.lever_bars_table(gap, QUESTIONS))
    assert table[0] == ("Direction", "I know where I am heading", "+0.5")
    assert table[-1] == ("Evidence boxes", "keep", "−0.4")
    d1 = rows(tables.lever_bars_table(way_of(AMINA).domains[0], QUESTIONS))
    assert d1[0] == (QUESTIONS.by_id["J1"].text, "less true", "+0.7")


def test_all_levers_are_listed_area_by_area() -> None:
    table = tables.levers_table(way_of(AMINA), QUESTIONS)
    assert len(table) == 37 + 6
    assert list(table.columns) == ["Area", "Question", "Towards", "Balance points"]


def test_boxes_that_count_once_share_a_row() -> None:
    table = tables.ticks_table(way_of(BEN), QUESTIONS)
    assert list(table["Balance points"])[:2] == ["+1.2", "+0.9"]
    assert (
        list(table["One more tick"]).count(
            "Technical skill I can show: coding, design, data analysis, accounting or another one"
        )
        == 1
    )


def test_claims_differ_in_points() -> None:
    table = rows(tables.claim_vs_evidence_table(builders.result(AMINA), QUESTIONS))
    assert table[-1] == ("Mindset, investment, direction", "3.3", "0", "+33")


def test_a_need_says_who_set_its_target() -> None:
    sheet = replace(builders.without(AMINA, "P2"), need_targets={"P1": 7.0})
    table = rows(tables.needs_now_target_table(sheet, QUESTIONS, builders.MODEL.numbers))
    assert table[0][1:] == ("6", "7", "your choice")
    assert table[1][1:] == ("not answered", "8", "default")


def test_habits_are_in_percent_or_not_answered() -> None:
    habits = builders.result(builders.without(AMINA, "X3")).habits
    table = rows(tables.habit_bars_table(habits, QUESTIONS))
    assert table[0] == ("Set long-term goals", "12%")
    assert table[2] == ("Track achievements", "not answered")


def test_the_review_lists_every_question_of_the_form() -> None:
    full = tables.answers_table(AMINA, QUESTIONS)
    assert (len(full), list(full.columns)) == (52, ["Area", "Question", "Answer"])
    quick = tables.answers_table(Answers(form="quick"), QUESTIONS)
    assert len(quick) == 18
    assert set(quick["Answer"]) == {"not answered yet"}
    assert list(full["Area"])[-7:] == ["Habits", *["Needs"] * 6]


def test_an_answer_is_the_number_on_screen_and_the_end_it_is_nearer_to() -> None:
    learning, training = QUESTIONS.by_id["E3"], QUESTIONS.by_id["E2"]
    sheet = Answers(markers={"E3": 7.0, "E2": 2.0, "J1": 5.0})
    assert answer_words(sheet, learning) == "7 of 10, towards: is vital for progressing and leading"
    assert answer_words(sheet, QUESTIONS.by_id["J1"]) == "5 of 10, in the middle"
    # E2 is drawn with the career end on the left, unless flips are off.
    assert answer_words(sheet, training) == f"2 of 10, towards: {training.high}"
    assert answer_words(replace(sheet, flips_on=False), training) == (
        f"2 of 10, towards: {training.low}"
    )


def test_the_three_ways_of_not_answering_are_told_apart() -> None:
    sheet = Answers(skipped=frozenset({"J1"}), not_applicable=frozenset({"J2"}))
    said = [answer_words(sheet, QUESTIONS.by_id[item]) for item in ("J1", "J2", "J3")]
    assert said == ["skipped", "not applicable", "not answered yet"]


def test_one_screen_lists_its_sliders_boxes_wish_and_facts() -> None:
    step = next(step for step in QUESTIONS.steps_of("full") if step.domains == ("D4",))
    sheet = replace(AMINA, ticks=frozenset({"written"}), facts={"short_goal": True})
    said = dict(rows(tables.step_table(sheet, QUESTIONS, step)))
    assert said["Boxes: Goals"] == "A long-term goal is written down"
    assert said["Where I want to be: Goals"] == "8 of 10"
    assert said["I have a short-term goal that meets today's needs"] == "yes"


def test_a_list_that_was_not_reviewed_says_so() -> None:
    boxes = QUESTIONS.lists["D4"]
    assert box_words(Answers(), boxes) == "none ticked (list not reviewed yet)"
    assert box_words(Answers(reviewed=frozenset({"D4"})), boxes) == "none ticked"


def test_a_default_need_target_is_named_on_its_screen() -> None:
    step = next(step for step in QUESTIONS.steps_of("full") if "need" in step.kinds)
    sheet = replace(AMINA, need_targets={"P1": 7.0})
    said = dict(rows(tables.step_table(sheet, QUESTIONS, step)))
    assert said["Target: Income covers bills, rent and daily living"] == "7 of 10"
    assert said["Target: Work leaves me flexible"] == "default"
