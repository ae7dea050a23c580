"""The workbook: the numbers of the report as numbers, pay with live shares, goals to go on with, and what went in."""

import io
from collections.abc import Mapping

from throughline import tables
from throughline.compensation.simulation import Fan
from throughline.content.catalogue import Catalogue
from throughline.reports.build import build_report
from throughline.reports.goal_rows import goal_head, goal_rows
from throughline.reports.material import Material
from throughline.reports.model import Choice, Report, SectionId, Table, Text
from throughline.reports.plain import plain
from throughline.reports.sheet import Book, Sheet, midnight
from throughline.reports.words import ReportWords, WorkbookWords
from throughline.tables.pay import percentile_name

SUMMARY: tuple[SectionId, ...] = ("result", "areas", "way", "needs", "plan")


def report_xlsx(
    material: Material,
    catalogue: Catalogue,
    words: ReportWords,
    choice: Choice,
) -> bytes:
    """Write the workbook of a report; the same material gives the same bytes.

    Args:
        material: What the person entered.
        catalogue: The content of the product.
        words: Names of sheets and columns.
        choice: A shared copy has no sheet of pay, of projections or of answers.
    """
    report = build_report(material, catalogue, words, choice)
    out = io.BytesIO()
    book = Book(out, symbol=material.symbol)
    created = midnight(report.day)
    book.file.set_properties({"title": report.title, "author": report.author, "created": created})
    names = words.workbook
    with_pay = "pay" in choice.sections
    _summary(Sheet(book, names.sheets["summary"]), report)
    if with_pay:
        _pay(Sheet(book, names.sheets["pay"]), material, catalogue, names)
        _projection(Sheet(book, names.sheets["projection"]), material.fans, names)
    if "goals" in choice.sections:
        _goals(Sheet(book, names.sheets["goals"]), material, words, notes=choice.notes)
    if choice.audience == "mine":
        _inputs(Sheet(book, names.sheets["inputs"]), material, catalogue)
    _about(Sheet(book, names.sheets["about"]), report)
    book.file.close()
    return out.getvalue()


def _summary(sheet: Sheet, report: Report) -> None:
    sheet.line([report.title], "title")
    sheet.line([report.byline], "wide")
    sheet.line([report.summary], "wide")
    for section in report.sections:
        if section.id not in SUMMARY:
            continue
        sheet.row += 1
        sheet.line([section.title], "heading")
        for block in section.blocks:
            if isinstance(block, Text):
                sheet.line([block.text], "wide")
            elif isinstance(block, Table):
                sheet.row += 1
                sheet.table(block)
    sheet.done()


def _pay(sheet: Sheet, material: Material, catalogue: Catalogue, names: WorkbookWords) -> None:
    mixes = material.mixes
    parts = catalogue.compensation.parts
    shares = [names.share.format(name=name) for name in mixes]
    sheet.line([names.part, *mixes, *shares], "head")
    sheet.sheet.freeze_panes(1, 1)
    last, count = len(parts), len(mixes)
    formats = sheet.book.formats
    for row, part in enumerate(parts, 1):
        sheet.put(row, 0, part.name)
        for place, one in enumerate(mixes.values()):
            sheet.put(row, 1 + place, one.amounts[part.id], "money")
            letter = _letter(1 + place)
            formula = f"=IF({letter}${last + 2}=0,0,{letter}{row + 1}/{letter}${last + 2})"
            share = one.shares[part.id]
            sheet.sheet.write_formula(row, 1 + count + place, formula, formats["percent"], share)
    sheet.put(last + 1, 0, names.total, "bold")
    for place, one in enumerate(mixes.values()):
        letter = _letter(1 + place)
        formula = f"=SUM({letter}2:{letter}{last + 1})"
        sheet.sheet.write_formula(last + 1, 1 + place, formula, formats["total"], one.total)
    sheet.row = last + 3
    sheet.line([catalogue.compensation.disclaimer], "wide")
    if mixes:
        chart = sheet.book.file.add_chart({"type": "bar", "subtype": "percent_stacked"})
        for row in range(1, last + 1):
            chart.add_series(
                {
                    "name": [sheet.name, row, 0],
                    "categories": [sheet.name, 0, 1, 0, count],
                    "values": [sheet.name, row, 1, row, count],
                }
            )
        chart.set_title({"name": names.chart})
        chart.set_y_axis({"reverse": True})
        chart.set_legend({"position": "bottom"})
        sheet.sheet.insert_chart(last + 5, 0, chart, {"x_scale": 1.6, "description": names.chart})
    sheet.done()


def _projection(sheet: Sheet, fans: Mapping[str, Fan], names: WorkbookWords) -> None:
    columns = [
        (name, share, line) for name, fan in fans.items() for share, line in fan.bands.items()
    ]
    if not columns:
        sheet.line([names.no_projection], "wide")
        return
    head = [f"{plain(name)}, {percentile_name(share)}" for name, share, _ in columns]
    sheet.line([names.month, *head], "head")
    sheet.sheet.freeze_panes(1, 1)
    for month in range(max(len(line) for *_, line in columns)):
        amounts = (line[month] if month < len(line) else None for *_, line in columns)
        sheet.line([month + 1, *(None if one is None else float(one) for one in amounts)], "money")
    sheet.done()


def _goals(sheet: Sheet, material: Material, words: ReportWords, *, notes: bool) -> None:
    names = material.goal_names
    head = goal_head(words.goals, notes=notes)
    sheet.line(head, "head")
    sheet.sheet.freeze_panes(1, 2)
    for row in goal_rows(material.goals, names, words.goals, today=material.today, notes=notes):
        sheet.line(row)
    if choices := list(names.statuses.values()):
        column = head.index(words.goals.columns["status"])
        rule = {"validate": "list", "source": choices}
        sheet.sheet.data_validation(1, column, max(1, len(material.goals)), column, rule)
    sheet.done()


def _inputs(sheet: Sheet, material: Material, catalogue: Catalogue) -> None:
    questions = catalogue.questionnaire
    for step in questions.steps_of(material.answers.form):
        sheet.line([step.name], "heading")
        frame = tables.step_table(material.answers, questions, step)
        sheet.line([str(name) for name in frame.columns], "head")
        for row in frame.itertuples(index=False, name=None):
            sheet.line([plain(one) for one in row])
        sheet.row += 1
    sheet.done()


def _about(sheet: Sheet, report: Report) -> None:
    for line in (report.disclaimer, *report.about):
        sheet.line([line], "wide")
    for section in report.sections:
        if section.id == "method":
            for block in section.blocks:
                if isinstance(block, Text) and block.style != "quiet":
                    sheet.line([block.text], "heading" if block.style == "heading" else "wide")


def _letter(column: int) -> str:
    return chr(ord("A") + column)
