"""What one person enters in a section: read strictly, written back the same."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.workshop.house import content
from throughline.content.workshop import Section
from throughline.errors import InvalidAnswer
from throughline.workshop.entries import Entries, as_answers, read_entries, write_entries

SECTIONS = content().workshop.sections
LISTS = content().questionnaire.lists
OPTIONS = {one.id: one.options for one in content().questionnaire.facts}
LEAF = st.none() | st.booleans() | st.integers(-2, 12) | st.floats() | st.text(max_size=4)
NAMES = st.sampled_from(["items", "J1", "pay", "boxes", "x"])
JSON: st.SearchStrategy[Any] = (
    LEAF | st.lists(LEAF, max_size=2) | st.dictionaries(NAMES, LEAF, max_size=2)
)
INNER: st.SearchStrategy[Any] = st.dictionaries(NAMES, LEAF, max_size=2)
JSON |= st.dictionaries(NAMES, INNER, max_size=2)


@st.composite
def entered(draw: st.DrawFn) -> tuple[Section, Entries]:
    """A section and legal entries to it."""
    section = draw(st.sampled_from(SECTIONS))
    answers = {
        item: draw(st.integers(0, 10) | st.sampled_from(["skipped", "na"]))
        for item in section.items
        if draw(st.booleans())
    }
    cut = draw(st.integers(0, 100))
    return section, Entries(
        markers={item: value for item, value in answers.items() if isinstance(value, int)},
        skipped=frozenset(item for item, value in answers.items() if value == "skipped"),
        not_applicable=frozenset(item for item, value in answers.items() if value == "na"),
        wanted={one: draw(st.integers(0, 20)) / 2 for one in section.wanted if draw(st.booleans())},
        boxes={
            one: frozenset(draw(st.sets(st.sampled_from([box.id for box in LISTS[one].boxes]))))
            for one in section.boxes
            if draw(st.booleans())
        },
        pay={"salary": cut, "bonus": 100 - cut} if section.pay and draw(st.booleans()) else {},
        facts={
            one: draw(st.sampled_from(OPTIONS[one])) if OPTIONS[one] else True
            for one in section.facts
            if draw(st.booleans())
        },
    )


@given(entered())
def test_what_is_written_is_read_the_same(case: tuple[Section, Entries]) -> None:
    section, entries = case
    assert read_entries(write_entries(entries), section, content()) == entries


@given(entered(), st.sampled_from(SECTIONS))
def test_entries_of_another_section_are_refused(
    case: tuple[Section, Entries], other: Section
) -> None:
    _, entries = case
    given_ids = {*entries.markers, *entries.skipped, *entries.not_applicable}
    given_ids |= {*entries.wanted, *entries.boxes, *entries.facts, *entries.pay}
    own = {*other.items, *other.wanted, *other.boxes, *other.facts}
    own |= set(content().workshop.pay_parts) if other.pay else set()
    if not given_ids <= own:
        with pytest.raises(InvalidAnswer):
            read_entries(write_entries(entries), other, content())


@given(JSON)
def test_anything_else_is_refused_with_one_kind_of_error(raw: object) -> None:
    for given_as in (json.dumps(raw), raw):
        try:
            entries = read_entries(given_as, SECTIONS[0], content())  # type: ignore[arg-type]
        except InvalidAnswer:
            continue
        assert all(0 <= value <= 10 for value in entries.markers.values())


@pytest.mark.parametrize(
    "value", [-1, 11, 7.5, True, None, "7", [7], float("nan"), float("inf"), "skip"]
)
def test_a_value_that_is_no_mark_is_refused(value: object) -> None:
    with pytest.raises(InvalidAnswer):
        read_entries({"items": {"J1": value}}, SECTIONS[0], content())


@pytest.mark.parametrize("pay", [{"salary": 99}, {"salary": -10, "bonus": 110}, {"gold": 100}])
def test_shares_of_pay_make_a_hundred_of_known_parts(pay: dict[str, int]) -> None:
    with pytest.raises(InvalidAnswer):
        read_entries({"pay": pay}, content().workshop.section("pay"), content())


def test_a_text_beyond_sixteen_thousand_bytes_is_not_looked_at() -> None:
    for text in (" " * 16_001, "€" * 6_000, "[" * 15_000):
        with pytest.raises(InvalidAnswer):
            read_entries(text)


@given(entered(), st.integers(0, 10))
def test_a_later_round_replaces_what_was_answered_before(
    case: tuple[Section, Entries], value: int
) -> None:
    section, entries = case
    later = Entries(markers=dict.fromkeys(section.items, value))
    sheet = as_answers([entries, later], "full")
    assert set(sheet.markers.values()) <= {value}
    assert not (sheet.skipped | sheet.not_applicable) & set(section.items)
