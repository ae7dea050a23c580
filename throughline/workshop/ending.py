"""The end of a room: closing, deleting, and the house that is kept when nobody commands."""

from collections.abc import Mapping
from contextlib import suppress

from throughline.errors import RoomError, VersionMismatch
from throughline.workshop import pacing
from throughline.workshop.authority import HOUR, may
from throughline.workshop.ground import Ground
from throughline.workshop.joining import forget_guesses
from throughline.workshop.room import Change, Event, Room
from throughline.workshop.scene import Scene
from throughline.workshop.showing import publish_missing

DAY = 24 * HOUR
KEPT_DAYS = 30


def close(ground: Ground, scene: Scene, event: Event, *, include: tuple[str, ...] = ()) -> Room:
    """Close a room for good: answers and people go, pictures and log stay for 30 days.

    Args:
        ground: the surroundings.
        scene: the room as it is.
        event: what the log says.
        include: sections never revealed that get their final picture first, for the report.
    """
    room, change = scene.room, pacing.include(scene, include)
    if change.sections:
        room = _command(ground, room, change, Event(0, event.scope, "include", {}, event.at))
    publish_missing(ground, room, ground.store.sections(room.id))
    until = event.at + KEPT_DAYS * DAY
    closed = ground.store.close_room(
        room.id, seen_version=room.version, event=event, purge_at=until
    )
    for grant in ground.store.grants(room.id):
        # Whoever ran the room can fetch the report, and delete the rest, as long as there is a rest.
        if not grant.recovery and grant.expires_at > event.at:
            ground.store.extend_grant(grant.token_hash, until)
    return closed


def purge_at(scene: Scene, event: Event, change: Change) -> int:
    """Return when a room ends after a command: a day later; a hand-out ends by itself."""
    if event.command == "hand_out":
        minutes = event.detail.get("minutes", scene.room.settings.get("handout_minutes", 15))
        return scene.now + 60 * min(240, max(1, int(str(minutes))))
    ending = change.room.get("phase", scene.room.phase) == "handout"
    return scene.room.purge_at if ending else scene.now + DAY


def delete(ground: Ground, room: Room) -> Mapping[str, int]:
    """Delete everything of a room; returns the rows there were, by table. None is left.

    Raises:
        RoomError: something is left.
    """
    before = ground.store.purge(room.id)
    if ground.store.room(room.id) is not None:
        raise RoomError("the room could not be deleted")
    return before


def delete_now(ground: Ground, room_id: str, token: str, seen_version: int) -> Mapping[str, int]:
    """Delete a room on command. Raises NotAllowed, VersionMismatch."""
    may(ground, room_id, token, "delete")
    room = ground.room(room_id)
    if room.version != seen_version:
        raise VersionMismatch("somebody else commanded the room meanwhile")
    return delete(ground, room)


def keep_house(ground: Ground) -> None:
    """Close rooms nobody commands any more, delete closed ones in time, free codes, forget guesses."""
    now = int(ground.wall())
    for room in ground.store.due(now):
        # Somebody was faster, or this room has a trouble of its own: the next round looks again.
        with suppress(RoomError):
            if room.phase == "closed":
                delete(ground, room)
                continue
            scene = Scene(room, ground.store.sections(room.id), ground.store.people(room.id), now)
            close(ground, scene, Event(0, "control", "idle", {}, now))
    ground.store.retire_codes(now - DAY)
    forget_guesses(ground)


def _command(ground: Ground, room: Room, change: Change, event: Event) -> Room:
    return ground.store.command(
        room.id, seen_version=room.version, change=change, event=event, purge_at=room.purge_at
    )
