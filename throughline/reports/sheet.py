"""Sheets of a workbook: text that is never a formula, numbers and dates with their formats, and widths."""

import datetime
import io
import math
import re
from collections.abc import Sequence
from typing import Any

from throughline.reports.goal_rows import Cell
from throughline.reports.model import Table

LONGEST_CELL = 32_767
WIDEST, NARROWEST = 60, 9
_NUMBER = re.compile(r"([+\u2212-]?)([\d,]*\.?\d+)(%?)$")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


class Book:
    """A workbook in memory with the formats of every sheet; ``symbol`` stands before amounts."""

    def __init__(self, out: io.BytesIO, *, symbol: str = "") -> None:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]

        self.file = Workbook(out, _OPTIONS)
        self.formats = _formats(self.file, symbol)


class Sheet:
    """One sheet that is written from the top, with its widths kept."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name, self.row = book, name, 0
        self.sheet = book.file.add_worksheet(name)
        self.sheet.hide_gridlines(2)
        self.widths: dict[int, int] = {}

    def line(self, cells: Sequence[Cell], style: str = "") -> None:
        """Write one row of text, numbers and dates; None is an empty cell."""
        for column, cell in enumerate(cells):
            self.put(self.row, column, cell, style)
        self.row += 1

    def put(self, row: int, column: int, cell: Cell, style: str = "") -> None:
        """Write one cell as what it is; text is never a formula."""
        formats = self.book.formats
        if cell is None or cell == "" or (isinstance(cell, float) and not math.isfinite(cell)):
            return
        if isinstance(cell, str):
            self.sheet.write_string(row, column, cell[:LONGEST_CELL], formats[style or "text"])
        elif isinstance(cell, datetime.date):
            self.sheet.write_datetime(row, column, midnight(cell), formats["date"])
        else:
            usual = "whole" if cell == int(cell) else "tenths"
            self.sheet.write_number(row, column, cell, formats[style or usual])
        if style not in ("title", "wide"):
            shown = len(cell) if isinstance(cell, str) else 11
            self.widths[column] = max(self.widths.get(column, NARROWEST), min(shown + 2, WIDEST))

    def table(self, one: Table) -> None:
        """Write a table of the report; printed numbers become numbers."""
        self.line([one.caption], "bold")
        self.line(one.head, "head")
        for row in one.rows:
            for column, cell in enumerate(row):
                self.put(self.row, column, *as_number(cell))
            self.row += 1

    def done(self) -> None:
        """Set the widths of the columns."""
        for column, width in self.widths.items():
            self.sheet.set_column(column, column, width)


def as_number(text: str) -> tuple[Cell, str]:
    """Turn a printed number back into a number with its format; other text stays text."""
    found = _NUMBER.match(text)
    if not found:
        return text, ""
    sign, digits, percent = found.groups()
    number = float(digits.replace(",", "")) * (-1 if sign and sign != "+" else 1)
    if percent:
        return number / 100, "percent"
    if sign:
        return number, "signed_tenths" if "." in digits else "signed"
    return number, ""


def midnight(day: datetime.date) -> datetime.datetime:
    """Return the moment a day begins, which is how a workbook keeps a date."""
    return datetime.datetime(day.year, day.month, day.day)


def _formats(book: Any, symbol: str) -> dict[str, Any]:
    # A quote would end the literal part of a number format.
    sign = f'"{symbol.replace(chr(34), "")}"' if symbol.replace('"', "") else ""
    ink, accent, rule = "#1C2321", "#0B6E66", "#DDD8CB"
    base = {"font_name": "Calibri", "font_size": 10, "font_color": ink, "valign": "top"}
    styles: dict[str, dict[str, Any]] = {
        "text": {"text_wrap": True},
        "wide": {},
        "whole": {"num_format": "#,##0"},
        "tenths": {"num_format": "#,##0.0#"},
        "money": {"num_format": f"{sign}#,##0"},
        "signed": {"num_format": "+#,##0;\u2212#,##0;0"},
        "signed_tenths": {"num_format": "+#,##0.0;\u2212#,##0.0;0.0"},
        "percent": {"num_format": "0%"},
        "total": {"num_format": f"{sign}#,##0", "bold": True, "top": 1, "top_color": rule},
        "date": {"num_format": "d mmm yyyy", "align": "left"},
        "title": {"bold": True, "font_size": 18},
        "heading": {"bold": True, "font_size": 12, "font_color": accent},
        "bold": {"bold": True},
        "head": {"bold": True, "bottom": 1, "bottom_color": rule, "text_wrap": True},
    }
    return {name: book.add_format(base | style) for name, style in styles.items()}
