"""The timeline in a real browser: by keyboard, by thumb, by click on a bar, on a narrow page, and for everybody."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import PHONE, ready, visit
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOW, SMALL

NOTHING_SAID = re.compile("^(not said)?$")
WIDER = "() => document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth"


def write_down(page: Page, title: str, end: str = "In 3 months") -> None:
    """Write a goal down with the keyboard alone."""
    if end != "In 3 months":
        page.get_by_role("combobox", name="Due date").first.click()
        page.get_by_role("option", name=end, exact=True).click()
    line = page.get_by_role("textbox", name="What is the goal?").first
    line.fill(title)
    line.press("Enter")
    # An invisible character parts what would become a link.
    said = re.compile("\u2060?".join(map(re.escape, f"{title} added.")))
    expect(page.locator(".st-key-goal_said")).to_contain_text(said)
    ready(page)


def drawer(page: Page) -> Locator:
    """The drawer of the goal being edited."""
    return page.get_by_role("dialog")


def close(page: Page) -> None:
    """Close the drawer with the keyboard."""
    page.keyboard.press("Escape")
    expect(drawer(page)).to_have_count(0)
    ready(page)


def placed(page: Page, number: int = 3) -> None:
    """Put an example on the timeline."""
    box = page.get_by_role("combobox", name="Example pathway")
    box.scroll_into_view_if_needed()
    ready(page)
    box.press("ArrowDown")  # a page that still scrolls under a click would close the list again
    page.get_by_role("option").nth(number).click()
    page.locator(".st-key-cta_place button").click()
    expect(page.locator(".st-key-goal_said")).to_contain_text("on your timeline")
    ready(page)


@pytest.fixture
def planned(server: str, desk: Page) -> Page:
    """A timeline on a desk with one goal of this quarter."""
    visit(desk, server, "timeline")
    write_down(desk, "Finish the course")
    return desk


LIVE = "[data-testid=stMain] a:not([href*='#'])"
# Labels that leave the plot, as seen: a slide is drawn smaller where it is narrow.
OUTSIDE = """() => {
  const plot = document.querySelector('.js-plotly-plot .nsewdrag').getBoundingClientRect()
  return [...document.querySelectorAll('.js-plotly-plot .textpoint text')]
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.left < plot.left - 1 || box.right > plot.right + 1)
    .map(([name]) => name)
}"""


def test_enter_adds_a_goal_and_the_line_is_ready_for_the_next(planned: Page) -> None:
    line = planned.get_by_role("textbox", name="What is the goal?").first
    expect(line).to_have_value("")
    write_down(planned, "Be a senior designer", "In 5 years")

    expect(planned.locator(".st-key-chart_goals svg").first).to_contain_text("Be a senior designer")
    expect(planned.get_by_text("Both horizons covered")).to_be_visible()


def test_a_goal_is_edited_in_the_drawer_by_keyboard_and_the_chart_follows(planned: Page) -> None:
    planned.locator(".st-key-edit_added button").press("Enter")
    title = drawer(planned).get_by_role("textbox", name="What is the goal?")
    title.fill("Teach the course")
    title.press("Enter")
    expect(drawer(planned).locator("strong").first).to_have_text("Teach the course")
    later = drawer(planned).get_by_role("button", name="1 quarter later")
    later.press("Enter")
    expect(drawer(planned).get_by_text("its due date moved to")).to_be_visible()
    close(planned)

    expect(planned.locator(".st-key-chart_goals svg").first).to_contain_text("Teach the course")


def test_two_quick_edits_both_stay_and_undo_takes_back_one_by_one(planned: Page) -> None:
    planned.locator(".st-key-edit_added button").click()
    panel = drawer(planned)
    panel.get_by_role("textbox", name="What is the goal?").fill("Teach")
    panel.get_by_role("tab", name="Measure").click()
    panel.get_by_role("textbox", name="Of what").fill("talks")
    panel.get_by_role("tab", name="Links").click()
    panel.get_by_role("textbox", name="Note").fill("on Tuesdays")
    panel.get_by_role("tab", name="Goal", exact=True).click()
    expect(panel.locator("strong").first).to_have_text("Teach")
    expect(panel.get_by_role("button", name="Undo")).to_be_visible()
    close(planned)
    planned.locator('.st-key-hint_no_measure [class*="st-key-edit_"] button').click()
    panel.get_by_role("tab", name="Links").click()
    expect(panel.get_by_role("textbox", name="Note")).to_have_value("on Tuesdays")
    panel.get_by_role("tab", name="Measure").click()
    expect(panel.get_by_role("textbox", name="Of what")).to_have_value("talks")
    panel.get_by_role("button", name="Undo").click()
    expect(panel.get_by_text("Taken back.")).to_be_visible()
    panel.get_by_role("tab", name="Links").click()
    expect(panel.get_by_role("textbox", name="Note")).to_have_value("")


def test_own_words_can_be_chosen_and_unsaid(planned: Page) -> None:
    planned.locator(".st-key-edit_added button").click()
    panel = drawer(planned)
    box = panel.get_by_role("combobox", name="What is it for?")
    box.fill("Time for my family")
    box.press("Enter")
    ready(planned)
    expect(panel.get_by_role("button", name="Undo")).to_be_visible()
    expect(box).to_have_value("Time for my family")
    box.click()
    planned.get_by_role("option", name="not said").click()
    expect(box).to_have_value(NOTHING_SAID)
    close(planned)
    planned.locator('.st-key-hint_no_measure [class*="st-key-edit_"] button').click()
    expect(box).to_have_value(NOTHING_SAID)


def test_a_click_on_a_bar_opens_its_goal_and_undo_brings_it_back_after_a_delete(
    planned: Page,
) -> None:
    bar = planned.locator(
        ".st-key-chart_goals .barlayer path, .st-key-chart_goals .points path"
    ).last
    bar.click(force=True)

    expect(drawer(planned).locator("strong").first).to_have_text("Finish the course")
    drawer(planned).get_by_role("button", name="Delete").click()
    expect(drawer(planned)).to_have_count(0)
    expect(planned.get_by_text("No goals yet.")).to_be_visible()
    planned.locator(".st-key-goal_said").get_by_role("button", name="Undo").click()
    expect(planned.locator(".st-key-chart_goals svg").first).to_contain_text("Finish the course")
    ready(planned)


def test_a_goal_is_moved_from_the_list_by_keyboard(planned: Page) -> None:
    planned.get_by_role("radio", name="List").press("Enter")
    planned.get_by_role("radio", name="List").click()
    menu = planned.get_by_role("button", name="Move or change")
    menu.press("Enter")
    planned.get_by_role("menuitem", name="1 quarter later").or_(
        planned.get_by_role("option", name="1 quarter later")
    ).first.press("Enter")

    expect(planned.locator(".st-key-goal_said")).to_contain_text("its due date moved to")
    ready(planned)


def test_where_the_page_is_narrow_no_label_leaves_the_plot_and_no_address_is_a_link(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 1024, "height": 768}).new_page()
    visit(page, server, "timeline")
    write_down(
        page,
        "Read https://x.invalid and www.x.invalid, ask me@x.invalid -> then decide",
        "In 5 years",
    )
    write_down(page, "W" * 80)
    chart = page.locator(".st-key-chart_goals .throughline-chart")
    expect(chart.locator(".textpoint text")).to_have_count(2)
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(WIDER) <= 0

    chart.locator(".js-plotly-plot").press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.throughline-chart').scrollLeft > 0")
    page.get_by_role("radio", name="List").click()
    expect(page.locator('[class*="st-key-goalcard_"]')).to_have_count(2)
    assert page.locator(LIVE).count() == 0

    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.locator(".textpoint text")).to_have_count(2)
    assert page.evaluate(OUTSIDE) == []
    ready(page)


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (360, "dark")])
def test_everybody_can_use_the_timeline_and_its_drawer_and_a_phone_starts_on_the_list(
    server: str, new_context: Callable[..., BrowserContext], scheme: str, width: int
) -> None:
    options: dict[str, Any] = PHONE if width < 640 else {}
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, **options).new_page()
    visit(page, server, "timeline")
    placed(page)
    expect(page.locator(".st-key-chart_goals")).to_have_count(0 if options else 1)
    assert violations(page) == []
    assert [page.evaluate(OVERFLOW), page.evaluate(SMALL)] == [[], []]

    write_down(page, "Cover my monthly expenses")
    page.locator(".st-key-edit_added button").click()
    for tab in ("Goal", "Measure", "Links", "Looking back"):
        drawer(page).get_by_role("tab", name=tab, exact=True).click()
        assert violations(page) == []
        assert drawer(page).evaluate("e => e.scrollWidth - e.clientWidth") <= 0
        sizes = (
            drawer(page)
            .locator(".stButton button, [role=tab], [role=radio]")
            .evaluate_all(
                "all => all.filter(e => e.checkVisibility())"
                ".map(e => [e.outerHTML.slice(0, 90), e.offsetWidth, e.offsetHeight])"
                ".filter(([, w, h]) => Math.min(w, h) && Math.min(w, h) < 24)"
            )
        )
        assert sizes == []
    close(page)
