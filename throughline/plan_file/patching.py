"""What has changed since a plan was last written whole, as a small merge patch (RFC 7396)."""

import json
from collections.abc import Mapping
from typing import Any

from throughline.plan_file.decoding import BrokenFile, decode


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return what turns ``before`` into ``after``: None takes a name out, a list is always given whole."""
    patch: dict[str, Any] = {name: None for name in before if name not in after}
    for name, value in after.items():
        old = before.get(name)
        if value == old:
            continue
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            patch[name] = difference(old, value)
        else:
            patch[name] = value
    return patch


def merged(document: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with a patch applied; what is named with None is left out."""
    found = dict(document)
    for name, value in patch.items():
        if value is None:
            found.pop(name, None)
        elif isinstance(value, Mapping):
            old = found.get(name)
            found[name] = merged(old if isinstance(old, Mapping) else {}, value)
        else:
            found[name] = value
    return found


def patched(text: str, patch: str) -> str:
    """Return the text of a plan file with its patch, or the patch alone where no text was kept yet.

    A patch that can not be read changes nothing.
    """
    if not patch:
        return text
    try:
        document, changes = decode(text) if text else {}, decode(patch)
    except BrokenFile:
        return text
    return json.dumps(merged(document, changes), ensure_ascii=False, allow_nan=False)
