"""The shape of `data/room.toml`: the words of the desk, the projector and the phone."""

from throughline.content.reading import Record


class RoomWords(Record):
    """Everything the three pages of a room say.

    Attributes:
        join: the phone; ``screen``: the projector; ``host``: the facilitator's desk.
        log: name of a command -> what was done, for the log of the desk.
        deleted: name of a table of the store -> what is in it, for what was deleted.
        errors: name of an error of ``throughline.errors`` -> the sentence a person reads.
        sheet: the recovery sheet.
    """

    version: str
    join: dict[str, str]
    screen: dict[str, str]
    host: dict[str, str]
    log: dict[str, str]
    deleted: dict[str, str]
    errors: dict[str, str]
    sheet: dict[str, str]
