"""Charts, sentences, tables and reports of a room: only what its pictures hold, each number everywhere the same."""

import csv
import datetime
import io
import json
import re
from dataclasses import replace
from typing import Any

import openpyxl

from tests.unit.workshop.room_of import FULL, QUICK, WORK, RoomOf, answered, invented
from throughline import figures, tables
from throughline.content.catalogue import read_catalogue
from throughline.figures import Look
from throughline.reports.model import Table
from throughline.reports.pdf import page_pictures
from throughline.reports.room import (
    RoomMaterial,
    numbers_of_figure,
    room_csv,
    room_file_name,
    room_html,
    room_json,
    room_pdf,
    room_report,
)
from throughline.reports.room_xlsx import room_xlsx, sheet_name
from throughline.tables.room_counts import people_of
from throughline.tables.room_rows import room_rows
from throughline.workshop.entries import Entries
from throughline.workshop.picture import GroupFigure, Picture
from throughline.workshop.publish import RULE_VERSION

CATALOGUE = read_catalogue()
DAY = datetime.date(2026, 11, 27)


def pictures() -> tuple[Picture, ...]:
    """Quick and Full rooms with a second round, a profile, and a section that still waits."""
    quick, full, small = RoomOf(), RoomOf(), RoomOf()
    for section in QUICK:
        quick.reveal(invented(range(23), section), section)
    quick.reveal(invented(range(23), WORK, 2), WORK, 2)
    quick.profile()
    full.reveal(invented(range(40), FULL[0]), FULL[0])
    full.profile()
    small.reveal(answered({1: 3}))
    return tuple(
        replace(one, rehearsal=True, made_at=1_764_240_000)
        for one in (*quick.pictures, *full.pictures, *small.pictures)
    )


SHOWN = pictures()
MATERIAL = RoomMaterial(
    "Team day </script><b>", SHOWN, {"work": "Work today"}, 1_764_236_000, 12, DAY, rehearsal=True
)


def test_every_chart_has_a_sentence_and_a_table_and_draws_in_every_look() -> None:
    for picture in SHOWN:
        for name, title, group in figures.room_charts(picture, CATALOGUE):
            assert title, name
            alt = figures.room_chart_alt(group, CATALOGUE)
            table = tables.room_table(group, CATALOGUE)
            assert len(table) == len(group)
            for look in (Look(), Look("dark", stage=True)):
                drawn = figures.room_chart(group, CATALOGUE, look=look)
                assert drawn.layout.height > 0
            assert "{" not in alt
            for one in group:
                assert figures.room_title(one, CATALOGUE)[:20] in alt
                if one.state == "shown":
                    said = "both times" if one.kind == "change" else "skipped"
                    assert (f"{one.n} people" if one.n else said) in alt


def test_text_on_the_projector_is_at_least_24_pixels() -> None:
    for picture in SHOWN:
        for _, _, group in figures.room_charts(picture, CATALOGUE):
            drawn = figures.room_chart(group, CATALOGUE, look=Look(stage=True))
            assert all(note.font.size >= 24 for note in drawn.layout.annotations)


def test_a_section_that_waits_says_so_in_its_row() -> None:
    waiting = SHOWN[-1]
    drawn = figures.room_section(waiting, CATALOGUE, look=Look())
    assert any("Waiting for 5" in note.text for note in drawn.layout.annotations)
    assert "Waiting for 5" in figures.room_section_alt(waiting, CATALOGUE)


def test_circles_without_a_number_are_as_large_as_their_share_of_the_people() -> None:
    people = answered(dict(enumerate([3] * 12 + [5] * 6 + [8] * 3))) | {90: Entries()}
    picture = RoomOf().reveal(people)
    material = replace(MATERIAL, pictures=(picture,), sections={})
    sizes = re.findall(
        r'class="people" style="left:[\d.]+%;width:(\d+)px', room_html(material, CATALOGUE).decode()
    )
    assert [int(size) for size in sizes] == sorted(map(int, sizes), reverse=True)
    assert len(set(sizes)) == 3
    drawn = figures.room_chart(picture.figures, CATALOGUE, look=Look())
    assert list(drawn.data[0].marker.size) == sorted(drawn.data[0].marker.size, reverse=True)
    assert not any(trace.text for trace in drawn.data)


def test_what_was_left_out_by_lot_is_listed() -> None:
    room = RoomOf()
    for number, people in ((1, range(23)), (2, range(1, 23))):
        room.reveal(answered({slot: slot % 11 for slot in people}), round_no=number)
    listed = room_report(replace(MATERIAL, pictures=tuple(room.pictures)), CATALOGUE).sections[-3]
    (table,) = listed.blocks
    assert isinstance(table, Table)
    assert "by lot" in table.rows[0][2]


def test_a_figure_that_is_refused_says_what_would_help() -> None:
    refused = GroupFigure("item.J1", "item", "unclean"), GroupFigure("gap.D1", "gap", "unclean")
    level, gap = (figures.room_chart_alt([one], CATALOGUE) for one in refused)
    assert "when everybody who answered then answers again" in level
    assert "needs everybody to answer all of them" in gap


def test_the_report_says_rehearsal_on_every_page_and_holds_every_number() -> None:
    from pypdf import PdfReader

    made = room_pdf(MATERIAL, CATALOGUE)
    assert made.missing == ()
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made.data)).pages]
    assert all("Rehearsal: invented answers" in page for page in pages)
    whole = " ".join(" ".join(pages).split())
    for limit in CATALOGUE.room_pictures.limits:
        assert limit.text[:40] in whole
    assert "2025-11-27 10:40 UTC" in whole
    assert "Waiting for 5" in whole
    assert made.data == room_pdf(MATERIAL, CATALOGUE).data


def test_a_real_room_says_nothing_of_a_rehearsal_and_an_empty_one_says_what_to_do() -> None:
    real = replace(MATERIAL, pictures=(), rehearsal=False)
    page = room_html(real, CATALOGUE).decode()
    assert "ehearsal" not in page
    assert "Reveal a section first" in page
    assert page_pictures(room_report(real, CATALOGUE), dots=20)


def test_from_thirty_people_the_report_says_how_each_question_hangs_together_with_its_scale() -> (
    None
):
    tables_of = [
        block
        for section in room_report(MATERIAL, CATALOGUE).sections
        for block in section.blocks
        if block.kind == "table" and block.head[1] == "Item-total r"
    ]
    scales = [f for p in SHOWN for f in p.figures if f.kind == "scale" and f.state == "shown"]
    assert scales
    assert len(tables_of) == len(scales)
    for table, figure in zip(tables_of, scales, strict=True):
        assert len(table.rows) >= 3
        for question, r, ends, without in table.rows:
            item = next(one.id for one in CATALOGUE.questionnaire.items if one.text == question)
            assert r == f"{figure.row(f'item_total.{item}'):.2f}"
            assert ends.startswith(f"{figure.row(f'item_total.{item}.low'):.2f} to ")
            assert without == f"{figure.row(f'if_deleted.{item}'):.2f}"


def test_a_room_of_a_hundred_says_where_most_of_it_lie_and_its_omega_with_an_interval() -> None:
    room = RoomOf()
    for section in QUICK:
        room.reveal(invented(range(120), section), section)
    (balance,) = [one for one in room.profile().figures if one.id == "balance"]
    assert re.search(
        r"half lie between \d+ and \d+, four in five between \d+ and \d+",
        figures.room_chart_alt([balance], CATALOGUE),
    )
    (row,) = room_rows([balance], CATALOGUE)
    assert row.note.startswith("among this room")
    drawn = figures.room_chart([balance], CATALOGUE, look=Look())
    (note,) = [one for one in drawn.layout.annotations if one.text.startswith("among this")]
    assert note.yshift < min(min(shape.y0, shape.y1) for shape in drawn.layout.shapes)
    scale = next(one for one in room.pictures[-1].figures if one.id == "scale.X")
    assert re.search(
        r"omega 0\.\d\d \(0\.\d\d-0\.\d\d\)", figures.room_chart_alt([scale], CATALOGUE)
    )


def test_the_page_runs_nothing_and_keeps_the_title_as_text() -> None:
    page = room_html(MATERIAL, CATALOGUE).decode()
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "&lt;/script&gt;&lt;b&gt;" in page


def test_table_and_json_hold_the_pictures_and_nothing_else() -> None:
    rows = list(csv.DictReader(io.StringIO(room_csv(MATERIAL, CATALOGUE).decode("utf-8-sig"))))
    medians = {
        (row["section"], row["round"], row["figure"]): float(row["value"])
        for row in rows
        if row["statistic"] == "median" and row["section"] == "work"
    }
    for picture in SHOWN:
        for one in picture.figures:
            if picture.section == "work" and one.median is not None:
                assert medians["work", str(picture.round), one.id] == one.median
    assert {row["rehearsal"] for row in rows} == {"yes"}
    data = json.loads(room_json(MATERIAL))
    assert len(data["pictures"]) == len(SHOWN)
    assert "members" not in room_json(MATERIAL).decode()


def workbook(material: RoomMaterial = MATERIAL) -> Any:
    """The workbook of the report, read back by another library."""
    return openpyxl.load_workbook(io.BytesIO(room_xlsx(material, CATALOGUE)))


def test_the_workbook_has_a_sheet_for_each_picture_with_its_people_round_time_and_rule() -> None:
    book = workbook()
    assert len(book.sheetnames) == len(SHOWN) + 2
    for picture, sheet in zip(SHOWN, book.worksheets[1:-1], strict=True):
        facts = {row[0]: row[1] for row in sheet.iter_rows(max_col=2, values_only=True)}
        assert facts["People with a counted answer"] == people_of(picture, CATALOGUE)
        assert facts["Round"] == picture.round
        assert facts["Shown at, UTC"] == "2025-11-27 10:40"
        assert facts["Publishing rule"] == RULE_VERSION
        assert "Rehearsal: invented answers" in facts
    left_out = [cell.value for row in book.worksheets[-1].iter_rows() for cell in row]
    assert "Waiting for 5 people" in left_out


def test_every_number_of_the_workbook_is_one_of_a_picture_that_was_shown() -> None:
    for picture, sheet in zip(SHOWN, workbook().worksheets[1:-1], strict=True):
        known = {float(picture.round), float(picture.n), *map(float, range(2))}
        for one in picture.figures:
            known |= {float(one.n), *(v for _, v in numbers_of_figure(one) if v is not None)}
        rows = list(sheet.iter_rows(values_only=True))
        assert {cell for row in rows for cell in row if isinstance(cell, int | float)} <= known
        head = CATALOGUE.room_pictures.report.heads["counted"]
        listed = [row[1:3] for row in rows[rows.index((*head, *[None] * (len(rows[0]) - 3))) + 1 :]]
        wanted = [pair for one in picture.figures for pair in numbers_of_figure(one)]
        assert listed == [(name, "hidden" if value is None else value) for name, value in wanted]


def test_no_text_of_a_room_becomes_a_formula_or_a_link_in_the_workbook() -> None:
    for title in ('=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "https://example.org"):
        hostile = replace(MATERIAL, title=title, sections={"work": f"{title}[]:*?/'"})
        for sheet in workbook(hostile):
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    assert sheet_name("'[a]:b*c?d/e\\f" + "g" * 40) == "a  b c d e f" + "g" * 17


def test_the_same_pictures_make_the_same_workbook_and_none_make_one_that_says_so() -> None:
    assert room_xlsx(MATERIAL, CATALOGUE) == room_xlsx(MATERIAL, CATALOGUE)
    empty = workbook(replace(MATERIAL, pictures=()))
    said = " ".join(str(cell.value) for row in empty.worksheets[0].iter_rows() for cell in row)
    assert "Reveal a section first" in said


def test_the_file_name_holds_no_word_of_a_person() -> None:
    assert room_file_name(DAY, "pdf", CATALOGUE) == "throughline-room-2026-11-27.pdf"


def shown_chart(name: str, drawn_from: tuple[Picture, ...] = SHOWN) -> Any:
    """The first chart of this name, drawn for the projector."""
    group = next(
        group
        for picture in drawn_from
        for one, _, group in figures.room_charts(picture, CATALOGUE)
        if one == name
    )
    return figures.room_chart(group, CATALOGUE, look=Look(stage=True))


def test_every_dot_of_several_people_carries_their_number_and_no_text_is_ever_empty() -> None:
    # A drawing changed in place loses the nodes of empty texts for good.
    for picture in SHOWN:
        for _, _, group in figures.room_charts(picture, CATALOGUE):
            drawn = figures.room_chart(group, CATALOGUE, look=Look(stage=True))
            texts = [text for trace in drawn.data for text in trace.text or ()]
            rows = [row for row in room_rows(group, CATALOGUE) if not row.up_to]
            counts = [count for row in rows for _, count in row.strip]
            assert sorted(map(int, texts)) == sorted(count for count in counts if count > 1)


def test_a_drawing_keeps_clear_of_the_question_above_however_few_rows_share_the_height() -> None:
    shapes = shown_chart("items").layout.shapes
    assert shapes
    assert all(shape.ysizemode == "pixel" for shape in shapes)
    assert max(max(shape.y0, shape.y1) for shape in shapes) <= Look(stage=True).px(12)


def test_what_is_wanted_is_marked_off_the_words_in_a_band_and_the_mark_is_explained() -> None:
    bands = (("low", 20.0), ("middle", 40.0), ("high", 40.0))
    now = GroupFigure("domain.D1", "domain", "shown", n=12, median=5, rows=bands)
    wish = GroupFigure("wanted.D1", "wanted", "shown", n=12, median=8)
    drawn = figures.room_chart([now, wish], CATALOGUE, look=Look(stage=True))
    assert any(note.text == "◇ wanted" for note in drawn.layout.annotations)
    assert drawn.data[-1].x == (0.8,)
    assert drawn.data[-1].y[0] > 0.3


def test_moves_that_are_hidden_are_said_in_words_that_can_be_read() -> None:
    rows = (("up", 4.0), ("same", None), ("down", None))
    figure = GroupFigure("change.item.J1", "change", "shown", n=6, median=1, rows=rows)
    (row,) = room_rows([figure], CATALOGUE)
    assert row.bands == ("down: hidden", "same: hidden", "4 up")
    assert "4 up, same: hidden, down: hidden" in figures.room_chart_alt([figure], CATALOGUE)


def test_of_what_people_can_point_to_the_band_that_is_true_is_marked() -> None:
    rows = (("diploma", 2.0), ("trade", 0.0), ("recent", None))
    boxes = [box.id for box in CATALOGUE.questionnaire.lists["D2"].boxes]
    named = tuple((box, value) for box, (_, value) in zip(boxes, rows, strict=False))
    figure = GroupFigure("boxes.D2", "boxes", "shown", n=9, rows=named)
    first, second, third = room_rows([figure], CATALOGUE)
    assert (first.bands, first.chosen, second.chosen) == (("few", "about half", "most"), 2, 0)
    assert (third.bands, third.said) == (None, "hidden")
    drawn = figures.room_chart([figure], CATALOGUE, look=Look())
    assert [one.fillcolor for one in drawn.layout.shapes].count(Look().colours.future) == 2
