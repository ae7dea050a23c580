"""Taking the last command back, for a few seconds. Pure: no store, no clock."""

from collections.abc import Mapping
from typing import Any

from throughline.errors import NotNow
from throughline.workshop.room import Change, Event, Section
from throughline.workshop.scene import Scene, inverse, settings_with

UNDO_SECONDS = 10
FINAL = frozenset(
    {
        *("reveal", "remove_device", "new_round", "rehearse", "undo"),
        *("revoke_link", "revoke_desks"),
    }
)
"""Commands that stand: shown, deleted or added things cannot be taken back."""


def undoable(scene: Scene) -> str | None:
    """Name the command that can still be taken back, or None."""
    held = scene.room.settings.get("undo")
    if not isinstance(held, Mapping) or held.get("version") != scene.room.version:
        return None
    fresh = 0 <= scene.now - int(held["at"]) <= UNDO_SECONDS
    return str(held["command"]) if fresh and scene.room.phase != "closed" else None


def kept(scene: Scene, event: Event, change: Change) -> Mapping[str, object] | None:
    """Return what has to be remembered to take a command back; None when nothing can."""
    back = None if event.command in FINAL else inverse(scene, change)
    if back is None:
        return None
    columns = dict(back.room)
    if "settings" in columns:
        columns["settings"] = {"screen": scene.room.settings.get("screen")}
    return {
        "version": scene.room.version + 1,
        "at": event.at,
        "command": event.command,
        "room": columns,
        "sections": [_as_row(one) for one in back.sections],
        "extra": {str(slot): seconds for slot, seconds in back.extra_seconds.items()},
    }


def undoing(scene: Scene) -> Change:
    """Return what takes the last command back. Raises NotNow."""
    held: Any = scene.room.settings.get("undo")
    if undoable(scene) is None:
        raise NotNow(f"Only the last command can be taken back, within {UNDO_SECONDS} seconds.")
    columns = dict(held["room"])
    columns["settings"] = settings_with(scene.room, **columns.get("settings", {}))
    return Change(
        room=columns,
        sections=tuple(Section(**row) for row in held["sections"]),
        extra_seconds={int(slot): seconds for slot, seconds in held["extra"].items()},
    )


def _as_row(one: Section) -> dict[str, object]:
    return {name: getattr(one, name) for name in Section.__slots__}
