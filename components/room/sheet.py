"""The recovery sheet of this room, made when somebody asks for it."""

from components import resources
from components.state.room import base_address
from throughline.reports.recovery import RecoverySheet, recovery_pdf
from throughline.workshop.invitation import shown_code
from throughline.workshop.room import Room

FILE = "throughline-recovery-sheet.pdf"


def recovery_sheet(room: Room, recovery: str) -> RecoverySheet:
    """Return what the sheet of this room says."""
    today, base = resources.today(), base_address()
    return RecoverySheet(
        room=room.title,
        code=shown_code(room.code) if room.code else "",
        address=f"{base}/host" if base else "",
        secret=recovery,
        day=f"{today.day} {today:%B %Y}",
    )


def sheet_bytes(sheet: RecoverySheet) -> bytes:
    """Return the sheet as a PDF; another thread calls it when its button is pressed."""
    return recovery_pdf(sheet, resources.catalogue().room.sheet).data
