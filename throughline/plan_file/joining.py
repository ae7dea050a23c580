"""Two plans as one: what was entered in the meantime laid over a copy, so that of no list anything is lost."""

from collections.abc import Collection, Mapping
from typing import Any

from throughline.plan_file.patching import merged

# Each list whose entries have an id, and the fields elsewhere that point to one.
LISTS = ("goals", "actions", "journal", "sittings")
POINTERS = {"goals": {"after": "goals", "origin": "actions"}, "actions": {"goal": "goals"}}
_LONGEST = 34  # of 40 characters; the rest is for the number


def joined(kept: Mapping[str, Any], touched: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plan with what was touched since laid over it; entries of both lists stay.

    Args:
        kept: the plan that was saved, as a document.
        touched: what ``difference`` gives between an empty plan and the one on the screen.
    """
    names = {section: _names(kept.get(section, []), touched.get(section, [])) for section in LISTS}
    patch = dict(touched)
    for section in LISTS:
        if section in touched:
            before = kept.get(section, [])
            new = [one for one in touched[section] if one not in before]
            patch[section] = [*before, *(_renamed(one, section, names) for one in new)]
    if "dismissed" in touched:
        patch["dismissed"] = sorted({*kept.get("dismissed", []), *touched["dismissed"]})
    if "counters" in touched:
        made = kept.get("counters", {})
        patch["counters"] = {
            one: max(count, made.get(one, 0)) for one, count in touched["counters"].items()
        }
    return merged(kept, patch)


def _names(kept: Collection[Any], touched: Collection[Any]) -> dict[str, str]:
    """Old id -> new id of what is added, where the copy has given that id to something else."""
    taken = {one["id"] for one in kept}
    found: dict[str, str] = {}
    for one in touched:
        name = new = one["id"]
        if one in kept:
            continue
        count = 1
        while new in taken:
            count += 1
            new = f"{name[:_LONGEST]}-{count}"
        taken.add(new)
        found[name] = new
    return found


def _renamed(
    record: Mapping[str, Any], section: str, names: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    found = dict(record) | {"id": names[section].get(record["id"], record["id"])}
    for field, target in POINTERS.get(section, {}).items():
        old, new = record.get(field), names[target]
        if isinstance(old, list):
            found[field] = [new.get(one, one) for one in old]
        elif old:
            found[field] = new.get(old, old)
    return found
