"""A package is read within its limits, with its defaults and its warnings."""

import math
from dataclasses import fields
from typing import Any

import pytest

from throughline.compensation.limits import LIMITS, read_package
from throughline.compensation.package import Benefit, Package, Tier
from throughline.compensation.reader import Issue

LISTS = {"benefits", "match", "brackets", "vest_schedule"}


def issues(**typed: object) -> tuple[Issue, ...]:
    """What reading these fields puts right."""
    return read_package(typed)[1]


def package(**typed: object) -> Package:
    """The package these fields make, whatever had to be put right."""
    return read_package(typed)[0]


def test_an_empty_form_is_the_package_of_defaults_and_needs_no_note() -> None:
    assert read_package({}) == (Package(), ())


def test_every_input_has_limits_that_hold_its_default() -> None:
    assert set(LIMITS) == {one.name for one in fields(Package)} - LISTS
    for name, (low, high) in LIMITS.items():
        default = getattr(Package(), name)
        assert default is None or low <= default <= high, name


@pytest.mark.parametrize("name", sorted(set(LIMITS) - {"hours_min", "vest_cliff", "vest_step"}))
def test_a_field_beyond_its_limits_stops_at_them(name: str) -> None:
    low, high = LIMITS[name]

    assert getattr(package(**{name: -math.inf}), name) == low
    assert getattr(package(**{name: math.inf}), name) == high
    assert Issue(name, "clipped", low, high) in issues(**{name: math.inf})


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_an_unreadable_field_keeps_its_default(name: str) -> None:
    assert getattr(package(**{name: "much"}), name) == getattr(Package(), name)
    assert [(one.field, one.kind) for one in issues(**{name: "much"})] == [(name, "missing")]


def test_guaranteed_hours_never_exceed_the_mean() -> None:
    read, noted = read_package({"hours": "36", "hours_min": 40})

    assert (read.hours, read.hours_min) == (36, 36)
    assert noted == (Issue("hours_min", "clipped", 0, 36),)


def test_a_cliff_never_exceeds_the_vesting() -> None:
    read, noted = read_package({"vest_months": 24, "vest_cliff": 36})

    assert read.vest_cliff == 24
    assert noted == (Issue("vest_cliff", "clipped", 0, 24),)


@pytest.mark.parametrize(
    ("typed", "step"), [(0, 1), (2, 1), (2.1, 3), (4, 3), (5, 6), (9, 6), (99, 12)]
)
def test_a_vesting_step_that_is_not_offered_goes_to_the_nearest(typed: float, step: int) -> None:
    assert package(vest_step=typed).vest_step == step
    assert issues(vest_step=typed)


@pytest.mark.parametrize("step", [1, 3, 6, 12])
def test_a_vesting_step_that_is_offered_stays(step: int) -> None:
    assert read_package({"vest_step": step}) == (Package(vest_step=step), ())


def test_lists_are_read_row_by_row() -> None:
    read, noted = read_package(
        {
            "benefits": [{"cost": 3000}, {"cost": "500", "use": 2}],
            "match": [{"rate": 0.5, "low": 0.03, "high": 0.05}, {"rate": 1, "high": 0.03}],
            "brackets": [{"rate": 0.2, "low": 10_000}],
        }
    )

    assert read.benefits == (Benefit(3000, 1), Benefit(500, 1))
    assert read.match == (Tier(1, 0, 0.03), Tier(0.5, 0.03, 0.05))
    assert read.brackets == (Tier(0.2, 10_000, 1e12),)
    assert noted == (Issue("benefits.1.use", "clipped", 0, 1),)


def test_a_tier_that_ends_before_it_starts_is_empty() -> None:
    read, noted = read_package({"match": [{"rate": 1, "low": 0.05, "high": 0.02}]})

    assert read.match == (Tier(1, 0.05, 0.05),)
    assert noted == (Issue("match.0.high", "clipped", 0.05, 1),)


@pytest.mark.parametrize("name", ["match", "brackets"])
def test_overlapping_tiers_are_warned_about_in_any_order(name: str) -> None:
    tiers = [{"rate": 0.1, "low": 0.3, "high": 0.6}, {"rate": 0.2, "low": 0, "high": 0.4}]

    assert issues(**{name: tiers}) == (Issue(name, "tiers_overlap"),)
    tiers[1]["high"] = 0.3
    assert issues(**{name: tiers}) == ()


def test_unpaid_weeks_counted_as_worked_are_warned_about() -> None:
    assert issues(weeks=40, leave_weeks=11) == (
        Issue("leave_weeks", "unpaid_weeks_worked", 12, 52),
    )
    assert issues(weeks=40, leave_weeks=12) == ()
    assert issues(weeks=40) == ()


@pytest.mark.parametrize("worked", [{"work_hours": 100}, {"hours": 100}])
def test_a_week_longer_than_any_is_warned_about(worked: dict[str, float]) -> None:
    assert issues(**worked, unpaid_ot=12) == ()
    assert issues(**worked, unpaid_ot=13) == (Issue("unpaid_ot", "long_week", 0, 112),)


@pytest.mark.parametrize(
    "schedule",
    [
        *([0.5, 0.4], [0.998], [1.002], [0.5, "x"], [1.5, -0.5], "1", 1),
        [0.1] * 9,
        [1 / 11] * 11,
    ],
)
def test_a_schedule_that_is_not_the_whole_grant_is_refused(schedule: Any) -> None:
    read, noted = read_package({"vest_schedule": schedule})

    assert read.vest_schedule is None
    assert [(one.field, one.kind) for one in noted] == [("vest_schedule", "schedule_refused")]


@pytest.mark.parametrize("schedule", [[1], [0.1] * 10, [0.999], [1.001 / 2] * 2, [1, 0.001]])
def test_a_schedule_within_a_thousandth_is_made_to_sum_to_one(schedule: list[float]) -> None:
    if schedule == [1.001 / 2] * 2:
        assert sum(schedule) == 1.001
    read, noted = read_package({"vest_schedule": schedule})

    assert noted == ()
    assert read.vest_schedule is not None
    assert math.fsum(read.vest_schedule) == pytest.approx(1, abs=1e-15)
    assert read.vest_period == 12 * len(schedule)


@pytest.mark.parametrize("schedule", [None, [], ()])
def test_an_empty_schedule_is_none_without_a_note(schedule: Any) -> None:
    assert read_package({"vest_schedule": schedule}) == (Package(), ())


def test_a_schedule_may_be_typed_in_rows() -> None:
    rows = [{"share": "0.25"}, {"share": 0.75}]

    assert read_package({"vest_schedule": rows}) == (Package(vest_schedule=(0.25, 0.75)), ())
    assert package(vest_schedule=[{"part": 1}]).vest_schedule is None


# Limits and default of every input, as the design fixes them.
AGREED: dict[tuple[float, float, float | None], str] = {
    (0, 1e9, 0): "salary wage sign_on shares price strike commute_cost other_cost",
    (0, 112, 0): "hours hours_sd hours_min unpaid_ot",
    (0, 112, None): "work_hours",
    (0, 112, 40): "ot_threshold",
    (0, 52, 52): "weeks",
    (0, 52, None): "leave_weeks",
    (1, 3, 1): "ot_mult",
    (0, 5, 0): "bonus_target",
    (0, 5, 1): "bonus_k",
    (0, 1, 1): "bonus_p eq_q",
    (0, 1, 0): "bonus_floor ownership employee_rate pension promo_p promo_raise loss tax",
    (0, 3, 0): "bonus_sd eq_sigma growth_sd",
    (-0.5, 1, 0): "eq_mu growth",
    (0, 1e12, 0): "pre_money new_money exit_value",
    (0, 20, 0): "rounds",
    (12, 120, 48): "vest_months",
    (0, 120, 12): "vest_cliff",
    (1, 12, 1): "vest_step",
    (0, 120, 0): "gap",
    (0, 7, 0): "office_days",
    (0, 24, 0): "commute_h",
    (1, 1000, 100): "col",
    (1e-6, 1e6, 1): "fx",
}


def test_the_limits_and_defaults_are_the_agreed_ones() -> None:
    agreed = {name: row for row, names in AGREED.items() for name in names.split()}

    assert agreed == {name: (*limits, getattr(Package(), name)) for name, limits in LIMITS.items()}


def test_names_that_are_no_field_are_ignored() -> None:
    assert read_package({"currency": "EUR"}) == (Package(), ())
