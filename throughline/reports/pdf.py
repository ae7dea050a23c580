"""The report as PDF: typeset from the report model, accessible (PDF/UA-1), the same bytes for the same report."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from throughline.errors import ThroughlineError
from throughline.reports.model import Report

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "fonts"
NAME = "Throughline"

Paper = Literal["a4", "us-letter"]

# Every letter up to here, and the signs of our own sentences, are in the shipped fonts.
LAST_LATIN = 0x24F
BOX = "□"
OURS = frozenset(BOX) | frozenset("‘’“”–…•±×−↑→₂€▲●")

_UNDRAWABLE = "could not be displayed"
_MISSING = re.compile(r'text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"")


class ReportNotWritten(ThroughlineError):
    """The PDF could not be made; ``details`` is for the log and holds nothing a person wrote."""

    def __init__(self, details: str) -> None:
        super().__init__(
            "The PDF could not be made. The plan as JSON holds all that would be in it."
        )
        self.details = details


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file.

    Attributes:
        data: the file.
        missing: characters that no font has, each once; an empty box stands for each.
    """

    data: bytes
    missing: tuple[str, ...]


def report_pdf(report: Report, *, paper: Paper = "a4") -> Pdf:
    """Typeset a report.

    Raises:
        ReportNotWritten: the typesetter refused it, for another reason than a missing character.
    """
    return typeset("report.typ", lambda boxed: report_inputs(report, paper, boxed=boxed))


def typeset(template: str, inputs: Callable[[Sequence[str]], dict[str, str]]) -> Pdf:
    """Typeset a template.

    Args:
        template: its file name.
        inputs: what it reads, with a box in the place of each of these characters.

    Raises:
        ReportNotWritten: the typesetter refused it, for another reason than a missing character.
    """
    from typst import TypstError

    missing: tuple[str, ...] = ()
    while True:
        try:
            return Pdf(_typeset(template, inputs(missing)), _seen(missing))
        except TypstError as error:
            found = _characters(error.diagnostic) if _UNDRAWABLE in error.diagnostic else ()
            new = tuple(one for one in found if one not in missing)
            if not new:
                raise ReportNotWritten(_QUOTED.sub("…", error.message)) from None
            missing += new


def page_pictures(report: Report, *, paper: Paper = "a4", dots: int = 70) -> list[bytes]:
    """Draw the pages of the PDF as PNG pictures, ``dots`` to the inch.

    Raises:
        ReportNotWritten: the typesetter refused it.
    """
    import typst

    try:
        made = typst.compile(
            TEMPLATES / "report.typ",
            root=TEMPLATES,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs=report_inputs(report, paper),
            format="png",
            ppi=dots,
        )
    except typst.TypstError as error:
        raise ReportNotWritten(_QUOTED.sub("…", error.message)) from None
    return made if isinstance(made, list) else [made]


def undrawable(report: Report) -> tuple[str, ...]:
    """Characters of a report that no font of the PDF has, each once, without making the PDF.

    Raises:
        ReportNotWritten: the typesetter refused to look at them, for another reason.
    """
    inputs = report_inputs(report, "a4")
    unusual = sorted({one for one in inputs["data"] if ord(one) > LAST_LATIN and one not in OURS})
    if not unusual:
        return ()
    import typst

    text = " ".join(unusual)
    try:
        typst.compile(
            TEMPLATES / "characters.typ",
            root=TEMPLATES,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"text": text},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        if _UNDRAWABLE in error.diagnostic:
            return _seen(_characters(error.diagnostic))
        raise ReportNotWritten(_QUOTED.sub("…", error.message)) from None
    return ()


def report_inputs(report: Report, paper: Paper, *, boxed: Sequence[str] = ()) -> dict[str, str]:
    """Return the data of a report the way the template reads it, with a box for each of these characters."""
    data = report.as_data() | {"paper": paper, "name": NAME}
    # The author of the file is never drawn.
    return as_input(with_boxes(data, boxed) | {"author": report.author})


def with_boxes(data: dict[str, Any], boxed: Sequence[str]) -> dict[str, Any]:
    """Put a box into every text in the place of each of these characters."""
    boxes = {ord(one): BOX if one.isprintable() else None for one in boxed}
    replaced: dict[str, Any] = json.loads(_dump(data).translate(boxes))
    return replaced


def as_input(data: dict[str, Any]) -> dict[str, str]:
    """Return data the way a template reads it."""
    return {"data": _dump(data)}


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, allow_nan=False)


def _typeset(template: str, inputs: dict[str, str]) -> bytes:
    import typst

    made = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=["ua-1"],
    )
    if not isinstance(made, bytes):
        raise ReportNotWritten("no file came back")
    return made


def _characters(said: str) -> tuple[str, ...]:
    runs = (_ESCAPED.sub(lambda code: chr(int(code[1], 16)), run) for run in _MISSING.findall(said))
    return tuple(dict.fromkeys(one for run in runs for one in run if not one.isspace()))


def _seen(characters: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in characters if one.isprintable())
