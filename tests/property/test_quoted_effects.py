"""The effects of answering styles and weights that the method page quotes from the examples."""

from dataclasses import replace

import pytest

from tests.builders import (
    BALANCE,
    DOMAINS,
    QUESTIONNAIRE,
    TWO_POLE,
    keyed_sheet,
    result,
    worked_sheet,
)
from throughline.answers import Answers


def pulled(sheet: Answers, item_ids: set[str], by: float) -> Answers:
    """A copy whose markers sit further to the right, as far as the scale goes."""
    moved = {i: min(10.0, m + by) if i in item_ids else m for i, m in sheet.markers.items()}
    return replace(sheet, markers=moved)


def balance(sheet: Answers) -> float:
    """The balance of a sheet that has one."""
    found = result(sheet).balance
    assert found
    return found.value


@pytest.mark.parametrize("person_id", ["amina", "ben"])
def test_flips_protect_the_balance_from_a_pull_to_the_right(person_id: str) -> None:
    ids = {item.id for item in TWO_POLE}
    sheet = worked_sheet(person_id)
    keyed = {item.id: k for item in BALANCE if (k := sheet.keyed(item)) is not None}
    plain = keyed_sheet(keyed, flips_on=False, reviewed=sheet.reviewed, ticks=sheet.ticks)
    assert balance(plain) == pytest.approx(balance(sheet))
    assert 0.15 <= balance(pulled(sheet, ids, 1)) - balance(sheet) <= 0.45
    assert round(balance(pulled(plain, ids, 1)) - balance(plain), 1) == 6.4


@pytest.mark.parametrize("person_id", ["amina", "ben"])
def test_agreeing_with_everything_moves_the_map_and_hardly_the_balance(person_id: str) -> None:
    sheet = worked_sheet(person_id)
    ids = {item.id for item in QUESTIONNAIRE.of_kind("statement")}
    before, after = result(sheet), result(pulled(sheet, ids, 1.5))
    moved = (after.domains["D1"].score or 0) - (before.domains["D1"].score or 0)
    assert abs(moved) <= 0.085
    assert before.place
    assert after.place
    assert after.place.present - before.place.present == pytest.approx(1, abs=0.25)
    assert after.place.path - before.place.path == pytest.approx(1, abs=0.25)
    assert round(before.quality.yes_saying or 0, 1) == -0.2
    assert after.quality.yes_saying == pytest.approx(1.25, abs=0.06)


def test_weighting_by_sliders_moves_the_examples_as_little_as_printed() -> None:
    by_sliders = dict(zip(DOMAINS, (13.0, 4.0, 5.0, 4.0, 4.0, 6.0, 4.0), strict=True))
    moves = [
        balance(replace(worked_sheet(one), importance=by_sliders)) - balance(worked_sheet(one))
        for one in ("amina", "ben")
    ]
    assert [round(move, 1) for move in moves] == [0.6, -0.8]


def test_boxes_move_the_examples_as_little_as_printed() -> None:
    unread = [replace(worked_sheet(one), reviewed=frozenset()) for one in ("amina", "ben")]
    moves = [
        balance(worked_sheet(one)) - balance(sheet)
        for one, sheet in zip(("amina", "ben"), unread, strict=True)
    ]
    assert [round(move, 1) for move in moves] == [-2.6, 0.4]
