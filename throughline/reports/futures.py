"""Five years of every package, simulated with as many paths as a report asks for."""

from dataclasses import replace

from throughline.compensation.constants import pay_constants
from throughline.compensation.path import expected_path
from throughline.compensation.simulation import fan, simulate
from throughline.content.compensation import Compensation
from throughline.reports.material import Material
from throughline.reports.plain import plain


def with_futures(material: Material, content: Compensation) -> Material:
    """Add the simulated range and the expected path of every package; without one nothing is added.

    Equity counts, as it does in the yearly totals, which are printed with and without it.
    """
    if not material.packages:
        return material
    constants = pay_constants(content)
    months, paths, seed = constants.months_shown, constants.paths_report, constants.seed
    shares = constants.fan_percentiles
    named = {plain(name): package for name, package in material.packages.items()}
    return replace(
        material,
        fans={
            name: fan(simulate(package, months=months, paths=paths, seed=seed), shares)
            for name, package in named.items()
        },
        paths={name: expected_path(package, months=months) for name, package in named.items()},
        simulation=(paths, seed),
    )
