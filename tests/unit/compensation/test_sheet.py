"""What is typed into the pay form becomes a package: percent fields, presets, rows with gaps, and any nonsense."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import DATA
from throughline.compensation.limits import LIMITS
from throughline.compensation.move import Move
from throughline.compensation.package import Benefit, Package, Tier
from throughline.compensation.run_rate import mix
from throughline.compensation.sheet import (
    NAME_LENGTH,
    WORDS,
    PaySheet,
    cell_names,
    clean,
    default_of,
    defaults,
    field_of,
    issue_words,
    read_move_sheet,
    read_sheet,
    shown_default,
    unique_names,
)
from throughline.content.compensation import Compensation
from throughline.content.pay_fields import cells_of
from throughline.content.reading import read_toml

CONTENT = read_toml(DATA / "compensation.toml", Compensation)
NAMES = tuple(cell_names(CONTENT))
EXAMPLES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "worked_examples" / "pay-examples.json").read_text("utf-8")
)["packages"]
PAID = {"salary": 50_000.0, "wage": 20.0, "hours": 36.0}
BESIDE = {**PAID, "equity_preset": "private", "vest_preset": "back_loaded"}
HOSTILE = [
    *(math.inf, -math.inf, math.nan, 10**400, -(10**400), 1e308, 5e-324, -0.0),
    *("x", "5", "", "nan", "1" * 10**6, True, [1], [], {"cost": 1}, b"1", 1j, object()),
]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)


def read(**typed: object) -> PaySheet:
    """Read one package from what was typed."""
    return read_sheet("now", typed, CONTENT)


def row(**cells: object) -> PaySheet:
    """Read a package whose lists hold these cells; ``benefits_0_cost`` stands for ``benefits.0.cost``."""
    named = {}
    for name, value in cells.items():
        whole, number, column = name.rsplit("_", 2)
        named[f"{whole}.{number}.{column}"] = value
    return read(**named)


def said(sheet: PaySheet) -> dict[str, str]:
    """What the form says beside each field."""
    return {one.field: issue_words(one, sheet.cells, CONTENT) for one in sheet.issues}


def test_nothing_typed_is_the_package_of_defaults_and_counts_as_undescribed() -> None:
    sheet = read()

    assert (sheet.package, sheet.issues, sheet.typed) == (Package(), (), False)
    assert (sheet.name, sheet.symbol) == ("Job now", "")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["id"])
def test_a_worked_example_typed_in_the_units_of_the_form_is_its_package(
    example: dict[str, Any],
) -> None:
    inputs: dict[str, Any] = {
        n: float(v) if isinstance(v, str) else v for n, v in example["inputs"].items()
    }
    if "vest_schedule" in inputs:
        inputs["vest_schedule"] = [{"share": one} for one in inputs["vest_schedule"]]
    typed: dict[str, object] = dict(cells_of(inputs, CONTENT.fields, CONTENT.lists))
    if "hours" in typed:  # an example without ups and downs has none; the form offers a fifth
        typed.setdefault("hours_sd", 0.0)

    sheet = read(**typed)

    assert sheet.issues == ()
    expected = example["expected"]["total"]
    assert f"{mix(sheet.package).total:.{len(expected.partition('.')[2])}f}" == expected


def test_five_percent_is_typed_as_five() -> None:
    assert read(bonus_target=5.0, growth=-7.0, pension=0.5).package == Package(
        bonus_target=0.05, growth=-0.07, pension=0.005
    )


def test_a_percent_written_as_text_is_a_percent_too() -> None:
    assert read(bonus_target="5").package.bonus_target == 0.05


@pytest.mark.parametrize("name", [*WORDS])
def test_words_alone_describe_no_pay(name: str) -> None:
    assert not read(**{name: "private"}).typed


@pytest.mark.parametrize(
    ("preset", "spread"), [(None, 7.2), ("steady", 3.6), ("uneven", 10.8), ("?", 7.2), (["x"], 7.2)]
)
def test_hours_come_with_the_ups_and_downs_of_their_preset(preset: object, spread: float) -> None:
    assert read(hours=36.0, hours_preset=preset).package.hours_sd == pytest.approx(spread)


def test_a_number_typed_wins_over_every_preset() -> None:
    sheet = read(
        **PAID,
        hours_sd=5.0,
        hours_preset="uneven",
        eq_q=80.0,
        equity_preset="private",
        vest_preset="quarterly",
        vest_step=12.0,
        vest_cliff=0.0,
    )

    assert (sheet.package.hours_sd, sheet.package.eq_q) == (5, 0.8)
    assert (sheet.package.vest_step, sheet.package.vest_cliff) == (12, 0)


def test_months_typed_are_not_overruled_by_the_years_of_a_preset() -> None:
    assert read(vest_preset="back_loaded").package.vest_schedule == (0.05, 0.15, 0.4, 0.4)
    typed = read(vest_preset="back_loaded", vest_months=24.0).package
    assert (typed.vest_schedule, typed.vest_months) == (None, 24)


def test_a_preset_is_shown_as_the_default_and_is_no_data() -> None:
    cells = {"equity_preset": "private", "hours": 40.0}

    assert default_of(CONTENT.by_id["eq_q"], cells, CONTENT) == pytest.approx(35)
    assert default_of(CONTENT.by_id["hours_sd"], cells, CONTENT) == pytest.approx(8)
    assert not read(equity_preset="private", vest_preset="yearly").typed


def test_a_field_without_a_preset_shows_its_own_default() -> None:
    shown = {one.id: default_of(one, {}, CONTENT) for one in CONTENT.fields}

    assert (shown["bonus_p"], shown["weeks"], shown["salary"]) == (100, 52, 0)
    assert (shown["work_hours"], shown["leave_weeks"]) == (None, None)
    assert {one.id: shown_default(one) for one in CONTENT.move}["discount_rate"] == 5


def test_only_equity_of_a_private_company_stays_out_of_the_headline() -> None:
    assert not read(equity_preset="private").headline_equity
    assert read(equity_preset="listed").headline_equity
    assert read(equity_preset="nobody").headline_equity


def test_rows_left_empty_between_filled_ones_are_skipped() -> None:
    sheet = row(benefits_0_cost=100.0, benefits_3_cost=50.0, benefits_3_use=20.0)

    assert sheet.package.benefits == (Benefit(100, 1), Benefit(50, 0.2))
    assert sheet.issues == ()


def test_a_message_names_the_row_as_the_form_counts_it() -> None:
    sheet = row(benefits_0_cost=100.0, benefits_3_cost=50.0, benefits_3_use=150.0)

    assert said(sheet) == {
        "benefits.3.use": "Of use to you: 100% is used, the nearest number between 0% and 100%."
    }


def test_a_step_of_a_match_left_open_ends_at_all_of_the_pay() -> None:
    assert row(match_2_rate=50.0, match_2_low=3.0).package.match == (Tier(0.5, 0.03, 1.0),)


def test_a_year_left_empty_in_a_schedule_is_a_year_in_which_nothing_vests() -> None:
    sheet = row(vest_schedule_0_share=50.0, vest_schedule_2_share=50.0)

    assert sheet.package.vest_schedule == (0.5, 0.0, 0.5)


def test_a_schedule_that_does_not_add_up_is_refused_and_said() -> None:
    sheet = row(vest_schedule_0_share=50.0, vest_schedule_2_share=30.0)

    assert sheet.package.vest_schedule is None
    assert list(said(sheet)) == ["vest_schedule"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"salary": -5.0}, "Salary a year: 0 is used"),
        ({"salary": 1e12}, "Salary a year: 1,000,000,000 is used"),
        ({"bonus_target": 600.0}, "Bonus on target: 500% is used"),
        ({"growth": -80.0}, "Raise a year: -50% is used"),
        ({"ot_mult": 0.5}, "Overtime rate: 1 is used, the nearest number between 1 and 3"),
        ({"col": 0.5}, "Price level: 1 is used"),
        ({"fx": 1e-9}, "Exchange rate: 0.000001 is used"),
        ({"hours": 20.0, "hours_min": 30.0}, "Guaranteed hours a week: 20 is used"),
        ({"vest_months": 24.0, "vest_cliff": 36.0}, "Months until the first part is yours: 24"),
        ({"vest_step": 5.0}, "A new part every: 6 is used"),
        ({"gap": 2.5}, "Months without pay after that: 3 is used"),
        ({"wage": "much"}, "Pay per hour: this is no number, so 0 is used"),
        ({"work_hours": "much"}, "this is no number, so paid hours is used"),
        ({"weeks": 40.0, "leave_weeks": 2.0}, "fewer than your unpaid weeks"),
        ({"hours": 100.0, "unpaid_ot": 20.0}, "more than 112 hours a week"),
        ({"match.0.low": 4.0, "match.0.high": 2.0}, "To: 4% is used"),
        ({"brackets.0.high": 1e13}, "To: 1,000,000,000,000 is used"),
        ({"match.0.rate": 50.0, "match.1.rate": 50.0}, "two lines overlap"),
    ],
    ids=str,
)
def test_a_message_says_the_number_that_is_used(typed: dict[str, object], words: str) -> None:
    (message,) = said(read(**typed)).values()

    assert words in message


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"train_months": 2.5}, "Months of training: 3 is used"),
        ({"train_months": 200.0}, "Months of training: 120 is used"),
        ({"cost": -1.0}, "What the training costs: 0 is used"),
        ({"pay_cut": 101.0}, "Pay given up while training: 100% is used"),
        ({"success": "sure"}, "Chance that the move works out: this is no number, so 100% is used"),
        ({"discount_rate": 500.0}, "Discount rate: 100% is used"),
        ({"discount_rate": "x"}, "Discount rate: this is no number, so 5% is used"),
    ],
    ids=str,
)
def test_a_message_about_a_move_says_the_number_that_is_used(
    typed: dict[str, object], words: str
) -> None:
    (issue,) = read_move_sheet(typed, CONTENT)[2]

    assert words in issue_words(issue, typed, CONTENT)


def test_a_move_is_read_in_the_units_of_the_form() -> None:
    typed = {"train_months": 12.0, "pay_cut": 40.0, "cost": 6000.0, "discount_rate": 12.0}

    assert read_move_sheet(typed, CONTENT) == (Move(12, cost=6000.0, pay_cut=0.4), 0.12, ())
    assert read_move_sheet({}, CONTENT) == (Move(), 0.05, ())


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda one: repr(one)[:16])
@pytest.mark.parametrize("beside", [{}, PAID, BESIDE], ids=["alone", "with pay", "with presets"])
def test_a_hostile_value_in_any_cell_gives_a_finite_mix_and_plain_words(
    bad: object, beside: dict[str, object]
) -> None:
    for name in NAMES:
        typed = {**beside, name: bad}
        sheet = read(**typed)
        assert 0 <= mix(sheet.package).total < math.inf, name
        for words in said(sheet).values():
            assert not {"nan", "inf", "None"} & set(words.split()), (name, words)
        for field in CONTENT.fields:
            shown = default_of(field, typed, CONTENT)
            assert shown is None or math.isfinite(shown), (name, field.id)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), ANYTHING, max_size=12))
def test_anything_at_all_can_be_read(typed: dict[str, object]) -> None:
    sheet = read_sheet("now", typed, CONTENT)

    year = mix(sheet.package)
    assert 0 <= year.total < math.inf
    assert sum(year.shares.values()) == pytest.approx(1 if year.total else 0)
    assert all(said(sheet).values())
    assert all(field_of(issue, CONTENT) or "." not in issue.field for issue in sheet.issues)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from([one.id for one in CONTENT.move]), ANYTHING))
def test_any_move_at_all_can_be_read(typed: dict[str, object]) -> None:
    move, rate, issues = read_move_sheet(typed, CONTENT)

    assert 0 <= rate <= 1
    assert math.isfinite(move.net_cost)
    assert all(issue_words(issue, typed, CONTENT) for issue in issues)


def test_what_is_typed_is_kept_as_it_was() -> None:
    typed = {"salary": -5.0, "bonus_target": 600.0}

    assert read(**typed).cells == typed


def test_every_number_of_the_form_has_one_cell_in_the_limits_of_the_formulas() -> None:
    assert len(set(NAMES)) == len(NAMES)
    fields = [name for name in NAMES if "." not in name and name not in WORDS]
    assert set(fields) == set(LIMITS)
    assert {name: getattr(Package(), name) for name in fields} == {
        name: defaults({}, CONTENT).get(name, CONTENT.by_id[name].default) for name in fields
    }


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nurse,\tnights \n", "Nurse, nights"),
        ("a\x00b\u2028c\ud800", "a b c"),
        ("a\u202emlaer\u2066b\u200f", "a mlaer b"),
        ("مهندس 🙂", "مهندس 🙂"),
        ("x" * 10**6, "x" * NAME_LENGTH),
        *((one, "") for one in (None, 5, True, ["x"], b"x", "\x00\x01", " ")),
    ],
    ids=lambda one: repr(one)[:16],
)
def test_a_name_keeps_its_printable_beginning(typed: object, kept: str) -> None:
    assert clean(typed, NAME_LENGTH) == kept


def test_two_equal_names_are_told_apart() -> None:
    names = ("Nurse", "Nurse 2", "Nurse")

    sheets = tuple(read(name=name) for name in names)

    assert unique_names(sheets) == ("Nurse", "Nurse 2", "Nurse 3")
