"""The pay of the made-up people: legal as typed, and divided as in the worked examples."""

import pytest

from tests.builders import DATA, MODEL
from throughline.compensation.impact import impact
from throughline.compensation.limits import read_package
from throughline.compensation.run_rate import mix
from throughline.compensation.sheet import read_sheet
from throughline.content.compensation import Compensation
from throughline.content.pay_fields import cells_of
from throughline.content.reading import read_toml
from throughline.content.samples import Samples

CONTENT = read_toml(DATA / "compensation.toml", Compensation)
PAY = {one.id: one.pay for one in read_toml(DATA / "samples.toml", Samples).samples}


@pytest.mark.parametrize(
    ("sample", "shares", "lens", "breadth"),
    [
        (
            "amina",
            {"hourly": 88, "benefits": 12},
            {"predictable": 0.44, "flexible": 0.88, "wellbeing": 0.12},
            1.27,
        ),
        ("ben", {"salary": 72, "benefits": 28}, {"predictable": 0.72, "wellbeing": 0.28}, 1.68),
    ],
)
def test_the_mix_has_the_shares_the_lens_and_the_breadth_of_the_worked_example(
    sample: str, shares: dict[str, float], lens: dict[str, float], breadth: float
) -> None:
    package, issues = read_package(PAY[sample])
    year = mix(package)
    given = impact({str(part): amount for part, amount in year.amounts.items()}, MODEL)

    assert issues == ()
    assert {p: 100 * s for p, s in year.shares.items() if s} == pytest.approx(shares)
    assert given
    assert {name: share for name, share in given.lens.items() if share} == pytest.approx(lens)
    assert round(given.breadth, 2) == breadth


@pytest.mark.parametrize("sample", PAY)
def test_a_sample_is_the_same_pay_when_it_is_typed_into_the_form(sample: str) -> None:
    cells = cells_of(PAY[sample], CONTENT.fields, CONTENT.lists)

    sheet = read_sheet("now", cells, CONTENT)

    assert sheet.issues == ()
    assert sheet.typed
    assert mix(sheet.package).amounts == pytest.approx(mix(read_package(PAY[sample])[0]).amounts)


def test_shares_and_rows_are_typed_as_the_form_shows_them() -> None:
    rows = ({"cost": 5.0}, {"cost": 6.0, "use": 0.5})

    cells = cells_of(
        {"salary": 100.0, "pension": 0.07, "benefits": rows}, CONTENT.fields, CONTENT.lists
    )

    assert cells == {
        "salary": 100,
        "pension": 7,
        "benefits.0.cost": 5,
        "benefits.1.cost": 6,
        "benefits.1.use": 50,
    }
