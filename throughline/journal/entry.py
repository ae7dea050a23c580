"""One entry of the log, as a person wrote it."""

import datetime
from dataclasses import dataclass

from throughline.content.journal import EntryKind

ENTRY_LIMIT = 1000
ENTRY_TEXT_LENGTH = 300
ENTRY_UNIT_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated note; every value is legal, see ``read_entry``.

    Attributes:
        id: set once and never reused.
        kind: which of the five kinds; each feeds one habit (``data/journal.toml``).
        day: the day it happened.
        text: what happened, 1-300 characters on one line.
        number: how much, in ``unit``; None = not said.
        unit: up to 20 characters; empty without a number.
    """

    id: str
    kind: EntryKind
    day: datetime.date
    text: str
    number: float | None = None
    unit: str = ""

    @property
    def order(self) -> tuple[datetime.date, str]:
        """The order of a log: by day, then by id."""
        return self.day, self.id
