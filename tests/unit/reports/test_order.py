"""Files on order: each opens in an independent reader, and what a copy leaves out is in none of them."""

import csv
import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
import vobject
from pypdf import PdfReader

from tests.unit.reports import made
from throughline.compensation.constants import pay_constants
from throughline.reports import order as orders
from throughline.reports.futures import with_futures
from throughline.reports.material import Material
from throughline.reports.model import Choice
from throughline.reports.order import Order
from throughline.reports.shelf import read_shelf


@cache
def order(choice: Choice) -> Order:
    return Order(
        material=replace(made.material(), fans={}, paths={}, simulation=None),
        catalogue=made.catalogue(),
        words=made.WORDS,
        choice=choice,
        paper="a4",
        shelf=read_shelf(),
        plan_id="plan",
        saved=datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC),
        alarm_days=7,
    )


MAKERS: tuple[Callable[[Order], bytes], ...] = (
    orders.pdf_file,
    orders.html_file,
    orders.xlsx_file,
    orders.csv_file_of_goals,
    orders.ics_file,
)


def text_of(maker: Callable[[Order], bytes], choice: Choice) -> str:
    data = maker(order(choice))
    if maker is orders.pdf_file:
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if maker is orders.xlsx_file:
        book = openpyxl.load_workbook(io.BytesIO(data))
        rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
        return " ".join(str(cell) for row in rows for cell in row)
    return data.decode("utf-8").replace(read_shelf().plotly, "")


def test_every_file_opens() -> None:
    mine = order(Choice.mine())
    assert PdfReader(io.BytesIO(orders.pdf_file(mine))).metadata is not None
    assert orders.html_file(mine).startswith(b"<!doctype html>")
    assert "Pay" in openpyxl.load_workbook(io.BytesIO(orders.xlsx_file(mine))).sheetnames
    rows = list(csv.reader(io.StringIO(orders.csv_file_of_goals(mine).decode("utf-8-sig"))))
    assert len(rows) == len(made.GOALS) + 1
    calendar = vobject.readOne(orders.ics_file(mine).decode("utf-8"))
    assert len(calendar.contents["vevent"]) == 3


@pytest.mark.parametrize("maker", MAKERS)
def test_a_shared_copy_holds_no_pay_and_no_note_in_any_file(
    maker: Callable[[Order], bytes],
) -> None:
    shown = text_of(maker, Choice.shared())
    for private in ("58,000", "58000", "A note on Tuesdays", "Answered two days early"):
        assert private not in shown


@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_order_gives_the_same_bytes(maker: Callable[[Order], bytes]) -> None:
    first, second = order(Choice.mine()), replace(order(Choice.mine()))
    assert maker(first) == maker(second)


def test_pay_brings_its_futures_and_says_paths_and_seed() -> None:
    constants = pay_constants(made.catalogue().compensation)
    said = f"Simulations: {constants.paths_report:,} paths, seed {constants.seed}."
    assert said in order(Choice.mine()).report.about
    assert not [line for line in order(Choice.shared()).report.about if "seed" in line]


def test_the_futures_are_those_of_the_packages_and_none_without() -> None:
    bare = Material(made.material().answers, made.TODAY)
    assert with_futures(bare, made.catalogue().compensation) is bare
    full = with_futures(replace(bare, packages=made.PACKAGES), made.catalogue().compensation)
    assert list(full.fans) == list(full.paths) == list(made.PACKAGES)
    assert all(len(one.cumulative) == 60 for one in full.paths.values())


def test_amounts_carry_the_sign_that_was_typed() -> None:
    said = " ".join(made.texts(order(Choice.mine()).report.as_data()))
    assert "€45,655 a year" in said
    assert "A year of pay by part, €" in said
    assert "Amounts are in € and before tax." in said
