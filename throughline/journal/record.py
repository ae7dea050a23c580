"""Entries to plain records and back, whatever a file or a browser holds."""

from typing import Any, get_args

from throughline.content.journal import EntryKind
from throughline.journal.entry import ENTRY_LIMIT, ENTRY_TEXT_LENGTH, ENTRY_UNIT_LENGTH, Entry
from throughline.journal.fields import Fields, Issue

_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


def read_entry(record: object, *, prefix: str = "") -> tuple[Entry | None, tuple[Issue, ...]]:
    """Read one entry; None when it has no id, kind, day or text that can be read.

    Args:
        record: anything; a mapping as ``as_record`` makes it is an entry.
        prefix: put before the name of each field in the issues.
    """
    if not isinstance(record, dict):
        return None, (Issue(prefix.rstrip(".") or "entry", "missing"),)
    fields = Fields(record, prefix)
    entry_id = fields.id("id", required=True)
    kind = fields.choice("kind", _KINDS)
    day = fields.day("day", required=True)
    text = fields.text("text", ENTRY_TEXT_LENGTH, required=True)
    number = fields.number("number")
    unit = fields.text("unit", ENTRY_UNIT_LENGTH)
    if not entry_id or kind is None or day is None or not text:
        return None, tuple(fields.issues)
    entry = Entry(entry_id, kind, day, text, number, "" if number is None else unit)
    return entry, tuple(fields.issues)


def read_entries(records: object) -> tuple[tuple[Entry, ...], tuple[Issue, ...]]:
    """Read a log of up to 1000 entries, sorted by day and id; an id counts once, the first time."""
    if records is None:
        return (), ()
    if not isinstance(records, list | tuple):
        return (), (Issue("entries", "missing"),)
    issues = [Issue("entries", "too_many")] if len(records) > ENTRY_LIMIT else []
    found: dict[str, Entry] = {}
    for place, record in enumerate(records[:ENTRY_LIMIT]):
        entry, noted = read_entry(record, prefix=f"entries.{place}.")
        issues += noted
        if entry is None:
            continue
        if entry.id in found:
            issues.append(Issue(f"entries.{place}.id", "repeated"))
        else:
            found[entry.id] = entry
    return tuple(sorted(found.values(), key=lambda one: one.order)), tuple(issues)


def as_record(entry: Entry) -> dict[str, Any]:
    """Write an entry as plain values, ready for JSON; ``read_entry`` gives it back."""
    record: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.kind,
        "day": entry.day.isoformat(),
        "text": entry.text,
    }
    if entry.number is not None:
        record |= {"number": entry.number, "unit": entry.unit}
    return record
