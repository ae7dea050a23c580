"""What a browser reports about its store, honest or not, and what is let through."""

import json
from dataclasses import fields
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.browser_store import (
    MAX_CHARACTERS,
    Found,
    Report,
    State,
    Words,
    parse_found,
    parse_report,
)

FIND = {
    "number": 3,
    "text": '{"app": "throughline"}',
    "saved_at": 1_795_409_188_534,
    "tab": "1mxvmhnuyem07hk3ftw",
    "own": True,
    "whole": True,
}
REPORT = {"session": "abc", "number": 3, "state": "found", "at": 1_795_409_188_534, "found": FIND}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def test_an_honest_report_is_read_whole() -> None:
    found = Found(
        3, '{"app": "throughline"}', "", 1_795_409_188_534, "1mxvmhnuyem07hk3ftw", True, True
    )
    assert parse_report(REPORT, "abc") == Report(3, "found", 1_795_409_188_534, found)
    assert parse_found(FIND) == found


def test_a_report_without_a_find_is_read() -> None:
    assert parse_report(REPORT | {"state": "off", "at": None, "found": None}, "abc") == Report(
        3, "off", None, None
    )


def test_a_report_meant_for_another_session_is_refused() -> None:
    assert parse_report(REPORT, "abd") is None


@pytest.mark.parametrize("state", get_args(State))
def test_every_state_can_be_reported_and_has_words(state: str) -> None:
    report = parse_report(REPORT | {"state": state}, "abc")
    assert report is not None
    assert report.state == state
    assert state in {field.name for field in fields(Words)}


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0}, {"number": -1}, {"number": True}, {"number": "3"}, {"number": 2.5},
        {"number": 2**53}, {"number": float("nan")}, {"number": float("inf")}, {"number": None},
        {"state": "SAVED"}, {"state": ""}, {"state": None}, {"state": ["saved"]}, {"state": 1},
        {"session": None}, {"session": ["abc"]}, {"found": []}, {"found": "text"}, {"found": {}},
        {"found": FIND | {"text": 5}},
    ],
)  # fmt: skip
def test_a_forged_report_is_refused_as_a_whole(wrong: dict[str, Any]) -> None:
    assert parse_report(REPORT | wrong, "abc") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0}, {"number": True}, {"number": "3"}, {"number": 10**400}, {"text": None},
        {"text": 5}, {"text": b"x"}, {"text": ["x"]}, {"text": "x" * (MAX_CHARACTERS + 1)},
    ],
)  # fmt: skip
def test_a_forged_find_is_refused(wrong: dict[str, Any]) -> None:
    assert parse_found(FIND | wrong) is None


@pytest.mark.parametrize("value", [None, True, 0, 1.5, "", json.dumps(FIND), b"", [], [FIND], {}])
def test_what_is_no_find_at_all_is_refused(value: object) -> None:
    assert parse_found(value) is None
    assert parse_report(value, "abc") is None


@pytest.mark.parametrize(
    "moment", [None, True, "1795409188534", -1, 8.64e15 + 2, float("nan"), float("inf"), [], 1.5]
)
def test_a_moment_that_cannot_be_is_unknown_and_the_text_stays(moment: object) -> None:
    found = parse_found(FIND | {"saved_at": moment})
    assert found is not None
    assert found.saved_at is None
    assert found.text == FIND["text"]


@pytest.mark.parametrize("tab", [None, 5, "", "A tab", "<b>", "x" * 41, "tab\n", ["t"]])
def test_a_tab_id_that_is_none_of_ours_is_unknown(tab: object) -> None:
    found = parse_found(FIND | {"tab": tab})
    assert found is not None
    assert found.tab == ""


@pytest.mark.parametrize("value", [1, "true", None, [True]])
def test_only_a_plain_true_is_true(value: object) -> None:
    found = parse_found(FIND | {"own": value, "whole": value})
    assert found is not None
    assert (found.own, found.whole) == (False, False)


@pytest.mark.parametrize("text", ["", "{", "null", "\x00", "<script>", "x" * MAX_CHARACTERS])
def test_a_text_is_taken_as_it_is_however_broken(text: str) -> None:
    found = parse_found(FIND | {"text": text})
    assert found is not None
    assert found.text == text


def test_half_a_character_pair_cannot_break_a_later_encoding() -> None:
    found = parse_found(FIND | {"text": "a\ud83db\ude00 \U0001f600"})
    assert found is not None
    assert found.text == "a\ufffdb\ufffd \U0001f600"
    found.text.encode("utf-8")


@given(ANYTHING)
def test_nothing_that_a_browser_sends_raises(value: object) -> None:
    parse_found(value)
    parse_report(value, "abc")


@given(st.dictionaries(st.sampled_from(sorted(REPORT | FIND)), ANYTHING))
def test_nothing_with_the_right_names_raises(value: dict[str, object]) -> None:
    parse_found(FIND | value)
    parse_report(REPORT | value | {"session": "abc"}, "abc")
