"""Files made to break a reader: each one is refused with its own sentence, at once and without raising."""

import json
import sys

import pytest

from tests.plan_files.strategies import CONTENT, TODAY, WORDS
from tests.unit.plan_file.files import LEGAL, opened, refused, text
from throughline.plan_file import Opened, PlanFile, read_plan
from throughline.plan_file.document import SIZE_LIMIT

WHOLE = text(owner="Ada", answers={"items": {"J1": 7}})
MEGABYTE = "a" * (SIZE_LIMIT - 200)


def with_raw(owner: str) -> str:
    """A file in which these characters stand where the name should be."""
    return f'{{"app": "throughline", "format": 1, "owner": {owner}}}'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "not_a_file"),
        (5, "not_a_file"),
        (["{}"], "not_a_file"),
        (b"", "empty"),
        ("  \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" " * (SIZE_LIMIT + 1), "too_large"),
        (" " * (SIZE_LIMIT + 1), "too_large"),
        ("é" * (SIZE_LIMIT // 2 + 1), "too_large"),
        (WHOLE.encode("utf-16"), "utf16"),
        (WHOLE.encode("utf-16-le"), "utf16"),
        (WHOLE.encode("utf-16-be"), "utf16"),
        (WHOLE.encode("utf-32"), "utf16"),
        (WHOLE.encode("utf-32-be"), "utf16"),
        (text(owner="é").replace("\\u00e9", "é").encode("latin-1"), "encoding"),
        (WHOLE.encode("cp037"), "encoding"),
        (b"\xff" * 50, "encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "encoding"),
        (b"PK\x03\x04 not a workbook", "not_json"),
        (WHOLE[:-1], "cut_short"),
        (WHOLE[:30], "cut_short"),
        (WHOLE[: WHOLE.index("Ada") + 1], "cut_short"),
        ("{", "cut_short"),
        ("Dear reader", "not_json"),
        (WHOLE + WHOLE, "not_json"),
        (WHOLE + "]", "not_json"),
        ("\ufeff\ufeff" + WHOLE, "not_json"),
        (with_raw("'Ada'"), "not_json"),
        (with_raw('"a\nb"'), "not_json"),
        (with_raw('"\\x41"'), "not_json"),
        (with_raw("[" * 100_000), "too_deep"),
        (with_raw("[" * 9 + "]" * 9), "too_deep"),
        (with_raw('{"a":' * 400_000), "too_large"),
        (with_raw('{"a":' * 100_000), "too_deep"),
        (with_raw("[" + "0," * 400_000 + "0]"), "too_many_values"),
        (with_raw("[" + "[]," * 200_000 + "0]"), "too_many_values"),
        (with_raw('"' + '\\"' * 400_000), "cut_short"),
        (with_raw('"a", "owner": "b"'), "repeated_key"),
        (with_raw('{"x": 1, "x": 1}'), "repeated_key"),
        (with_raw('"a", "\\u006fwner": "b"'), "repeated_key"),
        (with_raw("NaN"), "no_number"),
        (with_raw("-Infinity"), "no_number"),
        (with_raw("1e999"), "huge_number"),
        (with_raw("-1e999"), "huge_number"),
        (with_raw("9" * 16), "huge_number"),
        (with_raw("9" * 5000), "huge_number"),
        (with_raw("0." + "1" * 40), "huge_number"),
        ("[]", "not_a_plan"),
        ("null", "not_a_plan"),
        ('"throughline"', "not_a_plan"),
        ("{}", "not_a_plan"),
        ('{"app": "other", "format": 1}', "not_a_plan"),
        ('{"app": ["throughline"], "format": 1}', "not_a_plan"),
        ('{"app": "throughline"}', "no_format"),
        *((text(format=one), "no_format") for one in (True, 1.0, "1", None, [1])),
        (text(format=2), "newer"),
        (text(format=999_999), "newer"),
        (text(format=0), "older"),
        (text(format=-1), "older"),
    ],
)
def test_a_file_that_cannot_be_a_plan_is_refused_with_its_sentence(data: object, code: str) -> None:
    found = refused(data)

    assert found.code == code
    assert found.sentence == {str(name): said for name, said in WORDS.refusals.items()}[code]


@pytest.mark.parametrize("part", ["goals", "actions", "journal", "sittings", "dismissed"])
@pytest.mark.parametrize("value", [None, {}, "x", 5, True])
def test_a_list_that_is_none_damages_the_file(part: str, value: object) -> None:
    found = refused(text(**{part: value}))

    assert found.code == "section"
    assert found.sentence.endswith("damaged, so the file was not opened.")


@pytest.mark.parametrize("part", ["versions", "answers", "steps", "pay", "counters"])
@pytest.mark.parametrize("value", [None, [], "x", 5, False])
def test_an_object_that_is_none_damages_the_file(part: str, value: object) -> None:
    assert refused(text(**{part: value})).code == "section"


@pytest.mark.parametrize("number", range(0, len(WHOLE) - 1, 3))
def test_a_file_cut_anywhere_is_refused(number: int) -> None:
    assert refused(WHOLE[:number]).code in ("empty", "cut_short")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig"])
def test_utf_8_opens_with_and_without_its_mark(coding: str) -> None:
    found = read_plan(text(owner="Zoë 🙂").encode(coding), CONTENT, TODAY)

    assert isinstance(found, Opened)
    assert found.plan.owner == "Zoë 🙂"


def test_a_text_of_a_megabyte_is_shortened_wherever_it_stands() -> None:
    for parts in (
        {"owner": MEGABYTE},
        {"goals": [{"id": "g1", "title": MEGABYTE}]},
        {"actions": [{"id": "a1", "what": MEGABYTE}]},
        {"pay": {"packages": {"now": {"name": MEGABYTE}}}},
    ):
        found = opened(**parts)
        assert [note.code for note in found.notes] == ["cut"]


def test_a_key_of_a_megabyte_is_a_key_nobody_knows() -> None:
    assert [note.code for note in opened(**{MEGABYTE: 1}).notes] == ["unknown_key"]
    assert [note.code for note in opened(answers={"items": {MEGABYTE: 1}}).notes] == [
        "unknown_name"
    ]


def test_a_hundred_thousand_bad_entries_are_said_in_a_few_sentences() -> None:
    found = opened(actions=[5] * 100_000, goals=[5] * 20_000)
    assert len(found.plan.actions) == len(found.plan.goals) == 0
    assert len(found.notes) < 100


def test_a_reader_deep_in_its_own_stack_refuses_and_does_not_raise() -> None:
    def deeper(levels: int) -> str:
        return deeper(levels - 1) if levels else str(read_plan(WHOLE, CONTENT, TODAY))

    inside = sys.getrecursionlimit() // 2
    assert "Ada" in deeper(inside)


def test_half_a_character_pair_is_left_out_and_said() -> None:
    raw = with_raw('"A\\ud800da"').replace("}", ', "goals": [{"id": "g", "title": "\\udc00x"}]}')
    for data in (raw, raw.encode()):
        found = read_plan(data, CONTENT, TODAY)
        assert isinstance(found, Opened)
        assert found.plan.owner == "Ada"
        assert found.plan.goals[0].title == "x"
        assert [note.code for note in found.notes] == ["cleaned", "cleaned"]


def test_a_string_with_half_a_pair_in_it_is_measured_and_read() -> None:
    found = read_plan(with_raw('"A\ud800da"'), CONTENT, TODAY)
    assert isinstance(found, Opened)
    assert found.plan.owner == "Ada"


def test_no_word_of_a_hostile_file_is_repeated() -> None:
    canary = "canary![x](http://x.invalid)"
    spoiled = {
        canary: canary,
        "owner": [canary],
        "plan_id": canary,
        "versions": {canary: canary},
        "answers": {canary: canary, "items": {canary: canary, "J1": canary}, "ticks": [canary]},
        "pay": {"packages": {canary: {}, "now": {canary: canary, "salary": canary}}},
        "goals": [{"id": canary}, {"id": "g1", "title": "t", canary: 1, "due": canary}],
        "actions": [{canary: canary}, {"id": "a", "what": "b", canary: canary}],
        "journal": [canary, {"id": canary, "kind": canary}],
        "sittings": [{"id": "s", "name": "n", "day": "2026-01-01", canary: canary}],
        "counters": {canary: canary, "goal": canary},
    }
    notes = opened(**spoiled).notes
    assert len(notes) > 15
    assert not any("canary" in note.sentence for note in notes)
    assert "canary" not in refused(json.dumps(LEGAL | {"goals": canary})).sentence


def test_names_with_a_meaning_for_a_program_are_plain_unknown_names() -> None:
    found = opened(__proto__={"owner": "x"}, constructor=1, answers={"__class__": {}})
    assert found.plan == PlanFile()
    assert [(note.code, note.count) for note in found.notes] == [
        ("unknown_key", 2),
        ("unknown_key", 1),
    ]
