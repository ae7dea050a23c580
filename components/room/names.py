"""How sections and moments are named on the three pages of a room."""

from components import resources
from throughline.workshop.room import PROFILE


def title_of(section: str) -> str:
    """The title of a section, the group profile included."""
    catalogue = resources.catalogue()
    if section == PROFILE:
        return catalogue.room.screen["profile"]
    return catalogue.workshop.section(section).title


def on_screen(what: str) -> str:
    """What the projector shows, as the desk and the log name it."""
    words = resources.catalogue().room.host
    kind, _, rest = what.partition(":")
    section = rest.partition(":")[0]
    known = words.get(f"screen_what_{kind}", what)
    return known.format(section=title_of(section)) if section else known


def day(moment: int) -> str:
    """A moment as a day where the visitor is: "27 November"."""
    then = resources.local(moment)
    return f"{then.day} {then:%B}"


def clock(moment: int) -> str:
    """A moment as a time where the visitor is: "14:05"."""
    return f"{resources.local(moment):%H:%M}"
