"""Everything there is to explain about a package of pay, and packages to explain."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from tests.builders import DATA, MODEL
from throughline import explanations as ex
from throughline.compensation.constants import pay_constants
from throughline.compensation.limits import read_package
from throughline.compensation.move import Move
from throughline.compensation.package import PARTS, Package
from throughline.compensation.path import expected_path
from throughline.compensation.simulation import fan, simulate
from throughline.content.compensation import Compensation
from throughline.content.reading import read_toml
from throughline.errors import NotEnoughAnswers

CONTENT = read_toml(DATA / "compensation.toml", Compensation)
CONSTANTS = pay_constants(CONTENT)

SUPPORT, _ = read_package(
    {
        "wage": 21.53,
        "hours": 36,
        "hours_sd": 5,
        "hours_min": 30,
        "ot_mult": 1.5,
        "bonus_target": 0.02,
        "bonus_p": 0.5,
        "benefits": [{"cost": 3000}],
        "match": [{"rate": 0.5, "low": 0, "high": 0.04}],
        "employee_rate": 0.04,
        "leave_weeks": 4,
        "office_days": 5,
        "commute_h": 1.2,
        "commute_cost": 7,
        "other_cost": 200,
        "growth": 0.025,
        "growth_sd": 0.01,
        "promo_p": 0.05,
        "promo_raise": 0.06,
        "loss": 0.1,
        "gap": 3,
    }
)
LEAD, _ = read_package(
    {
        "salary": 72_000,
        "bonus_target": 0.15,
        "bonus_p": 0.8,
        "bonus_sd": 0.3,
        "bonus_floor": 0.2,
        "sign_on": 5000,
        "shares": 1200,
        "price": 25,
        "strike": 10,
        "eq_mu": 0.04,
        "eq_sigma": 0.5,
        "eq_q": 0.35,
        "pension": 0.03,
        "employee_rate": 0.02,
        "match": [{"rate": 1, "low": 0, "high": 0.03}, {"rate": 0.5, "low": 0.03, "high": 0.05}],
        "benefits": [{"cost": 6000}, {"cost": 1500, "use": 0.5}],
        "growth": 0.03,
        "tax": 0.25,
        "col": 120,
        "fx": 1.1,
        "work_hours": 40,
        "unpaid_ot": 3,
        "leave_weeks": 6,
    }
)
FOUNDER, _ = read_package(
    {
        "salary": 30_000,
        "ownership": 0.005,
        "rounds": 2,
        "pre_money": 20e6,
        "new_money": 5e6,
        "exit_value": 100e6,
        "shares": 40_000,
        "strike": 1,
        "eq_q": 0.3,
    }
)
PACKAGES = {"support": SUPPORT, "lead": LEAD, "founder": FOUNDER}
COURSE = Move(train_months=12, search_months=3, cost=6000, subsidy=1000, pay_cut=0.4, success=0.8)


def explain_package(package: Package) -> list[ex.Explanation]:
    """Every explanation the pay of one package allows."""
    return list(_explained(package))


def explain_move(job: Package, career: Package, move: Move = COURSE) -> ex.Explanation:
    """The break-even of a move at 5 %."""
    return ex.explain_break_even(job, career, move, rate=0.05, constants=CONSTANTS)


def explain_futures(package: Package, *, paths: int = 200) -> ex.Explanation:
    """The fan of one package over the months the page shows."""
    months, seed = CONSTANTS.months_shown, CONSTANTS.seed
    drawn = simulate(package, months=months, paths=paths, seed=seed)
    return ex.explain_fan(
        fan(drawn, CONSTANTS.fan_percentiles),
        expected_path(package, months=months),
        paths=paths,
        seed=seed,
    )


def _explained(package: Package) -> Iterator[ex.Explanation]:
    asked: list[Callable[[], ex.Explanation]] = [
        lambda: ex.explain_total(package, CONTENT),
        lambda: ex.explain_impact(package, CONTENT, MODEL),
        lambda: ex.explain_match_left(package),
        lambda: ex.explain_certainty(package),
        lambda: ex.explain_predictability(package, CONSTANTS),
        lambda: ex.explain_bad_year(package, CONSTANTS),
        lambda: ex.explain_hour(package),
        lambda: ex.explain_years(package, CONSTANTS),
        lambda: ex.explain_present_value(package, CONSTANTS, rate=0.05),
        lambda: explain_futures(package),
    ]
    for explain in asked:
        with suppress(NotEnoughAnswers):
            yield explain()
    for part in PARTS:
        with suppress(NotEnoughAnswers):
            yield ex.explain_part(part, package, CONTENT)
