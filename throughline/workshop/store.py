"""The port of the workshop store: what every engine can do, each verb one transaction.

Every write in a room first updates the room's row. That takes the room's lock on both engines, checks the phase
and keeps answers, commands and the close in order; nothing else needs locking. A verb returns only when
its transaction is committed, so what a phone has been told is saved is saved.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from throughline.workshop.room import (
    Change,
    Event,
    Grant,
    Person,
    PictureRow,
    Pulse,
    Room,
    Saved,
    Section,
    Standing,
    Submission,
    Version,
)


class Store(Protocol):
    """Rooms and what is in them. Times are UTC seconds; tokens come as SHA-256 hashes only.

    Any verb may raise ``NotSaved`` (disk full, read-only, database away), one that only reads too when the
    database is away: nothing was written, the caller may try again with the same submission id.
    """

    def create_room(self, room: Room, sections: Sequence[Section], grants: Sequence[Grant]) -> None:
        """Add a room with its agenda and its grants. Raises CodeTaken: the code or the id is in use."""

    def room(self, room_id: str) -> Room | None:
        """Return a room by its id."""

    def room_by_code(self, code: str) -> Room | None:
        """Return the room that carries this code (8 ASCII digits)."""

    def grant(self, token_hash: bytes) -> Grant | None:
        """Return the grant of this token, expired or not."""

    def grants(self, room_id: str) -> tuple[Grant, ...]:
        """Return the room's grants."""

    def extend_grant(self, token_hash: bytes, expires_at: int) -> None:
        """Move the expiry of a grant (the sliding 12 hours)."""

    def sections(self, room_id: str) -> tuple[Section, ...]:
        """Return every section and round of the room, in the order they were added."""

    def pulse(self, room_id: str) -> Pulse | None:
        """Return what the screens poll, in one query."""

    def join(
        self, room_id: str, *, person_id: str, token_hash: bytes, resume_hash: bytes, at: int
    ) -> Person:
        """Add a person in the next slot; ``at`` is rounded down to 5 minutes.

        The same token joins once: again, it returns the person, even when the door is locked.

        Raises:
            RoomClosed, JoinsLocked, RoomFull: nobody was added; ``handout`` counts as closed.
            CodeTaken: the token belongs to another room, or the resume code is in use; draw others.
        """

    def person(self, room_id: str, token_hash: bytes) -> Person | None:
        """Return the person of this token."""

    def person_by_resume(self, room_id: str, resume_hash: bytes) -> Person | None:
        """Return the person of this resume code."""

    def renew_token(self, room_id: str, person_id: str, token_hash: bytes) -> None:
        """Put a new token in the place of the person's old one (after a resume code was typed).

        Raises:
            UnknownParticipant: no such person.
            CodeTaken: the token is in use.
        """

    def people(self, room_id: str) -> tuple[Person, ...]:
        """Return the people in the room, by slot."""

    def submit(self, room_id: str, token_hash: bytes, submission: Submission) -> Saved:
        """Save one section of one person; ``saved_at`` is rounded down to the minute.

        The same submission id again returns the saved row with ``repeat``. After the reveal a person
        without a counted answer may still save, as late.

        Raises:
            RoomClosed, UnknownParticipant, SectionClosed: nothing was saved; checked in this order.
            Conflict: another save of this person was faster; carries what is saved (None: nothing).
        """

    def own_answers(self, room_id: str, token_hash: bytes) -> tuple[Saved, ...]:
        """Return everything one person has saved, oldest first. Raises UnknownParticipant."""

    def standing(self, room_id: str, token_hash: bytes) -> Standing | None:
        """Return the person of this token with all they have saved, in one query; None for nobody."""

    def section_answers(self, room_id: str, section: str, round_no: int) -> tuple[Saved, ...]:
        """Return the counted (not late) answers to one section and round, oldest first."""

    def answered(self, room_id: str) -> Mapping[tuple[str, int], int]:
        """Count the people with a saved answer by section and round; rows are counted, never counters."""

    def command(
        self, room_id: str, *, seen_version: int, change: Change, event: Event, purge_at: int
    ) -> Room:
        """Carry out one facilitator command and log it under the room's new version.

        Columns of the room that may be set: ``admission.COMMANDED``. Unknown slots and rights are
        passed over. Removing somebody moves ``answer_seq``, as a withdrawal does.

        Raises:
            VersionMismatch: somebody else commanded meanwhile; nothing was changed.
            RoomClosed: the room is closed or unknown (only ``purge`` is left).
            ValueError: a column that no command may set.
        """

    def events(self, room_id: str) -> tuple[Event, ...]:
        """Return the log, oldest first."""

    def versions(self, room_id: str) -> tuple[Version, ...]:
        """Return every version of every figure shown so far."""

    def publish(self, room_id: str, picture: PictureRow, versions: Sequence[Version]) -> bool:
        """Add a picture with its versions; False if one of them was there already.

        Whoever left the room since the values were read is marked as withdrawn in the versions.

        Raises:
            RoomClosed: the room is neither live nor in hand-out.
        """

    def pictures(self, room_id: str) -> tuple[PictureRow, ...]:
        """Return the room's pictures, oldest first."""

    def withdraw(self, room_id: str, token_hash: bytes) -> None:
        """Delete a person and their answers at once; in versions their values become None.

        It moves ``answer_seq``, so that whatever was worked out from the answers is worked out anew.

        Raises:
            UnknownParticipant: no such person.
        """

    def close_room(self, room_id: str, *, seen_version: int, event: Event, purge_at: int) -> Room:
        """Close a room: answers, people, versions, ``moderate`` and ``project`` grants go, in one transaction.

        ``event.at`` becomes ``closed_at``. Figures that fewer than k people are left of at that moment are named
        in the settings, as ``hidden``, because the versions that say so go too.

        Raises:
            VersionMismatch, RoomClosed: as with ``command``.
        """

    def retire_codes(self, before: int) -> int:
        """Set to null the codes of rooms closed before this moment; returns how many."""

    def purge(self, room_id: str) -> Mapping[str, int]:
        """Delete everything of a room; returns rows deleted by table, and leaves no trace in the file."""

    def due(self, now: int) -> tuple[Room, ...]:
        """Return the rooms whose ``purge_at`` has passed: open ones are to be closed, closed ones purged."""

    def count_guess(self, client_hash: bytes, window_start: int) -> None:
        """Count one failed code of this client in this window of 5 minutes."""

    def guesses(self, client_hash: bytes, window_start: int) -> tuple[int, int]:
        """Return the failed codes in this window: of this client, and of everybody."""

    def forget_guesses(self, before: int) -> None:
        """Delete counts of windows that started before this moment."""

    def rooms_created_since(self, moment: int) -> int:
        """Count the rooms made since this moment (10 an hour is the cap)."""

    def backup(self, path: str) -> None:
        """Write a consistent copy of an embedded database. Raises NotSaved where the engine has none."""

    def close(self) -> None:
        """Release connections and locks."""
