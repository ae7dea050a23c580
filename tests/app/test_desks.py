"""More than one desk: links to a second one, ending the others, coming back, choosing, and what the log says."""

import re
from typing import Any

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitCookies
from streamlit.testing.v1 import AppTest

from components import resources
from tests.app.conftest import ROOM_KEY
from tests.app.in_a_room import Clock, code_of, hosted, invited, joined, visitor
from tests.app.visit import go_to, is_calm, press, title, words
from throughline.errors import NotSaved
from throughline.workshop.cookies import facilitator_cookie
from throughline.workshop.service import Workshop

DAY = 24 * 3600


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock()
    monkeypatch.setattr(resources, "now", standing)
    return standing


def noted(app: AppTest, name: str) -> str:
    return str(app.session_state[f"host.{name}"])


def second(host: AppTest, button: str = "desk_make") -> AppTest:
    """A browser that follows the link to a second desk, before its press."""
    press(host, button)
    (link,) = [str(one.value) for one in host.code]
    other = visitor()
    other.query_params["desk"] = re.findall(r"/host\?desk=([\w-]{43})$", link)[0]
    return go_to(other, "host")


def test_a_link_opens_a_second_desk_once_and_carries_no_secret_of_a_desk() -> None:
    host = hosted()
    other = second(host)
    assert title(other) == "Open a second desk here?"
    assert not dict(other.query_params)
    assert "host.token" not in other.session_state
    press(other, "cta_second_desk")
    assert title(other) == "Team day"
    press(other, "cta_next")
    assert "“Work today”" in words(host.run())
    assert "Desks: 2" in words(host)
    assert not host.code
    late = visitor()
    late.query_params["desk"] = noted(other, "token")
    press(go_to(late, "host"), "cta_second_desk")
    assert "has been used" in words(late)
    assert title(late) == "Host"


def test_two_desks_that_press_at_once_carry_out_one_press_and_say_so() -> None:
    host = hosted()
    other = press(second(host), "cta_second_desk")
    press(host.run(), "cta_next")
    press(other, "cta_next")
    assert "Somebody else at a desk was faster" in words(other)
    assert "Lock “Work today”" in words(other)
    assert is_calm(other)


def test_a_desk_that_only_looks_has_nothing_to_press_but_to_leave() -> None:
    host = hosted()
    joined(code_of(host))
    other = press(second(host.run(), "desk_make_looks"), "cta_second_desk")
    assert [one.key for one in other.button] == ["leave_desk"]
    assert code_of(other) == code_of(host)
    press(host.run(), "cta_next")
    assert "Opened “Work today”" in words(other.run())
    assert is_calm(other)


def test_ending_the_other_desks_sends_a_stolen_laptop_away_and_asks_first() -> None:
    host = hosted()
    stolen = press(second(host), "cta_second_desk")
    press(host.run(), "ask_revoke_desks")
    press(host, "cta_yes_revoke_desks")
    assert "Desks: 1" in words(host)
    assert title(stolen.run()) == "Host"
    assert "This desk is over" in words(stolen)
    assert title(host.run()) == "Team day"


def test_the_log_says_what_was_done_in_plain_words_and_names_no_device() -> None:
    host = hosted()
    joined(code_of(host))
    press(host.run(), "cta_next")
    press(host, "door")
    press(host, "remove_yes_1")
    (said,) = [str(one.value) for one in host.markdown if "Opened “Work today”" in str(one.value)]
    assert "Locked the door" in said
    assert "Removed a device and its answers" in said
    assert "Another step" not in said
    assert not re.search("slot|number|_", said)
    assert "Undo: Unlocked the door" not in words(host)


def test_undo_names_the_step_as_the_log_does() -> None:
    host = hosted()
    press(host, "cta_next")
    assert "Undo: Opened “Work today”" in words(host)
    press(host, "desk_undo")
    assert "Open “Work today”" in words(host)


def test_a_room_that_closed_by_itself_is_opened_with_its_recovery_secret(clock: Clock) -> None:
    first = go_to(visitor(), "host")
    first.session_state["host.key"] = ROOM_KEY
    press(first, "cta_open_room")
    recovery = str(first.code[1].value)
    clock.passes(DAY + 61)
    resources.workshop()._kept_at = None
    resources.workshop().keep_house()
    again = go_to(visitor(), "host")
    again.session_state["host.secret"] = recovery
    press(again, "regain")
    assert "The room is closed" in words(again)
    assert "Closed by itself" in words(again)
    press(again, "ask_delete")
    press(again, "cta_yes_delete")
    assert "is deleted" in words(again)


def test_a_browser_with_the_cookies_of_two_rooms_is_asked_which(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rooms = [hosted(title=name) for name in ("Morning", "Afternoon")]
    held = {facilitator_cookie(noted(one, "id")): noted(one, "token") for one in rooms}
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: StreamlitCookies(held)))
    monkeypatch.setattr(resources, "server_address", lambda: "http://192.168.1.20:8501")
    page = go_to(visitor(), "host")
    assert title(page) == "Host"
    assert {"Morning", "Afternoon"} <= {one.label for one in page.button}
    press(page, "Afternoon")
    assert title(page) == "Afternoon"
    press(page, "leave_desk")
    assert title(page) == "Host"
    assert "Afternoon" not in {one.label for one in page.button}
    press(page, "Morning")
    assert title(page) == "Morning"


def test_a_screen_link_that_could_not_be_revoked_stays_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise NotSaved("the database is away")

    host = press(hosted(), "make_screen")
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "act", away)
        press(host, "revoke")
    assert host.run().get("link_button")
    press(host, "revoke")
    assert not host.get("link_button")


def test_the_button_that_takes_a_picture_off_the_screen_says_so(clock: Clock) -> None:
    host = hosted()
    assert "Counters" in {one.label for one in host.button}
    for _ in range(3):
        press(host.run(), "cta_next")
        clock.passes(5)
    host.run()
    press(host, "Hide the picture")
    assert "Hide the picture" not in {one.label for one in host.button}
    assert is_calm(host)


PLACES = {"http://192.168.1.20:8501": "Wi-Fi", "http://10.0.0.2:8501": "cable"}


def test_every_address_turns_green_when_a_phone_arrives_under_it_and_can_be_put_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second_one = PLACES
    opened = {"under": first}
    monkeypatch.setenv(resources.SERVER_PLACES, "\n".join(map(" ".join, PLACES.items())))
    monkeypatch.setenv(resources.SERVER_ADDRESS, first)
    monkeypatch.setattr(ContextProxy, "url", property(lambda _: f"{opened['under']}/host"))
    host = hosted()
    assert "Other addresses of this computer: 1" in words(host)
    assert words(host).count("No phone yet") == 2
    opened["under"] = second_one
    invited(code_of(host))
    opened["under"] = first
    host.run()
    assert (words(host).count("No phone yet"), words(host).count("A phone has arrived]")) == (1, 1)
    assert "A phone has arrived under 10.0.0.2:8501" in words(host)
    press(host, "Use this address")
    assert "**10.0.0.2:8501/join**" in words(host)
    assert "which is not the address shown" not in words(host)
    press(host, "make_screen")
    assert {one.proto.url.partition("/screen")[0] for one in host.get("link_button")} == {
        second_one
    }


def test_a_browser_that_has_a_desk_does_not_prove_that_phones_arrive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(resources.SERVER_ADDRESS, "http://192.168.1.20:8501")
    monkeypatch.setattr(ContextProxy, "url", property(lambda _: "http://192.168.1.20:8501/join"))
    host = hosted()
    held = {facilitator_cookie(noted(host, "id")): noted(host, "token")}
    with monkeypatch.context() as desk:
        desk.setattr(ContextProxy, "cookies", property(lambda _: StreamlitCookies(held)))
        invited(code_of(host))
    assert "No phone yet" in words(host.run())
    invited(code_of(host))
    assert "A phone has arrived" in words(host.run())
    assert "Other addresses" not in words(host)
