"""Carrying out the commands of a facilitator: right, state, change, log, and what follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from throughline.errors import NotNow, RoomClosed, VersionMismatch
from throughline.workshop import pacing, timing
from throughline.workshop.authority import may
from throughline.workshop.ending import close, delete, purge_at
from throughline.workshop.granting import taken_away
from throughline.workshop.ground import Ground
from throughline.workshop.practising import answer_for_invented, invent_people
from throughline.workshop.room import Change, Event, Grant, Room
from throughline.workshop.scene import Scene, as_seen, need
from throughline.workshop.showing import publish_missing
from throughline.workshop.undoing import kept, undoable, undoing

_LOGGED = (
    "section",
    "round_no",
    "minutes",
    "seconds",
    "slot",
    "what",
    "count",
    "on",
    "pace",
    "anyway",
)


def act(
    ground: Ground,
    room_id: str,
    token: str,
    command: str,
    seen_version: int,
    detail: Mapping[str, object],
) -> Room:
    """Carry out one command.

    Raises:
        NotAllowed: the secret has no right to it.
        NotNow, StillAnswering: it does not fit the state of the room.
        VersionMismatch: somebody else commanded meanwhile. RoomClosed: the room is over.
    """
    grant = may(ground, room_id, token, command)
    scene = scene_of(ground, ground.room(room_id))
    if scene.room.version != seen_version:
        raise VersionMismatch("somebody else commanded the room meanwhile")
    event = Event(0, grant.scope, command, logged(detail), scene.now)
    if command == "delete":
        delete(ground, scene.room)
        return scene.room
    if scene.room.phase == "closed":
        raise RoomClosed("the room is closed")
    if command == "close":
        return close(ground, scene, event, include=names(detail.get("include")))
    if command == "rehearse":
        need(scene.room.rehearsal, "Only a rehearsal has invented people.")
    change = undoing(scene) if command == "undo" else _change(scene, command, detail)
    room = _carry_out(ground, grant, scene, event, change)
    _follow(ground, room, command, detail)
    return ground.room(room_id)


def scene_of(ground: Ground, room: Room) -> Scene:
    """Return the state that a command would meet now."""
    sections, people = ground.store.sections(room.id), ground.store.people(room.id)
    return Scene(room, sections, people, int(ground.wall()))


def allowed_now(scene: Scene) -> frozenset[str]:
    """Name the commands that make sense in this state, whatever section they are about."""
    room, states = scene.room, {as_seen(one, scene.now).state for one in scene.sections}
    if room.phase == "closed":
        return frozenset({"delete"})
    found = {"close", "delete", "lock_joins", "unlock_joins", "set_qr_only", "set_screen"}
    found |= {"make_project_link", "revoke_link", "new_control", "new_moderator", "revoke_desks"}
    found |= {"remove_device", "extra_time"}
    conditions = {
        "start": room.phase == "lobby",
        "open_section": room.phase in ("lobby", "live") and "waiting" in states,
        "reopen_section": room.phase == "live" and "locked" in states and "open" not in states,
        "lock_section": "open" in states,
        "set_timer": "open" in states,
        "extend_timer": "open" in states,
        "reveal": room.phase in ("live", "handout") and bool(states & {"locked", "revealed"}),
        "new_round": room.phase == "live" and "revealed" in states,
        "hand_out": room.phase in ("live", "handout"),
        "rehearse": room.rehearsal and room.phase in ("lobby", "live"),
        "undo": undoable(scene) is not None,
    }
    return frozenset(found | {name for name, fits in conditions.items() if fits})


def lock_what_is_over(ground: Ground, room: Room) -> Room:
    """Lock sections whose time has passed, so that everybody who polls hears of it."""
    scene = scene_of(ground, room)
    over = tuple(
        seen for one in scene.sections if (seen := as_seen(one, scene.now)).state != one.state
    )
    if not over or room.phase == "closed":
        return room
    event = Event(0, "control", "time_over", {}, scene.now)
    try:
        return ground.store.command(
            room.id,
            seen_version=room.version,
            change=Change(sections=over),
            event=event,
            purge_at=room.purge_at,
        )
    except VersionMismatch:
        return ground.room(room.id)


def logged(detail: Mapping[str, object]) -> dict[str, object]:
    """Return what of a command's detail goes into the log: plain values of known names."""
    return {
        name: value[:80] if isinstance(value, str) else value
        for name, value in detail.items()
        if name in _LOGGED and isinstance(value, str | int | float | bool)
    }


def names(value: object) -> tuple[str, ...]:
    """Return the strings of a list, nothing for anything else."""
    return (
        tuple(str(one) for one in value)
        if isinstance(value, list | tuple | frozenset | set)
        else ()
    )


def _change(scene: Scene, command: str, detail: Mapping[str, Any]) -> Change:
    at = (detail.get("section"), detail.get("round_no", 1))
    changes: dict[str, Callable[[], Change]] = {
        "start": lambda: pacing.start(scene),
        "open_section": lambda: pacing.open_section(
            scene, *at, "self" if detail.get("pace") == "self" else "presenter"
        ),
        "reopen_section": lambda: pacing.reopen_section(scene, *at),
        "lock_section": lambda: pacing.lock_section(scene, *at),
        "reveal": lambda: pacing.reveal(scene, *at, anyway=detail.get("anyway") is True),
        "new_round": lambda: pacing.new_round(scene, at[0]),
        "set_timer": lambda: timing.set_timer(scene, *at, detail.get("minutes")),
        "extend_timer": lambda: timing.extend_timer(scene, *at, detail.get("minutes")),
        "extra_time": lambda: timing.extra_time(scene, detail.get("slot"), detail.get("seconds")),
        "remove_device": lambda: timing.remove_device(scene, detail.get("slot")),
        "lock_joins": lambda: Change(room={"joins_locked": True}),
        "unlock_joins": lambda: Change(room={"joins_locked": False}),
        "set_qr_only": lambda: Change(room={"qr_only": detail.get("on", True) is True}),
        "set_screen": lambda: pacing.set_screen(scene, detail.get("what")),
        "hand_out": lambda: pacing.hand_out(scene),
        "rehearse": Change,
        "revoke_link": Change,
        "revoke_desks": Change,
    }
    if command not in changes:
        raise NotNow("This command has a way of its own.")
    return changes[command]()


def _carry_out(ground: Ground, own: Grant, scene: Scene, event: Event, change: Change) -> Room:
    change = replace(change, revoke=taken_away(ground, event.command, own))
    settings = dict(change.room.get("settings", scene.room.settings))  # type: ignore[call-overload]
    settings["undo"] = kept(scene, event, change)
    return ground.store.command(
        scene.room.id,
        seen_version=scene.room.version,
        change=replace(change, room={**change.room, "settings": settings}),
        event=event,
        purge_at=purge_at(scene, event, change),
    )


def _follow(ground: Ground, room: Room, command: str, detail: Mapping[str, object]) -> None:
    sections = ground.store.sections(room.id)
    if command == "rehearse":
        invent_people(ground, room, detail.get("count"))
    if room.rehearsal and command in ("rehearse", "open_section", "reopen_section"):
        answer_for_invented(ground, room, sections)
    if command == "reveal":
        publish_missing(ground, room, sections)
