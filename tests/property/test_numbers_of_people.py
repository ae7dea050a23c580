"""From the numbers of people that a room prints, nobody can work out how many of them skipped."""

import csv
import datetime
import io
import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.workshop.room_of import QUICK, RoomOf, Screenful, invented
from throughline.content.catalogue import read_catalogue
from throughline.reports.room import RoomMaterial, room_csv, room_html, room_report
from throughline.tables.room_words import room_alt
from throughline.workshop.entries import Entries
from throughline.workshop.numbers import NO_OTHER, STEPS, Numbers, up_to
from throughline.workshop.picture import QUARTERS, WAYS, Picture
from throughline.workshop.room import PROFILE, K

CATALOGUE = read_catalogue()
DAY = datetime.date(2026, 11, 27)
EVERYTHING = Screenful(
    "work", ("J1", "J3", "C1", "P1"), ("D1",), ("D4",), pay=True, facts=("employment_form",)
)


@st.composite
def rooms(draw: st.DrawFn) -> RoomOf:
    """A room of 5 to 60 people in which some skip, some leave between rounds and some come late."""
    people = draw(st.integers(5, 60))
    skips = draw(st.sets(st.tuples(st.integers(0, people), st.integers(0, 5)), max_size=40))
    away = draw(st.sets(st.integers(0, people), max_size=6))
    late = draw(st.integers(0, 6))
    room = RoomOf()
    for round_no, slots in ((1, range(people)), (2, range(people + late))):
        for section in (EVERYTHING, *QUICK[1:]):
            given_now = invented(slots, section, round_no)
            here = {
                slot: without(entries, {n for who, n in skips if who == slot}, round_no)
                for slot, entries in given_now.items()
                if round_no == 1 or slot not in away
            }
            room.reveal(here, section, round_no)
    room.profile(rounds=2)
    return room


def without(entries: Entries, places: set[int], round_no: int) -> Entries:
    """One person's answers less those at some places; in the second round the next ones."""
    kept = {
        item: value
        for place, (item, value) in enumerate(entries.markers.items(), round_no - 1)
        if place not in places
    }
    return Entries(markers=kept, wanted={} if 5 in places else entries.wanted, pay=entries.pay)


def material(room: RoomOf) -> RoomMaterial:
    """What its report is made of."""
    return RoomMaterial("Room", tuple(room.seen()), {}, 0, 1, DAY, rehearsal=False)


def printed(room: RoomOf) -> dict[tuple[str, str], dict[str, set[int]]]:
    """Every number of people in the table, by picture and figure: each n, and each sum of counts."""
    found: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = csv.DictReader(io.StringIO(room_csv(material(room), CATALOGUE).decode("utf-8-sig")))
    sums: dict[tuple[str, str, str, str], dict[str, float | None]] = defaultdict(dict)
    for row in rows:
        key = (row["section"], row["round"])
        if row["n"]:
            found[key][row["figure"]].add(int(row["n"]))
        value = float(row["value"]) if row["value"] else None
        if row["statistic"].startswith("people at"):
            sums[*key, row["figure"], "strip"][row["statistic"]] = value
        elif row["statistic"] in (*QUARTERS, *WAYS):
            sums[*key, row["figure"], "rows"][row["statistic"]] = value
    for (section, number, figure, _), counts in sums.items():
        if None not in counts.values():
            found[section, number][figure].add(int(sum(count or 0 for count in counts.values())))
    for picture in room.seen():
        if picture.n:
            found[picture.section, str(picture.round)]["the picture"].add(picture.n)
    return found


@settings(max_examples=60, deadline=None)
@given(rooms())
def test_no_two_numbers_of_a_picture_are_one_to_four_apart(room: RoomOf) -> None:
    for (section, _), figures in printed(room).items():
        # What the profile repeats was printed with the other sections, and stands as it was.
        copies = {
            name
            for name in figures
            if section == PROFILE and name.startswith(("item.", "wanted.", "pay"))
        }
        numbers = {name: numbers for name, numbers in figures.items() if name not in copies}
        assert_told_apart(set().union(*numbers.values()) if numbers else set())
        for name in copies:
            for other in numbers.values():
                assert_told_apart(figures[name] | other)


@settings(max_examples=60, deadline=None)
@given(rooms())
def test_no_number_of_a_change_is_one_to_four_from_that_of_the_round_before(room: RoomOf) -> None:
    found = printed(room)
    for (section, number), figures in found.items():
        for name, numbers in figures.items():
            if name.startswith("change."):
                before = found[section, str(int(number) - 1)][name.removeprefix("change.")]
                assert_told_apart(numbers | before)


@settings(max_examples=30, deadline=None)
@given(rooms())
def test_every_form_of_the_report_prints_the_same_numbers_of_people(room: RoomOf) -> None:
    allowed = {
        n for figures in printed(room).values() for numbers in figures.values() for n in numbers
    }
    page = room_html(material(room), CATALOGUE).decode()
    page = re.sub(r"(Waiting for|for every) \d+ people", "", page)
    said = {int(n) for n in re.findall(r"(?<![\d,.])(\d+) people", page)} - {K}
    assert said <= allowed
    tables = [
        row[1]
        for section in room_report(material(room), CATALOGUE).sections
        for block in section.blocks
        if block.kind == "table" and section.id != "left-out"
        for row in block.rows
    ]
    assert {int(cell) for cell in tables if cell.isdigit()} <= allowed
    for picture in room.seen():
        for figure in picture.figures:
            alt = room_alt(figure, CATALOGUE) if figure.state == "shown" else ""
            assert {int(n) for n in re.findall(r"(\d+) people", alt)} <= allowed | {K}


def test_a_few_who_skipped_take_the_number_and_the_dots_of_each_with_them() -> None:
    people = {slot: Entries(markers={"J1": slot % 7, "J3": slot % 5}) for slot in range(23)}
    people[4] = Entries(markers={"J3": 2})
    picture: Picture = RoomOf().reveal(people, Screenful(items=("J1", "J3")))
    few, whole = picture.figures
    assert (picture.n, few.n, few.few_skipped, few.up_to) == (23, 0, True, True)
    assert (whole.n, sum(count for _, count in whole.strip)) == (23, 23)
    assert [place for place, _ in few.strip] == [0, 1, 2, 3, 4, 5, 6]
    assert all(share % 5 == 0 for _, share in few.strip)
    assert few.mean is not None


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=11).filter(lambda counts: sum(counts) >= K),
    st.integers(1, 4),
)
def test_shares_that_are_shown_fit_another_number_of_people(
    counts: list[int], skipped: int
) -> None:
    n = sum(counts)
    others = Numbers(n + skipped).others(n)
    shares = up_to(dict(enumerate(counts)), n, others)
    if shares is None:
        return
    steps = [step for step in STEPS if all(share % step == 0 for share in shares.values())]
    assert all(100 * count <= shares[place] * n for place, count in enumerate(counts))
    assert any(
        possible(list(shares.values()), other, step)
        for other in others
        if other != NO_OTHER
        for step in steps
    )


def possible(shares: list[int], n: int, step: int) -> bool:
    """Whether some counts that sum to n give the shares, found by trying sums."""
    sums = {0}
    for share in shares:
        fit = [c for c in range(n + 1) if (share - step) * n < 100 * c <= share * n]
        sums = {one + count for one in sums for count in fit}
    return n in sums


def assert_told_apart(numbers: set[int]) -> None:
    """No two of the numbers are 1 to 4 apart."""
    for one, other in combinations(numbers, 2):
        assert abs(one - other) >= K, sorted(numbers)


def test_a_picture_in_which_nobody_skips_prints_every_number() -> None:
    numbers: Mapping[str, set[int]]
    room = RoomOf()
    room.reveal({slot: Entries(markers={"J1": slot % 11}) for slot in range(12)})
    (numbers,) = printed(room).values()
    assert numbers == {"item.J1": {12}, "the picture": {12}}
