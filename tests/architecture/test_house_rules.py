"""The house rules that a linter cannot hold: sizes, docstrings, pages without code, inputs that are kept."""

import ast
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.code import ROOT, calls, dotted, modules, name, tree

PAGES = [path for path in modules("pages") if path.name != "__init__.py"]
PRODUCT = [ROOT / "app.py", *modules("pages", "components", "throughline")]
SCRIPTS = sorted((ROOT / "components").rglob("*.js"))
EVERY_PAGE = pytest.mark.parametrize("path", PAGES, ids=name)
EVERY_MODULE = pytest.mark.parametrize("path", PRODUCT, ids=name)
EVERY_SCRIPT = pytest.mark.parametrize("path", SCRIPTS, ids=name)

PLOTLY = "plotly-basic-4.1.1.min.js"
PLOTLY_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
STATIC = {"inter.woff2", "fraunces.woff2", "OFL.txt", PLOTLY, "plotly-LICENSE.txt"}
UNSAFE_SCRIPT = re.compile(
    r"\.(inner|outer)HTML|\binsertAdjacentHTML|\beval\s*\(|\bFunction\s*\(|document\.write|\bsrcdoc\b"
)

# Every Streamlit input that has a value to lose.
INPUTS = {
    *("checkbox", "toggle", "radio", "selectbox", "multiselect", "slider", "select_slider"),
    *("segmented_control", "pills", "number_input", "text_input", "text_area", "date_input"),
    *("time_input", "color_picker", "feedback", "datetime_input"),
}
# Choices that only say which part of a page is looked at: they may start afresh on return.
MAY_START_AFRESH = {"lever_area"}


def lines(path: Path) -> int:
    """Lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


@EVERY_PAGE
def test_a_page_is_at_most_eighty_lines(path: Path) -> None:
    assert lines(path) <= 80


@EVERY_MODULE
def test_a_module_is_at_most_two_hundred_and_fifty_lines(path: Path) -> None:
    assert lines(path) <= 250


def test_the_entry_script_is_at_most_fifteen_lines() -> None:
    assert lines(ROOT / "app.py") <= 15


@EVERY_MODULE
def test_a_module_opens_with_one_sentence_on_what_is_inside(path: Path) -> None:
    said = ast.get_docstring(tree(path))

    assert said is not None
    first = said.splitlines()[0]
    assert first.endswith((".", "?"))
    assert path.read_text(encoding="utf-8").startswith('"""')


@EVERY_PAGE
def test_a_page_defines_nothing_but_fragments(path: Path) -> None:
    defined = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)
    ]
    plain = [
        node
        for node in defined
        if not any(
            dotted(one.func if isinstance(one, ast.Call) else one) == "st.fragment"
            for one in getattr(node, "decorator_list", [])
        )
    ]

    assert plain == []


@EVERY_PAGE
def test_a_page_comes_in_by_the_door(path: Path) -> None:
    assert "shell.enter" in {called for called, _ in calls(tree(path))}


@EVERY_PAGE
def test_a_page_does_no_arithmetic(path: Path) -> None:
    assert [one.lineno for one in ast.walk(tree(path)) if isinstance(one, ast.BinOp)] == []


def test_the_static_folder_holds_two_fonts_plotly_and_their_licences() -> None:
    found = {path.relative_to(ROOT / "static").as_posix() for path in (ROOT / "static").rglob("*")}

    assert found == STATIC


def test_plotly_is_byte_for_byte_what_its_makers_published() -> None:
    file = ROOT / "static" / PLOTLY

    assert hashlib.sha256(file.read_bytes()).hexdigest() == PLOTLY_SHA256
    assert PLOTLY in (ROOT / "components" / "chart" / "chart.js").read_text(encoding="utf-8")


def test_every_keyed_input_outlives_its_page() -> None:
    lost = []
    for path in modules("components", "pages"):
        for called, call in calls(tree(path)):
            given = {one.arg: one.value for one in call.keywords}
            if called.removeprefix("st.") not in INPUTS or "key" not in given:
                continue
            persist = given.get("persist_state")
            if isinstance(persist, ast.Constant) and persist.value == "session":
                continue
            if not any(f"'{one}'" in ast.unparse(given["key"]) for one in MAY_START_AFRESH):
                lost.append(f"{name(path)}:{call.lineno} {ast.unparse(given['key'])}")

    assert lost == []


def test_every_input_has_a_key() -> None:
    nameless = [
        f"{name(path)}:{call.lineno} {called}"
        for path in modules("components", "pages")
        for called, call in calls(tree(path))
        if called.removeprefix("st.") in INPUTS and called.startswith("st.")
        if "key" not in {one.arg for one in call.keywords}
    ]

    assert nameless == []


def test_no_input_stands_on_a_page() -> None:
    found = [
        f"{name(path)}:{call.lineno}"
        for path in PAGES
        for called, call in calls(tree(path))
        if called.removeprefix("st.") in INPUTS
    ]

    assert found == []


@EVERY_SCRIPT
def test_a_browser_piece_writes_text_and_never_markup(path: Path) -> None:
    assert UNSAFE_SCRIPT.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "node.innerHTML = text",
        "node.outerHTML=text",
        'node.insertAdjacentHTML("beforeend", text)',
        "eval (text)",
        "new Function(text)",
        "frame.srcdoc = text",
    ],
)
def test_the_pattern_catches_every_way_to_write_markup(line: str) -> None:
    assert UNSAFE_SCRIPT.search(line)


def test_no_piece_and_no_style_calls_another_machine() -> None:
    files = [
        *SCRIPTS,
        *(ROOT / "components").rglob("*.css"),
        *(ROOT / "components").rglob("*.html"),
    ]
    allowed = "http://www.w3.org/2000/svg"
    texts = {name(path): path.read_text(encoding="utf-8").replace(allowed, "") for path in files}

    assert [file for file, text in texts.items() if re.search(r"(https?:)?//[a-z]", text)] == []


@EVERY_MODULE
def test_nothing_reaches_for_a_way_to_draw_markup(path: Path) -> None:
    given = {one.arg for _, call in calls(tree(path)) for one in call.keywords}
    called = {one for one, _ in calls(tree(path))}

    assert not given & {"unsafe_allow_html", "unsafe_allow_javascript", "use_container_width"}
    assert not called & {"st.html", "st.iframe", "st.caption", "st.write", "st.write_stream"}
    assert not any(one.startswith("st.components.v1") for one in called)


DOORS = {
    "components/state": {"st.session_state", "st.query_params"},
    "components/resources.py": {
        "st.secrets",
        "st.cache_data",
        "st.cache_resource",
        "st.connection",
    },
}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_is_used_in_its_own_place_only(door: str) -> None:
    outside = [
        f"{name(path)}:{node.lineno} {dotted(node)}"
        for path in PRODUCT
        if not name(path).startswith(door)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and dotted(node) in DOORS[door]
    ]

    assert outside == []


def test_a_figure_reaches_the_page_through_one_module() -> None:
    importing = {
        name(path)
        for path in PRODUCT
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "components.chart"
    }

    assert importing == {"components/charts.py"}


# plotly-basic draws these three and no other.
TRACES = {"go.Bar", "go.Scatter", "go.Pie", "add_bar", "add_scatter", "add_pie"}
NO_TRACE = {"go.Figure", "add_annotation", "add_shape"}


def test_figures_use_the_traces_that_the_browser_has() -> None:
    used = {
        found
        for path in modules("throughline")
        for called, _ in calls(tree(path))
        for found in re.findall(r"^go\.[A-Z]\w*|(?<=figure\.)add_\w+", called)
    }

    assert used & TRACES
    assert used <= TRACES | NO_TRACE


@EVERY_MODULE
def test_no_figure_is_drawn_by_streamlit_which_would_replace_its_node(path: Path) -> None:
    assert "st.plotly_chart" not in {called for called, _ in calls(tree(path))}


def test_the_imports_run_downhill() -> None:
    check = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()"]
    done = subprocess.run(
        [*check, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )

    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


# What the Assess page needs on a phone: neither of the big libraries, until a chart or a table is asked
# for. Streamlit brings a corner of plotly of its own, so what counts is what we add to it.
LIGHT = """
import sys
import streamlit
before = set(sys.modules)
{imports}
from throughline.content.catalogue import read_catalogue
from throughline.scoring import score
from throughline.answers import Answers
catalogue = read_catalogue()
score(Answers(), catalogue.questionnaire, catalogue.model)
added = {{name.split(".")[0] for name in sys.modules.keys() - before}}
print(*sorted(added & {{"pandas", "plotly", "numpy", "pyarrow", "sqlalchemy"}}))
"""


def loaded_by(imports: str) -> list[str]:
    """The big libraries that these imports and one scoring load in a fresh interpreter."""
    command = [sys.executable, "-c", LIGHT.format(imports=imports)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.split()


@pytest.mark.parametrize("script", ["assess", "start", "join"])
def test_what_a_page_on_a_phone_imports_loads_no_big_library(script: str) -> None:
    source = ROOT / "pages" / f"{script}.py"
    imports = [n for n in tree(source).body if isinstance(n, ast.Import | ast.ImportFrom)]

    assert loaded_by("\n".join(ast.unparse(node) for node in imports)) == []


def test_a_big_library_would_be_noticed() -> None:
    assert "pandas" in loaded_by("import pandas")


def test_the_script_that_streamlit_runs_says_nothing_but_boot() -> None:
    body = [node for node in tree(ROOT / "app.py").body if not isinstance(node, ast.Expr)]

    assert [ast.unparse(node) for node in body] == ["from components import shell"]
