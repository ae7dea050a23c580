"""What an author sees after a slip in a content file: the file, the record and the problem in one sentence."""

import shutil
from pathlib import Path

import pytest

from throughline.content.catalogue import DATA, DOCS, read_catalogue
from throughline.errors import ContentError

# file, text to replace, replacement, words the message must hold
SLIPS = {
    "a second equals sign": (
        "questionnaire.toml",
        'version = "1.0"',
        'version = = "1.0"',
        ["line"],
    ),
    "a quote left open": ("wording.toml", 'covers = "The', "covers = The", ["line"]),
    "a key written twice": (
        "model.toml",
        'version = "1.0"',
        'version = "1.0"\nversion = "1.1"',
        ["line"],
    ),
    "an item id used twice": ("questionnaire.toml", 'id = "J2"\n', 'id = "J1"\n', ["J1", "twice"]),
    "a domain id used twice": (
        "questionnaire.toml",
        'id = "D3"\nname',
        'id = "D2"\nname',
        ["D2", "twice"],
    ),
    "a box id used twice": (
        "questionnaire.toml",
        'id = "trade"',
        'id = "degree"',
        ["degree", "twice"],
    ),
    "an unknown kind": (
        "questionnaire.toml",
        'id = "J3"\nkind = "statement"',
        'id = "J3"\nkind = "stetement"',
        ["J3", "kind"],
    ),
    "a scale nobody has": ("questionnaire.toml", 'scale = "C"', 'scale = "Q"', ["C1", "Q"]),
    "a flipped statement": (
        "questionnaire.toml",
        'id = "J4"\n',
        'id = "J4"\nflipped = true\n',
        ["J4", "flipped"],
    ),
    "a misspelled field": (
        "questionnaire.toml",
        'id = "E1"\n',
        'id = "E1"\nflippd = true\n',
        ["E1", "flippd"],
    ),
    "a text that is a number": (
        "questionnaire.toml",
        'text = "Form of employment"',
        "text = 5",
        ["employment_form", "text"],
    ),
    "a list out of nothing": ("questionnaire.toml", "out_of = 4", "out_of = 0", ["D2", "out_of"]),
    "a fact of no domain": (
        "questionnaire.toml",
        'domain = "D4"\nuse = "lights',
        'domain = "D9"\nuse = "lights',
        ["short_goal", "D9"],
    ),
    "a step through no domain": (
        "questionnaire.toml",
        'domains = ["D6", "D7"]',
        'domains = ["D6", "D9"]',
        ["rewards", "D9"],
    ),
    "a constant that is missing": (
        "model.toml",
        "[constants.prior_df]",
        "[constants.prior_dff]",
        ["prior_df"],
    ),
    "a constant that is a word": (
        "model.toml",
        "[constants.prior_df]\nvalue = 10",
        '[constants.prior_df]\nvalue = "ten"',
        ["prior_df", "value"],
    ),
    "a constant without a source": (
        "model.toml",
        'unit = "answers"\nsource = "judgement"\n',
        'unit = "answers"\n',
        ["prior_df", "source"],
    ),
    "a quarter nobody knows": (
        "wording.toml",
        "[places.own-place]",
        "[places.no-place]",
        ["no-place"],
    ),
    "a sample without a name": ("samples.toml", 'name = "Ben"\n', "", ["ben", "name"]),
    "a sample marker that is a word": (
        "samples.toml",
        "markers = { J1 = 9",
        'markers = { J1 = "nine"',
        ["amina", "J1"],
    ),
    "a source without a secure address": (
        "sources.toml",
        'url = "https://',
        'url = "http://',
        ["url"],
    ),
    "a source that is neither read nor reported": (
        "sources.toml",
        '\nkind = "read"',
        '\nkind = "heard"',
        ["kind"],
    ),
    "a slide line that is too long": (
        "learn.toml",
        'presenter = "',
        'presenter = "' + "x" * 90,
        ["presenter"],
    ),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of `data/` to spoil."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.mark.parametrize(("name", "before", "after", "named"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_with_its_file_and_its_place(
    data: Path, name: str, before: str, after: str, named: list[str]
) -> None:
    text = (data / name).read_text(encoding="utf-8")
    assert before in text
    (data / name).write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_catalogue(data, DOCS)

    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    for word in named:
        assert word in message
    assert str(data) not in message
    assert len(message) < 300


@pytest.mark.parametrize(
    "name",
    [
        *("questionnaire.toml", "model.toml", "wording.toml", "learn.toml", "sources.toml"),
        *("actions.toml", "journal.toml", "samples.toml", "help/privacy.md", "help/limits.md"),
    ],
)
@pytest.mark.parametrize("damage", ["missing", "not text", "a folder"])
def test_a_file_that_cannot_be_read_is_named(data: Path, name: str, damage: str) -> None:
    path = data / name
    path.unlink()
    if damage == "not text":
        path.write_bytes(b"\xff\xfe\x00")
    elif damage == "a folder":
        path.mkdir()

    with pytest.raises(ContentError, match=f"^{path.name}: "):
        read_catalogue(data, DOCS)


@pytest.mark.parametrize("name", ["questionnaire.toml", "model.toml", "samples.toml"])
def test_an_empty_file_is_named(data: Path, name: str) -> None:
    (data / name).write_text("", encoding="utf-8")

    with pytest.raises(ContentError, match=f"^{name}: "):
        read_catalogue(data, DOCS)


def test_the_files_as_they_are_can_be_read(data: Path) -> None:
    assert read_catalogue(data, DOCS) == read_catalogue()
