"""The product's own source as syntax trees, for the house rules to read."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(*folders: str) -> list[Path]:
    """Every Python file under these folders, in order."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert found
    return sorted(found)


def name(path: Path) -> str:
    """A file as it is called in the project, e.g. ``pages/learn.py``."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call inside a node with the dotted name of what is called, e.g. ``st.button``."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            yield dotted(one.func), one


def dotted(node: ast.AST) -> str:
    """A name such as ``st.session_state.get``; "" for what has no such name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        start = dotted(node.value)
        return f"{start}.{node.attr}" if start else ""
    return ""
