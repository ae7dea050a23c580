"""The three browser pieces, driven by keyboard, mouse and finger on a real server."""

import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

PIECES = Path(__file__).parent / "pieces"
ROOT = Path(__file__).parents[2]
J1, E3, E4, B1, P1, W1 = range(6)
PHONE: ViewportSize = {"width": 390, "height": 844}
HARMLESS = ("_stcore/health", "_stcore/host-config")
SVG = """() => [...document.querySelectorAll('*')]
    .map(e => e.shadowRoot?.querySelector('svg[role=img]')).find(Boolean)"""


@pytest.fixture(scope="module")
def piece_server() -> Iterator[Callable[[str], str]]:
    """Serve a demo script of `pieces/`; returns its address."""
    running: dict[str, tuple[str, subprocess.Popen[bytes]]] = {}

    def serve(script: str) -> str:
        if script not in running:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless=true"]
            process = subprocess.Popen(
                [*command, f"--server.port={port}", "--server.address=127.0.0.1"],
                cwd=PIECES,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            running[script] = (f"http://127.0.0.1:{port}", process)
            _wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
        return running[script][0]

    yield serve
    for _, process in running.values():
        process.terminate()
        process.wait(timeout=10)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=1)  # noqa: S310 - our own server
        except (urllib.error.URLError, OSError):
            continue
        return
    raise RuntimeError("the demo server ended before it was ready")


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".question")).to_have_count(6)
    _settled(page)


def _settled(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning"
    )


@pytest.fixture
def quiet_console(page: Page) -> Iterator[None]:
    """Fail the test when the page writes an error to the console."""
    errors: list[str] = []
    page.on("console", lambda line: errors.append(f"{line.type}: {line.text} {line.location}"))
    page.on("pageerror", lambda error: errors.append(f"error: {error}"))
    yield
    ours = [line for line in errors if not any(name in line for name in HARMLESS)]
    assert [line for line in ours if line.startswith("error")] == []


@pytest.fixture
def assess(page: Page, quiet_console: None, piece_server: Callable[[str], str]) -> Page:
    """The demo step on a desktop screen."""
    page.set_viewport_size({"width": 1366, "height": 1600})
    _open(page, piece_server("assess_demo.py"))
    return page


@pytest.fixture
def phone(browser: Browser, piece_server: Callable[[str], str]) -> Iterator[Page]:
    """The demo step on a phone with a touch screen."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    _open(page, piece_server("assess_demo.py"))
    yield page
    context.close()


def _saved(page: Page, expected: dict[str, object]) -> None:
    """Check what the server holds; B1 = 7 is there from the start."""
    expect(page.locator(".st-key-saved [data-testid=stText]").first).to_have_text(
        json.dumps({"B1": 7.0} | expected, sort_keys=True)
    )


def _question(page: Page, index: int) -> tuple[Locator, Locator, Locator]:
    row = page.locator(".question").nth(index)
    return row, row.locator(".range"), row.locator(".number")


def test_a_question_is_hollow_until_it_is_touched(assess: Page) -> None:
    row, ring, number = _question(assess, J1)
    expect(row).to_have_attribute("data-state", "untouched")
    expect(ring).to_have_attribute("aria-valuetext", "not answered yet")
    expect(row.locator(".thumb")).to_have_text("")
    expect(number).to_have_value("")
    expect(row.get_by_text("Not answered yet")).to_be_visible()
    _saved(assess, {})


def test_a_saved_answer_arrives_answered(assess: Page) -> None:
    row, ring, number = _question(assess, B1)
    expect(row.locator(".thumb")).to_have_text("7")
    expect(number).to_have_value("7")
    expect(ring).to_have_attribute(
        "aria-valuetext", "7 of 10, towards: is a package covering family, health and retirement"
    )


def test_the_first_arrow_starts_at_the_ring_and_the_next_ones_move(assess: Page) -> None:
    _, ring, number = _question(assess, E3)
    ring.press("ArrowRight")
    expect(ring).to_have_attribute("aria-valuetext", "5 of 10, in the middle")
    ring.press("ArrowLeft")
    expect(ring).to_have_attribute("aria-valuetext", "4 of 10, towards: is rarely needed")
    expect(number).to_have_value("4")
    _saved(assess, {"E3": 4.0})
    expect(ring).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_and_space_answer_where_the_ring_stands(assess: Page, key: str) -> None:
    _question(assess, E3)[1].press(key)
    _question(assess, P1)[1].press(key)
    _saved(assess, {"E3": 5.0, "P1": 8.0})


def test_a_click_on_the_ring_itself_answers_five(assess: Page) -> None:
    _question(assess, J1)[1].click()
    _saved(assess, {"J1": 5.0})


def test_a_drag_is_sent_on_release_only(assess: Page) -> None:
    row, ring, _ = _question(assess, E3)
    box = ring.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    assess.mouse.move(box["x"] + box["width"] / 2, y)
    assess.mouse.down()
    assess.mouse.move(box["x"] + box["width"] - 4, y, steps=4)
    expect(row.locator(".thumb")).to_have_text("10")
    _saved(assess, {})
    assess.mouse.up()
    _saved(assess, {"E3": 10.0})


def test_the_number_twin_answers_and_halves_follow_the_increment(assess: Page) -> None:
    row, ring, number = _question(assess, W1)
    number.fill("7.5")
    number.press("Enter")
    expect(row.locator(".thumb")).to_have_text("7.5")
    expect(ring).to_have_value("7.5")
    _saved(assess, {"W1": 7.5})


@pytest.mark.parametrize("typed", ["12", "-1", "3.5"])
def test_a_number_that_is_not_allowed_keeps_the_answer(assess: Page, typed: str) -> None:
    row, _, number = _question(assess, B1)
    number.fill(typed)
    number.press("Tab")
    expect(row.get_by_role("alert")).to_contain_text("A number from 0 to 10")
    expect(row.get_by_role("alert")).to_contain_text("Your answer stays 7.")
    expect(number).to_have_value("7")
    _saved(assess, {})


def test_text_that_is_no_number_answers_nothing(assess: Page) -> None:
    row, _, number = _question(assess, J1)
    number.press_sequentially("e-")
    number.press("Enter")
    expect(row.get_by_role("alert")).to_have_text("A number from 0 to 10.")
    expect(row).to_have_attribute("data-state", "untouched")


def test_skip_not_applicable_and_clear_are_said_in_words_and_taken_back(assess: Page) -> None:
    row, ring, _ = _question(assess, E4)
    row.get_by_role("button", name="Skip").click()
    expect(row.get_by_text("Skipped for now")).to_be_visible()
    _saved(assess, {"E4": "skipped"})
    row.get_by_role("button", name="Not applicable", pressed=False).click()
    expect(row.get_by_text("Does not apply")).to_be_visible()
    expect(ring).to_have_attribute("aria-valuetext", "not applicable")
    _saved(assess, {"E4": "na"})
    row.get_by_role("button", name="Not applicable", pressed=True).click()
    _saved(assess, {"E4": None})
    ring.press("End")
    _saved(assess, {"E4": 10.0})
    row.get_by_role("button", name="Clear").click()
    expect(ring).to_be_focused()
    expect(row.get_by_text("Not answered yet")).to_be_visible()
    _saved(assess, {"E4": None})


def test_two_quick_answers_both_arrive_and_the_page_runs_no_second_time(assess: Page) -> None:
    _question(assess, J1)[1].press("Home")
    _question(assess, E3)[1].press("End")
    _saved(assess, {"E3": 10.0, "J1": 0.0})
    expect(assess.get_by_text("runs 1 ")).to_be_visible()


def test_answers_stay_through_a_full_run_and_a_reset_by_the_server_shows(assess: Page) -> None:
    row, _, number = _question(assess, E3)
    number.fill("9")
    number.press("Enter")
    _saved(assess, {"E3": 9.0})
    assess.get_by_role("button", name="Run the page").click()
    expect(assess.get_by_text("runs 2 ")).to_be_visible()
    expect(number).to_have_value("9")
    assess.get_by_role("button", name="Forget").click()
    expect(row).to_have_attribute("data-state", "untouched")
    expect(_question(assess, B1)[0]).to_have_attribute("data-state", "untouched")


def test_arriving_moves_the_focus_to_the_heading(
    page: Page, quiet_console: None, piece_server: Callable[[str], str]
) -> None:
    _open(page, piece_server("assess_demo.py") + "/?arrive=1")
    expect(page.get_by_role("heading", name="Education and training")).to_be_focused()


def _swipe(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    """Move one finger in twelve steps, as a phone reports it."""
    touch = page.context.new_cdp_session(page)
    x, y = start

    def send(kind: str, *points: dict[str, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    send("touchStart", {"x": x, "y": y})
    for part in range(1, 13):
        send("touchMove", {"x": x + by[0] * part / 12, "y": y + by[1] * part / 12})
        page.evaluate("() => new Promise(requestAnimationFrame)")
    send("touchEnd")


def _finger_on(page: Page, index: int, share: float) -> tuple[float, float]:
    row, ring, _ = _question(page, index)
    row.evaluate("e => e.scrollIntoView({block: 'center'})")
    box = ring.bounding_box()
    assert box
    return box["x"] + 16 + share * (box["width"] - 32), box["y"] + box["height"] / 2


SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.mark.parametrize("index", [E3, B1], ids=["hollow", "answered"])
def test_swipes_up_scroll_and_answer_nothing(phone: Page, index: int) -> None:
    row, ring, number = _question(phone, index)
    before = row.get_attribute("data-state"), ring.input_value(), number.input_value()
    for share, sideways in product((0.2, 0.5, 0.7, 0.9), (0, 60, -60)):
        start, top = _finger_on(phone, index, share), phone.evaluate(SCROLLED)
        _swipe(phone, start, (sideways, -220))
        assert phone.evaluate(SCROLLED) > top + 100, (share, sideways)
        after = row.get_attribute("data-state"), ring.input_value(), number.input_value()
        assert after == before, (share, sideways)
    _question(phone, P1)[1].press("Enter")
    _saved(phone, {"P1": 8.0})


def test_a_drag_sideways_and_a_tap_answer(phone: Page) -> None:
    _swipe(phone, _finger_on(phone, E3, 0.5), (400, 6))
    _saved(phone, {"E3": 10.0})
    phone.touchscreen.tap(*_finger_on(phone, E4, 0.2))
    _saved(phone, {"E3": 10.0, "E4": 2.0})
    phone.touchscreen.tap(*_finger_on(phone, J1, 0.5))
    _saved(phone, {"E3": 10.0, "E4": 2.0, "J1": 5.0})


def test_a_tap_answers_right_after_a_swipe(phone: Page) -> None:
    _swipe(phone, _finger_on(phone, E4, 0.2), (0, -120))
    phone.touchscreen.tap(*_finger_on(phone, E4, 0.8))
    _saved(phone, {"E4": 8.0})


def test_the_drawing_is_the_same_node_after_answers_and_full_runs(assess: Page) -> None:
    assess.evaluate(f"window.before = ({SVG})()")
    picture = assess.get_by_role("img")
    expect(picture).to_have_accessible_name("Six more answers in two areas open the picture.")
    _question(assess, E3)[1].press("End")
    expect(picture).to_have_accessible_name(
        "Your answers lean 20 : 80; with similar questions the 80 could be 76-84."
    )
    expect(assess.get_by_text("20 : 80", exact=True)).to_be_visible()
    assess.get_by_role("button", name="Run the page").click()
    expect(assess.get_by_text("runs 2 ")).to_be_visible()
    assert assess.evaluate(f"window.before === ({SVG})()")


def test_the_sentence_is_announced_once_when_the_answers_rest(assess: Page) -> None:
    spoken = assess.locator("#said")
    expect(spoken).to_have_text("")
    for _ in range(4):
        _question(assess, E3)[1].press("ArrowRight")
    expect(spoken).to_have_text(
        "Your answers lean 32 : 68; with similar questions the 68 could be 64-72."
    )


def test_a_step_can_be_chosen_on_a_wide_screen(assess: Page) -> None:
    current = assess.get_by_role("button", name="What the work is like")
    expect(current).to_have_attribute("aria-current", "step")
    assess.get_by_role("button", name="Skills, experience and passion 5 of 5").click()
    expect(assess.get_by_text("went d3")).to_be_visible()


def test_on_a_phone_the_steps_open_upward_and_escape_gives_the_focus_back(phone: Page) -> None:
    toggle = phone.get_by_role("button", name="Steps")
    goals = phone.get_by_role("button", name="Goals 0 of 4")
    expect(goals).to_be_hidden()
    toggle.press("Enter")
    expect(goals).to_be_visible()
    panel, bar = phone.locator("ol[popover]").bounding_box(), toggle.bounding_box()
    assert panel
    assert bar
    assert panel["y"] + panel["height"] <= bar["y"]
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="What the work is like")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(goals).to_be_hidden()
    expect(toggle).to_be_focused()


def test_a_bar_says_before_the_number_which_form_it_is_from(
    browser: Browser, piece_server: Callable[[str], str]
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    _open(page, piece_server("assess_demo.py") + "/?note=Quick form")
    bar = page.locator(".st-key-livebar section")
    _question(page, E3)[1].press("End")
    expect(bar.locator("#number")).to_have_text("20 : 80")
    note, number, box = (
        one.bounding_box() for one in (bar.locator("#note"), bar.locator("#number"), bar)
    )
    assert note
    assert number
    assert box
    expect(bar.get_by_text("Quick form", exact=True)).to_be_visible()
    assert box["y"] <= note["y"] < note["y"] + note["height"] <= number["y"]
    said = "Quick form: Your answers lean 20 : 80; with similar questions the 80 could be 76-84."
    expect(page.get_by_role("img")).to_have_accessible_name(said)
    expect(page.locator("#said")).to_have_text(said)
    context.close()


@pytest.fixture
def card(page: Page, quiet_console: None, piece_server: Callable[[str], str]) -> Page:
    """The demo page with the live picture as a card, on a phone screen."""
    page.set_viewport_size(PHONE)
    page.goto(piece_server("card_demo.py"))
    expect(page.locator("#number")).to_have_text("38 : 62")
    _settled(page)
    return page


@pytest.mark.parametrize("width", [390, 1366])
def test_a_live_card_stays_a_card_and_without_steps_shows_no_progress(
    card: Page, width: int
) -> None:
    card.set_viewport_size({"width": width, "height": 844})
    expect(card.get_by_text("As answered", exact=True)).to_be_visible()
    expect(card.get_by_text("Your answers lean 38 : 62: +0.0")).to_be_visible()
    for hidden in ("#c", "[popovertarget]", "#note"):
        expect(card.locator(hidden)).to_be_hidden()
    assert card.locator("section:has(> #label)").evaluate("e => getComputedStyle(e).display") == (
        "block"
    )


@pytest.mark.parametrize(
    ("scheme", "tone"), [("light", "rgb(138, 106, 59)"), ("dark", "rgb(211, 178, 124)")]
)
def test_the_live_present_share_is_hatched_in_the_tone_of_the_figures(
    card: Page, scheme: Any, tone: str
) -> None:
    card.emulate_media(color_scheme=scheme)
    expect(card.locator("#tone")).to_have_css("fill", tone)
    expect(card.locator("#p")).to_have_css("fill", 'url("#h")')


def test_a_question_that_offers_no_clear_puts_the_last_answer_back(card: Page) -> None:
    row, _, number = _question(card, J1)
    expect(row.get_by_role("button", name="Clear")).to_be_hidden()
    number.fill("")
    number.press("Tab")
    expect(number).to_have_value("7")
    expect(row).to_have_attribute("data-state", "answered")
    number.fill("9")
    number.press("Enter")
    expect(card.get_by_text('kept {"J1": 9.0}')).to_be_visible()
    number.fill("")
    number.press("Enter")
    expect(number).to_have_value("9")
    number.press("Tab")
    expect(number).to_have_value("9")
    _settled(card)
    expect(card.get_by_text('kept {"J1": 9.0}')).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (360, "dark")])
def test_there_is_no_axe_violation_and_no_sideways_scroll(
    browser: Browser, piece_server: Callable[[str], str], width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 2400}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    _open(page, piece_server("assess_demo.py"))
    _question(page, E3)[1].press("End")
    _question(page, E4)[0].get_by_role("button", name="Not applicable").click()
    _question(page, B1)[2].fill("12")
    _question(page, B1)[2].press("Enter")
    _saved(page, {"E3": 10.0, "E4": "na"})
    if width < 640:
        page.get_by_role("button", name="Steps").click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate("[document.documentElement.scrollWidth, innerWidth]") == [width, width]
    over = "e => e.scrollWidth > e.clientWidth"
    assert not page.locator("[data-testid=stMain]").evaluate(over)
    context.close()


# Nothing on the page tells that the piece listens, but a key it takes is a cancelled event.
LISTENS = """() => !document.dispatchEvent(
    new KeyboardEvent('keydown', {key: 'Home', cancelable: true}))"""


@pytest.fixture
def presenter(page: Page, quiet_console: None, piece_server: Callable[[str], str]) -> Page:
    """The demo page that counts the presenter's moves."""
    page.goto(piece_server("clicker_demo.py"))
    page.wait_for_function(LISTENS)
    expect(page.get_by_text("moves:")).to_have_text("moves: first")
    return page


def _press(page: Page, key: str, moves: str) -> None:
    page.keyboard.press(key)
    expect(page.get_by_text("moves:")).to_have_text(f"moves: {moves}")


def test_each_key_of_the_presenter_is_one_move_after_many_runs(presenter: Page) -> None:
    moves = "first"
    for key, move in [
        ("ArrowRight", "next"),
        ("PageDown", "next"),
        ("Space", "next"),
        ("ArrowLeft", "back"),
        ("PageUp", "back"),
        ("Home", "first"),
        ("Escape", "exit"),
    ]:
        moves = f"{moves} {move}"
        _press(presenter, key, moves)


def test_keys_that_belong_to_a_control_are_no_moves(presenter: Page) -> None:
    _press(presenter, "ArrowRight", "first next")
    presenter.get_by_label("Name").press("ArrowRight")
    presenter.get_by_label("Name").press("Home")
    presenter.get_by_role("button", name="Press").press("Space")
    _press(presenter, "ArrowLeft", "first next back")


def test_a_clicker_that_is_gone_no_longer_listens(presenter: Page) -> None:
    presenter.get_by_text("Listen").click()
    expect(presenter.locator("[data-testid=stBidiComponentIsolated]")).to_have_count(0)
    assert not presenter.evaluate(LISTENS)
