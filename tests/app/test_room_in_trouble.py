"""The pages of a room while its database is away, and after a desk was left: nothing is forgotten, nobody is misled."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.context import ContextProxy, StreamlitCookies
from streamlit.testing.v1 import AppTest

from components import resources
from components.room.phone import WAITING
from components.room.projector import EVERY
from components.state import attending
from components.state import room as room_state
from tests.app.in_a_room import (
    Clock,
    answers,
    code_of,
    hosted,
    invited,
    joined,
    screen_token,
    visitor,
)
from tests.app.visit import go_to, is_calm, piece, press, send, title, words
from throughline.errors import NotSaved, StoreRefused
from throughline.workshop.cookies import facilitator_cookie
from throughline.workshop.room import PictureRow
from throughline.workshop.service import Workshop


def away(*_: object, **__: object) -> NoReturn:
    raise NotSaved("the database is away")


def finds(phone: AppTest, held: dict[str, str]) -> AppTest:
    """Report what the browser of a new session has kept of a room."""
    found = {"session": phone.session_state["room.session"], "text": json.dumps(held)}
    kept = piece(phone, "keepsake_place").proto.id
    return send(phone, WidgetState(id=kept, json_value=json.dumps({"found": json.dumps(found)})))


def forgets(app: AppTest, name: str) -> bool:
    """Whether the browser is told to remove what it keeps."""
    return json.loads(piece(app, f"keepsake_{name}").proto.json)["gone"] is True


def own(phone: AppTest) -> Any:
    held = phone.session_state
    return resources.workshop().own(str(held["room.id"]), str(held["room.token"]))


def asked_by_itself(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """Every how many seconds what is drawn from now on asks again by itself; None for never."""
    asking: list[float | None] = []
    whole = st.fragment

    def noted(drawn: Callable[..., None], *, run_every: float | None = None) -> Callable[..., None]:
        asking.append(run_every)
        return whole(drawn, run_every=run_every)

    monkeypatch.setattr(st, "fragment", noted)
    return asking


def test_a_phone_that_reloads_while_the_database_is_away_keeps_its_way_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = joined(code_of(hosted()))
    held = {name: str(before.session_state[f"room.{name}"]) for name in ("code", "id", "token")}
    phone = go_to(visitor(), "join")
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "person", away)
        finds(phone, held)
        assert not forgets(phone, "place")
        assert "can not be reached" in words(phone)
    again = finds(go_to(visitor(), "join"), held)
    assert again.session_state["room.token"] == held["token"]


def test_an_invitation_outlives_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    phone = invited(code_of(hosted()))
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "invitation", away)
        assert "can not be reached" in words(phone.run())
        assert is_calm(phone)
    assert title(phone.run()) == "Team day"
    assert "can not be reached" not in words(phone)


def commits_and_says_it_did_not(save: Callable[..., object]) -> Callable[..., NoReturn]:
    def submit(*args: Any, **kwargs: Any) -> NoReturn:
        save(*args, **kwargs)
        raise NotSaved("the confirmation was lost")

    return submit


def test_an_answer_changed_after_a_lost_confirmation_is_never_said_to_be_saved_when_it_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host, "cta_next")
    phone.run()
    # The page does not learn of the row before the next press, as with a database that is still away.
    drawn = resources.workshop().place(
        str(phone.session_state["room.id"]), str(phone.session_state["room.token"])
    )
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "submit", commits_and_says_it_did_not(Workshop.submit))
        trouble.setattr(Workshop, "place", lambda *_: drawn)
        answers(phone, {"J1": 2})
        assert "Not saved yet" in words(phone)
    answers(phone, {"J1": 9})
    assert "saved this section first" in words(phone) or own(phone).markers["J1"] == 9


def test_the_answers_of_a_lost_race_stay_in_sight_when_they_can_not_be_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
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
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "submit", away)
        press(phone, "mine_instead")
    press(phone, "mine_instead")
    assert own(phone).markers["J1"] == 1


def test_a_phone_is_not_told_that_its_answers_are_deleted_when_the_database_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> NoReturn:
        raise StoreRefused("Another Throughline is using rooms.sqlite.")

    phone = joined(code_of(hosted()))
    with monkeypatch.context() as trouble:
        trouble.setattr(resources, "workshop", refused)
        assert "Rooms cannot be opened" in words(phone.run())
    assert "You are in" in words(phone.run())


def test_a_desk_that_was_left_stays_left_although_the_browser_has_its_cookie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = hosted()
    room, token = (str(host.session_state[f"host.{name}"]) for name in ("id", "token"))
    carried = StreamlitCookies({facilitator_cookie(room): token})
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: carried))
    monkeypatch.setattr(resources, "server_address", lambda: "http://192.168.1.20:8501")
    assert "Open “Work today”" in words(go_to(visitor(), "host"))

    press(host, "leave_desk")

    assert title(host.run()) == "Host"
    assert json.loads(piece(host, "keepsake_desk").proto.json)["route"] == f"f/{room}/forget"
    # Whoever takes it again is known again after a reload: the cookie is made anew.
    host.session_state["host.secret"] = token
    press(host, "regain")
    assert json.loads(piece(host, "keepsake_desk").proto.json)["route"] == f"f/{room}"


def test_a_projector_opened_while_the_database_is_away_asks_again_and_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host, screen = hosted(), visitor()
    screen.query_params["t"] = screen_token(host)
    asking = asked_by_itself(monkeypatch)
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "screen", away)
        go_to(screen, "screen")
        assert title(screen) == "One moment"
        assert is_calm(screen)
    assert asking == [EVERY]
    assert title(screen.run()) == "Team day"


def test_a_phone_that_came_while_the_database_is_away_asks_again_and_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = joined(code_of(hosted()))
    held = {name: str(before.session_state[f"room.{name}"]) for name in ("code", "id", "token")}
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "place", away)
        phone, asking = go_to(visitor(), "join"), asked_by_itself(monkeypatch)
        finds(phone, held)
        assert "can not be reached" in words(phone)
        assert is_calm(phone)
    assert WAITING in asking
    assert "You are in" in words(phone.run())


def test_a_projector_says_thank_you_after_the_close_and_nothing_to_an_address_that_was_revoked() -> (
    None
):
    ended, revoked = hosted(), hosted()
    screens = []
    for host in (ended, revoked):
        screen = visitor()
        screen.query_params["t"] = screen_token(host)
        screens.append(go_to(screen, "screen"))
    room_id, token = (str(ended.session_state[f"host.{name}"]) for name in ("id", "token"))
    version = resources.workshop().desk(room_id, token).room.version
    resources.workshop().act(room_id, token, "close", seen_version=version)
    press(revoked.run(), "revoke")

    assert [title(screen.run()) for screen in screens] == [
        "Thank you for taking part",
        "This address shows nothing any more",
    ]
    assert title(screens[0].run()) == "Thank you for taking part"


def test_the_last_page_does_not_say_that_nothing_was_saved_while_the_database_is_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = hosted()
    phone = joined(code_of(host))
    press(host, "cta_next")
    answers(phone.run(), {"J1": 2, "J3": 5})
    press(host.run(), "ask_hand_out")
    press(host, "cta_yes_hand_out")
    with monkeypatch.context() as trouble:
        trouble.setattr(Workshop, "own", away)
        phone.run()
        assert title(phone) == "Thank you"
        assert "What you have saved is still there" in words(phone)
        assert "appears here with your answers" not in words(phone)
        assert is_calm(phone)
    assert "still there" not in words(phone.run())
    assert [one for one in phone.button if one.key == "cta_take_result"]


def test_a_picture_that_can_not_be_read_does_not_draw_a_phone_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host = hosted()
    room, token = (str(host.session_state[f"host.{name}"]) for name in ("id", "token"))
    phone = joined(code_of(host))
    session = {f"room.{name}": phone.session_state[f"room.{name}"] for name in ("id", "token")}
    monkeypatch.setattr(room_state, "st", SimpleNamespace(session_state=session))
    monkeypatch.setattr(resources, "steady", Clock())

    def drawn() -> bool:
        session["room.last"] = resources.workshop().place(room, str(session["room.token"]))
        resources.workshop()._pulses.forget(room)
        return not attending.changed()

    assert drawn()
    damaged = PictureRow("work", 1, 1, "final", "1", "{", 1_800_000_000)
    resources.workshop().act(room, token, "start", seen_version=0)
    assert drawn()
    assert resources.workshop()._store.publish(room, damaged, ())
    assert drawn()
