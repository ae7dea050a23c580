"""The PDF: accessible, without a warning, holding every word of the report model, the same bytes twice."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from tests.unit.reports import made
from throughline.goals.goal import Goal
from throughline.reports import pdf
from throughline.reports.model import Choice, Link, Report, Text
from throughline.reports.pdf import Paper, ReportNotWritten, report_inputs, report_pdf


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words(data: bytes) -> str:
    """All text of a PDF without white space, hyphens of line ends and break marks."""
    pages = "".join(page.extract_text() for page in read(data).pages)
    return squeezed(pages)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad\ufffc]+", "", text)


def printed(report: Report) -> list[str]:
    """Every text that should be on paper: a drawing's sentence for screen readers is not."""
    data = report.as_data()
    for section in data["sections"]:
        for block in section["blocks"]:
            block.pop("alt", None)
            block.pop("kind")
            block.pop("style", None)
    data.pop("summary")
    data.pop("day")
    for section in data["sections"]:
        section.pop("id")
        for block in section["blocks"]:
            for line in block.get("bars", []):
                line.pop("empty", None)
            block.pop("empty", None)
    return made.texts(data)


def warnings(report: Report, paper: Paper = "a4") -> list[Any]:
    _, found = typst.compile_with_warnings(
        pdf.TEMPLATES / "report.typ",
        root=pdf.TEMPLATES,
        font_paths=[pdf.FONTS],
        ignore_system_fonts=True,
        sys_inputs=report_inputs(report, paper),
        pdf_standards=["ua-1"],
    )
    return found


def goals(count: int) -> tuple[Goal, ...]:
    return tuple(Goal(f"g{n}", f"Goal number {n}", due=made.TODAY) for n in range(count))


@pytest.mark.parametrize("person", ["amina", "ben"])
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_a_report_is_accessible_and_has_no_warning(person: str, paper: Paper) -> None:
    report = made.report(answers=made.material(person).answers)
    file = report_pdf(report, paper=paper)
    assert file.missing == ()
    assert warnings(report, paper) == []
    root: Any = read(file.data).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not False
    assert root["/Lang"] == "en"
    metadata = read(file.data).metadata
    assert metadata is not None
    assert metadata.title == "Where my work stands"
    assert metadata.author == "Amina O."
    assert b"pdfuaid" in root["/Metadata"].get_data()


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_paper_is_the_one_that_was_chosen(paper: Paper, size: tuple[int, int]) -> None:
    page = read(report_pdf(made.report(), paper=paper).data).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_every_word_and_number_of_the_model_is_on_paper() -> None:
    report = made.report()
    shown = words(report_pdf(report).data)
    missing = [text for text in printed(report) if squeezed(text) not in shown]
    assert missing == []


def test_a_drawing_has_its_sentence_for_a_screen_reader() -> None:
    data = report_pdf(made.report()).data
    alts = [
        block["alt"]
        for s in made.report().as_data()["sections"]
        for block in s["blocks"]
        if "alt" in block
    ]
    found = _alternatives(read(data))
    assert len(alts) == 9
    assert set(alts) <= set(found)


@pytest.mark.parametrize(("count", "most"), [(0, 9), (1, 10), (60, 15)])
def test_any_number_of_goals_fits(count: int, most: int) -> None:
    report = made.report(goals=goals(count))
    data = report_pdf(report).data
    assert len(read(data).pages) <= most
    assert words(data).count("Goalnumber") == 2 * count
    assert warnings(report) == []


def test_markup_quotes_and_long_words_are_printed_as_they_were_typed() -> None:
    report = made.hostile_report()
    file = report_pdf(report)
    assert file.missing == ()
    shown = words(file.data)
    for text in ('#panic("x")$x^2$*b*_i_`raw`\\<tag>@ref', "<script>alert(1)</script>", "=1+1"):
        assert text in shown
    assert "W" * 80 in shown
    assert warnings(report) == []


@pytest.mark.parametrize(
    ("title", "missing"),
    [("ก and ข", ("ก", "ข")), ("party 😀", ("😀",))],
)
def test_a_character_without_a_font_is_named_and_the_file_still_made(
    title: str, missing: tuple[str, ...]
) -> None:
    report = made.report(goals=(Goal("g1", title, due=made.TODAY),))
    file = report_pdf(report)
    assert set(missing) <= set(file.missing)
    assert set(file.missing) <= set(title)
    assert len(set(file.missing)) == len(file.missing)
    assert words(file.data).count(pdf.BOX) >= len(missing)
    assert "pdfuaid" in str(read(file.data).xmp_metadata.stream.get_data())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "name", ["سلام عليكم", "שלום", "名字 漢字 한글 カナ", "Łukasz Ğ Жанна Λ €₹", "★ ● ▲ → − …"]
)
def test_these_scripts_and_signs_have_a_font(name: str) -> None:
    assert report_pdf(made.report(author=name)).missing == ()


@pytest.mark.parametrize(
    "name",
    ["", "Łukasz", "سلام عليكم", "名字 and 字", "party 😀", "👩🏽‍🔧", "שלום ★", "ก ข", "󠁁", "á"],
)
def test_what_the_page_says_beforehand_is_what_the_pdf_then_misses(name: str) -> None:
    report = made.report(author=name)
    missing = set(report_pdf(report).missing)
    assert set(pdf.undrawable(report)) == missing <= set(name)


def test_every_letter_taken_for_granted_has_a_font() -> None:
    letters = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, pdf.LAST_LATIN + 1)]))
    assert report_pdf(made.report(author=letters + "".join(pdf.OURS))).missing == ()


def test_the_pages_can_be_looked_at() -> None:
    pages = pdf.page_pictures(made.report(), dots=20)
    assert len(pages) == len(read(report_pdf(made.report()).data).pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_the_coach_is_a_link_only_where_one_is_named() -> None:
    link = Link("Noor", "https://example.org/talk")
    data = report_pdf(made.report(coach=link)).data
    assert "TalkitoverwithNoor" in words(data)
    assert b"https://example.org/talk" in data
    assert b"/URI" not in report_pdf(made.report()).data


def test_another_mistake_is_told_and_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(made.report().sections[0], blocks=(Text("x"), Text("private", kind="no")))  # type: ignore[arg-type]
    report = replace(made.report(), sections=(wrong,))
    with pytest.raises(ReportNotWritten) as refused:
        report_pdf(report)
    assert "private" not in refused.value.details
    assert refused.value.details
    assert "JSON" in str(refused.value)


def test_the_same_report_is_the_same_file() -> None:
    assert report_pdf(made.report()).data == report_pdf(made.report()).data
    shared = made.report(Choice.shared())
    assert report_pdf(shared).data != report_pdf(made.report()).data


def test_a_shared_copy_holds_no_pay_in_any_form() -> None:
    data = report_pdf(made.report(Choice.shared())).data
    assert "58,000" not in words(data)
    assert not [alt for alt in _alternatives(read(data)) if "salary" in alt]


def test_the_template_reads_and_fetches_nothing() -> None:
    source = (pdf.TEMPLATES / "report.typ").read_text(encoding="utf-8")
    for word in ("@preview", "http", "read(", "image(", "#include", "#import", "eval(", "datetime"):
        assert word not in source
    assert source.count("json(") == source.count("sys.inputs") == 1


def test_a_report_without_answers_is_a_short_file() -> None:
    sheet = replace(made.material().answers, markers={}, wanted={}, ticks=frozenset())
    report = made.report(answers=sheet, packages={}, goals=(), entries=(), actions=(), author="")
    assert len(read(report_pdf(report).data).pages) <= 3
    assert warnings(report) == []


def _alternatives(reader: PdfReader) -> list[str]:
    found: list[str] = []
    for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
        one = reader.get_object(number)
        if isinstance(one, dict) and "/Alt" in one:
            found.append(str(one["/Alt"]))
    return found
