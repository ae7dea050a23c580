"""The log: dated notes in five kinds, what they show month by month, and the boxes they can support."""

from throughline.journal.boxes import BoxSuggestion, suggest_boxes
from throughline.journal.entry import ENTRY_LIMIT, ENTRY_TEXT_LENGTH, Entry
from throughline.journal.fields import Issue, IssueKind
from throughline.journal.months import LogMonths, momentum_by_month, months_alt
from throughline.journal.record import as_record, read_entries, read_entry

__all__ = [
    "ENTRY_LIMIT",
    "ENTRY_TEXT_LENGTH",
    "BoxSuggestion",
    "Entry",
    "Issue",
    "IssueKind",
    "LogMonths",
    "as_record",
    "momentum_by_month",
    "months_alt",
    "read_entries",
    "read_entry",
    "suggest_boxes",
]
