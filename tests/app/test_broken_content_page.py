"""A mistake in a content file while the app is running: one calm sentence outside, the place in the log."""

import logging
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import resources
from tests.app.visit import APOLOGY, PAGES, answer, go_to, is_calm, questions, words
from throughline.content.catalogue import DATA, DOCS, read_catalogue
from throughline.errors import ContentError
from throughline.market import read_market

BREAKS = {
    "questionnaire.toml": ('id = "J3"\nkind = "statement"', 'id = "J3"\nkind = "stetement"', "J3"),
    "samples.toml": ('who = "Customer support agent"\n', "", "amina"),
    "sources.toml": ("[[sources]]", "[[sauces]]", "sauces"),
    "compensation.toml": ('id = "wage"\n', 'id = "salary"\n', "salary"),
    "actions.toml": ('id = "x1-roles"\n', 'id = "x1-year"\n', "x1-year"),
    "journal.toml": ('box = "course12"\n', 'box = "comm"\n', "comm"),
    "wording.toml": ("[balance]", "[balance", ""),
}
EVERY_BREAK = pytest.mark.parametrize(("name", "broken"), BREAKS.items(), ids=BREAKS)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of `data/` that the app reads instead, and reads again when it changes."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    monkeypatch.setattr(resources, "DATA", copy)
    monkeypatch.setattr(resources, "read_catalogue", partial(read_catalogue, data=copy, docs=DOCS))
    yield copy
    resources._catalogue.cache_clear()


def spoil(data: Path, name: str, broken: tuple[str, str, str]) -> None:
    """Put one mistake into one file."""
    before, after, _ = broken
    resources._stamps.cache_clear()
    text = (data / name).read_text(encoding="utf-8")
    assert before in text
    (data / name).write_text(text.replace(before, after, 1), encoding="utf-8")


@EVERY_BREAK
def test_a_mistake_in_a_file_is_told_in_one_calm_sentence(
    app: AppTest, data: Path, name: str, broken: tuple[str, str, str]
) -> None:
    spoil(data, name, broken)

    go_to(app, "assess")

    (sentence,) = (str(one.value) for one in app.error)
    assert not app.exception
    assert "The questions cannot be read at the moment." in sentence
    assert APOLOGY in sentence
    for inside in ("Traceback", ".toml", ".py", "Error", str(data)):
        assert inside not in words(app)


@EVERY_BREAK
def test_the_log_names_the_file_the_place_and_the_reference_on_screen(
    app: AppTest,
    data: Path,
    name: str,
    broken: tuple[str, str, str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    spoil(data, name, broken)

    with caplog.at_level(logging.ERROR, logger="throughline"):
        go_to(app, "balance")

    reference = str(app.error[0].value).split("reference ")[1].rstrip(".")
    assert name in caplog.text
    assert broken[2] in caplog.text
    assert reference in caplog.text


@pytest.mark.parametrize("page_name", PAGES)
def test_no_page_falls_over_a_broken_file(app: AppTest, data: Path, page_name: str) -> None:
    spoil(data, "questionnaire.toml", BREAKS["questionnaire.toml"])

    go_to(app, page_name)

    assert not app.exception
    assert len(app.error) == 1


def test_once_the_file_is_mended_the_answers_are_back(app: AppTest, data: Path) -> None:
    whole = (data / "questionnaire.toml").read_bytes()
    answer(app, {"J1": 4.0})
    spoil(data, "questionnaire.toml", BREAKS["questionnaire.toml"])
    assert not is_calm(go_to(app, "assess"))

    (data / "questionnaire.toml").write_bytes(whole)
    go_to(app, "assess")

    assert is_calm(app)
    assert questions(app, "own.scale")["J1"]["value"] == 4


def test_a_missing_file_is_told_the_same_way(
    app: AppTest, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (data / "help" / "privacy.md").unlink()

    go_to(app, "method")

    assert "cannot be read at the moment" in str(app.error[0].value)
    assert "privacy.md" in caplog.text


@pytest.mark.parametrize("slip", ["a wage that is a word", "no file"])
def test_a_mistake_in_the_wage_table_is_told_the_same_way(
    app: AppTest,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    slip: str,
) -> None:
    table = data / resources.WAGES
    table.unlink() if slip == "no file" else spoil(data, table.name, (",35410,", ",much,", ""))
    monkeypatch.setattr("components.resources.coach", resources.market)

    go_to(app, "learn")

    assert "cannot be read at the moment" in str(app.error[0].value)
    assert table.name in caplog.text


def test_once_the_wage_table_is_mended_it_is_read_again(data: Path) -> None:
    table = data / resources.WAGES
    whole = table.read_bytes()
    spoil(data, table.name, (",35410,", ",much,", ""))
    with pytest.raises(ContentError):
        resources.market()

    table.write_bytes(whole)

    assert resources.market() == read_market(DATA / resources.WAGES)
    assert resources.market() is resources.market()


def test_a_failure_on_a_page_tells_nothing_of_what_was_entered(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise RuntimeError("canary of what somebody entered")

    monkeypatch.setattr("components.resources.coach", fail)

    go_to(app, "learn")

    assert APOLOGY in str(app.error[0].value)
    assert "canary" not in words(app) + caplog.text
    assert "RuntimeError" in caplog.text
