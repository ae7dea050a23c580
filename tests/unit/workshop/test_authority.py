"""Who may do what: every command against everybody who must not."""

from typing import Any

import pytest

from tests.unit.workshop.house import HOST_KEY, PLAN, House
from throughline.errors import NotAllowed, TooManyKeys
from throughline.workshop.authority import COMMANDS, HOUR
from throughline.workshop.ground import hashed
from throughline.workshop.joining import MOST_IN_ALL, MOST_PER_CLIENT, WINDOW
from throughline.workshop.room import Change, Event, Grant, Room, Scope
from throughline.workshop.views import NewRoom

SECTION = {"section": "work", "round_no": 1}
DETAILS: dict[str, dict[str, object]] = {
    "start": {},
    "open_section": SECTION,
    "reopen_section": SECTION,
    "lock_section": SECTION,
    "reveal": SECTION,
    "new_round": {"section": "work"},
    "set_timer": {**SECTION, "minutes": 2},
    "extend_timer": {**SECTION, "minutes": 1},
    "extra_time": {"slot": 1, "seconds": 60},
    "remove_device": {"slot": 1},
    "rehearse": {"count": 3},
    "lock_joins": {},
    "unlock_joins": {},
    "set_qr_only": {"on": True},
    "set_screen": {"what": "waiting"},
    "undo": {},
    "make_project_link": {},
    "revoke_link": {},
    "new_control": {},
    "new_moderator": {},
    "revoke_desks": {},
    "hand_out": {},
    "close": {},
    "delete": {},
}
STRANGERS = (
    *("no token", "person", "projector", "moderator", "another room", "expired", "recovery"),
    *("ticket", "ticket to look"),
)


def secrets_of(house: House, room: NewRoom) -> dict[str, str]:
    """Everybody who may not command this room."""
    moderator, old = house.workshop.token(), house.workshop.token()
    now = int(house.wall)
    grants = (
        Grant(hashed(moderator), room.room_id, "moderate", False, now, now + 12 * HOUR),
        Grant(hashed(old), room.room_id, "control", False, now - 13 * HOUR, now),
    )
    house.store.command(
        room.room_id,
        seen_version=house.version(room),
        change=Change(add_grants=grants),
        event=Event(0, "control", "test", {}, now),
        purge_at=now + 24 * HOUR,
    )
    return {
        "no token": "",
        "person": house.people(room, 1)[0],
        "projector": house.workshop.project_link(
            room.room_id, room.control, seen_version=house.version(room)
        ),
        "moderator": moderator,
        "another room": house.workshop.create(HOST_KEY, PLAN).control,
        "expired": old,
        "recovery": room.recovery,
        "ticket": ticket(house, room, "control"),
        "ticket to look": ticket(house, room, "moderate"),
    }


def ticket(house: House, room: NewRoom, scope: Scope) -> str:
    """What the link to a second desk carries."""
    return house.workshop.desk_ticket(
        room.room_id, room.control, scope=scope, seen_version=house.version(room)
    )


def test_every_command_has_a_row_in_this_matrix() -> None:
    assert DETAILS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", sorted(COMMANDS))
@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_command_is_refused_to_whoever_does_not_control_the_room(
    command: str, stranger: str
) -> None:
    house = House()
    room = house.room()
    secret = secrets_of(house, room)[stranger]
    before, seen = house.store.room(room.room_id), house.version(room)
    with pytest.raises(NotAllowed):
        house.workshop.act(
            room.room_id, secret, command, seen_version=seen, **DETAILS.get(command, {})
        )
    assert house.store.room(room.room_id) == before


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_of_a_closed_room_only_the_recovery_secret_has_more_and_that_is_to_delete_it(
    command: str, stranger: str
) -> None:
    house = House()
    room = house.room()
    secret = secrets_of(house, room)[stranger]
    house.act(room, "close")
    seen = house.version(room)
    if (command, stranger) == ("delete", "recovery"):
        house.workshop.act(room.room_id, secret, command, seen_version=seen)
        assert house.store.room(room.room_id) is None
        return
    with pytest.raises(NotAllowed):
        house.workshop.act(room.room_id, secret, command, seen_version=seen, **DETAILS[command])


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_closed_room_is_looked_at_with_its_control_and_its_recovery_secret_only(
    stranger: str,
) -> None:
    house = House()
    room = house.room()
    secret = secrets_of(house, room)[stranger]
    house.act(room, "close")
    assert house.workshop.desk(room.room_id, room.control).allowed == {"delete"}
    if stranger == "recovery":
        assert house.workshop.desk(room.room_id, secret).allowed == {"delete"}
        return
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, secret)


@pytest.mark.parametrize("stranger", STRANGERS)
def test_the_verbs_with_a_way_of_their_own_are_refused_as_well(stranger: str) -> None:
    house = House()
    room = house.room()
    secret, seen = secrets_of(house, room)[stranger], house.version(room)
    for verb in ("delete", "project_link"):
        with pytest.raises(NotAllowed):
            getattr(house.workshop, verb)(room.room_id, secret, seen_version=seen)
    for scope in ("control", "moderate"):
        with pytest.raises(NotAllowed):
            house.workshop.desk_ticket(room.room_id, secret, scope=scope, seen_version=seen)
    if stranger != "moderator":
        with pytest.raises(NotAllowed):
            house.workshop.desk(room.room_id, secret)


def test_a_command_that_nobody_knows_is_refused_even_to_the_facilitator() -> None:
    house = House()
    with pytest.raises(NotAllowed):
        house.act(house.room(), "purge_everything")


def test_the_right_of_a_desk_lasts_twelve_hours_after_the_last_look() -> None:
    house = House()
    room = house.room()
    for _ in range(3):
        house.later(11 * HOUR)
        house.workshop.desk(room.room_id, room.control)
        house.act(room, "lock_joins")
    house.later(12 * HOUR)
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, room.control)


def test_a_recovery_secret_issues_a_control_secret_and_nothing_else() -> None:
    house = House()
    room = house.room()
    house.later(20 * HOUR)
    made = house.workshop.regain(room.recovery)
    assert house.workshop.desk(made.room_id, made.control).room.id == room.room_id
    assert house.workshop.rooms_of([room.recovery, room.control]) == ()
    with pytest.raises(NotAllowed):
        house.workshop.regain(room.control)


def test_a_ticket_is_exchanged_once_and_within_ten_minutes_for_a_desk_of_its_scope() -> None:
    house = House()
    room = house.room()
    scopes: tuple[Scope, ...] = ("control", "moderate")
    for scope in scopes:
        link = ticket(house, room, scope)
        assert house.workshop.waits(link)
        made = house.workshop.regain(link)
        assert house.workshop.desk(made.room_id, made.control).scope == scope
        assert not house.workshop.waits(link)
        with pytest.raises(NotAllowed):
            house.workshop.regain(link)
        late = ticket(house, room, scope)
        house.later(600)
        assert not house.workshop.waits(late)
        with pytest.raises(NotAllowed):
            house.workshop.regain(late)
    desks = house.workshop.desk(room.room_id, room.control).desks
    assert [(one.scope, one.here) for one in desks] == [
        ("control", True),
        ("control", False),
        ("moderate", False),
    ]


def test_a_desk_that_only_looks_is_told_no_device_no_picture_and_no_command() -> None:
    house = House()
    room, _ = house.shown()
    made = house.workshop.regain(ticket(house, room, "moderate"))
    desk = house.workshop.desk(made.room_id, made.control)
    assert (desk.people, len(desk.events) > 0) == (6, True)
    told = (desk.devices, desk.pictures, desk.desks, tuple(desk.allowed), desk.undo)
    assert told == ((), (), (), (), None)


def test_revoking_the_other_desks_leaves_this_one_the_sheet_and_the_screens() -> None:
    house = House()
    room = house.room()
    others = [
        house.workshop.regain(room.recovery).control,
        house.workshop.regain(ticket(house, room, "moderate")).control,
    ]
    screen = house.workshop.project_link(
        room.room_id, room.control, seen_version=house.version(room)
    )
    link = ticket(house, room, "control")
    house.act(room, "revoke_desks")
    for lost in others:
        with pytest.raises(NotAllowed):
            house.workshop.desk(room.room_id, lost)
    with pytest.raises(NotAllowed):
        house.workshop.regain(link)
    (left,) = house.workshop.desk(room.room_id, room.control).desks
    assert left.here
    assert house.workshop.screen("", screen).room.id == room.room_id
    back = house.workshop.regain(room.recovery)
    seen = house.version(room)
    house.workshop.act(back.room_id, back.control, "revoke_desks", seen_version=seen)
    with pytest.raises(NotAllowed):
        house.workshop.desk(room.room_id, room.control)


def test_a_ticket_that_two_take_at_once_makes_one_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House()
    room = house.room()
    link, command = ticket(house, room, "control"), house.store.command

    def overtaken(room_id: str, **how: Any) -> Room:
        monkeypatch.undo()
        house.workshop.regain(link)
        return command(room_id, **how)

    monkeypatch.setattr(house.store, "command", overtaken)
    with pytest.raises(NotAllowed):
        house.workshop.regain(link)
    assert len(house.workshop.desk(room.room_id, room.control).desks) == 2


def test_a_projector_sees_its_own_room_until_its_link_is_revoked() -> None:
    house = House()
    room, other = house.room(), house.room()
    link = house.workshop.project_link(room.room_id, room.control, seen_version=house.version(room))
    assert house.workshop.screen("", link).room.id == room.room_id
    assert house.workshop.screen(room.code, link).room.id == room.room_id
    with pytest.raises(NotAllowed):
        house.workshop.screen(other.code, link)
    house.act(room, "revoke_link")
    with pytest.raises(NotAllowed):
        house.workshop.screen("", link)


def test_no_room_is_made_without_the_host_key() -> None:
    with pytest.raises(NotAllowed):
        House().workshop.create("a guess", PLAN)


def test_guesses_at_the_host_key_are_stopped_after_twenty_of_one_browser_and_not_looked_at() -> (
    None
):
    house = House()
    for number in range(MOST_PER_CLIENT):
        with pytest.raises(NotAllowed):
            house.workshop.create(f"guess {number}", PLAN, client="a browser")
    with pytest.raises(TooManyKeys):
        house.workshop.create(HOST_KEY, PLAN, client="a browser")
    assert house.workshop.create(HOST_KEY, PLAN, client="another").code
    house.later(WINDOW)
    assert house.workshop.create(HOST_KEY, PLAN, client="a browser").code


def test_guesses_at_the_host_key_and_at_codes_do_not_use_up_each_others_budget() -> None:
    house = House()
    room = house.room()
    for number in range(MOST_PER_CLIENT):
        with pytest.raises(NotAllowed):
            house.workshop.create(f"guess {number}", PLAN, client="a browser")
    assert house.workshop.invitation(room.code, client="a browser").title == "Monday"
    for _ in range(MOST_IN_ALL):
        house.store.count_guess(b"everybody", int(house.steady) // WINDOW * WINDOW)
    assert house.workshop.desk(room.room_id, room.control).throttled
    assert house.room().code


@pytest.mark.parametrize("typed", ["K7QM x2fd-9RTP", "k7qmx2fd9rtp", "k7qm-x2fd-9rtp"])
def test_a_host_key_is_known_however_it_is_typed(typed: str) -> None:
    house = House(host_key="k7qm-x2fd-9rtp")
    assert house.workshop.create(typed, PLAN).code
    for wrong in ("", "-", "k7qm"):
        with pytest.raises(NotAllowed):
            house.workshop.create(wrong, PLAN)


def test_a_host_key_of_signs_alone_is_not_opened_by_nothing() -> None:
    with pytest.raises(NotAllowed):
        House(host_key="---").workshop.create("", PLAN)


def test_no_secret_is_kept_in_the_store() -> None:
    house = House()
    room, tokens = house.shown()
    kept = repr([house.store.room(room.room_id), house.store.grants(room.room_id)])
    kept += repr(house.workshop.desk(room.room_id, room.control))
    assert not any(secret in kept for secret in (room.control, room.recovery, *tokens))
