"""The place on the map: present needs against path, and graded membership in its four quarters."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from throughline.content.constants import Constants
from throughline.content.wording import Quarter
from throughline.distributions import normal_cdf
from throughline.scoring.scales import Scale, Spread

QUARTERS: tuple[Quarter, ...] = ("present-anchored", "path-building", "dual-track", "own-place")


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map.

    Attributes:
        present, path: the axes, JN and CN, 0-10.
        present_se, path_se: their standard errors in scale points.
        shares: membership of each quarter, adding to 1.
        named: the quarters the label names: one, two ("between"), or none ("near the middle").
    """

    present: float
    path: float
    present_se: float
    path_se: float
    shares: Mapping[Quarter, float]
    named: tuple[Quarter, ...]


def find_place(scales: Mapping[str, Scale], spread: Spread, constants: Constants) -> Place | None:
    """Place a person on the map, or None while the first domain has too few answers."""
    job, career = scales["J"], scales["C"]
    present, path = job.mean, career.mean
    if present is None or path is None:
        return None
    present_se = spread.sd / math.sqrt(job.count)
    path_se = spread.sd / math.sqrt(career.count)
    p_present = normal_cdf((present - constants.map_cut) / present_se)
    p_path = normal_cdf((path - constants.map_cut) / path_se)
    shares: dict[Quarter, float] = {
        "present-anchored": p_present * (1 - p_path),
        "path-building": (1 - p_present) * p_path,
        "dual-track": p_present * p_path,
        "own-place": (1 - p_present) * (1 - p_path),
    }
    named = _name(shares, constants.membership_label)
    return Place(present, path, present_se, path_se, shares, named)


def _name(shares: Mapping[Quarter, float], enough: float) -> tuple[Quarter, ...]:
    first, second = sorted(QUARTERS, key=lambda quarter: -shares[quarter])[:2]
    if shares[first] >= enough:
        return (first,)
    return (first, second) if shares[first] + shares[second] >= enough else ()
