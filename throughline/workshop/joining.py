"""Coming in: codes and the throttle on guessing them, joining, and coming back as the same person."""

import hmac

from throughline.content.workshop import GROUP_PROFILE
from throughline.errors import (
    CodeTaken,
    NotAllowed,
    TooManyGuesses,
    TooManyKeys,
    UnknownParticipant,
    UnknownRoom,
)
from throughline.workshop.authority import same_secret
from throughline.workshop.ground import Ground, hashed, read_resume_code
from throughline.workshop.room import Room
from throughline.workshop.views import Invitation, Joined

WINDOW = 300
MOST_PER_CLIENT, MOST_IN_ALL = 20, 1_500
_TRIES = 5
# Guessed keys are counted in windows a second beside those of codes: neither uses up the other.
_KEYS_APART = 1


def invitation(ground: Ground, code: str, *, client: str, key: str | None) -> Invitation:
    """Return what somebody may know of a room before joining.

    Raises:
        UnknownRoom: wrong, closed, expired, or a room for the QR code only: all look the same.
        TooManyGuesses: this client, or everybody, typed too many wrong codes; this one was not looked up.
    """
    room = _by_key(ground, code, key) if key else None
    room = room or _by_typed_code(ground, code, client)
    return Invitation(
        room_id=room.id,
        title=room.title,
        lang=room.lang,
        phase=room.phase,
        sections=sections_of(room),
        k=room.k,
        purge_at=room.purge_at,
        joins_locked=room.joins_locked,
        full=room.joined >= room.max_people,
        rehearsal=room.rehearsal,
    )


def join(ground: Ground, room_id: str, token: str) -> Joined:
    """Become a person in the room.

    Raises:
        RoomClosed, JoinsLocked, RoomFull: nobody was added.
    """
    if here := ground.store.person(room_id, hashed(token)):
        return Joined(here.slot, "")
    for _ in range(_TRIES):
        resume = ground.new_resume_code()
        try:
            person = ground.store.join(
                room_id,
                person_id=ground.new_id(),
                token_hash=hashed(token),
                resume_hash=hashed(resume),
                at=int(ground.wall()),
            )
        except CodeTaken:
            continue
        return Joined(person.slot, resume)
    raise CodeTaken("the token is in use")


def resume(ground: Ground, typed: str, code: str, *, client: str) -> tuple[str, str]:
    """Return the room and a new token for the person of a resume code; the old token ends.

    Raises:
        UnknownParticipant: no such person, or no such room: both look the same.
        TooManyGuesses: as for ``invitation``.
    """
    window = _check_budget(ground, client)
    room = ground.store.room_by_code(code)
    digest = hashed(read_resume_code(typed))
    person = ground.store.person_by_resume(room.id, digest) if room else None
    if room is None or person is None or room.phase == "closed":
        ground.store.count_guess(hashed(client), window)
        raise UnknownParticipant("nobody has this way back")
    token = ground.token()
    ground.store.renew_token(room.id, person.id, hashed(token))
    return room.id, token


def check_host_key(ground: Ground, typed: str, *, client: str) -> None:
    """Refuse a wrong host key; guesses have a budget of their own, of the same size as that for codes.

    Raises:
        NotAllowed: it is wrong.
        TooManyKeys: this client, or everybody, typed too many wrong ones; this one was not looked at.
    """
    if ground.host_key is None:
        return
    window = _window(ground) + _KEYS_APART
    if _spent(ground, client, window):
        raise TooManyKeys("too many wrong host keys")
    if not _is_key(typed, ground.host_key):
        ground.store.count_guess(hashed(client), window)
        raise NotAllowed("this is not the host key")


def throttled(ground: Ground) -> bool:
    """Whether typed codes are refused for everybody at the moment."""
    return ground.store.guesses(b"", _window(ground))[1] >= MOST_IN_ALL


def forget_guesses(ground: Ground) -> None:
    """Delete counts older than two windows."""
    ground.store.forget_guesses(_window(ground) - WINDOW)


def sections_of(room: Room) -> tuple[str, ...]:
    """Return what a room asks, without the group profile."""
    chosen = room.settings.get("sections", ())
    listed = chosen if isinstance(chosen, list | tuple) else ()
    return tuple(str(one) for one in listed if one != GROUP_PROFILE)


def _by_key(ground: Ground, code: str, key: str) -> Room | None:
    room = ground.store.room_by_code(code)
    if room is None or room.phase == "closed":
        return None
    return room if hmac.compare_digest(room.qr_key_hash, hashed(key)) else None


def _by_typed_code(ground: Ground, code: str, client: str) -> Room:
    window = _check_budget(ground, client)
    room = ground.store.room_by_code(code)
    if room is None or room.phase == "closed" or room.qr_only:
        ground.store.count_guess(hashed(client), window)
        raise UnknownRoom("no room is open under this code")
    return room


def _check_budget(ground: Ground, client: str) -> int:
    window = _window(ground)
    if _spent(ground, client, window):
        raise TooManyGuesses("too many wrong codes; use the QR code")
    return window


def _spent(ground: Ground, client: str, window: int) -> bool:
    own, everybody = ground.store.guesses(hashed(client), window)
    return own >= MOST_PER_CLIENT or everybody >= MOST_IN_ALL


def _is_key(typed: str, key: str) -> bool:
    """Whether this is the host key, which people read off a terminal: dashes and capitals do not matter."""
    meant, plain = ("".join(filter(str.isalnum, one.casefold())) for one in (typed, key))
    return same_secret(typed, key) or (bool(plain) and same_secret(meant, plain))


def _window(ground: Ground) -> int:
    return int(ground.steady()) // WINDOW * WINDOW
