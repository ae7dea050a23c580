"""The workshop as its pages and routes know it: every verb, and who may use it."""

import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from throughline.answers import Answers
from throughline.content.catalogue import Catalogue
from throughline.content.questionnaire import Form
from throughline.errors import NotAllowed, RoomError, SectionClosed, UnknownQuestion
from throughline.workshop import commanding, creating, ending, granting, joining, looking, showing
from throughline.workshop.authority import COMMANDS, allowed, at_a_desk
from throughline.workshop.entries import Entries, as_answers, read_entries, write_entries
from throughline.workshop.ground import Ground, hashed
from throughline.workshop.picture import Picture
from throughline.workshop.recent import Pulses, Recent
from throughline.workshop.room import Person, Pulse, Room, Saved, Scope, Submission
from throughline.workshop.saving import Saving
from throughline.workshop.store import Store
from throughline.workshop.views import (
    Desk,
    Invitation,
    Joined,
    NewControl,
    NewRoom,
    Panel,
    Place,
    RoomPlan,
    Screen,
)

__all__ = ["COMMANDS", "Workshop"]

HOUSE_EVERY = 60.0


class Workshop:
    """Rooms, from making one to its end. Every verb raises ``RoomError`` or nothing.

    Attributes:
        host_key: what somebody who makes a room must know; None lets everybody make one.
        token: makes 256 random bits as 43 url-safe characters.
    """

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        now: Callable[[], float],
        token: Callable[[], str],
        host_key: str | None,
        *,
        steady: Callable[[], float] | None = None,
    ) -> None:
        self._ground = Ground(store, catalogue, now, steady or now, token, host_key)
        self._store = store
        self.host_key, self.token = host_key, token
        self._pulses = Pulses(store, self._ground.steady)
        self._recent, self._saving = Recent(), Saving(self._ground.steady)
        self._keeping = threading.Lock()
        self._kept_at: float | None = None

    def create(self, host_key: str, plan: RoomPlan, *, client: str = "") -> NewRoom:
        """Make a room. Raises NotAllowed, TooManyKeys, PlanRefused."""
        return creating.create(self._ground, host_key, plan, client=client)

    def act(
        self, room_id: str, token: str, command: str, *, seen_version: int, **detail: object
    ) -> Room:
        """Carry out one command of ``COMMANDS``.

        Raises:
            NotAllowed, NotNow, StillAnswering, VersionMismatch, RoomClosed: nothing was changed.
        """
        room = commanding.act(self._ground, room_id, token, command, seen_version, detail)
        self._pulses.forget(room_id)
        return room

    def delete(self, room_id: str, token: str, *, seen_version: int) -> Mapping[str, int]:
        """Delete everything of a room; returns the rows there were by table. None is left."""
        rows = ending.delete_now(self._ground, room_id, token, seen_version)
        self._pulses.forget(room_id)
        return rows

    def project_link(self, room_id: str, token: str, *, seen_version: int) -> str:
        """Return a new secret that lets a screen look at the room, and nothing else."""
        return granting.project_link(self._ground, room_id, token, seen_version)

    def desk_ticket(self, room_id: str, token: str, *, scope: Scope, seen_version: int) -> str:
        """Return a ticket for a second desk, like this one or one that only looks; ``regain`` takes it once."""
        return granting.desk_ticket(self._ground, room_id, token, scope, seen_version)

    def waits(self, ticket: str) -> bool:
        """Whether a ticket can still be exchanged."""
        return granting.waits(self._ground, ticket)

    def desk(self, room_id: str, token: str) -> Desk:
        """Return everything a facilitator is shown. Raises NotAllowed."""
        self.keep_house()  # after a hand-out the desk may be all that still asks
        return looking.desk(self._ground, room_id, token)

    def regain(self, secret: str) -> NewControl:
        """Return the secret of a desk for a recovery secret or a ticket. Raises NotAllowed, RoomClosed."""
        return granting.regain(self._ground, secret)

    def rooms_of(self, tokens: Iterable[str]) -> tuple[str, ...]:
        """Return the rooms whose desk these secrets open; of a room that is over, its recovery secret too."""
        found: dict[str, None] = {}
        for token in tokens:
            with suppress(NotAllowed):
                found[at_a_desk(self._ground, None, token).room_id] = None
        return tuple(found)

    def invitation(self, code: str, *, client: str, key: str | None = None) -> Invitation:
        """Return what somebody may know before joining. Raises UnknownRoom, TooManyGuesses."""
        self.keep_house()
        return joining.invitation(self._ground, code, client=client, key=key)

    def join(self, room_id: str, token: str) -> Joined:
        """Become a person in the room. Raises RoomClosed, JoinsLocked, RoomFull."""
        return joining.join(self._ground, room_id, token)

    def resume(self, typed: str, code: str, *, client: str) -> tuple[str, str]:
        """Return room and new token for a resume code. Raises UnknownParticipant, TooManyGuesses."""
        return joining.resume(self._ground, typed, code, client=client)

    def person(self, room_id: str, token: str) -> Person | None:
        """Return the person of a token, None if nobody in the room has it."""
        return self._store.person(room_id, hashed(token))

    def place(self, room_id: str, token: str) -> Place:
        """Return what one phone shows now. Raises RoomClosed, UnknownParticipant."""
        return looking.place(self._ground, self._recent, room_id, token)

    def submit(
        self,
        room_id: str,
        token: str,
        section: str,
        round_no: int,
        *,
        base_rev: int,
        submission_id: str,
        entries: Entries,
    ) -> Saved:
        """Save one section of one person; it is saved when this returns.

        Raises:
            InvalidAnswer, TooSoon, SectionClosed, RoomClosed, UnknownParticipant, Conflict, NotSaved.
        """
        received = self._ground.wall()
        catalogue, payload = self._ground.catalogue, write_entries(entries)
        try:
            read_entries(payload, catalogue.workshop.section(section), catalogue)
        except UnknownQuestion:
            raise SectionClosed("nobody answers this") from None
        self._saving.pace(hashed(token), submission_id)
        return self._store.submit(
            room_id,
            hashed(token),
            Submission(
                section=section,
                round=round_no,
                base_rev=base_rev,
                submission_id=submission_id[:64],
                payload=payload,
                model_version=catalogue.model.version,
                received=received,
            ),
        )

    def withdraw(self, room_id: str, token: str) -> None:
        """Delete a person and their answers at once. Raises UnknownParticipant."""
        self._store.withdraw(room_id, hashed(token))
        self._pulses.forget(room_id)

    def own(self, room_id: str, token: str) -> Answers:
        """Return everything one person answered, the latest round of each section, as a sheet."""
        own = self._latest(room_id, token)
        quick = {item.id for item in self._ground.catalogue.questionnaire.items if item.quick}
        beyond = {item for one in own for item in one.markers} - quick
        form: Form = "full" if beyond else "quick"
        return as_answers(own, form)

    def own_rounds(self, room_id: str, token: str, section: str) -> tuple[Entries, ...]:
        """Return what one person saved in a section, a round each, first round first."""
        saved = self._store.own_answers(room_id, hashed(token))
        rounds = sorted((one for one in saved if one.section == section), key=lambda one: one.round)
        return tuple(read_entries(one.payload) for one in rounds)

    def own_pay(self, room_id: str, token: str) -> Mapping[str, int]:
        """Return the shares of pay one person entered, part -> percent."""
        return next((one.pay for one in reversed(self._latest(room_id, token)) if one.pay), {})

    def pulse(self, room_id: str) -> Pulse | None:
        """Return what screens poll, at most a second old; one question at a time goes to the store."""
        self.keep_house()
        return self._pulses.of(room_id)

    def screen(self, room: str, token: str) -> Screen:
        """Return what a projector shows; its secret says which room. Raises NotAllowed.

        Args:
            room: id or code that the address named, or ""; a secret of another room is refused.
            token: the secret.
        """
        found = self._store.room_by_code(room) if len(room) == 8 else None
        return looking.screen(
            self._ground, self._recent, found.id if found else room or None, token
        )

    def pictures(self, room_id: str, token: str) -> tuple[Picture, ...]:
        """Return what was shown, to people in the room and to whoever may look. Raises NotAllowed."""
        if self.person(room_id, token) is None:
            allowed(self._ground, room_id, token, "moderate", "project")
        return showing.pictures_of(self._ground, self._ground.room(room_id))

    def panel(self, room_id: str) -> Panel:
        """Return the public numbers of a room. Raises UnknownRoom."""
        return looking.panel(self._ground, self._ground.room(room_id))

    def keep_house(self) -> None:
        """Close, delete and forget what is due, at most once a minute; never in the way of whoever polls."""
        moment = self._ground.steady()
        if self._kept_at is not None and 0 <= moment - self._kept_at < HOUSE_EVERY:
            return
        if not self._keeping.acquire(blocking=False):
            return
        try:
            self._kept_at = moment
            with suppress(RoomError):
                ending.keep_house(self._ground)
        finally:
            self._keeping.release()

    def _latest(self, room_id: str, token: str) -> list[Entries]:
        saved = self._store.own_answers(room_id, hashed(token))
        latest = {one.section: one for one in sorted(saved, key=lambda one: one.round)}
        return [read_entries(one.payload) for one in latest.values()]
