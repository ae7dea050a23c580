"""The answers of a room on a person's own sheet: what was asked wins, everything else keeps its meaning."""

from tests.unit.workshop.house import content
from throughline.answers import Answers
from throughline.workshop.entries import Entries, as_answers, taken_over

QUESTIONS = content().questionnaire
FLIPPED = next(item for item in QUESTIONS.items if item.flipped)
ASKED = next(item for item in QUESTIONS.items if item.flipped and item.id != FLIPPED.id)


def test_answers_of_a_sheet_whose_sides_do_not_alternate_keep_their_meaning() -> None:
    own = Answers(flips_on=False, markers={FLIPPED.id: 2.0, ASKED.id: 5.0})
    room = as_answers([Entries(markers={ASKED.id: 9})], "quick")
    both = taken_over(own, room, QUESTIONS)
    assert both.keyed(FLIPPED) == own.keyed(FLIPPED)
    assert both.keyed(ASKED) == room.keyed(ASKED)
    assert both.flips_on is False


def test_an_answer_is_given_or_set_aside_and_never_both() -> None:
    own = Answers(markers={"J1": 3.0}, skipped=frozenset({"J3", "C1"}))
    room = as_answers([Entries(markers={"J3": 4}, skipped=frozenset({"J1"}))], "quick")
    both = taken_over(own, room, QUESTIONS)
    assert both.markers == {"J3": 4.0}
    assert both.skipped == {"J1", "C1"}


def test_a_full_sheet_stays_full_and_a_list_the_room_reviewed_is_as_the_room_left_it() -> None:
    boxes = [box.id for box in QUESTIONS.lists["D4"].boxes]
    own = Answers(form="full", ticks=frozenset(boxes[:1]), reviewed=frozenset({"D4"}))
    room = as_answers([Entries(boxes={"D4": frozenset(boxes[1:2])})], "quick")
    both = taken_over(own, room, QUESTIONS)
    assert (both.form, both.ticks) == ("full", frozenset(boxes[1:2]))
