"""Every printed figure of the worked pay examples, to its last digit."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from throughline.compensation.certainty import certainty
from throughline.compensation.constants import PayConstants
from throughline.compensation.limits import read_package
from throughline.compensation.move import (
    break_even,
    break_even_month,
    break_even_time,
    path_of_move,
    read_move,
    running_difference,
)
from throughline.compensation.package import Package
from throughline.compensation.path import expected_path
from throughline.compensation.run_rate import mix, overtime_hours
from throughline.compensation.simulation import fan, simulate
from throughline.compensation.steadiness import hours, steadiness

CONSTANTS = PayConstants()
EXAMPLES: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("pay-examples.json").read_text(encoding="utf-8")
)
PRINTED = [
    pytest.param(one, name, id=f"{one['id']} {name}")
    for one in EXAMPLES["packages"]
    for name in one["expected"]
]
MOVES = [
    pytest.param(one, expected, id=f"{one['id']} at {expected['rate']}")
    for one in EXAMPLES["moves"]
    for expected in one["expected"]
]
SIMULATED = [one for one in EXAMPLES["packages"] if "simulated" in one]


def read(example: dict[str, Any]) -> Package:
    """The package of an example, which needs nothing put right."""
    package, issues = read_package(example["inputs"])
    assert issues == ()
    return package


def found(example: dict[str, Any]) -> dict[str, float | None]:
    """Everything computed for one package, by the names of the file."""
    package = read(example)
    year, split = mix(package), certainty(package)
    path = expected_path(package, months=60)
    rate = example.get("discount_rate", 0)
    return {
        **asdict(year),
        **asdict(hours(package)),
        **asdict(steadiness(package, CONSTANTS)),
        **{str(part): amount for part, amount in year.amounts.items()},
        **{f"{part}_percent": 100 * share for part, share in year.shares.items()},
        "overtime_hours": overtime_hours(
            package.hours, sd=package.hours_sd, threshold=package.ot_threshold
        ),
        "hours_share": split.hours_share,
        "guaranteed_percent": 100 * split.guaranteed,
        "variable_percent": 100 * split.variable,
        "long_term_percent": 100 * split.long_term,
        **{f"after_{month}": path.cumulative[month - 1] for month in (12, 24, 36, 48, 60)},
        "net_present_value": path.net_present_value(rate),
    }


def printed(value: float | None, like: str | None) -> str | None:
    """A value with as many decimals as the example prints."""
    if value is None or like is None:
        return None if value is None else repr(value)
    return f"{value:.{len(like.partition('.')[2])}f}"


@pytest.mark.parametrize(("example", "name"), PRINTED)
def test_a_package_gets_exactly_the_printed_figure(example: dict[str, Any], name: str) -> None:
    expected = example["expected"][name]

    assert printed(found(example)[name], expected) == expected


@pytest.mark.parametrize("example", SIMULATED, ids=lambda one: one["id"])
@pytest.mark.parametrize("seed", [CONSTANTS.seed, 1])
def test_the_simulated_fan_is_the_published_one_for_any_seed(
    example: dict[str, Any], seed: int
) -> None:
    wanted = example["simulated"]
    drawn = simulate(read(example), months=wanted["month"], paths=wanted["paths"], seed=seed)
    bands = fan(drawn, CONSTANTS.fan_percentiles).bands

    for percentile, value in wanted["bands"].items():
        assert bands[float(percentile)][-1] == pytest.approx(value, rel=wanted["accept"])


@pytest.mark.parametrize(("example", "expected"), MOVES)
def test_a_move_breaks_even_exactly_when_printed(
    example: dict[str, Any], expected: dict[str, Any]
) -> None:
    move, issues = read_move(example["move"])
    assert issues == ()
    rate, job, career = expected["rate"], example["job"], example["career"]
    stay = [job] * example["months"]
    path = path_of_move(stay, [career] * example["months"], move)
    difference = running_difference(path, stay, rate=rate)
    time = break_even_time(job, career, move, rate=rate)
    month = break_even(path, stay, rate=rate, constants=CONSTANTS)

    assert printed(time, expected["time"]) == expected["time"]
    assert printed(month, expected["month"]) == expected["month"]
    assert break_even_month(time, CONSTANTS) == month
    for name in set(expected) & {"after_60", "after_120"}:
        value = difference[int(name.removeprefix("after_")) - 1]
        assert printed(value, expected[name]) == expected[name]


def test_a_path_that_is_one_more_every_month_is_even_in_the_first() -> None:
    job = [3000.0] * 60

    assert break_even([3001.0] * 60, job, rate=0.05, constants=CONSTANTS) == 1
