"""From a slider to the sentence: answers reach the result through the callbacks a browser would trigger."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import (
    RATIO,
    answer,
    charts,
    fill,
    fire,
    go_to,
    is_calm,
    live,
    press,
    questions,
    ratio,
    slide,
    stored,
    title,
    words,
    write,
)
from tests.builders import (
    DOMAINS,
    QUESTIONNAIRE,
    WORDING,
    all_fives,
    keyed_sheet,
    only_first,
    result,
    worked_sheet,
)
from throughline.answers import Answers
from throughline.wording import balance_sentence, needs, percent_pair

QUICK_STEPS = QUESTIONNAIRE.steps_of("quick")
SCALE = "own.scale."


def printed(sheet: Answers) -> str:
    """The balance of a sheet as the live picture prints it."""
    balance = result(sheet).balance
    assert balance is not None
    return "{} : {}".format(*percent_pair(balance.value))


@pytest.mark.parametrize("person", ["amina", "ben"])
def test_the_balance_page_says_exactly_what_the_model_says(app: AppTest, person: str) -> None:
    sheet = worked_sheet(person)

    go_to(fill(app, sheet), "balance")

    assert is_calm(app)
    assert balance_sentence(result(sheet), WORDING) in words(app)
    assert "badge[Full form]" in words(app)


def test_answering_every_slider_in_the_browser_makes_the_balance_appear(app: AppTest) -> None:
    expected = Answers()
    go_to(app, "assess")
    for step in QUICK_STEPS:
        fire(app, "live_piece", "go", step.id)
        items = QUESTIONNAIRE.of_step(step)
        slide(app, SCALE, {item.id: 8 for item in items}).run()
        for item in items:
            expected = expected.with_marker(item.id, 8)

    assert is_calm(app)
    assert ratio(app) == printed(expected)
    assert live(app)["count"] == "18 of 18"
    assert balance_sentence(result(expected), WORDING) in words(go_to(app, "balance"))


def test_one_answer_moves_the_live_balance_without_drawing_the_page_again(app: AppTest) -> None:
    sheet = all_fives("quick")
    go_to(fill(app, sheet), "assess")
    before = ratio(app)

    slide(app, SCALE, {"J1": 0})

    assert before == printed(sheet)
    assert ratio(app) == printed(sheet.with_marker("J1", 0)) != before
    assert not app.title


def test_moving_every_answer_towards_the_future_moves_the_balance_there(app: AppTest) -> None:
    items = QUESTIONNAIRE.balance_items("quick")
    futures = []
    for keyed in (1, 9):
        value = {i.id: 10 - keyed if i.scale == "J" else keyed for i in items}
        go_to(fill(app, keyed_sheet(value, form="quick")), "assess")
        futures.append(int(ratio(app).split(" : ")[1]))

    assert futures[0] < 50 < futures[1]


def test_the_balance_page_redraws_its_charts_when_an_answer_changes(app: AppTest) -> None:
    before = charts(go_to(fill(app, all_fives("quick")), "balance"))

    after = charts(go_to(answer(app, {"J1": 0.0, "J3": 0.0}), "balance"))

    assert before.keys() == after.keys()
    assert before["chart_balance"] != after["chart_balance"]
    assert before["chart_areas"] != after["chart_areas"]


def test_skipping_a_slider_takes_its_answer_away_and_leaves_it_open(app: AppTest) -> None:
    sheet = all_fives("quick").with_marker("C1", 9)
    go_to(fill(app, sheet), "assess")

    slide(app, SCALE, {"C1": "skipped"})

    assert stored(app, "answer")["C1"] == "skipped"
    assert live(app)["count"] == "17 of 18"
    assert "You left 1 slider open" in words(go_to(app, "balance"))


def test_not_applicable_settles_a_slider_without_counting_it_as_an_answer(app: AppTest) -> None:
    sheet = all_fives("quick").with_marker("C1", 9)
    go_to(fill(app, sheet), "assess")

    slide(app, SCALE, {"C1": "na"})

    assert live(app)["count"] == "18 of 18"
    assert ratio(app) != printed(sheet)
    assert "open;" not in words(go_to(app, "balance"))


def test_clearing_a_slider_makes_it_untouched_again(app: AppTest) -> None:
    slide(go_to(app, "assess"), SCALE, {"J1": 4}, number=1).run()
    slide(app, SCALE, {"J1": None}, number=2)

    assert "J1" not in stored(app, "answer")
    assert live(app)["count"] == "0 of 18"


def test_switching_the_sides_off_and_on_keeps_every_meaning(app: AppTest) -> None:
    sheet = worked_sheet("amina")
    go_to(fill(app, sheet), "assess")
    before, markers = ratio(app), stored(app, "answer")

    app.toggle(key="own.flips.").set_value(False).run()
    off, mirrored = ratio(app), stored(app, "answer")
    app.toggle(key="own.flips.").set_value(True).run()

    assert (before, off, ratio(app)) == (printed(sheet),) * 3
    changed = {name for name in markers if mirrored[name] != markers[name]}
    flipped = {i.id for i in QUESTIONNAIRE.items if i.flipped and i.id in sheet.markers}
    assert changed == {name for name in flipped if markers[name] != 5}
    assert stored(app, "answer") == markers


def test_a_flipped_question_swaps_its_ends_and_its_marks(app: AppTest) -> None:
    write(app, "form", {"": "full"})
    write(app, "step", {"full": "d2"})
    on = questions(go_to(app, "assess"), SCALE)["E2"]

    app.toggle(key="own.flips.").set_value(False).run()
    off = questions(app, SCALE)["E2"]

    assert (on["left"], on["left_mark"]) == (off["right"], off["right_mark"])
    assert off["left_mark"] == "present"


def test_a_full_sheet_shows_its_quick_result_until_its_own_gate_opens(app: AppTest) -> None:
    quick = all_fives("quick")
    sheet = Answers(form="full", markers=quick.markers)

    said = words(go_to(fill(app, sheet), "balance"))

    assert "badge[Quick form]" in said
    assert "badge[Full form]" not in said
    assert "This is the Quick result; the Full one opens after" in said
    assert live(go_to(app, "assess"))["label"] == "Quick form"


def test_a_full_sheet_below_both_gates_says_what_is_missing(app: AppTest) -> None:
    sheet = only_first(5, "full")

    said = words(go_to(fill(app, sheet), "balance"))

    assert f"Your balance appears after {needs(result(sheet).gate)}." in said
    assert not RATIO.search(said)


@pytest.mark.parametrize("form", ["quick", "full"])
def test_importance_zero_everywhere_is_told_in_a_sentence(app: AppTest, form: str) -> None:
    fill(app, all_fives("full"))
    write(app, "form", {"": form})
    write(app, "importance", dict.fromkeys(DOMAINS, 0))

    said = words(go_to(app, "balance"))

    assert is_calm(app)
    assert WORDING.balance["pending_unweighted"] in said
    assert not RATIO.search(said)
    assert "chart_balance" not in charts(app)


def test_importance_changes_the_balance(app: AppTest) -> None:
    fill(app, worked_sheet("amina"))
    write(app, "step", {"full": "wanted"})
    go_to(app, "assess")
    before = ratio(app)

    app.segmented_control(key="own.importance.D4").set_value(0).run()

    assert ratio(app) != before


def test_a_ticked_box_counts_once_its_list_is_reviewed(app: AppTest) -> None:
    fill(app, all_fives("full"))
    write(app, "step", {"full": "d2"})
    go_to(app, "assess")
    before = ratio(app)

    for box in QUESTIONNAIRE.lists["D2"].boxes:
        app.checkbox(key=f"own.tick.{box.id}").check()
    app.run()
    unreviewed = ratio(app)
    app.run().toggle(key="own.reviewed.D2").set_value(True).run()

    assert unreviewed == before
    assert ratio(app) != before


def test_a_wanted_place_opens_the_way_on_the_balance_page(app: AppTest) -> None:
    fill(app, all_fives("full"))
    write(app, "step", {"full": "wanted"})
    assert WORDING.plans["ask"].title in words(go_to(app, "balance"))

    slide(go_to(app, "assess"), "own.scale.wanted", {"D4": 8.5})

    assert stored(app, "wanted") == {"D4": 8.5}
    assert WORDING.plans["steps"].title in words(go_to(app, "balance"))
    assert "chart_way" in charts(app)


def test_the_review_lists_every_step_and_leads_back_to_the_first_open_question(
    app: AppTest,
) -> None:
    first = QUESTIONNAIRE.of_step(QUICK_STEPS[0])
    go_to(answer(app, {item.id: 6.0 for item in first}), "assess")
    press(app, "Review answers")
    assert [str(one.value) for one in app.subheader] == [step.name for step in QUICK_STEPS]

    press(app, "cta_open")

    assert list(questions(app, SCALE)) == [i.id for i in QUESTIONNAIRE.of_step(QUICK_STEPS[1])]


def test_the_form_can_be_walked_forwards_and_back(app: AppTest) -> None:
    go_to(app, "assess")
    for _ in QUICK_STEPS[1:]:
        press(app, "cta_next")
    assert "cta_next" not in {one.key for one in app.button}

    press(app, "Back")

    assert list(questions(app, SCALE)) == [i.id for i in QUESTIONNAIRE.of_step(QUICK_STEPS[-2])]


def test_the_finished_review_leads_to_the_balance(app: AppTest) -> None:
    write(fill(app, all_fives("quick")), "step", {"quick": "review"})

    press(go_to(app, "assess"), "cta_see")

    assert title(app) == "Balance"
