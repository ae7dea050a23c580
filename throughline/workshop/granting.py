"""Secrets given, exchanged and taken away: links for screens, further desks, the way back to a desk."""

from contextlib import suppress

from throughline.errors import NotAllowed, VersionMismatch
from throughline.workshop.authority import TICKET_LASTS, is_ticket, may, new_grant
from throughline.workshop.ending import purge_at
from throughline.workshop.ground import Ground, hashed
from throughline.workshop.room import Change, Event, Grant, Scope
from throughline.workshop.scene import Scene
from throughline.workshop.views import NewControl, OpenDesk

_TRIES = 5
_TICKETS: dict[Scope, str] = {"control": "new_control", "moderate": "new_moderator"}


def project_link(ground: Ground, room_id: str, token: str, seen_version: int) -> str:
    """Make a secret that lets a screen look at the room, and nothing else."""
    secret, made = new_grant(ground, room_id, "project")
    return _give(ground, token, "make_project_link", seen_version, secret, made)


def desk_ticket(ground: Ground, room_id: str, token: str, scope: Scope, seen_version: int) -> str:
    """Make a ticket for another desk: like this one (``control``) or one that only looks (``moderate``).

    An address may carry it, since it works once and not for long.
    """
    secret, made = new_grant(ground, room_id, scope, recovery=True, lasts=TICKET_LASTS)
    return _give(ground, token, _TICKETS[scope], seen_version, secret, made)


def waits(ground: Ground, ticket: str) -> bool:
    """Whether a ticket can still be exchanged."""
    grant = ground.store.grant(hashed(ticket))
    return grant is not None and is_ticket(grant) and grant.expires_at > ground.wall()


def regain(ground: Ground, secret: str) -> NewControl:
    """Exchange a recovery secret, which stays, or a ticket, which is used up, for the secret of a desk.

    Raises:
        NotAllowed: it is neither, or no longer. RoomClosed: there is nothing left to command.
    """
    for _ in range(_TRIES):
        grant, now = ground.store.grant(hashed(secret)), int(ground.wall())
        if grant is None or not grant.recovery or grant.expires_at <= now:
            raise NotAllowed("this is no recovery secret")
        room, once = ground.room(grant.room_id), is_ticket(grant)
        control, made = new_grant(ground, room.id, grant.scope)
        with suppress(VersionMismatch):  # a desk commanded meanwhile, and this asks about no state
            ground.store.command(
                room.id,
                seen_version=room.version,
                change=Change(add_grants=(made,), revoke=(grant.token_hash,) if once else ()),
                event=Event(0, grant.scope, "desk_opened" if once else "regain", {}, now),
                purge_at=room.purge_at,
            )
            return NewControl(room.id, control)
    raise VersionMismatch("the room is being commanded too fast")


def taken_away(ground: Ground, command: str, own: Grant) -> tuple[bytes, ...]:
    """Name the rights that a command ends: every link for a screen, or every other desk and every ticket.

    The recovery secret stays: whoever holds the sheet can always come back, and take the room from a thief.
    """
    grants = ground.store.grants(own.room_id)
    if command == "revoke_link":
        return tuple(one.token_hash for one in grants if one.scope == "project")
    if command != "revoke_desks":
        return ()
    return tuple(
        one.token_hash
        for one in grants
        if one.scope != "project"
        and one.token_hash != own.token_hash
        and (not one.recovery or is_ticket(one))
    )


def open_desks(ground: Ground, own: Grant) -> tuple[OpenDesk, ...]:
    """Return the desks whose secret is still good, oldest first."""
    return tuple(
        OpenDesk(one.scope, one.created_at, here=one.token_hash == own.token_hash)
        for one in ground.store.grants(own.room_id)
        if one.scope != "project" and not one.recovery and one.expires_at > ground.wall()
    )


def _give(
    ground: Ground, token: str, command: str, seen_version: int, secret: str, made: Grant
) -> str:
    grant = may(ground, made.room_id, token, command)
    scene = Scene(ground.room(made.room_id), (), (), int(ground.wall()))
    event, change = Event(0, grant.scope, command, {}, scene.now), Change(add_grants=(made,))
    ground.store.command(
        made.room_id,
        seen_version=seen_version,
        change=change,
        event=event,
        purge_at=purge_at(scene, event, change),
    )
    return secret
