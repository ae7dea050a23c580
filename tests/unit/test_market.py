"""The market: what a search finds, and where pay lies between published percentiles."""

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import DATA
from throughline.errors import ContentError
from throughline.market import (
    Market,
    Occupation,
    Placement,
    medians_ratio,
    place,
    read_market,
    search,
)

MARKET = read_market(DATA / "oews_national_2025.csv")
BY_SOC = MARKET.by_soc
SUPPORT, TEACHERS, ACTORS = BY_SOC["43-4051"], BY_SOC["25-2031"], BY_SOC["27-2011"]
HEADER = "soc,title,emp,emp_rse,a_p10,a_p25,a_p50,a_p75,a_p90,h_p10,h_p25,h_p50,h_p75,h_p90,basis\n"

OCCUPATIONS = st.sampled_from(MARKET.occupations)
PAY = st.floats(min_value=0.01, max_value=1e9)
UNITS = st.sampled_from(["hour", "year"])


def placed(occupation: Occupation, amount: float, per: str, **rest: float) -> Placement:
    found = place(occupation, amount, per, **rest)  # type: ignore[arg-type]
    assert found is not None
    return found


def titles(text: str) -> list[str]:
    return [one.title for one in search(MARKET, text)]


def market_of(tmp_path: Path, *lines: str) -> Market:
    path = tmp_path / "wages.csv"
    path.write_text(HEADER + "\n".join(lines), encoding="utf-8")
    return read_market(path)


@pytest.mark.parametrize(
    ("soc", "amount", "per", "percentile"),
    [
        ("43-4051", 20.00, "hour", 40.5),
        ("43-4051", 21.53, "hour", 50.0),
        ("43-4051", 50_000, "year", 69.0),
        ("25-2031", 60_000, "year", 25.0),
        ("27-2011", 30.00, "hour", 50.7),
        ("53-4041", 90_140, "year", 75.0),
    ],
)
def test_pay_is_placed_as_in_the_worked_checks(
    soc: str, amount: float, per: str, percentile: float
) -> None:
    found = placed(BY_SOC[soc], amount, per)
    assert found.percentile is not None
    assert round(found.percentile, 1) == percentile
    assert found.outside is None


@pytest.mark.parametrize(("amount", "side"), [(15.00, "below P10"), (31.00, "above P90")])
def test_pay_outside_the_points_has_a_side_and_never_a_number(amount: float, side: str) -> None:
    found = placed(SUPPORT, amount, "hour")
    assert (found.percentile, found.outside) == (None, side)


def test_every_published_point_is_its_own_percentile_and_the_lowest_of_equal_ones() -> None:
    for occupation in MARKET.occupations:
        for points, per in ((occupation.annual, "year"), (occupation.hourly, "hour")):
            for share, point in zip((10, 25, 50, 75, 90), points or (), strict=False):
                first = (10, 25, 50, 75, 90)[(points or ()).index(point)]
                assert placed(occupation, point, per).percentile == first <= share


def test_hourly_pay_meets_hourly_wages_and_a_salary_annual_ones() -> None:
    assert (placed(SUPPORT, 20, "hour").unit, placed(SUPPORT, 20, "hour").notes) == ("hour", ())
    assert placed(SUPPORT, 20, "hour").points == SUPPORT.hourly
    assert placed(SUPPORT, 50_000, "year").points == SUPPORT.annual


def test_hourly_pay_in_an_annual_only_row_is_compared_over_2080_hours() -> None:
    found = placed(TEACHERS, 30, "hour")
    assert TEACHERS.hourly is None
    assert (found.unit, found.pay, found.notes) == ("year", 62_400, ("hour_as_year",))


def test_a_part_time_salary_is_scaled_to_full_time_and_says_so() -> None:
    found = placed(SUPPORT, 30_000, "year", hours=25)
    assert (found.pay, found.notes) == (48_000, ("scaled",))


@pytest.mark.parametrize("hours", [35, 40, 60])
def test_a_salary_for_35_hours_or_more_is_compared_as_it_is(hours: float) -> None:
    found = placed(SUPPORT, 50_000, "year", hours=hours)
    assert (found.pay, found.notes) == (50_000, ())


def test_a_salary_in_an_hourly_only_row_is_divided_by_its_hours() -> None:
    found = placed(ACTORS, 60_000, "year", hours=25)
    assert (found.unit, found.pay, found.notes) == ("hour", 46.15, ("year_as_hour",))


def test_a_salary_in_an_hourly_only_row_without_hours_is_not_placed() -> None:
    assert ACTORS.needs_hours
    assert place(ACTORS, 60_000, "year") is None
    assert place(ACTORS, 60_000, "year", hours=0) is None


def test_a_commission_counts_only_when_it_is_given_and_says_so() -> None:
    found = placed(SUPPORT, 44_000, "year", commission=6_000)
    assert (found.pay, found.notes) == (50_000, ("commission",))
    assert placed(SUPPORT, 15_000, "year", hours=20, commission=1_000).pay == 32_000


@pytest.mark.parametrize("amount", [0.0, -5.0, math.nan, math.inf])
def test_no_pay_is_not_placed(amount: float) -> None:
    assert place(SUPPORT, amount, "year") is None


@settings(deadline=None)
@given(OCCUPATIONS, PAY, PAY, UNITS, st.none() | st.floats(min_value=0.1, max_value=112))
def test_more_pay_is_never_placed_lower(
    occupation: Occupation, one: float, other: float, per: str, hours: float | None
) -> None:
    low, high = (
        place(occupation, amount, per, hours=hours)  # type: ignore[arg-type]
        for amount in sorted((one, other))
    )
    if low is None or high is None:
        assert low is high is None
        return
    assert rank(low) <= rank(high)


@settings(deadline=None)
@given(OCCUPATIONS, PAY, UNITS)
def test_a_percentile_lies_between_the_published_points_around_it(
    occupation: Occupation, amount: float, per: str
) -> None:
    found = place(occupation, amount, per)  # type: ignore[arg-type]
    if found is None:
        return
    assert (found.percentile is None) != (found.outside is None)
    if found.percentile is None:
        assert found.pay < found.points[0] or found.pay > found.points[-1]
        return
    assert 10 <= found.percentile <= 90
    for share, point in zip((10, 25, 50, 75, 90), found.points, strict=True):
        if found.percentile < share:
            assert found.pay <= point
        if found.percentile > share:
            assert found.pay >= point


def rank(found: Placement) -> float:
    if found.percentile is not None:
        return found.percentile
    return 0 if found.outside == "below P10" else 100


def test_a_search_needs_every_word_in_any_order_case_or_accent() -> None:
    expected = ["Customer Service Representatives"]
    assert titles("customer service") == titles("SERVICE  cústomer") == expected
    assert "Customer Service Representatives" not in titles("customer surgeon")


def test_a_word_may_be_begun_and_a_plural_does_not_matter() -> None:
    assert titles("secretary")[0].startswith("Secretaries and")
    assert titles("waitress") == ["Waiters and Waitresses"]
    assert titles("teach second") == titles("second teach") != []


def test_the_same_words_come_first_then_whole_words_then_what_more_people_do() -> None:
    assert titles("actors") == ["Actors"]
    assert titles("nurse")[0] == titles("registered nurses")[0] == "Registered Nurses"
    assert titles("teacher")[0].startswith("Elementary School Teachers")
    assert titles("bus")[0] == "Bus Drivers, School"
    assert titles("bus").index("School Bus Monitors") < titles("bus").index(
        "Business Operations Specialists, All Other"
    )


def test_a_whole_group_comes_after_the_occupations_in_it() -> None:
    found = search(MARKET, "management")
    assert [one.is_group for one in found] == sorted(one.is_group for one in found)
    assert found[-1].title == "Management Occupations"


def test_a_code_finds_its_own_row() -> None:
    assert titles(" 43-4051 ") == ["Customer Service Representatives"]


@pytest.mark.parametrize("text", ["", "  ", ",-", "software engineer", "xyzzy", "43-9999"])
def test_nothing_is_guessed(text: str) -> None:
    assert titles(text) == []


@given(st.text(max_size=30))
def test_no_row_is_found_twice(text: str) -> None:
    found = search(MARKET, text)
    assert len(set(found)) == len(found)


def test_the_ratio_of_medians_needs_two_annual_wages() -> None:
    ratio = medians_ratio(SUPPORT, BY_SOC["43-1011"])
    assert ratio is not None
    assert round(ratio, 2) == 1.55
    assert medians_ratio(ACTORS, SUPPORT) is None


def test_an_empty_cell_is_not_published_and_never_zero(tmp_path: Path) -> None:
    market = market_of(tmp_path, "99-0001,Testers,,,,,,,,1,2,3,4,5,H")
    assert market.occupations == (
        Occupation("99-0001", "Testers", None, None, None, (1, 2, 3, 4, 5)),
    )


@pytest.mark.parametrize(
    "line",
    [
        "99-0001,Testers,5,1.0,1,2,3,,5,,,,,,A",
        "99-0001,Testers,5,1.0,5,4,3,2,1,,,,,,A",
        "99-0001,Testers,5,1.0,0,1,2,3,4,,,,,,A",
        "99-0001,Testers,5,1.0,a,b,c,d,e,,,,,,A",
        "99-0001,,5,1.0,1,2,3,4,5,,,,,,A",
        "99-0001",
    ],
)
def test_a_row_that_does_not_fit_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(ContentError, match=r"^wages\.csv: line 3: "):
        market_of(tmp_path, "99-0000,All,,,1,2,3,4,5,,,,,,A", line)


def test_a_file_without_rows_or_columns_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no occupation"):
        market_of(tmp_path)
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"other\.csv: line 2"):
        read_market(path)
    with pytest.raises(ContentError, match=r"none\.csv"):
        read_market(tmp_path / "none.csv")
