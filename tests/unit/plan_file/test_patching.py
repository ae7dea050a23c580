"""Patches (RFC 7396): what has changed leads from one plan to the other, and a hostile patch changes nothing."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plan_files.strategies import CONTENT, TODAY, plans
from throughline.plan_file import Opened, PlanFile, as_document, read_plan, write_plan
from throughline.plan_file.document import SIZE_LIMIT
from throughline.plan_file.patching import difference, merged, patched

LEAVES = st.booleans() | st.integers(-5, 5) | st.text(max_size=3)
NAMES = st.sampled_from(("a", "b", "c", ""))
# A patch says "take out" with null, so a document it can lead to holds none.
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
)
DOCUMENTS = st.dictionaries(NAMES, VALUES, max_size=4)
PATCHES = st.dictionaries(
    NAMES,
    st.recursive(
        LEAVES | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    ),
    max_size=4,
)


def as_the_standard_says(target: Any, patch: Any) -> Any:
    """MergePatch of RFC 7396, section 2, word for word."""
    if isinstance(patch, dict):
        if not isinstance(target, dict):
            target = {}
        target = dict(target)
        for name, value in patch.items():
            if value is None:
                target.pop(name, None)
            else:
                target[name] = as_the_standard_says(target.get(name), value)
        return target
    return patch


@given(DOCUMENTS, DOCUMENTS)
def test_the_difference_leads_from_one_document_to_the_other(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert merged(before, difference(before, after)) == after


@given(DOCUMENTS)
def test_a_document_differs_from_itself_in_nothing(document: dict[str, Any]) -> None:
    assert difference(document, document) == {}
    assert merged(document, {}) == document


@given(DOCUMENTS, PATCHES)
def test_a_patch_is_applied_as_the_standard_says(
    document: dict[str, Any], patch: dict[str, Any]
) -> None:
    assert merged(document, patch) == as_the_standard_says(document, patch)


@given(DOCUMENTS, PATCHES)
def test_a_patch_applied_twice_does_no_more_than_once(
    document: dict[str, Any], patch: dict[str, Any]
) -> None:
    once = merged(document, patch)

    assert merged(once, patch) == once


@given(DOCUMENTS, DOCUMENTS, PATCHES)
def test_neither_side_is_changed_by_being_looked_at(
    before: dict[str, Any], after: dict[str, Any], patch: dict[str, Any]
) -> None:
    kept = json.dumps([before, after, patch])

    difference(before, after)
    merged(before, patch)

    assert json.dumps([before, after, patch]) == kept


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(plans(), plans())
def test_a_plan_and_its_patch_are_read_as_the_later_plan(first: PlanFile, second: PlanFile) -> None:
    patch = json.dumps(difference(as_document(first), as_document(second)))

    read = read_plan(patched(write_plan(first), patch), CONTENT, TODAY)

    assert isinstance(read, Opened)
    assert read.plan == second


def test_the_standards_own_example_comes_out_as_printed() -> None:
    target = {"title": "Goodbye!", "author": {"givenName": "John", "familyName": "Doe"}}
    target |= {"tags": ["example", "sample"], "content": "This will be unchanged"}
    patch = {"title": "Hello!", "phoneNumber": "+01-123-456-7890", "author": {"familyName": None}}
    patch |= {"tags": ["example"]}

    assert merged(target, patch) == {
        "title": "Hello!",
        "author": {"givenName": "John"},
        "tags": ["example"],
        "content": "This will be unchanged",
        "phoneNumber": "+01-123-456-7890",
    }


@pytest.mark.parametrize(
    "patch",
    [
        "",
        " ",
        "null",
        "[]",
        "7",
        '"text"',
        '{"answers":',
        '{"answers": NaN}',
        '{"answers": 1e999}',
        '{"free_hours": 1, "free_hours": 2}',
        "[" * 10_000,
        '{"a":' * 40 + "1" + "}" * 40,
        '{"owner": "' + "x" * SIZE_LIMIT + '"}',
    ],
)
def test_a_hostile_patch_changes_nothing(patch: str) -> None:
    text = write_plan(PlanFile(owner="Amina"))

    assert patched(text, patch) == text


@pytest.mark.parametrize(
    "patch",
    [
        '{"answers": null}',
        '{"answers": {"items": {"J1": 99, "nothing": 3, "J3": [1]}}}',
        '{"goals": [null, 7, {"id": "g1"}], "counters": {"goal": -1}}',
        '{"__proto__": {"x": 1}, "pay": {"packages": {"a": {"b": "c"}}}}',
    ],
)
def test_what_a_patch_smuggles_in_is_left_out_by_the_reader(patch: str) -> None:
    read = read_plan(patched(write_plan(PlanFile(owner="Amina")), patch), CONTENT, TODAY)

    assert isinstance(read, Opened)
    assert read.plan == PlanFile(owner="Amina")


@pytest.mark.parametrize("text", ["{", "[]", "not a plan", '{"a": NaN}'])
def test_a_broken_text_stays_as_it_is_for_the_reader_to_name(text: str) -> None:
    assert patched(text, '{"owner": "Amina"}') == text


def test_without_a_text_the_patch_is_the_plan() -> None:
    whole = write_plan(PlanFile(owner="Amina"))

    said = {name: value for name, value in json.loads(whole).items() if value is not None}
    assert json.loads(patched("", whole)) == said
