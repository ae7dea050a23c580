"""Tables: plain column names, values as printed, and a row for what is missing."""

from dataclasses import replace
from typing import Any

import pytest

from tests import builders
from throughline import figures, tables
from throughline.answers import Answers
from throughline.tables.answers import answer_words, box_words, importance_words, wanted_words

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
    parts = rows(tables.place_map_table(place, WORDING, path=3.0, purpose=4.0))[2:]
    assert parts == [("Path: roles that connect", "3", ""), ("Purpose and values", "4", "")]
    assert rows(tables.place_map_table(place, WORDING, purpose=0.0))[2:] == [
        ("Purpose and values", "0", "")
    ]
    shares = tables.membership_bars_table(place, WORDING)
    assert list(shares["Share"]) == ["100%", "0%", "0%", "0%"]
    assert shares["Quarter"].iloc[0] == "Present-anchored"


def test_areas_show_now_wanted_and_the_gap_and_say_what_is_missing() -> None:
    sheet = builders.without(AMINA, "E1", "E2", "E3", "E4")
    table = rows(
        tables.domains_now_wanted_table(builders.result(sheet), {"D1": 7.0, "D2": 6.0}, QUESTIONS)
    )
    assert table[0] == ("Work today", "2.8", "0.4", "7", "+42")
    assert table[1] == ("Education", "not enough answers", "", "6", "")
    assert table[3][3:] == ("", "")


def test_the_way_lists_its_exact_parts_between_both_ends() -> None:
    table = rows(tables.way_waterfall_table(way_of(AMINA), QUESTIONS))
    assert table[0] == ("Now", "", "", "28.0")
    assert table[4] == ("Goals", "1.9", "8", "+8.8")
    assert table[-1] == ("Wanted", "", "", "68.6")


@pytest.mark.parametrize("sheet", [AMINA, BEN, builders.worked_sheet("amina_later")])
def test_the_printed_way_of_a_worked_person_adds_up_on_paper(sheet: Answers) -> None:
    table = tables.way_waterfall_table(way_of(sheet), QUESTIONS)
    now, *parts, wanted = [float(said.replace("−", "-")) for said in table["Balance points"]]
    assert now + sum(parts) == pytest.approx(wanted, abs=0.01)


def test_a_table_names_an_area_as_its_chart_does() -> None:
    profile, look = builders.result(AMINA), figures.Look()
    pairs = (
        (
            tables.way_waterfall_table(way_of(AMINA), QUESTIONS),
            figures.way_waterfall(way_of(AMINA), QUESTIONS, look=look),
        ),
        (
            tables.domains_now_wanted_table(profile, AMINA.wanted, QUESTIONS),
            figures.domains_now_wanted(profile, AMINA.wanted, QUESTIONS, look=look),
        ),
        (
            tables.claim_vs_evidence_table(profile, QUESTIONS),
            figures.claim_vs_evidence(profile, QUESTIONS, look=look),
        ),
    )
    for table, figure in pairs:
        assert tuple(table["Area"]) == figure.layout.yaxis.ticktext


def test_levers_carry_the_full_words_and_where_each_leads() -> None:
    gap = way_of(BEN).domains[6]
    table = rows(tables.lever_bars_table(gap, QUESTIONS))
    assert table[0] == ("Direction", "I know where I am heading", "+0.5")
    assert table[-1] == ("Evidence boxes", "keep", "−0.4")
    d1 = rows(tables.lever_bars_table(way_of(AMINA).domains[0], QUESTIONS))
    assert d1[0] == (QUESTIONS.by_id["J1"].text, "less true", "+0.7")


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
    assert table[-1] == ("Direction", "3.3", "0", "+33")


def test_a_need_says_who_set_its_target() -> None:
    sheet = replace(builders.without(AMINA, "P2"), need_targets={"P1": 7.0})
    table = rows(tables.needs_now_target_table(sheet, QUESTIONS, builders.MODEL.numbers))
    assert table[0][1:] == ("6", "7", "1", "your choice")
    assert table[1][1:] == ("not answered", "8", "", "default")
    assert [row[0] for row in table] == [need.text for need in QUESTIONS.of_kind("need")]


def test_a_need_at_or_above_its_target_has_no_gap() -> None:
    sheet = replace(AMINA, need_targets={"P1": 6.0, "P2": 2.0, "P3": 4.5})
    table = tables.needs_now_target_table(sheet, QUESTIONS, builders.MODEL.numbers)
    assert list(table["Gap"]) == ["", "", "0.5", "3", "5", "3"]


def test_habits_are_in_percent_or_not_answered() -> None:
    habits = builders.result(builders.without(AMINA, "X3")).habits
    table = rows(tables.habit_bars_table(habits, QUESTIONS))
    assert table[0] == ("Set long-term goals", "12%")
    assert table[2] == ("Track achievements", "not answered")


def test_the_review_lists_every_question_of_the_form() -> None:
    quick = Answers(form="quick")
    screens = [tables.step_table(quick, QUESTIONS, step) for step in QUESTIONS.steps_of("quick")]
    assert sum(map(len, screens)) == 18
    assert {said for screen in screens for said in screen["Answer"]} == {"not answered yet"}
    asked = [
        text
        for step in QUESTIONS.steps_of("full")
        for text in tables.step_table(AMINA, QUESTIONS, step)["Question"]
    ]
    assert {item.text for item in QUESTIONS.items} <= set(asked)


def test_an_answer_is_the_number_on_screen_and_the_end_it_is_nearer_to() -> None:
    learning, training = QUESTIONS.by_id["E3"], QUESTIONS.by_id["E2"]
    sheet = Answers(markers={"E3": 7.0, "E2": 2.0, "E1": 5.0})
    assert answer_words(sheet, learning) == "7 of 10, towards: is vital for progressing and leading"
    assert answer_words(sheet, QUESTIONS.by_id["E1"]) == "5 of 10, in the middle"
    # E2 is drawn with the career end on the left, unless flips are off.
    assert answer_words(sheet, training) == f"2 of 10, towards: {training.high}"
    assert answer_words(replace(sheet, flips_on=False), training) == (
        f"2 of 10, towards: {training.low}"
    )


@pytest.mark.parametrize("item", ["J1", "J6r", "X1", "P1"])
@pytest.mark.parametrize("marker", [0.0, 4.0, 5.0])
def test_an_answer_without_two_poles_is_its_number(item: str, marker: float) -> None:
    said = answer_words(Answers(markers={item: marker}), QUESTIONS.by_id[item])
    assert said == f"{marker:g} of 10"


@pytest.mark.parametrize(
    ("domain", "wanted", "said"),
    [
        ("D4", 7.5, "7.5 of 10, towards: the career side"),
        ("D4", 2.0, "2 of 10, towards: the job side"),
        ("D4", 5.0, "5 of 10, in the middle"),
        ("D1", 6.0, "6 of 10, towards: Career traits only"),
    ],
)
def test_a_wanted_place_says_its_direction(domain: str, wanted: float, said: str) -> None:
    sheet = Answers(form="full", wanted={domain: wanted})
    assert wanted_words(sheet, QUESTIONS.domain(domain)) == said
    assert wanted_words(Answers(form="full"), QUESTIONS.domain(domain)) == "not answered yet"


@pytest.mark.parametrize(
    ("weight", "said"),
    [(0, "left out"), (1, "as the others"), (2, "twice"), (3.0, "three times"), (1.5, "1.5 times")],
)
def test_how_much_an_area_counts_is_said_in_words(weight: float, said: str) -> None:
    goals = QUESTIONS.domain("D4")
    assert importance_words(Answers(importance={"D4": weight}), goals) == said
    assert importance_words(Answers(importance={"D3": weight}), goals) == "default"


def test_the_three_ways_of_not_answering_are_told_apart() -> None:
    sheet = Answers(skipped=frozenset({"J1"}), not_applicable=frozenset({"J2"}))
    said = [answer_words(sheet, QUESTIONS.by_id[item]) for item in ("J1", "J2", "J3")]
    assert said == ["skipped", "not applicable", "not answered yet"]


def test_each_screen_lists_what_it_asks_boxes_facts_and_wishes() -> None:
    step = next(step for step in QUESTIONS.steps_of("full") if step.domains == ("D4",))
    sheet = replace(AMINA, ticks=frozenset({"written"}), facts={"short_goal": True})
    sheet = replace(sheet, importance={"D4": 2})
    said = dict(rows(tables.step_table(sheet, QUESTIONS, step)))
    assert said["Boxes: Goals"] == "A long-term goal is written down"
    wanted = next(step for step in QUESTIONS.steps_of("full") if step.wanted)
    assert said["I have a short-term goal that meets today's needs"] == "yes"
    said = dict(rows(tables.step_table(sheet, QUESTIONS, wanted)))
    assert said["Where I want to be: Goals"] == "8 of 10, towards: the career side"
    assert said["How much it counts: Goals"] == "twice"


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
