"""The recovery sheet of a room: one page to print, with the secret in words and as a QR code."""

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.reports.pdf import Pdf, as_input, typeset, with_boxes
from throughline.reports.plain import plain
from throughline.workshop.invitation import qr_matrix

GROUP = 4


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet says.

    Attributes:
        room: the title of the room; ``code``: as phones type it, "" for none.
        address: where the desk is opened, as far as anybody knows it.
        secret: the recovery secret, 43 url-safe characters.
        day: the day it was made, in words.
    """

    room: str
    code: str
    address: str
    secret: str
    day: str


def recovery_pdf(sheet: RecoverySheet, words: Mapping[str, str]) -> Pdf:
    """Typeset the sheet on A4.

    Args:
        sheet: what is to be on it.
        words: the section ``sheet`` of ``data/room.toml``.

    Raises:
        ReportNotWritten: the typesetter refused it.
    """
    rows = (
        (words["room"], sheet.room),
        (words["code"], sheet.code),
        (words["open"], sheet.address),
    )
    data = {
        "title": words["title"],
        "lead": words["lead"],
        "rows": [[name, plain(value)] for name, value in rows if value],
        "secret_name": words["recovery"],
        "secret": in_groups(sheet.secret),
        "secret_hint": words["gaps"],
        "qr": [[int(dark) for dark in row] for row in qr_matrix(sheet.secret)],
        "qr_alt": words["qr_alt"],
        "qr_hint": words["qr"],
        "made": words["made"].format(day=sheet.day),
    }
    return typeset("recovery.typ", lambda boxed: as_input(with_boxes(data, boxed)))


def in_groups(secret: str) -> str:
    """Part a secret as people copy it, four signs at a time; the gaps do not matter when it is typed."""
    return " ".join(secret[at : at + GROUP] for at in range(0, len(secret), GROUP))
