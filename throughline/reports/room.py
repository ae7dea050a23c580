"""The room report: made of the pictures that were shown and of nothing else, as PDF, web page, table and JSON."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass

from throughline.content.catalogue import Catalogue
from throughline.reports.csv_file import csv_file
from throughline.reports.goal_rows import Cell
from throughline.reports.html import report_html
from throughline.reports.model import Block, Report, Section, Table, Text
from throughline.reports.pdf import Paper, Pdf, report_pdf
from throughline.reports.shapes import RoomDrawing
from throughline.tables.room import room_cells, room_scale_cells
from throughline.tables.room_counts import people_of, people_said
from throughline.tables.room_rows import room_rows
from throughline.tables.room_words import (
    Group,
    room_group_alt,
    room_group_title,
    room_groups,
    room_state,
    room_title,
)
from throughline.workshop.picture import COUNTS, GroupFigure, Picture, write_picture
from throughline.workshop.room import PROFILE

FORMAT = 1


@dataclass(frozen=True)
class RoomMaterial:
    """What a room report is made of.

    Attributes:
        title: of the room, as its facilitator typed it, cleaned.
        pictures: as they may be seen now (hidden figures veiled), oldest first.
        sections: section id -> its title.
        opened_at: UTC seconds, None if no section was opened; ``commands``: commands of the facilitator.
        day: day of the report.
        rehearsal: the answers are invented.
    """

    title: str
    pictures: tuple[Picture, ...]
    sections: Mapping[str, str]
    opened_at: int | None
    commands: int
    day: datetime.date
    rehearsal: bool


def room_report(material: RoomMaterial, catalogue: Catalogue) -> Report:
    """Return the report before it has a form."""
    words = catalogue.room_pictures.report
    rehearsal = f"{words.rehearsal}. " if material.rehearsal else ""
    sections = [_picture(one, material, catalogue) for one in material.pictures]
    if not sections:
        sections = [Section("empty", words.profile, (Text(words.empty),))]
    opened = "–" if material.opened_at is None else minute(material.opened_at)
    about = words.log.format(
        opened=opened, commands=material.commands, pictures=len(material.pictures)
    )
    sections += [
        _left_out(material, catalogue),
        Section(
            "limits",
            words.limits,
            tuple(Text(limit.text, "item") for limit in catalogue.room_pictures.limits),
        ),
        Section("about", words.about, (Text(words.about_text), Text(about, "quiet"))),
    ]
    return Report(
        title=words.title.format(title=material.title),
        subtitle=words.rehearsal if material.rehearsal else "",
        author="",
        date=material.day.isoformat(),
        day=material.day,
        summary=words.summary,
        sections=tuple(sections),
        about=(about,),
        footer=rehearsal + words.footer.format(date=material.day.isoformat()),
        disclaimer=rehearsal + words.disclaimer,
    )


def room_pdf(material: RoomMaterial, catalogue: Catalogue, *, paper: Paper = "a4") -> Pdf:
    """Typeset the report. Raises ReportNotWritten."""
    return report_pdf(room_report(material, catalogue), paper=paper)


def room_html(material: RoomMaterial, catalogue: Catalogue) -> bytes:
    """Write the report as one page without script; it opens from disk and sends nothing."""
    return report_html(room_report(material, catalogue))


def room_csv(material: RoomMaterial, catalogue: Catalogue) -> bytes:
    """Write every number of every picture, one a line, as a table that a spreadsheet opens as data."""
    head = catalogue.room_pictures.report.heads["csv"]
    return csv_file(head, [row for one in material.pictures for row in _lines(one)])


def room_json(material: RoomMaterial) -> bytes:
    """Write the pictures as they are kept, with the title and the day."""
    data = {
        "app": "throughline",
        "kind": "room",
        "format": FORMAT,
        "title": material.title,
        "day": material.day.isoformat(),
        "rehearsal": material.rehearsal,
        "pictures": [json.loads(write_picture(one)) for one in material.pictures],
    }
    return json.dumps(data, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False).encode()


def room_file_name(day: datetime.date, ending: str, catalogue: Catalogue) -> str:
    """Name a file of the report; nothing a person typed is in it."""
    name = catalogue.room_pictures.report.file.format(date=day.isoformat())
    return f"{name}.{ending}"


def minute(at: int) -> str:
    """Print a moment to the minute, UTC."""
    moment = datetime.datetime.fromtimestamp(at, tz=datetime.UTC)
    return moment.strftime("%Y-%m-%d %H:%M")


def _picture(picture: Picture, material: RoomMaterial, catalogue: Catalogue) -> Section:
    words = catalogue.room_pictures.report
    made = words.made.format(
        n=people_of(picture, catalogue),
        time=minute(picture.made_at),
        model=picture.model_version,
        rule=picture.rule_version,
    )
    blocks: list[Block] = [Text(f"{words.rehearsal}.", "lead")] if picture.rehearsal else []
    blocks.append(Text(made, "quiet"))
    for name, group in room_groups(picture):
        blocks += _group(name, group, catalogue)
    name = f"{picture.section}-{picture.round}-{picture.no}"
    return Section(name, _title(picture, material, catalogue), tuple(blocks))


def _group(name: str, group: Group, catalogue: Catalogue) -> list[Block]:
    words = catalogue.room_pictures
    title = room_group_title(name, group, catalogue)
    rows = room_rows(group, catalogue)
    wished = any(row.wish is not None for row in rows)
    marked = any(row.mark is not None for row in rows) and name != "scales"
    drawing = RoomDrawing(
        alt=room_group_alt(group, catalogue),
        rows=rows,
        median=words.labels["median"].format(median="").strip() if marked else "",
        wish=words.labels["wanted"] if wished else "",
    )
    table = Table(
        caption=words.report.caption.format(title=title),
        head=words.report.heads["numbers"],
        rows=tuple(room_cells(figure, catalogue) for figure in group),
        numbers=(False, True, True, True, True, False),
    )
    return [Text(title, "heading"), drawing, table, *_scales(group, catalogue)]


def _scales(group: Group, catalogue: Catalogue) -> list[Table]:
    words = catalogue.room_pictures.report
    return [
        Table(
            caption=words.scale.format(
                title=room_title(figure, catalogue), people=people_said(figure, catalogue)
            ),
            head=words.heads["scale"],
            rows=room_scale_cells(figure, catalogue),
            numbers=(False, True, True, True),
        )
        for figure in group
        if figure.kind == "scale" and figure.state == "shown"
    ]


def _left_out(material: RoomMaterial, catalogue: Catalogue) -> Section:
    words = catalogue.room_pictures.report
    rows = tuple(
        (
            _title(one, material, catalogue),
            room_title(figure, catalogue),
            room_state(figure, catalogue) or catalogue.room_pictures.labels["left_out"],
        )
        for one in material.pictures
        for figure in one.figures
        if figure.state not in ("shown", "not_asked") or figure.left_out
    )
    block: Block = Text(words.nothing_left_out)
    if rows:
        block = Table(words.left_out, words.heads["left_out"], rows, (False, False, False))
    return Section("left-out", words.left_out, (block,))


def _title(picture: Picture, material: RoomMaterial, catalogue: Catalogue) -> str:
    words = catalogue.room_pictures.report
    if picture.section == PROFILE:
        return words.profile
    title = material.sections.get(picture.section, picture.section)
    if picture.round == 1:
        return title
    return f"{title}. {words.round.format(round=picture.round)}"


def _lines(picture: Picture) -> list[list[Cell]]:
    found: list[list[Cell]] = []
    for figure in picture.figures:
        start: list[Cell] = [
            picture.section,
            picture.round,
            picture.no,
            minute(picture.made_at),
            "yes" if picture.rehearsal else "no",
            figure.id,
            figure.kind,
            figure.state,
            figure.n or None,
        ]
        numbers = numbers_of_figure(figure)
        found += [[*start, name, value] for name, value in numbers] or [[*start, "", None]]
    return found


def numbers_of_figure(figure: GroupFigure) -> list[tuple[str, float | None]]:
    """Return every number of a figure with its name; a count that is hidden is None."""
    names = ("median", "mean", "sd", "low", "high", "same")
    found = [(name, v) for name in names if (v := getattr(figure, name)) is not None]
    counted = "at most % of people at" if figure.up_to else "people at"
    found += [(f"{counted} {place:g}", float(count)) for place, count in figure.strip]
    if not figure.up_to:
        return [*found, *figure.rows]
    rows = (
        (f"at most % of people: {name}" if name in COUNTS else name, v) for name, v in figure.rows
    )
    return [*found, *rows]
