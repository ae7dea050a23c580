"""The recovery sheet: one accessible page that holds the secret, and text of a room that cannot break it."""

import io
import re

import pytest
from pypdf import PdfReader

from throughline.content.catalogue import read_catalogue
from throughline.reports.recovery import RecoverySheet, in_groups, recovery_pdf

WORDS = read_catalogue().room.sheet
SECRET = "Ab0O-l1I_" + "x7" * 17


def sheet(room: str = "Team day", code: str = "1234 5678") -> RecoverySheet:
    return RecoverySheet(room, code, "http://192.168.1.20:8501/host", SECRET, "27 November 2026")


def text(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) == 1
    return re.sub(r"[\s\u200b\u00ad]+", "", pages[0].extract_text())


def test_the_sheet_is_one_page_that_holds_the_secret_the_room_and_where_to_go() -> None:
    said = text(recovery_pdf(sheet(), WORDS).data)
    for one in (SECRET, "Teamday", "12345678", "http://192.168.1.20:8501/host", "27November2026"):
        assert one in said


def test_the_sheet_is_accessible_on_a4_and_the_same_twice() -> None:
    made = recovery_pdf(sheet(), WORDS).data
    page = PdfReader(io.BytesIO(made)).pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    assert b"pdfuaid" in made
    assert recovery_pdf(sheet(), WORDS).data == made


@pytest.mark.parametrize(
    "room", ["#panic()", "*a* _b_ $x$ `c`", "🦜" * 80, "x" * 80, "\u202edesrever", '"); #{'[:80]]
)
def test_no_title_of_a_room_breaks_the_sheet(room: str) -> None:
    assert SECRET in text(recovery_pdf(sheet(room, code=""), WORDS).data)


def test_a_secret_is_parted_and_nothing_of_it_is_lost() -> None:
    assert in_groups(SECRET).replace(" ", "") == SECRET
    assert max(map(len, in_groups(SECRET).split())) == 4
