"""One file for everything a visitor entered: written, read without belief, upgraded, previewed; and sittings."""

from throughline.plan_file.answer_parts import read_sittings
from throughline.plan_file.content import PlanContent, plan_content
from throughline.plan_file.document import (
    FORMAT,
    OWNER_LENGTH,
    SITTING_LIMIT,
    SITTING_NAME_LENGTH,
    SIZE_LIMIT,
    PlanFile,
    Sitting,
)
from throughline.plan_file.notes import Note, Place, sentences
from throughline.plan_file.reading import Opened, Refused, as_legal, read_document, read_plan
from throughline.plan_file.writing import as_document, fits, sitting_record, write_plan

__all__ = [
    "FORMAT",
    "OWNER_LENGTH",
    "SITTING_LIMIT",
    "SITTING_NAME_LENGTH",
    "SIZE_LIMIT",
    "Note",
    "Opened",
    "Place",
    "PlanContent",
    "PlanFile",
    "Refused",
    "Sitting",
    "as_document",
    "as_legal",
    "fits",
    "plan_content",
    "read_document",
    "read_plan",
    "read_sittings",
    "sentences",
    "sitting_record",
    "write_plan",
]
