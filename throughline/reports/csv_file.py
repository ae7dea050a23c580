"""A table as CSV that a spreadsheet opens as data: no cell can start a formula."""

import csv
import datetime
import io
import math
from collections.abc import Iterable, Sequence

from throughline.reports.goal_rows import Cell

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What starts a formula in a spreadsheet, with the wide twins that some of them read the same way.
_STARTS = tuple("=+-@|%＝＋－＠｜％")
_BEFORE = " \t\r\n\N{NO-BREAK SPACE}" + BOM


def csv_file(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a table: UTF-8 with its mark, every cell in quotes, CRLF, ISO dates, a point as decimal sign.

    A text cell that a spreadsheet could take for a formula gets a leading apostrophe; numbers stay numbers.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in head])
    writer.writerows([_printed(cell) for cell in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def guarded(text: str) -> str:
    """Put an apostrophe before text that could start a formula, also behind white space."""
    risky = text[:1] in ("\t", "\r") or text.lstrip(_BEFORE).startswith(_STARTS)
    return f"'{text}" if risky else text


def _printed(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if cell is None or not math.isfinite(cell):
        return ""
    return f"{cell:.12g}"
