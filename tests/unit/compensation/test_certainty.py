"""Guaranteed, variable and long-term pay, and the pieces by certainty and time."""

from dataclasses import replace

import pytest

from throughline.compensation.certainty import certainty
from throughline.compensation.package import PARTS, Benefit, Package

WHOLE = Package(
    salary=20_000,
    wage=20,
    hours=20,
    hours_min=5,
    bonus_target=0.1,
    bonus_floor=0.4,
    bonus_p=0.5,
    shares=100,
    price=40,
    benefits=(Benefit(1000),),
    pension=0.05,
)


def test_the_pieces_add_up_to_the_split() -> None:
    found = certainty(WHOLE)
    base, bonus = 20_000 + 20_800, 0.1 * 40_800 * 0.7
    total = base + bonus + 1000 + 1000 + 0.05 * base

    assert found.hours_share == 0.25
    assert found.bonus_share == pytest.approx(0.4 / 0.7)
    sure = 20_000 + 5_200 + bonus * 0.4 / 0.7 + 1000
    assert found.guaranteed == pytest.approx(sure / total)
    assert found.variable == pytest.approx((15_600 + bonus * 0.3 / 0.7) / total)
    assert found.long_term == pytest.approx((1000 + 0.05 * base) / total)
    assert sum(piece.amount for piece in found.pieces) == pytest.approx(total)


def test_every_part_has_a_place_by_certainty_and_time() -> None:
    places = {(piece.part, piece.sureness, piece.when) for piece in certainty(WHOLE).pieces}

    assert len(places) == 8
    assert {part for part, _, _ in places} == set(PARTS)
    assert ("equity", "at risk", "later") in places
    assert ("retirement", "certain", "later") in places


def test_a_salary_is_all_guaranteed() -> None:
    found = certainty(Package(salary=1))

    assert (found.guaranteed, found.variable, found.long_term) == (1, 0, 0)
    assert (found.hours_share, found.bonus_share) == (0, 0)


def test_hours_guaranteed_in_full_are_all_guaranteed() -> None:
    assert certainty(Package(wage=20, hours=30, hours_min=30)).guaranteed == 1


@pytest.mark.parametrize(("target", "paid"), [(0.0, 1.0), (0.5, 0.0)])
def test_a_bonus_that_never_comes_has_no_contractual_share(target: float, paid: float) -> None:
    package = Package(salary=1, bonus_target=target, bonus_p=paid)

    assert certainty(package).bonus_share == 0


def test_a_wholly_contractual_bonus_is_certain() -> None:
    package = Package(salary=1, bonus_target=0.5, bonus_floor=1, bonus_p=0)

    assert certainty(package).bonus_share == 1
    assert certainty(replace(package, bonus_floor=0.5)).bonus_share == 1
