"""Trying sliders out: the answers stay, every try can be taken back, and nothing hidden is tried."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.visit import (
    charts,
    fill,
    go_to,
    is_calm,
    live,
    press,
    questions,
    ratio,
    rest,
    slide,
    stored,
    write,
)
from tests.builders import result, worked_sheet
from throughline.wording import percent_pair

SHEET = worked_sheet("ben")
TRY = "what_if"
SCALE = "own.scale.whatif"
ITEMS = ["J1", "C1", "C4"]


@pytest.fixture
def trying(app: AppTest) -> AppTest:
    """A visitor with Ben's answers who has put three sliders on the list."""
    go_to(fill(app, SHEET), "balance")
    return app.multiselect(key="own.what-if-items.").set_value(ITEMS).run()


def printed(**markers: float) -> str:
    """The balance with these markers in place of the answers."""
    sheet = SHEET
    for item, marker in markers.items():
        sheet = sheet.with_marker(item, marker)
    balance = result(sheet).balance
    assert balance is not None
    return "{} : {}".format(*percent_pair(balance.value))


def test_before_the_first_move_the_picture_shows_the_answers(trying: AppTest) -> None:
    assert (live(trying, TRY)["label"], ratio(trying, TRY)) == ("As answered", printed())
    assert questions(trying, SCALE)["J1"]["value"] == SHEET.markers["J1"]


def test_moving_a_slider_moves_the_picture_and_leaves_the_answers(trying: AppTest) -> None:
    before = stored(trying, "answer")

    slide(trying, SCALE, {"J1": 0, "C1": 10, "C4": SHEET.markers["C4"]})

    assert (live(trying, TRY)["label"], ratio(trying, TRY)) == ("What if", printed(J1=0, C1=10))
    assert ratio(trying, TRY) != printed()
    assert stored(trying, "answer") == before


def test_undo_takes_back_one_step_at_a_time(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}, number=1).run()
    slide(trying, SCALE, {"J1": 0, "C4": 0}, number=2).run()
    assert ratio(trying, TRY) == printed(J1=0, C4=0)

    press(trying, "undo")
    assert ratio(trying, TRY) == printed(J1=0)
    assert questions(trying, SCALE)["C4"]["value"] == SHEET.markers["C4"]

    press(trying, "undo")
    assert (ratio(trying, TRY), live(trying, TRY)["label"]) == (printed(), "As answered")


def test_undo_with_nothing_tried_does_nothing(trying: AppTest) -> None:
    press(trying, "undo")

    assert is_calm(trying)
    assert ratio(trying, TRY) == printed()


def test_put_all_back_takes_back_everything(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}, number=1).run()
    slide(trying, SCALE, {"J1": 0, "C4": 0}, number=2).run()

    press(trying, "undo_all")

    assert ratio(trying, TRY) == printed()
    assert {one["value"] for one in questions(trying, SCALE).values()} == {
        SHEET.markers[item] for item in ITEMS
    }


def test_a_slider_moved_back_to_its_answer_is_no_longer_tried(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}, number=1).run()
    slide(trying, SCALE, {"J1": SHEET.markers["J1"]}, number=2)

    assert live(trying, TRY)["label"] == "As answered"


def test_a_skip_is_not_a_try(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": "skipped", "C1": "na", "C4": None})

    assert (ratio(trying, TRY), live(trying, TRY)["label"]) == (printed(), "As answered")


def test_a_slider_that_is_not_on_the_list_cannot_be_tried(trying: AppTest) -> None:
    slide(trying, SCALE, {"E1": 0})

    assert ratio(trying, TRY) == printed()


def test_a_slider_taken_off_the_list_is_no_longer_tried(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}).run()

    trying.multiselect(key="own.what-if-items.").set_value(["C1", "C4"]).run()

    assert ratio(trying, TRY) == printed()


def test_what_is_tried_after_coming_back_is_what_the_sliders_show(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}).run()

    rest(trying, "learn")
    rest(trying, "balance")

    moved = {
        name: one["value"]
        for name, one in questions(trying, SCALE).items()
        if one["value"] != SHEET.markers.get(name)
    }
    assert ratio(trying, TRY) == printed(**moved)


def test_the_result_above_never_moves_with_a_try(trying: AppTest) -> None:
    before = charts(trying)
    assert before

    slide(trying, SCALE, {"J1": 0, "C1": 0}).run()

    assert charts(trying) == before


def test_undo_never_brings_back_a_slider_that_is_off_the_list(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}, number=1).run()
    slide(trying, SCALE, {"J1": 0, "C4": 0}, number=2).run()
    trying.multiselect(key="own.what-if-items.").set_value(["C4"]).run()

    press(trying, "undo")

    assert ratio(trying, TRY) == printed()


def test_a_list_made_in_the_full_form_fits_the_quick_form_too(trying: AppTest) -> None:
    trying.multiselect(key="own.what-if-items.").set_value(["J1", "J2", "E1"]).run()
    slide(trying, SCALE, {"J2": 0}).run()
    go_to(trying, "assess")
    trying.segmented_control(key="own.form.").set_value("quick").run()

    rest(trying, "balance")

    assert is_calm(trying)
    assert {"J2", "E1"}.isdisjoint(questions(trying, SCALE))
    assert live(trying, TRY)["label"] == "As answered"


def test_changing_the_list_keeps_the_tries_of_the_sliders_that_stay(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}).run()

    trying.multiselect(key="own.what-if-items.").set_value(["J1", "E1"]).run()

    assert ratio(trying, TRY) == printed(J1=0)
    assert questions(trying, SCALE)["J1"]["value"] == 0


def test_answering_again_moves_what_a_try_is_measured_against(trying: AppTest) -> None:
    slide(trying, SCALE, {"J1": 0}).run()
    write(trying, "answer", {"C1": 2.0})

    go_to(trying, "balance")

    assert ratio(trying, TRY) == printed(J1=0, C1=2)
