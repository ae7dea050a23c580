"""Markup typed wherever free text comes in is shown as typed on every page: no picture, no link, no heading."""

import datetime
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import visit
from throughline.goals import CheckIn, Goal, as_record

HOSTILE = (
    "![x](http://x.invalid/y.png) [z](http://x.invalid) <b>b</b> $qa$ $qb$ **q8** `q7` :red[e]"
)
# What Markdown would act on, if it stood there without a backslash before it.
ACTIVE = re.compile(
    r"(?<!\\)!\[x\]\(|(?<!\\)\[z\]\(|(?<!\\)\*\*q8\*\*|(?<!\\)`q7`|(?<!\\)\$qa\$|:red\[e\]"
)
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def app(app: AppTest) -> AppTest:
    """Type the text wherever a person can."""
    for package in ("now", "next"):
        visit.write(app, "pay", {f"{package}.name": HOSTILE[:40], f"{package}.symbol": "[z](h)$"})
        visit.write(app, "pay", {f"{package}.salary": 50_000.0, f"{package}.shares": 10.0})
    goal = Goal(
        id="g1",
        title=HOSTILE[:80],
        purpose=HOSTILE,
        growth_plan=HOSTILE,
        start=TODAY,
        due=TODAY.replace(year=2028),
        measure_value=1.0,
        measure_unit="**q8** `q7` $qa$",
        check_ins=(CheckIn(TODAY, 5, HOSTILE),),
        note=HOSTILE,
    )
    late = Goal(id="g2", title=HOSTILE[40:], start=TODAY, due=TODAY, after=("g1",))
    visit.write(app, "goals", {"": [as_record(goal), as_record(late)]})
    action = {"id": "a1", "what": HOSTILE[:80], "why": HOSTILE, "first_step": HOSTILE}
    action |= {
        "if_when": HOSTILE,
        "then_do": HOSTILE,
        "seen_by": HOSTILE[:60],
        "status": "in_progress",
    }
    visit.write(app, "actions", {"": [action]})
    entry = {"id": "e1", "kind": "achievement", "day": "2026-11-01", "text": HOSTILE}
    visit.write(app, "journal", {"": [entry | {"number": 3.0, "unit": "**q8** `q7`"}]})
    visit.write(app, "owner", {"": HOSTILE[:80]})
    sitting = {"id": "s1", "day": "2026-10-01", "name": HOSTILE[:60], "answers": {}, "model": "1.0"}
    return visit.write(app, "sittings", {"": [sitting]})


@pytest.mark.parametrize("place", visit.PAGES)
@pytest.mark.parametrize("view", ["chart", "list"])
def test_markup_in_free_text_is_shown_as_typed(app: AppTest, place: str, view: str) -> None:
    visit.write(app, "plan-view", {"": "actions" if view == "chart" else "log"})
    if view == "list":
        visit.write(app, "goal-view", {"": "list"})
        app.session_state["own.goal-open."] = "g1"
    visit.go_to(app, place)

    assert visit.is_calm(app)
    assert [text for text in _markdown(app) if ACTIVE.search(text)] == []


@pytest.mark.parametrize("place", ["pay", "timeline", "plan"])
def test_what_was_typed_is_on_the_page(app: AppTest, place: str) -> None:
    visit.write(app, "goal-view", {"": "list"})
    visit.write(app, "plan-view", {"": "actions"})
    visit.go_to(app, place)

    assert any("x\\.invalid" in text for text in _markdown(app))


def _markdown(app: AppTest) -> list[str]:
    """Every text that the browser reads as Markdown: bodies, labels, options, cells of tables."""
    shown: list[str] = []
    for kind in ("markdown", "header", "subheader", "title", "info", "error", "warning", "success"):
        shown += [str(getattr(one, "value", "")) for one in app.get(kind)]
    for kind in ("button", "checkbox", "toggle", "radio", "number_input", "text_input", "expander"):
        shown += [str(getattr(one, "label", "")) for one in app.get(kind)]
    for kind in ("button_group", "menu_button"):
        shown += [str(_proto(one)) for one in app.get(kind)]
    for table in app.table:
        frame = table.value
        shown += [str(name) for name in frame.columns]
        shown += [str(cell) for row in frame.to_numpy().tolist() for cell in row]
    return shown


def _proto(element: Any) -> object:
    return getattr(element, "proto", "")
