"""Links that a desk gives away: for a screen, and for a second desk."""

from contextlib import suppress

from components import resources
from components.state.desk_notes import note, noted_text
from components.state.hosting import carried_out
from components.state.room import base_address, sentence
from components.state.taking_desk import TICKET
from throughline.errors import RoomError
from throughline.workshop.room import Scope


def project_link() -> str:
    """The read-only token for a screen that this desk has made; "" for none."""
    return noted_text("screen")


def make_screen(seen_version: int) -> None:
    """Callback: make a link that a projector may carry."""
    note(said="")
    try:
        token = resources.workshop().project_link(
            noted_text("id"), noted_text("token"), seen_version=seen_version
        )
    except RoomError as error:
        note(said=sentence(error))
    else:
        note(screen=token)


def revoke_screens(seen_version: int) -> None:
    """Callback: every link to a screen stops working."""
    if carried_out("revoke_link", seen_version):
        note(screen="")


def make_desk(scope: Scope, seen_version: int) -> None:
    """Callback: make a link that opens one more desk, once."""
    note(said="")
    try:
        given = resources.workshop().desk_ticket(
            noted_text("id"), noted_text("token"), scope=scope, seen_version=seen_version
        )
    except RoomError as error:
        note(said=sentence(error))
    else:
        note(given=given)


def desk_link() -> str:
    """The link to one more desk that nobody has opened yet; "" for none."""
    given = noted_text("given")
    with suppress(RoomError):
        if given and not resources.workshop().waits(given):
            note(given="")
            return ""
    return f"{base_address()}/host?{TICKET}={given}" if given else ""
