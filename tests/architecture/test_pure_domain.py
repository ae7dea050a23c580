"""The domain package is a function of its input: no clock, no chance, no environment, no shared state."""

import ast
from pathlib import Path

import pytest

from tests.architecture.code import calls, dotted, modules, name, tree

DOMAIN = modules("throughline")
EVERY_MODULE = pytest.mark.parametrize("path", DOMAIN, ids=name)

IMPURE = {"random", "secrets", "uuid", "time", "os", "socket", "threading", "logging", "streamlit"}
CLOCK = {"now", "today", "utcnow", "time", "monotonic", "perf_counter", "localtime", "gmtime"}
# A store is where the domain meets threads, files and waiting; the service lets one thread in at a time.
STORES = {
    "throughline/workshop/service.py": {"threading"},
    "throughline/workshop/recent.py": {"threading"},
    "throughline/workshop/saving.py": {"threading"},
    "throughline/workshop/memory_reading.py": {"threading"},
    "throughline/workshop/sql/patience.py": {"threading", "time", "monotonic"},
    "throughline/workshop/sql/lock_file.py": {"os"},
    "throughline/workshop/sql/sqlite.py": {"os", "threading"},
    "throughline/workshop/sql/opening.py": {"threading"},
}
READERS = {"throughline/content/reading.py", "throughline/content/catalogue.py"}


def imported(path: Path) -> set[str]:
    """Top-level packages that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@EVERY_MODULE
def test_a_domain_module_imports_neither_clock_nor_chance(path: Path) -> None:
    assert imported(path) & IMPURE == STORES.get(name(path), set()) & IMPURE


@EVERY_MODULE
def test_a_domain_module_asks_for_no_moment_and_no_input(path: Path) -> None:
    for called, _ in calls(tree(path)):
        assert called.rsplit(".", 1)[-1] not in CLOCK - STORES.get(name(path), set()), called
        assert called not in {"print", "input", "eval", "exec", "globals", "__import__"}


@EVERY_MODULE
def test_only_the_readers_of_content_open_files(path: Path) -> None:
    opens = {
        called
        for called, call in calls(tree(path))
        if called == "open"
        or (isinstance(call.func, ast.Attribute) and call.func.attr in {"read_text", "read_bytes"})
    }

    assert not opens or name(path) in READERS


@EVERY_MODULE
def test_a_domain_module_rebinds_no_global_name(path: Path) -> None:
    assert [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Global)] == []


@EVERY_MODULE
def test_a_module_level_name_is_never_an_empty_container_to_fill(path: Path) -> None:
    values = [
        node.value for node in tree(path).body if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    empty = [
        one.lineno
        for one in values
        if (isinstance(one, ast.List) and not one.elts)
        or (isinstance(one, ast.Dict) and not one.keys)
        or (
            isinstance(one, ast.Call)
            and dotted(one.func) in {"list", "dict", "set", "defaultdict"}
            and not one.args
        )
    ]

    assert empty == []
