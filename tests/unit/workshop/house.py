"""A workshop on a store in memory with a clock and a source of chance that the test turns."""

import base64
import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from throughline.content.catalogue import Catalogue, read_catalogue
from throughline.workshop.engines import open_store
from throughline.workshop.entries import Entries
from throughline.workshop.room import Room, Saved
from throughline.workshop.service import Workshop
from throughline.workshop.store import Store
from throughline.workshop.views import NewRoom, RoomPlan

HOST_KEY = "the key of the house"
PLAN = RoomPlan("Monday", "en", "quick", ("work", "factors", "habits", "profile"))
WORK = Entries(markers={"J1": 7, "J3": 5, "C1": 3, "C4": 8})


@lru_cache(maxsize=1)
def content() -> Catalogue:
    """The content of the product, read once for all tests."""
    return read_catalogue()


@dataclass
class House:
    """A workshop, and what a test may do to its surroundings."""

    wall: float = 1_800_000_000.0
    steady: float = 5_000.0
    store: Store = field(default_factory=lambda: open_store("memory://"))

    host_key: str = HOST_KEY

    made: list[NewRoom] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = count()

        def token() -> str:
            digest = hashlib.sha256(f"chance {next(numbers)}".encode()).digest()
            return base64.urlsafe_b64encode(digest).decode().rstrip("=")

        self.workshop = Workshop(
            self.store,
            content(),
            lambda: self.wall,
            token,
            self.host_key,
            steady=lambda: self.steady,
        )

    def later(self, seconds: float) -> None:
        """Let time go by on both clocks."""
        self.wall += seconds
        self.steady += seconds

    def room(self, plan: RoomPlan = PLAN) -> NewRoom:
        """Make a room."""
        self.made.append(self.workshop.create(HOST_KEY, plan))
        return self.made[-1]

    def version(self, room: NewRoom) -> int:
        """The version that a desk sees now."""
        found = self.store.room(room.room_id)
        assert found is not None
        return found.version

    def act(self, room: NewRoom, command: str, **detail: object) -> Room:
        """Give a command as whoever made the room."""
        seen = self.version(room)
        return self.workshop.act(room.room_id, room.control, command, seen_version=seen, **detail)

    def people(self, room: NewRoom, count: int) -> list[str]:
        """Let people join; returns their tokens."""
        tokens = [self.workshop.token() for _ in range(count)]
        for token in tokens:
            self.workshop.join(room.room_id, token)
        return tokens

    def save(self, room: NewRoom, token: str, entries: Entries = WORK, **changed: object) -> Saved:
        """Save the first section, or as told."""
        said = {
            "section": "work",
            "round_no": 1,
            "base_rev": 0,
            "submission_id": "save-1",
        } | changed
        return self.workshop.submit(
            room.room_id,
            token,
            str(said["section"]),
            int(str(said["round_no"])),
            base_rev=int(str(said["base_rev"])),
            submission_id=str(said["submission_id"]),
            entries=entries,
        )

    def state(self, room: NewRoom, section: str = "work", round_no: int = 1) -> str:
        """The state of a section as the store holds it."""
        rows = self.store.sections(room.room_id)
        return next(o.state for o in rows if (o.section, o.round) == (section, round_no))

    def shown(self, count: int = 6) -> tuple[NewRoom, list[str]]:
        """A room in which people answered the first section and saw its picture."""
        room = self.room()
        tokens = self.people(room, count)
        self.act(room, "open_section", section="work")
        for token in tokens:
            self.save(room, token)
        self.act(room, "lock_section", section="work")
        self.later(3)
        self.act(room, "reveal", section="work")
        return room, tokens
