"""Old plan files: every released format opens without a word, and steps follow each other in order."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.plan_files.mutations import FROZEN
from tests.plan_files.strategies import CONTENT, TODAY
from tests.unit.plan_file.files import LEGAL
from throughline.plan_file import FORMAT, Opened, PlanFile, Refused, as_document, read_plan
from throughline.plan_file.decoding import BrokenFile
from throughline.plan_file.summary import summary
from throughline.plan_file.upgrade import UPGRADES, upgrade
from throughline.plan_file.writing import write_plan

EVERY_FILE = pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
# What was released is never edited. A new format adds files; these stay.
SHA256 = {
    "format-1-full": "819325612011016da00d83ad2bebcd20cee55f276e9bcd188523fb9ded05deb2",
    "format-1-hostile-texts": "207d8b441461d8f35792e92f281e0c7d1420542364a1bb6166dad537a468ffa0",
    "format-1-small": "b7bdcdbde258adee42390f62c52e4542102726ea081d17efa78e811dfb4e4cc1",
}


def from_zero(document: dict[str, Any]) -> dict[str, Any]:
    """A format that never was: the name stood under "name", and the sliders at the top."""
    document["owner"] = document.pop("name")
    document["answers"] = {"items": document.pop("sliders")}
    return document


@EVERY_FILE
def test_a_released_file_opens_without_a_word(path: Path) -> None:
    found = read_plan(path.read_bytes(), CONTENT, TODAY)

    assert isinstance(found, Opened)
    assert found.notes == ()
    assert found.came_in == int(path.stem.split("-")[1])
    assert summary(found.plan, CONTENT)


@EVERY_FILE
def test_a_file_of_the_newest_format_is_written_back_byte_for_byte(path: Path) -> None:
    found = read_plan(path.read_bytes(), CONTENT, TODAY)
    assert isinstance(found, Opened)
    if found.came_in == FORMAT:
        assert write_plan(found.plan, pretty=True).encode() == path.read_bytes()


def test_released_files_are_frozen() -> None:
    found = {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in FROZEN}
    assert found == SHA256


def test_every_format_has_frozen_files_and_a_step_out_of_it() -> None:
    assert {int(path.stem.split("-")[1]) for path in FROZEN} == set(range(1, FORMAT + 1))
    assert set(UPGRADES) == set(range(1, FORMAT))


def test_the_full_frozen_file_says_something_in_every_place() -> None:
    path = next(one for one in FROZEN if one.stem == f"format-{FORMAT}-full")
    document = json.loads(path.read_bytes())
    empty = as_document(PlanFile())

    assert document.keys() == empty.keys()
    for part in ("answers", "pay"):
        assert document[part].keys() == empty[part].keys()
        assert not [name for name, value in document[part].items() if value in ({}, [], "")]
    kept = document.keys() - {"app", "format"}
    assert not [name for name in kept if document[name] == empty[name]]


def test_a_file_older_than_the_first_format_goes_through_the_step_out_of_it() -> None:
    old = json.dumps({"app": "throughline", "format": 0, "name": "Ada", "sliders": {"J1": 7}})
    found = read_plan(old, CONTENT, TODAY, upgrades={0: from_zero})

    assert isinstance(found, Opened)
    assert (found.plan.owner, found.plan.answers.markers) == ("Ada", {"J1": 7.0})
    assert (found.came_in, found.notes) == (0, ())
    assert "older format" in summary(found.plan, CONTENT, came_in=found.came_in)[-1]
    assert isinstance(read_plan(old, CONTENT, TODAY), Refused)


def test_steps_follow_each_other_from_the_format_of_the_file_on() -> None:
    steps = {n: lambda d, n=n: {**d, "way": [*d.get("way", []), n]} for n in range(4)}
    for first in range(5):
        document, came_in = upgrade(LEGAL | {"format": first}, steps, newest=4)
        assert (document["format"], came_in) == (4, first)
        assert document.get("way", []) == list(range(first, 4))


def test_an_upgrade_leaves_the_document_it_was_given_alone() -> None:
    document = {"app": "throughline", "format": 0, "name": "Ada", "sliders": {}}
    before = json.dumps(document)
    upgrade(document, {0: from_zero})
    assert json.dumps(document) == before


@pytest.mark.parametrize(
    "error", [KeyError("x"), TypeError("x"), ValueError("x"), AttributeError("x"), IndexError("x")]
)
def test_a_file_too_damaged_for_its_step_is_refused(error: Exception) -> None:
    def step(_document: dict[str, Any]) -> dict[str, Any]:
        raise error

    with pytest.raises(BrokenFile) as broken:
        upgrade(LEGAL | {"format": 0}, {0: step})
    assert broken.value.code == "section"
