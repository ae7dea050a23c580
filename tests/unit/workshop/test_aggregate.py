"""What may be shown of how many people: gates, sameness, rounding, small counts, bands, pay in steps of 5."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.workshop.aggregate import (
    balance_numbers,
    change_numbers,
    hide_ones,
    numbers_of,
    pay_shares,
    share_of_hundred,
    thirds,
)

PARTS = ("salary", "hourly", "bonus", "equity", "benefits", "retirement")


@pytest.mark.parametrize(
    ("n", "median", "mean"),
    [(4, False, False), (5, True, False), (9, True, False), (10, True, True)],
)
def test_a_median_and_a_strip_need_five_people_and_a_mean_ten(
    n: int, median: bool, mean: bool
) -> None:
    seen = numbers_of("item.J1", "item", [value % 7 for value in range(n)], strip_step=1)
    assert (seen.median is not None, seen.mean is not None, bool(seen.strip)) == (
        median,
        mean,
        median,
    )
    assert seen.n == (n if median else 0)
    assert (seen.state, seen.needs) == (("shown", 0) if median else ("waiting", 5))


def test_all_or_all_but_one_alike_show_neither_strip_nor_mean() -> None:
    for values in ([7] * 12, [7] * 11 + [0]):
        seen = numbers_of("item.J1", "item", values, strip_step=1)
        assert (seen.same, seen.strip, seen.mean, seen.sd) == (7, (), None, None)
    assert numbers_of("item.J1", "item", [7] * 10 + [0, 1], strip_step=1).mean == 5.9


def test_sensitive_figures_have_bands_and_no_strip_and_hide_a_count_of_one() -> None:
    seen = numbers_of("item.P1", "item", [1] * 6 + [5] * 5 + [9], sensitive=True, strip_step=1)
    assert seen.strip == ()
    assert seen.rows == (("low", 50.0), ("middle", None), ("high", None))


def test_what_is_coarse_holds_nothing_that_can_be_added_up() -> None:
    seen = numbers_of("domain.D3", "domain", list(range(11)) * 3, coarse=True)
    assert (seen.mean, seen.sd, seen.strip) == (None, None, ())
    assert seen.median == 5


def test_a_balance_stands_in_steps_of_ten_and_its_range_needs_ten_people() -> None:
    few = balance_numbers([31.4, 44.9, 45.1, 60, 72])
    assert few.strip == ((30, 1), (40, 1), (50, 1), (60, 1), (70, 1))
    assert few.low is None
    ten = balance_numbers([31.4, 44.9, 45.1, 60, 72] * 2)
    assert (ten.low, ten.mean, ten.high) == (42, 51, 59)


def test_where_most_of_a_room_lie_is_said_from_a_hundred_people_and_not_from_ninety_nine() -> None:
    values = [float(value) for value in range(1, 101)]
    for coarse in (False, True):
        seen = balance_numbers(values, coarse=coarse)
        assert [seen.row(name) for name in ("p10", "p25", "p75", "p90")] == [11, 26, 75, 90]
        assert balance_numbers(values[:99], coarse=coarse).row("p25") is None


def test_change_hides_one_person_and_needs_ten_pairs_for_a_mean() -> None:
    both = [[3, 5]] * 6 + [[4, 4]] * 3 + [[8, 2]]
    seen = change_numbers("change.item.J1", both, sensitive=False)
    assert dict(seen.rows)["down"] is None
    assert dict(seen.rows)["same"] is None
    assert (seen.median, seen.mean) == (2, 0.6)
    assert change_numbers("change.item.J1", both[:9], sensitive=False).mean is None
    assert change_numbers("change.item.J1", [[3, 5]] * 9 + [[9, 1]], sensitive=False).mean is None
    assert change_numbers("change.item.J1", both[:4], sensitive=False).state == "waiting"


def test_one_hidden_count_takes_the_smallest_other_with_it() -> None:
    assert hide_ones({"a": 1, "b": 4, "c": 3, "d": 0}) == (
        ("a", None),
        ("b", 4),
        ("c", None),
        ("d", 0),
    )
    assert hide_ones({"a": 1, "b": 1, "c": 3}) == (("a", None), ("b", None), ("c", 3))


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=1),
    st.sampled_from([1, 5]),
)
def test_shares_sum_to_a_hundred_in_whole_steps(counts: dict[str, int], step: int) -> None:
    counts = {**counts, "g": 1}
    shares = share_of_hundred(counts, step)
    assert sum(shares.values()) == 100
    total = sum(counts.values())
    assert all(value % step == 0 for value in shares.values())
    assert all(abs(shares[name] - 100 * count / total) < step for name, count in counts.items())


def test_the_pay_mix_needs_ten_people_and_puts_parts_of_few_together() -> None:
    mixes = [{"salary": 80, "benefits": 20}] * 10 + [{"salary": 50, "equity": 50}] * 2
    assert pay_shares(mixes[:9], PARTS).state == "waiting"
    seen = pay_shares(mixes, PARTS)
    assert dict(seen.rows) == {"salary": 75, "other": 25}
    assert sum(value or 0 for _, value in seen.rows) == 100


def test_boxes_say_few_half_or_most() -> None:
    assert thirds({"a": 3, "b": 6, "c": 9}, 10) == (("a", 0), ("b", 1), ("c", 2))
