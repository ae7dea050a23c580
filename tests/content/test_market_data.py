"""The wage table as shipped: unchanged, complete, in order, and at odds with nothing that is said of it."""

import csv
import hashlib
import json
from itertools import pairwise

import pytest

from tests.builders import DATA
from throughline.market import read_market

FILE = DATA / "oews_national_2025.csv"
PROVENANCE = json.loads((DATA / "oews_national_2025.provenance.json").read_text(encoding="utf-8"))
OCCUPATIONS = read_market(FILE).occupations
GROUPS = sum(one.is_group for one in OCCUPATIONS)


def test_the_file_is_the_one_its_provenance_describes() -> None:
    held = FILE.read_bytes()
    assert hashlib.sha256(held).hexdigest() == PROVENANCE["sha256"]
    assert len(held) == PROVENANCE["bytes"]
    assert held.decode("utf-8").splitlines()[0].split(",") == PROVENANCE["columns"]


def test_there_are_853_rows_with_unique_sorted_codes() -> None:
    codes = [one.soc for one in OCCUPATIONS]
    assert len(codes) == PROVENANCE["rows"] == 853
    assert codes == sorted(set(codes))
    assert GROUPS == 23


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("CHANGELOG.md", "{single} US occupations and their {major} major groups"),
        ("docs/method.md", "all occupations, {major} major groups and {single} occupations"),
        ("data/oews_national_2025.provenance.json", "({single} detailed occupations)"),
        ("data/oews_national_2025.provenance.json", "the {major} major groups"),
    ],
)
def test_every_text_counts_the_occupations_of_the_table(file: str, said: str) -> None:
    counts = {"single": len(OCCUPATIONS) - GROUPS, "major": GROUPS - 1}
    assert said.format(**counts) in (DATA.parent / file).read_text(encoding="utf-8")


def test_what_is_published_agrees_with_the_column_that_says_so() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        basis = {row["soc"]: row["basis"] for row in csv.DictReader(file)}
    for one in OCCUPATIONS:
        expected = {"B": (True, True), "A": (True, False), "H": (False, True)}[basis[one.soc]]
        assert (one.annual is not None, one.hourly is not None) == expected
    detailed = [basis[one.soc] for one in OCCUPATIONS if not one.is_group]
    assert [detailed.count(kind) for kind in "BAH"] == [767, 58, 5]


def test_percentiles_never_fall() -> None:
    for one in OCCUPATIONS:
        for points in (one.annual, one.hourly):
            assert all(low <= high for low, high in pairwise(points or ()))


def test_annual_wages_are_2080_hours_within_rounding() -> None:
    for one in OCCUPATIONS:
        if one.annual and one.hourly:
            for year, hour in zip(one.annual, one.hourly, strict=True):
                assert abs(year - 2080 * hour) <= 16, one.title
