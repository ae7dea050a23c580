"""Who has been heard of lately, in memory only: a number for the desk, never an answer to anything."""

from dataclasses import dataclass, field

LATELY_SECONDS = 60.0


@dataclass
class Presence:
    """When each device of each room was last heard of, on one process; lost with it, and no harm done."""

    _heard: dict[tuple[str, int], float] = field(default_factory=dict)
    _landed: set[tuple[str, str]] = field(default_factory=set)

    def hear(self, room_id: str, slot: int, at: float) -> None:
        """Note that a device has asked for something at this moment, in seconds on any clock."""
        self._heard[room_id, slot] = at

    def active(self, room_id: str, at: float) -> int:
        """Count the devices of a room that were heard of in the last minute; older ones are forgotten."""
        # A copy first: other threads note their phones meanwhile.
        for device, heard in list(self._heard.items()):
            if at - heard > LATELY_SECONDS:
                self._heard.pop(device, None)
        return sum(1 for room, _ in list(self._heard) if room == room_id)

    def land(self, room_id: str, address: str) -> None:
        """Note that a phone has reached the door of a room under one of the server's own addresses."""
        self._landed.add((room_id, address))

    def landed(self, room_id: str) -> frozenset[str]:
        """Return the addresses under which phones have reached a room."""
        return frozenset(address for room, address in list(self._landed) if room == room_id)
