"""What axe finds on every page, in both themes, at both widths, empty and with a sample."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import LISTED, LOOKS, PHONE, explore, follow, ready, visit

# Streamlit's own, by rule and by element; nothing of ours is ever listed here.
THEIRS = {
    # The groups of its sidebar put a box between the list and its items.
    "list": "ul[data-testid=stSidebarNavItems]",
    "listitem": "[data-testid=stSidebarNav] li",
    # The field of its uploader is named and takes the keyboard, and still calls itself decoration.
    "presentation-role-conflict": "[data-testid=stFileUploaderDropzone]",
    # Where its tooltips open stands outside the main part of the page.
    "region": "#stFloatingOverlayPortal",
}


def violations(page: Page) -> list[str]:
    """Every violation on the page at its full height, for axe skips what is scrolled away."""
    size = page.viewport_size
    assert size
    height = page.get_by_test_id("stMain").evaluate("e => e.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    ready(page)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    page.set_viewport_size(size)
    return [
        f"{rule['id']}: {node['target'][-1].split(' > ')[0]} {node['html'][-110:]}"
        for rule in found
        for node in rule["nodes"]
        if not _is_theirs(page, rule["id"], node["target"])
    ]


def _is_theirs(page: Page, rule: str, target: list[str]) -> bool:
    return rule in THEIRS and bool(
        page.evaluate(
            "([at, theirs]) => document.querySelector(at)?.matches(theirs)",
            [target[0], THEIRS[rule]],
        )
    )


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    server: str,
    new_context: Callable[..., BrowserContext],
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    page = new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        **(PHONE if width < 640 else {}),
    ).new_page()
    found: dict[str, list[str]] = {}
    visit(page, server, "present")
    found["present"] = violations(page)
    for name in ("screen", "join"):
        visit(page, server, name)
        found[name] = violations(page)
    visit(page, server)
    for place in LISTED:
        follow(page, place.name)
        found[place.name] = violations(page)
    explore(page, server)
    found["sample: Balance"] = violations(page)
    for name in ("Start", "Assess"):
        follow(page, name)
        found[f"sample: {name}"] = violations(page)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="Education and training")).to_be_focused()
    found["sample: a step with boxes"] = violations(page)
    page.get_by_role("button", name="Review answers").click()
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()
    found["sample: review"] = violations(page)
    follow(page, "Balance")
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    found["a slide"] = violations(page)
    assert {name: rules for name, rules in found.items() if rules} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens_on_demand(
    server: str, new_context: Callable[..., BrowserContext], scheme: Literal["light", "dark"]
) -> None:
    page = new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    explore(page, server)
    for table in page.get_by_text("As a table").all():
        table.click()
    page.get_by_role("button", name="Explain").first.click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    found = violations(page)
    page.keyboard.press("Escape")
    follow(page, "Learn")
    page.get_by_text("Questions this feeds").first.click()
    found += violations(page)
    assert found == []


def test_axe_finds_nothing_in_any_tab_of_the_method(server: str, desk: Page) -> None:
    visit(desk, server, "method")
    found: list[str] = []
    for tab in desk.get_by_role("tab").all():
        tab.click()
        found += violations(desk)
    assert found == []
