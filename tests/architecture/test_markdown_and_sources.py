"""What may stand in Markdown, and where every number comes from."""

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.architecture.code import ROOT, calls, modules, name, tree

DATA = ROOT / "data"
KNOWN = {
    one["id"]
    for one in tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))["sources"]
}
FILES = [path for path in sorted(DATA.glob("*.toml")) if path.name != "sources.toml"]
CITED = re.compile(r"\bS\d+b?\b")

# Streamlit commands whose words are read as Markdown.
SURFACES = {
    *("st.markdown", "st.title", "st.header", "st.subheader", "st.info", "st.error", "st.warning"),
    *("st.success", "st.button", "st.popover", "st.expander", "st.link_button", "st.toast"),
    *(
        "st.checkbox",
        "st.toggle",
        "st.segmented_control",
        "st.multiselect",
        "st.table",
        "st.metric",
    ),
}
# Where the visitor's own free text comes in. tests/app/test_hostile_text.py types markup into all of it
# and looks at every page; what shows it goes through `throughline.wording.literal`.
FREE_TEXT_INPUTS = {"text_input", "text_area", "chat_input", "file_uploader", "data_editor"}
FREE_TEXT = {
    "components/coach",
    "components/goals",
    "components/pay",
    "components/plan",
    "components/progress",
    "components/report",
    "components/room",  # a room's title: tests/app/test_room.py
}
# A name that would bring words from outside the content files to the screen.
FROM_OUTSIDE = re.compile(
    r"session_state|query_params|headers|cookies|trigger\(|\berror\b(?!\.value)"
)


def sources_in(value: Any) -> Iterator[str]:
    """Every source a piece of data names, wherever it stands."""
    if isinstance(value, dict):
        for field, inner in value.items():
            if field == "source":
                yield inner
            elif field == "sources" and all(isinstance(one, str) for one in inner):
                yield from inner
            else:
                yield from sources_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sources_in(inner)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_source_that_data_names_resolves(path: Any) -> None:
    named = list(sources_in(tomllib.loads(path.read_text(encoding="utf-8"))))

    assert [one for one in named if one not in KNOWN | {"judgement"}] == []


def test_the_search_for_sources_finds_them_at_every_depth() -> None:
    data = {"a": [{"source": "S1"}, {"b": {"sources": ["S2"]}}], "source": "judgement"}

    assert sorted(sources_in(data)) == ["S1", "S2", "judgement"]
    assert any(list(sources_in(tomllib.loads(p.read_text(encoding="utf-8")))) for p in FILES)


@pytest.mark.parametrize("path", sorted(modules("throughline", "components")), ids=name)
def test_every_source_that_a_docstring_names_resolves(path: Any) -> None:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = [node for node in ast.walk(tree(path)) if isinstance(node, documented)]
    said = " ".join(ast.get_docstring(node) or "" for node in nodes)
    examples = {"S43b", "S8"} if path.name == "sources.py" else set()

    assert {one for one in CITED.findall(said) if one not in KNOWN} <= examples


def test_every_constant_of_the_model_and_of_pay_says_where_it_comes_from() -> None:
    files = (DATA / "model.toml", DATA / "compensation.toml")
    held = [tomllib.loads(path.read_text(encoding="utf-8"))["constants"] for path in files]

    for constant in (one for constants in held for one in constants.values()):
        assert constant["source"] in KNOWN | {"judgement"}
        assert constant["unit"]
        assert constant["meaning"]


@pytest.mark.parametrize("path", modules("pages", "components"), ids=name)
def test_nothing_from_outside_the_content_is_printed_as_markdown(path: Any) -> None:
    suspect = [
        f"{name(path)}:{call.lineno} {ast.unparse(call.args[0])}"
        for called, call in calls(tree(path))
        if called in SURFACES and call.args and FROM_OUTSIDE.search(ast.unparse(call.args[0]))
    ]

    assert suspect == []


@pytest.mark.parametrize("path", modules("pages", "components"), ids=name)
def test_free_text_comes_in_only_where_markup_is_tried(path: Any) -> None:
    asked = [
        f"{name(path)}:{call.lineno} {called}"
        for called, call in calls(tree(path))
        if called.rsplit(".", 1)[-1] in FREE_TEXT_INPUTS
    ]

    assert asked == [] or name(path).rpartition("/")[0] in FREE_TEXT
