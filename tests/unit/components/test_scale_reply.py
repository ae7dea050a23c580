"""What a browser reports about a step, honest or not, and what is let through."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import live_balance
from components.clicker import parse_move
from components.live_balance import LiveView, StepProgress, parse_go, payload
from components.scale.reply import MAX_BYTES, parse_reply, reply_number

ALLOWED = {"J1": 1.0, "J2": 1.0, "E4": 1.0, "C1": 1.0, "W1": 0.5}


def _report(answers: str, n: str = "12") -> str:
    return f'{{"n": {n}, "answers": {answers}}}'


def test_an_honest_report_is_read_whole() -> None:
    raw = _report('{"J1": 7, "J2": "skipped", "E4": "na", "C1": null, "W1": 2.5}')
    assert parse_reply(raw, ALLOWED) == {
        "J1": 7.0,
        "J2": "skipped",
        "E4": "na",
        "C1": None,
        "W1": 2.5,
    }
    assert reply_number(raw) == 12


@pytest.mark.parametrize("value", ["0", "10", "0.0", "10.0", "5.0", "1e1"])
def test_both_ends_and_whole_decimals_are_answers(value: str) -> None:
    answer = parse_reply(_report(f'{{"J1": {value}}}'), ALLOWED)["J1"]
    assert answer == float(value)
    assert isinstance(answer, float)


def test_minus_zero_becomes_plain_zero() -> None:
    answer = parse_reply(_report('{"J1": -0.0}'), ALLOWED)["J1"]
    assert isinstance(answer, float)
    assert math.copysign(1, answer) == 1


@pytest.mark.parametrize(
    "value",
    [
        "-1", "11", "10.0000001", "-0.1", "1e999", "-1e999", "7.5", "6.999", "true", "false",
        '"7"', '""', '"SKIPPED"', '"answered"', "[]", "[7]", "{}", '{"value": 7}', "9" * 400,
    ],
)  # fmt: skip
def test_a_wrong_entry_is_dropped_and_its_neighbours_stay(value: str) -> None:
    assert parse_reply(_report(f'{{"J1": {value}, "J2": 3}}'), ALLOWED) == {"J2": 3.0}


def test_a_question_that_was_not_asked_is_dropped() -> None:
    assert parse_reply(_report('{"X9": 4, "": 4, "j1": 4, "J1": 4}'), ALLOWED) == {"J1": 4.0}
    assert parse_reply(_report('{"J1": 4}'), {}) == {}


@pytest.mark.parametrize(("value", "kept"), [("2.5", True), ("2.25", False), ("2.4999999", False)])
def test_the_increment_of_a_question_decides_what_is_on_its_grid(value: str, kept: bool) -> None:
    assert ("W1" in parse_reply(_report(f'{{"W1": {value}}}'), ALLOWED)) is kept


@pytest.mark.parametrize(
    "raw",
    [
        None, 7, 7.0, True, b'{"n": 1, "answers": {"J1": 1}}', ["J1"], {"n": 1, "answers": {}},
        "", " ", "null", "7", '"text"', "[]", "{}", "{", "not json", "\x00", "\ud800",
        '{"answers": {"J1": 1}}', '{"n": 1}', '{"n": 1, "answers": null}',
        '{"n": 1, "answers": []}', '{"n": 1, "answers": {"J1": 1}, "more": 1}',
        _report('{"J1": 1}', n="true"), _report('{"J1": 1}', n="-1"), _report('{"J1": 1}', n="1.5"),
        _report('{"J1": 1}', n='"1"'), _report('{"J1": 1}', n="null"),
        _report('{"J1": NaN}'), _report('{"J1": Infinity}'), _report('{"J1": -Infinity}'),
        _report('{"J1": 1, "J1": 2}'), '{"n": 1, "n": 2, "answers": {"J1": 1}}',
        '{"n": 1, "answers": {"J1": 1}, "answers": {"J1": 2}}',
        _report('{"J1": ' + "9" * 5_000 + "}"),
        _report('{"J1": 1}') + " " * MAX_BYTES, _report('{"J1": "' + "é" * (MAX_BYTES // 2) + '"}'),
    ],
    ids=lambda raw: repr(raw)[:40],
)  # fmt: skip
def test_a_report_that_is_wrong_as_a_whole_says_nothing(raw: object) -> None:
    assert parse_reply(raw, ALLOWED) == {}
    assert reply_number(raw) == 0


@pytest.mark.parametrize("raw", [
    _report("[" * 20_000 + "]" * 20_000), _report('{"J1":' * 9_000 + "1" + "}" * 9_000),
], ids=["lists", "objects"])  # fmt: skip
def test_a_report_nested_without_end_answers_nothing(raw: str) -> None:
    """How deep is too deep for the reader differs between versions of Python: 3.13 reads 9,000 objects."""
    assert parse_reply(raw, ALLOWED) == {}
    assert reply_number(raw) in {0, 12}


def test_a_report_of_exactly_the_limit_is_read() -> None:
    raw = _report('{"J1": 1}')
    assert parse_reply(raw + " " * (MAX_BYTES - len(raw)), ALLOWED) == {"J1": 1.0}


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*ALLOWED, "n"]), inner),
    max_leaves=12,
)


@given(json_values | st.text() | st.builds(lambda a: {"n": 1, "answers": a}, json_values))
def test_whatever_arrives_only_legal_answers_come_out(sent: object) -> None:
    for raw in (sent, json.dumps(sent)):
        for name, answer in parse_reply(raw, ALLOWED).items():
            assert name in ALLOWED
            assert answer in ("skipped", "na", None) or (
                isinstance(answer, float) and 0 <= answer <= 10 and answer / ALLOWED[name] % 1 == 0
            )


def test_only_a_step_of_ours_can_be_asked_for() -> None:
    assert parse_go("d2", {"d1", "d2"}) == "d2"
    for raw in ("d3", "", None, 2, ["d1"], {"d1": 1}):
        assert parse_go(raw, {"d1", "d2"}) is None


@pytest.mark.parametrize("move", ["next", "back", "first", "exit"])
def test_a_move_is_read_with_its_number(move: str) -> None:
    assert parse_move(f"{move}:17") == move


@pytest.mark.parametrize(
    "raw",
    [None, 3, "", "next", "next:", "next:x", "next:-1", "NEXT:1", "go:1", "next:1:2", "next:²"],
)
def test_anything_else_is_no_move(raw: object) -> None:
    assert parse_move(raw) is None


NAMES = (
    "What the work is like",
    "Education and training",
    "Skills, experience and passion",
    "Goals",
    "Promotion and advancement",
    "Rewards and life",
    "Mindset, investment, direction",
)
VIEW = LiveView(
    label="Your balance so far",
    sentence="Your answers lean 72 : 28 towards present needs; with similar questions the 72 could "
    "be 69-75. You left 3 sliders open; they could move it to between 67 and 74.",
    present=72,
    future=28,
    low=25.0,
    high=30.9,
    whisker_low=25.8,
    whisker_high=33.0,
    missing="",
    answered=12,
    total=18,
    steps=tuple(StepProgress(f"d{i}", name, 3, 4, i == 1) for i, name in enumerate(NAMES)),
)


def test_what_an_answer_sends_for_the_live_picture_stays_small() -> None:
    courier = Path(live_balance.__file__).with_name("courier.js").read_text(encoding="utf-8")
    assert len((courier + json.dumps(payload(VIEW))).encode()) <= 1200


def test_the_live_picture_measures_from_the_present_end() -> None:
    sent = payload(VIEW)
    assert (sent["number"], sent["split"]) == ("72 : 28", 72)
    assert (sent["low"], sent["high"]) == (69.1, 75.0)
    assert (sent["from"], sent["upto"]) == (67.0, 74.2)
    assert (sent["note"], payload(replace(VIEW, note="Quick form"))["note"]) == ("", "Quick form")
    assert all(isinstance(value, str | int | float | None) for value in sent.values())
