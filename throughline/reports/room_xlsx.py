"""The room report as a workbook: a sheet for each picture that was shown, one for what was left out, one about it."""

import io
import re

from throughline.content.catalogue import Catalogue
from throughline.reports.model import Section, Table, Text
from throughline.reports.room import (
    RoomMaterial,
    minute,
    numbers_of_figure,
    room_report,
)
from throughline.reports.sheet import Book, Sheet, midnight
from throughline.tables.room_counts import people_of
from throughline.tables.room_words import room_title
from throughline.workshop.picture import Picture

LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


def room_xlsx(material: RoomMaterial, catalogue: Catalogue) -> bytes:
    """Write the workbook; the same pictures give the same bytes, and no text in it is ever a formula."""
    report = room_report(material, catalogue)
    out = io.BytesIO()
    book = Book(out)
    book.file.set_properties({"title": report.title, "created": midnight(report.day)})
    sections = {section.id: section for section in report.sections}
    about = Sheet(book, sheet_name(sections["about"].title))
    about.line([report.title], "title")
    about.line([report.byline], "wide")
    for line in (report.summary, report.disclaimer):
        about.line([line], "wide")
    for name in ("empty", "limits", "about"):
        if name in sections:
            about.row += 1
            _section(about, sections[name])
    about.done()
    # The report begins with its pictures, one section each.
    shown = zip(material.pictures, report.sections, strict=False)
    for number, (picture, section) in enumerate(shown, 1):
        sheet = Sheet(book, sheet_name(f"{number} {section.title}"))
        _picture(sheet, picture, section, catalogue)
        sheet.done()
    left_out = Sheet(book, sheet_name(sections["left-out"].title))
    _section(left_out, sections["left-out"])
    left_out.done()
    book.file.close()
    return out.getvalue()


def sheet_name(title: str) -> str:
    """Return a title as a workbook takes it for the name of a sheet."""
    return _NOT_IN_A_NAME.sub(" ", title)[:LONGEST_NAME].strip()


def _section(sheet: Sheet, section: Section) -> None:
    sheet.line([section.title], "heading")
    for block in section.blocks:
        if isinstance(block, Text):
            sheet.line([block.text], "bold" if block.style == "lead" else "wide")
        elif isinstance(block, Table):
            sheet.row += 1
            sheet.table(block)


def _picture(sheet: Sheet, picture: Picture, section: Section, catalogue: Catalogue) -> None:
    words = catalogue.room_pictures.report
    sheet.line([section.title], "heading")
    if picture.rehearsal:
        sheet.line([words.rehearsal], "bold")
    facts = words.facts
    sheet.line([facts["people"], people_of(picture, catalogue)])
    sheet.line([facts["round"], picture.round])
    sheet.line([facts["shown"], minute(picture.made_at)])
    sheet.line([facts["model"], picture.model_version])
    sheet.line([facts["rule"], picture.rule_version])
    for block in section.blocks:
        if isinstance(block, Table):
            sheet.row += 1
            sheet.table(block)
    sheet.row += 1
    sheet.line(words.heads["counted"], "head")
    for figure in picture.figures:
        for name, value in numbers_of_figure(figure):
            hidden = catalogue.room_pictures.labels["hidden_count"]
            sheet.line([room_title(figure, catalogue), name, hidden if value is None else value])
