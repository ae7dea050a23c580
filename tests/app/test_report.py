"""The report page: what it offers, what a shared copy leaves out, and files made without asking the session."""

import io
from typing import Any

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from components.report import files
from tests import builders
from tests.app.visit import fill, go_to, is_calm, press, rest, title, words, write
from throughline.errors import ThroughlineError
from throughline.reports import order as orders
from throughline.reports.model import SECTIONS
from throughline.reports.order import Order

GOAL = {"id": "g1", "title": "Finish *the* course", "due": "2029-03-31", "note": "A private note"}


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """Every order that the page has frozen, the newest last."""
    found: list[Order] = []
    keep = files.order_of

    def order_of(*given: Any) -> Order:
        found.append(keep(*given))
        return found[-1]

    monkeypatch.setattr(files, "order_of", order_of)
    return found


def visited(app: AppTest) -> AppTest:
    """A visitor who answered everything, described a salary and wrote a goal down."""
    fill(app, builders.worked_sheet("amina"))
    write(app, "pay", {"now.salary": 58_000, "now.symbol": "€"})
    app.session_state["own.goals."] = [GOAL]
    return go_to(app, "report")


def boxes(app: AppTest) -> dict[str, tuple[bool, bool]]:
    """Section of each box -> whether it is ticked and whether it can be."""
    found = {}
    for box in app.checkbox:
        name = str(box.key).rpartition(".")[0] if str(box.key).endswith(".off") else str(box.key)
        found[name.rpartition(".")[2]] = (bool(box.value), not box.disabled)
    return found


def choose(app: AppTest, audience: str) -> AppTest:
    app.session_state["own.report.copy"] = audience
    return app.run()


def test_nothing_entered_is_said_and_no_file_is_offered(app: AppTest) -> None:
    go_to(app, "report")
    assert "nothing to put in a report yet" in words(app)
    assert app.get("download_button") == []
    press(app, "cta_to_questions")
    assert [one.value for one in app.title] == ["Assess"]


def test_sections_with_something_in_them_are_ticked_and_the_others_say_why(app: AppTest) -> None:
    visited(app)
    assert is_calm(app)
    assert boxes(app)["log"] == (False, False)
    for section in set(SECTIONS) - {"log"}:
        assert boxes(app)[section] == (True, True), section
    (log,) = (box.label for box in app.checkbox if "Along the way" in box.label)
    assert "no check-in and no entry yet" in log


def test_a_goal_alone_makes_a_report_of_one_section(app: AppTest) -> None:
    app.session_state["own.goals."] = [GOAL]
    go_to(app, "report")
    ticked = {name for name, (on, _) in boxes(app).items() if on}
    assert ticked == {"goals", "method", "notes"}
    assert len(app.get("download_button")) == 6


def test_a_shared_copy_leaves_out_pay_and_notes_until_they_are_ticked(
    app: AppTest, taken: list[Order]
) -> None:
    visited(app)
    choose(app, "shared")
    assert boxes(app)["pay"] == (False, True)
    assert boxes(app)["notes"] == (False, True)
    assert taken[-1].choice.audience == "shared"
    shown = " ".join(page.extract_text() for page in _pages(taken[-1]))
    assert "58,000" not in shown
    assert "A private note" not in shown
    next(box for box in app.checkbox if str(box.key).endswith("shared.pay")).check().run()
    assert "58,000" in " ".join(page.extract_text() for page in _pages(taken[-1]))


def test_each_copy_keeps_its_own_boxes(app: AppTest) -> None:
    visited(app)
    next(box for box in app.checkbox if str(box.key).endswith("mine.areas")).uncheck().run()
    choose(app, "shared")
    assert boxes(app)["areas"] == (True, True)
    choose(app, "mine")
    assert boxes(app)["areas"] == (False, True)


def test_choices_and_the_name_are_still_there_after_another_page(app: AppTest) -> None:
    visited(app)
    app.text_input(key="own.report.name").input("Amina").run()
    next(box for box in app.checkbox if str(box.key).endswith("mine.way")).uncheck().run()
    rest(app, "method")
    go_to(app, "report")
    assert app.text_input(key="own.report.name").value == "Amina"
    assert boxes(app)["way"] == (False, True)


@pytest.mark.parametrize(
    ("name", "missing"),
    [("Łukasz", ""), ("سلام", ""), ("名字", ""), ("Ann 😀", "😀"), ("*x* $y$ <b>", "")],
)
def test_a_name_is_shown_as_typed_and_missing_letters_are_told(
    app: AppTest, taken: list[Order], name: str, missing: str
) -> None:
    visited(app)
    app.text_input(key="own.report.name").input(name).run()
    assert is_calm(app)
    assert taken[-1].report.author == name
    assert ("no letters for" in words(app)) == bool(missing)
    assert missing in words(app)
    metadata = PdfReader(io.BytesIO(orders.pdf_file(taken[-1]))).metadata
    assert metadata is not None
    assert metadata.author == name


@pytest.mark.parametrize("forged", [None, 5, [1], "x" * 1_000_000, "a\x00b\ud800\u202ec"])
def test_forged_choices_change_nothing(app: AppTest, forged: object) -> None:
    for name in ("copy", "paper"):
        app.session_state[f"own.report.{name}"] = forged
    visited(app)
    assert title(app) == "Report"
    assert not app.error


def test_without_any_section_the_files_are_off(app: AppTest) -> None:
    visited(app)
    for box in [one for one in app.checkbox if not one.disabled]:
        app.session_state[str(box.key)] = False
    app.run()
    off = {one.proto.label: one.proto.disabled for one in app.get("download_button")}
    assert off.pop("Plan file") is False
    assert set(off.values()) == {True}
    assert "Tick one section at least." in words(app)


def test_packages_without_pay_are_left_out(app: AppTest, taken: list[Order]) -> None:
    write(app, "pay", {"next.name": "A name and nothing else"})
    visited(app)
    assert len(taken[-1].material.packages) == 1


def test_the_pages_can_be_looked_at(app: AppTest) -> None:
    visited(app)
    app.session_state["report_pages"] = True
    assert is_calm(app.run())


def test_a_typesetter_that_fails_is_told_in_a_sentence(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from components.report import preview
    from throughline.reports.pdf import ReportNotWritten

    def refuse(*_: object, **__: object) -> None:
        raise ReportNotWritten("template line 3")

    monkeypatch.setattr(preview, "undrawable", refuse)
    visited(app)
    assert is_calm(app)
    assert "The pages could not be made." in words(app)
    assert "template line 3" not in words(app)


def test_a_coach_is_named_in_the_preview_and_in_the_files(app: AppTest, taken: list[Order]) -> None:
    app.secrets["coach"] = {"name": "N*o*or", "url": "https://example.org/talk"}
    visited(app)
    assert "It names N\\*o\\*or to talk it over with." in words(app)
    coach = taken[-1].report.coach
    assert coach is not None
    assert (coach.text, coach.address) == ("Talk it over with N*o*or", "https://example.org/talk")


def test_a_chosen_occupation_brings_its_wages_and_their_notice(
    app: AppTest, taken: list[Order]
) -> None:
    write(app, "pay-occupation", {"now": "15-1255"})
    visited(app)
    shown = " ".join(" ".join(page.extract_text() for page in _pages(taken[-1])).split())
    assert "Web and Digital Interface Designers" in shown
    assert "BLS.gov cannot vouch" in shown


def test_a_file_that_fails_is_logged_without_a_word_of_the_visitor(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def make() -> bytes:
        raise ValueError("a private note")

    with pytest.raises(ThroughlineError) as told:
        files._made(make)
    assert "private" not in str(told.value) + caplog.text
    assert told.value.__suppress_context__
    assert "ValueError" in caplog.text


def _pages(order: Order) -> Any:
    return PdfReader(io.BytesIO(orders.pdf_file(order))).pages
