"""Tables and dates as printed: frames and rows of the app turned into plain text."""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from throughline.reports.model import Table
from throughline.reports.plain import plain

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = re.compile(r"[+\u2212-]?[\d.,]+%?( \(\d+%\))?$|\d+-\d+$")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def table_of(frame: "pd.DataFrame", caption: str) -> Table | None:
    """Turn a table of the app into a printed one; None when it has no rows."""
    head = [str(name) for name in frame.columns]
    return printed_table(head, frame.itertuples(index=False, name=None), caption)


def printed_table(
    head: Sequence[str], rows: Iterable[Sequence[object]], caption: str
) -> Table | None:
    """Turn rows into a table of plain text; None when there are none.

    A column of numbers is set to the right; an empty cell fits anywhere.
    """
    cells = tuple(tuple("" if one is None else plain(one) for one in row) for row in rows)
    if not cells:
        return None
    columns = list(zip(*cells, strict=True))
    return Table(
        caption=caption,
        head=tuple(head),
        rows=cells,
        numbers=tuple(_numeric(column) for column in columns),
    )


def long_date(day: datetime.date | None) -> str:
    """Print a date in any locale alike: "31 Mar 2027"; nothing without one."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def _numeric(column: Sequence[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and all(_NUMBER.match(cell) for cell in filled)
