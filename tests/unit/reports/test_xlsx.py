"""The workbook, read back by another library: text stays text, shares are live, numbers and dates are real."""

import datetime
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from tests.unit.reports import made
from throughline.compensation.package import Package
from throughline.compensation.run_rate import mix
from throughline.goals.goal import Goal
from throughline.reports.model import Choice
from throughline.reports.sheet import as_number
from throughline.reports.xlsx import report_xlsx

SHEETS = ["Summary", "Pay", "Projection", "Goals", "Inputs", "About"]


def written(choice: Choice | None = None, **changed: Any) -> bytes:
    material = made.material(**changed)
    return report_xlsx(material, made.catalogue(), made.WORDS, choice or Choice.mine())


def read(data: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def cells(book: Any) -> list[Any]:
    return [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_there_are_six_sheets_in_my_copy_and_three_in_a_shared_one() -> None:
    assert read(written()).sheetnames == SHEETS
    assert read(written(Choice.shared())).sheetnames == ["Summary", "Goals", "About"]


def test_the_sheet_of_pay_has_live_shares_that_say_what_the_model_says() -> None:
    formulas, values = read(written())["Pay"], read(written(), values=True)["Pay"]
    mixes = [mix(package) for package in made.PACKAGES.values()]
    for row in range(2, 8):
        for column, one in zip((2, 3), mixes, strict=True):
            part = list(one.amounts)[row - 2]
            assert values.cell(row, column).value == pytest.approx(one.amounts[part])
            assert formulas.cell(row, column + 2).data_type == "f"
            assert values.cell(row, column + 2).value == pytest.approx(one.shares[part])
    assert [values.cell(8, column).value for column in (2, 3)] == pytest.approx(
        [one.total for one in mixes]
    )
    assert len(formulas._charts) == 1


def test_only_our_own_cells_are_formulas() -> None:
    hostile = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://x")', "https://example.org")
    goals = tuple(Goal(f"g{n}", text, note=text) for n, text in enumerate(hostile))
    book = read(written(goals=goals, packages={text: Package(salary=1.0) for text in hostile[:3]}))
    formulas = [cell for cell in cells(book) if cell.data_type == "f"]
    assert {cell.parent.title for cell in formulas} == {"Pay"}
    assert {cell.value[:4] for cell in formulas} == {"=IF(", "=SUM"}
    texts = _shared_strings(written(goals=goals))
    assert set(hostile) <= set(texts)
    assert not [cell for cell in cells(book) if cell.hyperlink]


def test_dates_are_dates_and_numbers_are_numbers() -> None:
    sheet = read(written())["Goals"]
    head = [cell.value for cell in sheet[1]]
    first = {name: cell.value for name, cell in zip(head, sheet[2], strict=True)}
    assert first["Due"] == datetime.datetime(2027, 3, 31)
    assert first["Progress, 0-100"] == 35
    assert first["Outcome, -2 to +2"] is None
    assert sheet.freeze_panes == "C2"
    assert sheet.data_validations.dataValidation[0].formula1 == '"active,planned,overdue,done"'


def test_the_summary_holds_the_printed_numbers_as_numbers() -> None:
    values = [cell.value for cell in cells(read(written()))]
    for number in (72, 28, 68.6, 8.8, 0.12):
        assert number in values
    assert not [one for one in values if isinstance(one, str) and one.startswith("#NUM")]


def test_the_projection_has_every_month_and_says_when_there_is_none() -> None:
    sheet = read(written())["Projection"]
    assert (sheet.max_row, sheet.max_column) == (61, 11)
    assert [cell.value for cell in sheet[1]][:4] == [
        "Month",
        "Job now, P5",
        "Job now, P25",
        "Job now, Median",
    ]
    empty = written(fans={})
    assert "No simulation" in read(empty)["Projection"]["A1"].value


def test_hostile_and_empty_material_makes_a_book() -> None:
    goals = tuple(Goal(f"g{n}", text[:80], note=text * 100) for n, text in enumerate(made.HOSTILE))
    assert read(written(goals=goals, author=made.HOSTILE[3])).sheetnames == SHEETS
    empty = replace(made.material().answers, markers={})
    assert read(written(answers=empty, goals=(), packages={}, entries=())).sheetnames == SHEETS


@pytest.mark.parametrize("symbol", ["€", '"', 'k"r', "[Red]", ";;;@", "=1+1"])
def test_a_currency_sign_stands_before_amounts_and_changes_no_number(symbol: str) -> None:
    sheet = read(written(symbol=symbol))["Pay"]
    assert sheet["C2"].value == 58_000
    shown = symbol.replace('"', "")
    assert sheet["C2"].number_format == (f'"{shown}"#,##0' if shown else "#,##0")


def test_a_shared_book_has_no_note_and_no_pay() -> None:
    values = " ".join(str(cell.value) for cell in cells(read(written(Choice.shared()))))
    assert "A note on" not in values
    assert "58000" not in values


def test_two_books_are_equal() -> None:
    assert written() == written()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("72", (72.0, "")),
        ("+42", (42.0, "signed")),
        ("−2.5", (-2.5, "signed_tenths")),
        ("12%", (0.12, "percent")),
        ("44,860", (44860.0, "")),
        ("69-75", ("69-75", "")),
        ("not answered", ("not answered", "")),
        ("", ("", "")),
    ],
)
def test_a_printed_number_is_read_as_a_number(text: str, found: tuple[object, str]) -> None:
    assert as_number(text) == found


def _shared_strings(data: bytes) -> list[str]:
    import zipfile
    from xml.etree import ElementTree as Tree

    with zipfile.ZipFile(io.BytesIO(data)) as book:
        root = Tree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own file
    return [one.text or "" for one in root.iter() if one.tag.endswith("}t")]
