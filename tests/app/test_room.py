"""The three pages of a room: the desk, the phone and the projector, and what each of them refuses."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import resources
from components.state import projecting
from tests.app.conftest import ROOM_KEY
from tests.app.in_a_room import (
    Clock,
    answers,
    code_of,
    hosted,
    invited,
    joined,
    screen_token,
    visitor,
    wall,
)
from tests.app.visit import go_to, is_calm, press, title, words
from throughline.errors import NotSaved
from throughline.workshop.service import Workshop


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock()
    monkeypatch.setattr(resources, "now", standing)
    return standing


OWN_PACE = "Open for everybody's own pace"
WORK = {"J1": 7, "J3": 2, "C1": "skipped", "C4": "na"}


def room_of(host: AppTest) -> str:
    return str(host.session_state["host.id"])


def people_in(host: AppTest) -> int:
    pulse = resources.workshop().pulse(room_of(host))
    return pulse.people if pulse else 0


def answered(host: AppTest, section: str = "work", round_no: int = 1) -> int:
    desk = resources.workshop().desk(room_of(host), str(host.session_state["host.token"]))
    return desk.answered.get((section, round_no), 0)


def state_of(host: AppTest, section: str = "work") -> str:
    desk = resources.workshop().desk(room_of(host), str(host.session_state["host.token"]))
    return next(one.state for one in desk.sections if one.section == section)


def projected(host: AppTest) -> AppTest:
    """The projector, with the link that this desk has made."""
    screen = visitor()
    screen.query_params["t"] = screen_token(host)
    return go_to(screen, "screen")


def test_two_people_join_answer_and_are_counted_and_the_desk_leads_through_it(
    clock: Clock,
) -> None:
    host = hosted()
    assert "Open “Work today”" in words(host)
    first, second = joined(code_of(host)), joined(code_of(host))
    press(host.run(), "cta_next")
    assert "Lock “Work today”" in words(host)
    for phone in (first, second):
        answers(phone.run(), WORK)
        assert "Saved at" in words(phone)
        assert is_calm(phone)
    assert answered(host) == 2
    press(host.run(), "cta_next")
    assert state_of(host) == "locked"
    clock.passes(5)
    press(host.run(), "cta_next")
    assert state_of(host) == "revealed"
    assert is_calm(host)


def test_nobody_is_in_a_room_before_they_tap_join() -> None:
    host = hosted()
    phone = invited(code_of(host))

    assert title(phone) == "Team day"
    assert people_in(host) == 0
    assert "at least 5 people" in words(phone)


def test_an_untouched_question_is_in_no_answer_and_an_empty_form_is_not_saved() -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host, "cta_next")
    answers(phone.run(), {})
    assert "Nothing is entered yet" in words(phone)
    assert answered(host) == 0
    answers(phone, {"J1": 7})
    own = resources.workshop().own(room_of(host), str(phone.session_state["room.token"]))
    assert dict(own.markers) == {"J1": 7}


def test_an_answer_can_be_changed_until_the_section_is_locked() -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host, "cta_next")
    answers(phone.run(), {"J1": 7})
    press(phone, "change_work_1")
    answers(phone, {"J1": 3})
    own = resources.workshop().own(room_of(host), str(phone.session_state["room.token"]))
    assert own.markers["J1"] == 3
    press(host.run(), "cta_next")
    assert not [one for one in phone.run().button if str(one.key).startswith("change_")]


def test_a_save_that_loses_against_another_tab_shows_what_is_saved_and_can_replace_it() -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host, "cta_next")
    other = visitor()
    for name in ("id", "token", "code"):
        other.session_state[f"room.{name}"] = phone.session_state[f"room.{name}"]
    go_to(other, "join")
    phone.run()
    answers(other, {"J1": 9})
    answers(phone, {"J1": 1})
    assert "saved this section first" in words(phone)
    press(phone, "mine_instead")
    own = resources.workshop().own(room_of(host), str(phone.session_state["room.token"]))
    assert own.markers["J1"] == 1


@pytest.mark.parametrize("typed", ["", "1234", "abcd efgh", "9999 9999", "x" * 40])
def test_a_code_that_opens_nothing_is_refused_in_one_sentence(typed: str) -> None:
    phone = invited(typed)

    assert title(phone) == "Join a room"
    assert "No room is open" in words(phone) or "eight digits" in words(phone)
    assert is_calm(phone)


def test_a_link_with_code_and_key_leads_to_the_room_and_is_gone_from_the_address() -> None:
    host = hosted()
    phone = visitor()
    phone.query_params["code"] = code_of(host).replace(" ", "")
    go_to(phone, "join")

    assert title(phone) == "Team day"
    assert not dict(phone.query_params)


def test_a_locked_door_a_closed_room_and_a_withdrawn_person_have_one_way_out() -> None:
    host = hosted()
    inside = joined(code_of(host))
    press(host.run(), "door")
    assert "closed" in words(invited(code_of(host)))
    inside.session_state["room_about"] = True
    press(inside.run(), "withdraw_yes")
    assert "no longer in this room" in words(inside)
    assert people_in(host) == 0


def test_the_own_result_can_be_taken_into_the_own_pages() -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host, "cta_next")
    answers(phone.run(), WORK)
    phone.session_state["room_own_result"] = True
    press(phone.run(), "take_result")
    assert title(phone) == "Balance"
    assert phone.session_state["own.answer.J1"] == 7
    assert phone.session_state["own.answer.C4"] == "na"


def test_a_press_on_the_desk_does_nothing_once_the_right_is_gone() -> None:
    host = hosted()
    room, token = room_of(host), str(host.session_state["host.token"])
    host.session_state["host.token"] = "x" * 43
    press(host, "cta_next")
    desk = resources.workshop().desk(room, token)

    assert title(host) == "Host"

    assert {one.state for one in desk.sections} == {"waiting"}


def test_a_participant_who_opens_the_desk_is_told_nothing_of_the_room() -> None:
    host = hosted()
    phone = joined(code_of(host))
    go_to(phone, "host")

    assert title(phone) == "Host"
    assert "Team day" not in words(phone)
    assert code_of(host) not in words(phone)


def test_the_projector_shows_the_code_and_the_counts_and_has_nothing_to_press() -> None:
    host = hosted()
    joined(code_of(host))
    screen = projected(host.run())

    assert wall(screen)["code"] == code_of(host)
    assert wall(screen)["mode"] == "join"
    assert not screen.button
    press(host, "screen_waiting")
    assert wall(screen.run())["mode"] == "tally"


def test_the_projector_shows_nothing_with_a_token_that_is_not_one() -> None:
    screen = visitor()
    screen.query_params["t"] = "x" * 43
    go_to(screen, "screen")

    assert title(screen) == "This address shows nothing any more"
    assert is_calm(screen)


def test_no_secret_of_the_desk_is_shown_after_it_was_put_away() -> None:
    host = hosted()

    assert not host.code
    assert "Control secret" not in words(host.run())


def test_the_desk_stays_while_the_database_is_away_and_goes_on_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = hosted()
    with monkeypatch.context() as away:

        def refuse(*_: object) -> None:
            raise NotSaved("the database is away")

        away.setattr(Workshop, "desk", refuse)
        host.run()
        assert "can not be reached at the moment" in words(host)
        assert "Open “Work today”" in words(host)
    host.run()
    assert "can not be reached" not in words(host)
    press(host, "cta_next")
    assert state_of(host) == "open"


def test_a_database_that_cannot_be_used_is_said_and_the_other_pages_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(resources.DATABASE_URL, "nonsense://")
    page = go_to(visitor(), "host")
    assert "Rooms cannot be opened on this server at the moment" in words(page)
    assert title(go_to(page, "balance")) == "Balance"


def test_a_second_laptop_regains_the_room_with_the_recovery_secret() -> None:
    first = go_to(visitor(), "host")
    first.session_state["host.key"] = ROOM_KEY
    press(first, "cta_open_room")
    control, recovery = (str(one.value) for one in first.code)
    second = go_to(visitor(), "host")
    for secret, said in (("a guess", True), (recovery, False)):
        second.session_state["host.secret"] = secret
        press(second, "regain")
        assert ("host.id" not in second.session_state) is said
    assert room_of(second) == room_of(first)
    assert str(second.session_state["host.token"]) not in (control, recovery)
    press(second, "cta_kept")
    press(second, "cta_next")
    assert state_of(second) == "open"


def test_at_everybodys_own_pace_a_phone_gets_one_section_after_the_other_and_one_lock_ends_them() -> (
    None
):
    host = hosted()
    phone = joined(code_of(host))
    for section in ("habits", "work"):
        pressed = next(
            b for b in host.run().button if b.label == OWN_PACE and section in str(b.key)
        )
        pressed.click().run()
    answers(phone.run(), WORK)  # as in the agenda, whichever was opened first
    assert answered(host) == 1
    answers(phone.run(), {"X1": 4})
    assert answered(host, "habits") == 1
    next(b for b in host.run().button if b.label == "Lock all that are open").click().run()
    assert {state_of(host), state_of(host, "habits")} == {"locked"}


def test_a_removed_device_is_out_and_the_desk_asks_first() -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host.run(), "remove_yes_1")

    assert "no longer in this room" in words(phone.run())


def test_closing_asks_and_a_key_never_closes(clock: Clock) -> None:
    host = hosted()
    for _ in range(40):
        if not [one for one in host.button if one.key == "cta_next"]:
            break
        press(host, "cta_next")
        clock.passes(5)
        host.run()

    assert "Close the room" in words(host)
    press(host, "cta_ask_close")
    press(host, "cta_yes_close")
    assert "The room is closed" in words(host)


def test_markup_in_the_title_of_a_room_stays_words_on_all_three_pages() -> None:
    hostile = "![x](http://a.example/x.png) **b** <i>i</i> $x$ [l](http://b.example)"
    host = hosted(title=hostile)
    pages = [host, invited(code_of(host)), joined(code_of(host)), projected(host.run())]

    for page in pages:
        assert is_calm(page)
        assert "](http" not in words(page)
        assert "**b**" not in words(page)


def test_after_a_second_round_a_phone_shows_its_own_answers_of_both_rounds(clock: Clock) -> None:
    host = hosted(rounds=2)
    phone = joined(code_of(host))
    for value in (3, 8):
        press(host.run(), "cta_next")
        answers(phone.run(), {"J1": value, "J3": 5})
        assert "before → now" not in words(phone)
        press(host.run(), "cta_next")
        clock.passes(5)
        press(host.run(), "cta_next")
        if value == 3:
            press(host.run(), "next_round")
    assert "**3 → 8**" in words(phone.run())
    assert "**5 → 5**" in words(phone)


def test_a_projector_on_which_nothing_moves_reads_the_pulse_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(resources, "steady", clock)
    host = hosted()
    token = screen_token(host)
    session: dict[str, object] = {}
    monkeypatch.setattr(projecting, "st", SimpleNamespace(session_state=session))
    monkeypatch.setattr(projecting, "carried", lambda *_: {"t": token})
    reads: list[object] = []
    whole = Workshop.screen

    def read(*asked: Any) -> object:
        reads.append(asked)
        return whole(*asked)

    monkeypatch.setattr(Workshop, "screen", read)
    for _ in range(6):
        clock.passes(2)
        assert projecting.watching().screen
    assert len(reads) == 2  # the first look, and the first of which the room was known
    joined(code_of(host))
    clock.passes(2)
    seen = projecting.watching().screen
    assert seen
    assert seen.people == 1
    press(host.run(), "revoke")
    clock.passes(2)
    assert projecting.watching().screen is None
