"""Older plan files, brought up to date one format at a time."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from throughline.plan_file.decoding import BrokenFile
from throughline.plan_file.document import APP, FORMAT

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

# Format n -> the step from n to n + 1. Format 1 is the first, so nothing is older yet. A step may rely on
# nothing but keys of the top level: what a value is, is checked only after the last step.
UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})


def upgrade(
    document: dict[str, Any], steps: Mapping[int, Upgrade] = UPGRADES, *, newest: int = FORMAT
) -> tuple[dict[str, Any], int]:
    """Return a document in the newest format, and the format it came in.

    Raises:
        BrokenFile: it is no plan, names no format, is newer than this version, or too damaged for a step.
    """
    if document.get("app") != APP:
        raise BrokenFile("not_a_plan")
    given = document.get("format")
    if type(given) is not int:  # True and 1.0 are 1 to Python and no format
        raise BrokenFile("no_format")
    if given > newest:
        raise BrokenFile("newer")
    if given < min(steps, default=newest):
        raise BrokenFile("older")
    for number in range(given, newest):
        try:
            document = {**steps[number](dict(document)), "format": number + 1}
        except (AttributeError, LookupError, TypeError, ValueError):
            raise BrokenFile("section") from None
    return document, given
