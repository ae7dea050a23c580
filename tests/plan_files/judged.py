"""What must be true of any file: it opens as a legal plan or is refused in a sentence, and nothing is unsaid."""

import json
from typing import Any

from tests.plan_files.strategies import CONTENT, TODAY, WORDS
from throughline.plan_file import (
    FORMAT,
    Opened,
    PlanFile,
    Refused,
    as_document,
    read_plan,
    sentences,
    write_plan,
)
from throughline.plan_file.summary import difference, summary

SAID = frozenset(WORDS.refusals.values()) | {
    WORDS.refusals["section"].format(place=place) for place in WORDS.places.values()
}

SECTIONS = as_document(PlanFile()).keys() - {"app", "format"}


def judge(data: bytes | str) -> str:
    """Read a file and check everything that must hold; return the code of a refusal, or how it opened.

    Raises:
        AssertionError: something that must hold does not.
    """
    found = read_plan(data, CONTENT, TODAY)
    if isinstance(found, Refused):
        assert found.sentence in SAID, found
        return found.code
    written = write_plan(found.plan)
    again = read_plan(written.encode(), CONTENT, TODAY)
    assert again == Opened(found.plan, (), FORMAT), again
    assert summary(found.plan, CONTENT)
    assert all(one.sentence for one in difference(PlanFile(), found.plan, WORDS))
    text = data if isinstance(data, str) else data.decode("utf-8-sig")
    lost = unsaid(json.loads(text.removeprefix("\ufeff")), as_document(found.plan))
    told = {note.place.section for note in found.notes}
    assert {_section(place) for place in lost} <= told, (lost, told)
    if not found.notes:
        return "opened"
    printed = sentences(found.notes, WORDS)
    assert all(one == one.strip() and one[-1] == "." and "{" not in one for one in printed)
    return "opened with notes"


def _section(place: str) -> str:
    """The section of a place in the file; what no section is called so belongs to the file."""
    section = place.split(" > ")[1]
    return section if section in SECTIONS else "file"


def unsaid(given: Any, written: Any, place: str = "file") -> list[str]:
    """Places where a file says something that the plan does not; empty, absent and order say nothing."""
    if given in (None, "", [], {}) or (given is False and written is False):
        return []
    if isinstance(given, dict):
        written = written if isinstance(written, dict) else {}
        return [
            lost
            for name, value in given.items()
            for lost in unsaid(value, written.get(name), f"{place} > {name}")
        ]
    if isinstance(given, list) and isinstance(written, list):
        if all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in given):
            kept = {one["id"]: one for one in written}
            named = [(one, kept.get(one["id"])) for one in given]
            return [lost for one, twin in named for lost in unsaid(one, twin, f"{place} > [id]")]
        if sorted(map(str, given)) == sorted(map(str, written)):
            return []
    same = given == written and isinstance(given, bool) == isinstance(written, bool)
    return [] if same else [place]
