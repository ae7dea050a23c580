"""Pictures of rooms: what the reveal shows, what the profile combines, what is hidden, and how it is read back."""

import json
from dataclasses import replace

import pytest

from tests.builders import QUESTIONNAIRE
from tests.unit.workshop.room_of import (
    FULL,
    QUICK,
    WORK,
    RoomOf,
    Screenful,
    answered,
    figure,
    invented,
)
from throughline.errors import PictureUnreadable
from throughline.workshop.entries import Entries
from throughline.workshop.picture import read_picture, write_picture
from throughline.workshop.publish import Members, final_step
from throughline.workshop.rehearsal import invent
from throughline.workshop.room import K


def everybody(slots: range) -> dict[int, Entries]:
    """People who answered all of the quick form, nobody skipping."""
    return {
        slot: Entries(markers={item: (slot * 3 + place) % 11 for place, item in enumerate(items())})
        for slot in slots
    }


def items() -> list[str]:
    """Items of the quick form."""
    return [item for section in QUICK for item in section.items]


def test_four_people_are_shown_nothing() -> None:
    picture = RoomOf().reveal(answered({1: 2, 2: 3, 3: 4, 4: 5}))
    assert (picture.n, picture.figures[0].state, picture.figures[0].needs) == (0, "waiting", 5)
    assert "2" not in json.loads(write_picture(picture)).get("strip", "")


def test_two_pole_items_count_from_their_low_end_wherever_they_are_drawn() -> None:
    flipped = next(item for item in QUESTIONNAIRE.of_kind("two-pole") if item.flipped)
    people = {slot: Entries(markers={flipped.id: 9}) for slot in range(5)}
    seen = figure(RoomOf().reveal(people, Screenful(items=(flipped.id,))), f"item.{flipped.id}")
    assert seen.same == 1


def test_a_few_who_skipped_are_called_a_few() -> None:
    people = answered(dict.fromkeys(range(8), 4)) | {90: Entries(skipped=frozenset({"J1"}))}
    few = figure(RoomOf().reveal(people), "item.J1")
    assert (few.few_skipped, few.n) == (True, 0)
    more = people | {slot: Entries() for slot in range(91, 95)}
    assert not figure(RoomOf().reveal(more), "item.J1").few_skipped


def test_a_second_round_one_person_short_shows_the_change_only() -> None:
    room = RoomOf()
    room.reveal(answered(dict(enumerate([2, 3, 3, 5, 8, 4, 6, 7, 7, 9]))))
    second = room.reveal(answered(dict(enumerate([4, 5, 3, 5, 8, 4, 6, 9, 7]))), round_no=2)
    assert figure(second, "item.J1").state == "unclean"
    change = figure(second, "change.item.J1")
    # Without its number of people: ten before, less those of the change, would be the one who is missing.
    assert (change.n, change.median, change.row("up"), change.row("same")) == (0, 0, 35, 70)


def test_one_who_is_missing_takes_four_others_out_of_a_second_round_if_enough_are_left() -> None:
    for people, state in ((12, "unclean"), (15, "shown"), (23, "shown")):
        room = RoomOf()
        room.reveal(answered({slot: slot % 11 for slot in range(people)}))
        second = room.reveal(answered({slot: slot % 7 for slot in range(1, people)}), round_no=2)
        seen = figure(second, "item.J1")
        assert (seen.state, seen.left_out) == (state, state == "shown"), people
        if seen.left_out:
            # Neither how many are left out nor, with it, how many are missing.
            assert (seen.n, seen.few_skipped, seen.up_to) == (0, False, True)
            shown = next(one for one in room.versions if (one.figure, one.round) == ("item.J1", 2))
            assert len(shown.members) == people - K
            assert figure(second, "change.item.J1").state == "shown"


def test_who_comes_late_is_left_out_of_a_second_round_and_stays_in_it_when_enough_come() -> None:
    for new, left_out, n in ((1, True, 12), (4, True, 12), (5, False, 17)):
        room = RoomOf()
        room.reveal(answered({slot: slot for slot in range(12)}))
        second = room.reveal(answered({slot: slot % 11 for slot in range(12 + new)}), round_no=2)
        assert figure(second, "item.J1").left_out is left_out
        shown = next(one for one in room.versions if (one.figure, one.round) == ("item.J1", 2))
        assert len(shown.members) == n


def test_who_is_left_out_of_a_later_round_keeps_the_answer_shown_before_in_the_profile() -> None:
    room = RoomOf()
    for section in QUICK:
        room.reveal(everybody(range(23)), section)
    room.reveal(everybody(range(1, 23)), WORK, round_no=2)
    assert figure(room.profile(), "domain.D1").n == 23


def test_who_is_left_out_does_not_depend_on_any_answer() -> None:
    first: Members = dict.fromkeys(range(30), 5)
    chosen = set()
    for value in range(11):
        step = final_step({slot: (slot * value) % 11 for slot in range(2, 30)}, (), [first])
        chosen.add(frozenset(step.members or {}))
    assert len(chosen) == 1


def test_the_same_question_in_another_section_is_held_against_the_first() -> None:
    room = RoomOf()
    room.reveal(answered({slot: slot for slot in range(10)}))
    again = room.reveal(answered({slot: slot for slot in range(9)}), Screenful("two"))
    assert figure(again, "item.J1").state == "unclean"


def test_a_figure_hides_when_fewer_than_five_of_its_people_are_left() -> None:
    room = RoomOf()
    room.reveal(answered({slot: slot for slot in range(6)}))
    room.withdraw(0)
    assert room.seen()[0].figures[0].state == "shown"
    room.withdraw(1)
    hidden = room.seen()[0].figures[0]
    assert (hidden.state, hidden.n, hidden.median, hidden.strip) == ("hidden", 0, None, ())


def test_what_the_profile_repeats_hides_with_the_figure_it_was_copied_from() -> None:
    room = RoomOf()
    room.reveal(everybody(range(6)), QUICK[2])
    room.profile()
    for slot in (0, 1):
        room.withdraw(slot)
    for picture in room.seen():
        assert figure(picture, "item.X1").state == "hidden"


def test_a_complete_room_has_a_whole_profile() -> None:
    room = RoomOf()
    for section in QUICK:
        room.reveal(everybody(range(12)), section)
    seen = room.profile()
    assert figure(seen, "balance").low is not None
    assert figure(seen, "domain.D1").mean is not None
    assert figure(seen, "map").n == 12
    assert figure(seen, "item.X1").mean == figure(room.pictures[2], "item.X1").mean
    assert figure(seen, "steps").state == "not_asked"
    assert not figure(seen, "balance").coarse


def test_one_who_skipped_one_question_leaves_medians_only_in_what_is_made_of_it() -> None:
    room = RoomOf()
    people = everybody(range(12))
    rest = {item: 4 for item in items() if item != "J1"}
    people[3] = Entries(markers=rest, skipped=frozenset({"J1"}))
    for section in QUICK:
        room.reveal(people, section)
    seen = room.profile()
    for name in ("domain.D1", "balance", "map"):
        coarse = figure(seen, name)
        assert coarse.coarse, name
        assert (coarse.mean, coarse.sd, coarse.low, coarse.strip) == (None, None, None, ()), name
        assert coarse.row("present") is None
    assert figure(seen, "domain.D3").mean is not None


def test_six_in_the_profile_beside_seven_in_a_section_cannot_be_set_off() -> None:
    room = RoomOf()
    people = everybody(range(7))
    for section in QUICK[:2]:
        room.reveal(people, section)
    room.withdraw(6)
    seen = room.profile()
    assert figure(seen, "balance").n == 6
    assert figure(seen, "balance").coarse
    assert figure(seen, "balance").strip == ()


def test_a_later_round_is_held_against_the_profile_made_of_the_first() -> None:
    room = RoomOf()
    for section in QUICK:
        room.reveal(everybody(range(12)), section)
    room.profile()
    room.versions = tuple(v for v in room.versions if v.figure != "item.J1")
    later = room.reveal(everybody(range(11)), WORK, round_no=2)
    assert figure(later, "item.J1").state == "unclean"


def test_thirty_complete_people_give_an_early_alpha_and_fifty_an_omega_of_long_scales() -> None:
    asked = invented(range(90), QUICK[2])
    people = [one for one in asked.values() if not one.skipped]
    for n, early, omega in ((29, None, False), (30, 1, False), (50, 0, True)):
        room = RoomOf()
        room.reveal(dict(enumerate(people[:n])), QUICK[2])
        seen = figure(room.profile(), "scale.X")
        assert seen.row("early") == early
        assert (seen.row("omega") is not None) is omega
        assert (seen.row("item_total.X1") is not None) is (n >= 30)


def test_the_full_form_ranks_steps_from_ten_people() -> None:
    room = RoomOf()
    room.reveal(invented(range(30), FULL[0]), FULL[0])
    seen = figure(room.profile(), "steps")
    assert {name for name, _ in seen.rows} == {f"X{n}" for n in range(1, 7)}


def test_invented_people_are_the_same_for_the_same_seed_and_legal() -> None:
    for section in (*QUICK, *FULL):
        one, again = (invent(section, QUESTIONNAIRE, seed=1, slot=4) for _ in range(2))
        assert one == again
        assert one != invent(section, QUESTIONNAIRE, seed=1, slot=5)
        assert all(isinstance(m, int) and 0 <= m <= 10 for m in one.markers.values())
        assert sum(one.pay.values()) in (0, 100)
        assert not one.skipped & one.markers.keys()


def test_a_rehearsal_can_show_what_moved_whoever_skips_skips_in_both_rounds() -> None:
    for slot in range(40):
        first, second = (
            invent(QUICK[1], QUESTIONNAIRE, seed=1, slot=slot, round_no=number) for number in (1, 2)
        )
        assert first.skipped == second.skipped


def test_a_picture_survives_writing_and_reading_to_the_letter() -> None:
    room = RoomOf()
    room.reveal(invented(range(40), FULL[0]), FULL[0])
    for picture in (*room.pictures, room.profile()):
        text = write_picture(replace(picture, rehearsal=True))
        assert write_picture(read_picture(text)) == text


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("n"),
        lambda data: data.update(extra=1),
        lambda data: data["figures"][0].update(state="leaked"),
        lambda data: data["figures"][0].update(members={"1": 3}),
        lambda data: data["figures"][0].update(median="3"),
        lambda data: data.update(figures={}),
    ],
)
def test_a_picture_that_is_not_exactly_one_is_refused(change: object) -> None:
    data = json.loads(write_picture(RoomOf().reveal(answered({s: s for s in range(6)}))))
    assert callable(change)
    change(data)
    with pytest.raises(PictureUnreadable):
        read_picture(json.dumps(data))
    with pytest.raises(PictureUnreadable):
        read_picture("{")
    with pytest.raises(PictureUnreadable):
        read_picture("[" * 600_000)
