"""The shape of `data/coach.toml`: the words of the page on which plan files stand side by side."""

from throughline.content.reading import Record


class CoachWords(Record):
    """Everything the Coach page says.

    Attributes:
        page: title, lead and the list of open files.
        said: what became of the files that were chosen.
        compare: the balances and whether they differ.
        table: the headings and states of the tables.
        notes: the coach's own notes.
    """

    version: str
    page: dict[str, str]
    said: dict[str, str]
    compare: dict[str, str]
    table: dict[str, str]
    notes: dict[str, str]
