"""Every error Throughline raises on purpose, under one roof."""


class ThroughlineError(Exception):
    """Something the caller can explain to a person in one sentence."""


class ContentError(ThroughlineError):
    """A file in ``data/`` cannot be used; the message names the file, the place and the problem."""


class UnknownQuestion(ThroughlineError):
    """An id that no question, box, list or domain carries."""


class NotEnoughAnswers(ThroughlineError):
    """A figure was asked for that the answers given so far cannot support."""


class RoomError(ThroughlineError):
    """Something a room did not allow or could not do; every room error is one of these."""


class UnknownRoom(RoomError):
    """No room is open under this code; wrong, closed and expired look the same."""


class CodeTaken(RoomError):
    """The code is in use; draw another."""


class RoomClosed(RoomError):
    """The room takes nothing any more."""


class JoinsLocked(RoomError):
    """The facilitator has closed the door; people already in are unaffected."""


class RoomFull(RoomError):
    """The cap is reached."""


class UnknownParticipant(RoomError):
    """No person in this room carries this token."""


class SectionClosed(RoomError):
    """The section is not open, or its time is over."""


class InvalidAnswer(RoomError):
    """The entries do not fit the questions of the section."""


class TooSoon(RoomError):
    """This person has saved more often than once a second."""


class Conflict(RoomError):
    """Another tab or phone of the same person saved first; ``saved`` is what stands."""

    def __init__(self, saved: object) -> None:
        super().__init__("another save of this person was faster")
        self.saved = saved


class VersionMismatch(RoomError):
    """Somebody else commanded the room meanwhile; look again before repeating the command."""


class NotAllowed(RoomError):
    """The token given has no right to this."""


class TooManyGuesses(RoomError):
    """Too many wrong codes in five minutes; codes are not looked up until they are over."""


class TooManyKeys(RoomError):
    """Too many wrong host keys in five minutes; none is looked at until they are over."""


class NotSaved(RoomError):
    """The store could not write: disk full, read-only, or the database is away. Nothing was changed."""


class StoreRefused(RoomError):
    """The database cannot be used as it is; the message says why and what to do, in a sentence."""


class PictureUnreadable(RoomError):
    """A kept picture is damaged, or was written by a newer version; nothing of it is shown."""


class PlanRefused(RoomError):
    """The room cannot be made as it was described; the message is a sentence for whoever described it."""


class StillAnswering(RoomError):
    """Somebody's time for this section is not over; ``seconds`` until it is."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Somebody may still be answering, for {seconds} seconds.")
        self.seconds = seconds


class NotNow(RoomError):
    """The command does not fit the state the room is in; the message says what stands in the way."""
