"""Who may do what in a room: one registry of commands, checked here and nowhere else."""

import hmac
from collections.abc import Mapping
from types import MappingProxyType

from throughline.errors import NotAllowed
from throughline.workshop.ground import Ground, hashed
from throughline.workshop.room import Grant, Scope

HOUR = 3600
SECRET_LASTS = 12 * HOUR
RECOVERY_LASTS = 400 * 24 * HOUR
TICKET_LASTS = 600
_SLIDES_AFTER = 600
_REFUSED = "this secret has no right to that"

COMMANDS: Mapping[str, Scope] = MappingProxyType(
    dict.fromkeys(
        (
            *("start", "open_section", "reopen_section", "lock_section", "reveal", "new_round"),
            *("set_timer", "extend_timer", "extra_time", "remove_device", "rehearse"),
            *("lock_joins", "unlock_joins", "set_qr_only", "set_screen", "undo"),
            *("make_project_link", "revoke_link", "new_control", "new_moderator", "revoke_desks"),
            *("hand_out", "close", "delete"),
        ),
        "control",
    )
)
"""Every command and the scope it needs. Whoever controls a room may do what the other scopes may."""


def allowed(ground: Ground, room_id: str | None, token: str, *scopes: Scope) -> Grant:
    """Return the right that a secret carries, and let it slide on.

    Args:
        ground: the surroundings.
        room_id: the room it must belong to; None leaves that to the secret.
        token: the secret.
        scopes: what would do beside ``control``.

    Raises:
        NotAllowed: no such right; unknown, expired, another room's and too little look the same.
    """
    grant = _held(ground, room_id, token)
    if grant.recovery or grant.scope not in ("control", *scopes):
        raise NotAllowed(_REFUSED)
    now = ground.wall()
    if grant.expires_at < now + SECRET_LASTS - _SLIDES_AFTER:
        ground.store.extend_grant(grant.token_hash, int(now) + SECRET_LASTS)
    return grant


def at_a_desk(ground: Ground, room_id: str | None, token: str) -> Grant:
    """Return the right to look at a room as its facilitator, or as somebody who helps.

    Of a room that is over, the recovery secret has it as well: a room that closes by itself has
    outlived every control secret, and its report and its deletion belong to whoever ran it.

    Raises:
        NotAllowed: as for ``allowed``.
    """
    grant = _held(ground, room_id, token)
    return grant if _outlives(ground, grant) else allowed(ground, room_id, token, "moderate")


def may(ground: Ground, room_id: str, token: str, command: str) -> Grant:
    """Return the right to a command. Raises NotAllowed, for a command that nobody knows as well."""
    if command not in COMMANDS:
        raise NotAllowed("no such command")
    if command == "delete" and _outlives(ground, grant := _held(ground, room_id, token)):
        return grant
    return allowed(ground, room_id, token, COMMANDS[command])


def new_grant(
    ground: Ground, room_id: str, scope: Scope, *, recovery: bool = False, lasts: int = SECRET_LASTS
) -> tuple[str, Grant]:
    """Make a secret and the right it carries, for so many seconds; the secret itself is kept nowhere."""
    secret, now = ground.token(), int(ground.wall())
    return secret, Grant(hashed(secret), room_id, scope, recovery, now, now + lasts)


def is_ticket(grant: Grant) -> bool:
    """Whether a right is a ticket: exchanged once, within ten minutes, for a desk of its scope."""
    return grant.recovery and grant.expires_at - grant.created_at <= TICKET_LASTS


def same_secret(given: str, expected: str) -> bool:
    """Compare in a time that says nothing about where two secrets differ."""
    return hmac.compare_digest(hashed(given), hashed(expected))


def _held(ground: Ground, room_id: str | None, token: str) -> Grant:
    digest = hashed(token)
    grant = ground.store.grant(digest)
    if (
        grant is None
        or not hmac.compare_digest(grant.token_hash, digest)
        or (room_id is not None and grant.room_id != room_id)
        or grant.expires_at <= ground.wall()
    ):
        raise NotAllowed(_REFUSED)
    return grant


def _outlives(ground: Ground, grant: Grant) -> bool:
    """Whether this is the recovery secret of a room that is over."""
    if not grant.recovery or is_ticket(grant):
        return False
    room = ground.store.room(grant.room_id)
    return room is not None and room.phase == "closed"
