"""A whole workshop in real browsers: a desk, a projector and phones that sleep, lose the network and come late."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from tests.browser.conftest import HOST_KEY, PHONE, Watch, question, ready, running, visit
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOW, SMALL

PLOTLY = re.compile("plotly", re.IGNORECASE)
SIXTEEN = 16_000  # ms: a heartbeat of 15 s and a little
SECRET = re.compile(r"^[\w-]{43}$")

Opened = Callable[..., BrowserContext]


@dataclass
class Phone:
    """Somebody's phone, and what it has loaded."""

    page: Page
    loaded: list[str] = field(default_factory=list)
    lines: list[WebSocketRoute] = field(default_factory=list)

    def listen(self, line: WebSocketRoute) -> None:
        """Pass a connection on to the server, and keep hold of it so that it can be cut."""
        line.connect_to_server()
        self.lines.append(line)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server started as a workshop is, which nobody has visited."""
    folder = tmp_path_factory.mktemp("workshop")
    environment = {
        "THROUGHLINE_DATABASE_URL": f"sqlite:///{folder / 'rooms.sqlite'}",
    }
    command = ("components.server", "--address=127.0.0.1")
    with running(folder / "log", *command, port="--port", environment=environment) as address:
        yield address


def phone_of(new_context: Opened, **options: Any) -> Phone:
    """A phone nobody has used yet."""
    context = new_context(**{"viewport": {"width": 390, "height": 844}, **PHONE, **options})
    phone = Phone(context.new_page())
    context.on("request", lambda request: phone.loaded.append(request.url))
    phone.page.route_web_socket(re.compile("/_stcore/stream"), phone.listen)
    return phone


def open_room(page: Page, address: str, *, rehearsal: bool = False) -> None:
    """Make a room of two rounds, with three sections if it is a rehearsal, and put its secrets away."""
    visit(page, address, "host")
    page.get_by_label("What is it called?").fill("Team day")
    page.get_by_text("More options").click()
    two = page.get_by_role("radio", name="2", exact=True)
    two.or_(page.get_by_role("button", name="2", exact=True)).first.click()
    if rehearsal:
        page.get_by_text("Rehearsal", exact=True).click()
        page.get_by_text("Pick what this group should talk about").click()
        for section in ("Work today", "What pay is made of", "What comes with work"):
            page.get_by_test_id("stButtonGroup").get_by_text(section, exact=True).click()
            ready(page)
    ready(page)
    page.get_by_label("Host key", exact=True).fill(HOST_KEY)
    page.get_by_role("button", name="Open the room").click()
    expect(page.get_by_role("heading", name="Keep these two secrets")).to_be_visible()
    expect(page.get_by_text(SECRET)).to_have_count(2)
    page.get_by_role("button", name="I have them").click()
    expect(page.get_by_role("heading", name="Agenda")).to_be_visible()
    ready(page)


def code_on(page: Page) -> str:
    """The code that the desk shows."""
    return page.locator(".st-key-desk_code").inner_text().strip()


def next_step(page: Page, label: str) -> None:
    """Press the one obvious button, which must say this."""
    page.locator(".st-key-cta_next").get_by_role("button", name=label, disabled=False).click()
    ready(page)


def screen_link(page: Page) -> str:
    """The address of the projector, made at the desk."""
    page.get_by_role("button", name="New link for a screen").click()
    link = page.get_by_role("link", name=re.compile("Open the screen: light"))
    return str(link.get_attribute("href"))


def join_by_code(phone: Phone, address: str, code: str) -> None:
    """Type the code and tap Join."""
    visit(phone.page, address, "join")
    phone.page.get_by_label("Room code").fill(code)
    phone.page.get_by_role("button", name="Go on").click()
    tap_join(phone)


def tap_join(phone: Phone) -> None:
    """Tap Join, once it is offered."""
    phone.page.get_by_role("button", name="Join", exact=True).click()
    expect(phone.page.get_by_text("About this room")).to_be_visible()


def answer(phone: Phone, key: str, *items: str) -> None:
    """Answer with a key on each slider, and save."""
    for item in items:
        question(phone.page, item).locator(".range").press(key)
    phone.page.get_by_role("button", name="Save and go on").click()
    expect(phone.page.get_by_text("Saved at")).to_be_visible()


def shows(screen: Page, heading: str) -> None:
    """Wait until the projector shows this."""
    expect(screen.get_by_role("heading", level=1)).to_have_text(heading, timeout=SIXTEEN)


def test_a_whole_workshop(  # noqa: PLR0915 - one story, told once
    workshop: str, new_context: Opened, desk: Page, console: Watch
) -> None:
    # A QR link is the first thing this server ever hears.
    cold = phone_of(new_context)
    cold.page.goto(f"{workshop}/j/12345678?k=Abcdefgh-_123456")
    expect(cold.page.get_by_text("No room is open under this code.")).to_be_visible()

    open_room(desk, workshop, rehearsal=True)
    code = code_on(desk)
    screen = new_context(viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(screen_link(desk))
    shows(screen, "Team day")
    expect(screen.locator(".hero .digits")).to_have_text(code)

    by_code, by_link = phone_of(new_context), phone_of(new_context)
    join_by_code(by_code, workshop, code)
    by_link.page.goto(f"{workshop}/j/{code.replace(' ', '')}")
    tap_join(by_link)
    assert by_link.page.url == f"{workshop}/join"
    desk.get_by_text("More", exact=True).click()
    desk.get_by_role("button", name=re.compile("Add .* invented people")).click()
    expect(desk.get_by_test_id("stMetric").first).to_contain_text("10")

    next_step(desk, "Open “Work today”")
    shows(screen, "Work today")
    answer(by_code, "End", "J1", "J3", "C1", "C4")
    answer(by_link, "Home", "J1", "J3", "C1", "C4")

    # A phone that was locked and reloaded, and one that lost the network, are the same people.
    by_code.page.reload()
    expect(by_code.page.get_by_text("Saved at")).to_be_visible()
    cut = by_link.lines.pop()
    cut.close()
    expect(by_link.page.get_by_text("Saved at")).to_be_visible()
    ready(by_link.page)
    assert by_link.lines  # it has a new line
    console.errors[:] = [one for one in console.errors if "when disconnected" not in one]

    next_step(desk, "Lock “Work today”")
    next_step(desk, "Reveal “Work today”")
    expect(by_code.page.get_by_text("The picture of the room")).to_be_visible(timeout=SIXTEEN)
    drawn = screen.locator("[class*=st-key-stage_chart] .main-svg").first
    expect(drawn).to_be_visible(timeout=SIXTEEN)

    late = phone_of(new_context)
    join_by_code(late, workshop, code)
    late.page.get_by_role("button", name="Answer “Work today” for myself").click()
    answer_late = question(late.page, "J1").locator(".range")
    answer_late.press("End")
    late.page.get_by_role("button", name="Save and go on").click()
    expect(late.page.get_by_text("Saved for your own result.")).to_be_visible()

    desk.get_by_role("button", name="Second round of “Work today”").click()
    ready(desk)
    next_step(desk, "Open “Work today”")
    answer(by_code, "Home", "J1", "J3", "C1", "C4")
    next_step(desk, "Lock “Work today”")
    next_step(desk, "Reveal “Work today”")
    shows(screen, "Work today, round 2")
    expect(by_code.page.get_by_text("My answers, before → now")).to_be_visible(timeout=SIXTEEN)
    expect(by_code.page.get_by_text("10 → 0").first).to_be_visible()

    next_step(desk, "Open “What pay is made of”")
    save = by_code.page.get_by_role("button", name="Save and go on")
    by_code.page.get_by_label("Salary").fill("70", timeout=SIXTEEN)
    save.click()
    expect(by_code.page.get_by_text("These make 70. They need to make 100.")).to_be_visible()
    by_code.page.get_by_label("Benefits").fill("30")
    save.click()
    expect(by_code.page.get_by_text("Saved at")).to_be_visible()
    by_link.page.get_by_label("Salary").fill("100")  # a mix is shown from ten people on
    by_link.page.get_by_role("button", name="Save and go on").click()
    expect(by_link.page.get_by_text("Saved at")).to_be_visible()
    next_step(desk, "Lock “What pay is made of”")
    next_step(desk, "Reveal “What pay is made of”")
    shows(screen, "What pay is made of")
    drawing = screen.locator("[class*=st-key-stage_chart] [role=img]")
    expect(drawing).to_have_attribute("aria-label", re.compile(r"pay mix: 10 people; .*\d+ %"))

    next_step(desk, "Open “What comes with work”")
    by_code.page.get_by_text("Paid leave").click(timeout=SIXTEEN)
    by_code.page.get_by_text("I have been through this list").click()
    by_code.page.get_by_text("part-time", exact=True).click()
    save.click()
    by_code.page.get_by_role("button", name="Change my answers").click()
    expect(by_code.page.get_by_role("checkbox", name="Paid leave")).to_be_checked()
    expect(by_code.page.get_by_role("checkbox", name="Pension")).not_to_be_checked()
    save.click()
    expect(by_code.page.get_by_text("Saved at")).to_be_visible()
    next_step(desk, "Lock “What comes with work”")
    next_step(desk, "Reveal “What comes with work”")
    shows(screen, "What comes with work")
    expect(drawing).to_have_attribute("aria-label", re.compile(r"Paid leave \w+"))

    with desk.expect_download() as made:
        desk.get_by_role("button", name="PDF").click()
    assert made.value.suggested_filename.endswith(".pdf")
    next_step(desk, "Reveal the room as a whole")
    shows(screen, "The room as a whole")
    next_step(desk, "Hand out the results")
    expect(by_code.page.get_by_role("heading", name="Thank you")).to_be_visible(timeout=SIXTEEN)
    by_code.page.get_by_role("button", name="Open in my own pages").click()
    expect(by_code.page.get_by_role("heading", level=1, name="Balance")).to_be_visible()

    desk.get_by_role("button", name="Close the room").first.click()
    desk.get_by_role("button", name="Close and delete the answers").first.click()
    expect(desk.get_by_role("heading", name="The room is closed")).to_be_visible()
    shows(screen, "Thank you for taking part")
    expect(by_link.page.get_by_role("heading", name="This room is closed")).to_be_visible(
        timeout=SIXTEEN
    )
    desk.get_by_role("button", name="Delete everything now").click()
    desk.get_by_role("button", name="Delete everything", exact=True).click()
    expect(desk.get_by_text("Everything of the room is deleted")).to_be_visible()
    assert [url for phone in (by_link, late) for url in phone.loaded if PLOTLY.search(url)] == []


def the_keys_change_how_it_looks(screen: Page, scheme: str) -> None:
    """Try size, help and theme on a projector, and leave it as it was."""
    root = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
    ready(screen)
    screen.wait_for_function(f"({root})() > 20")  # the type of a projector has come
    size = screen.evaluate(root)
    screen.keyboard.press("+")
    screen.wait_for_function(f"({root})() > {1.05 * size}")
    assert screen.evaluate(root) == pytest.approx(1.1 * size)
    screen.keyboard.press("-")
    screen.wait_for_function(f"({root})() < {1.05 * size}")
    assert screen.evaluate(root) == pytest.approx(size)
    listed = screen.get_by_text("Keys of this screen")
    screen.keyboard.press("h")
    expect(listed).to_be_visible()
    screen.keyboard.press("h")
    expect(listed).to_be_hidden()
    for theme in ({"light": "dark", "dark": "light"}[scheme], scheme):
        screen.keyboard.press("d")
        screen.wait_for_url(f"**embed_options={theme}_theme*")
        ready(screen)


def swipe(page: Page, x: float, y: float, distance: float) -> None:
    """Move a finger upwards, as somebody does who scrolls."""
    touch = page.context.new_cdp_session(page)
    points = [{"x": x, "y": y}]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
    for step in range(1, 11):
        points = [{"x": x, "y": y - distance * step / 10}]
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    touch.detach()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_a_room_are_accessible_survive_a_reload_and_a_swipe_answers_nothing(
    server: str, desk: Page, new_context: Opened, scheme: str
) -> None:
    open_room(desk, server)
    screen = new_context(
        viewport={"width": 1920, "height": 1080}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    screen.goto(screen_link(desk).replace("light_theme", f"{scheme}_theme"))
    shows(screen, "Team day")
    expect(screen.get_by_role("button")).to_have_count(0)
    the_keys_change_how_it_looks(screen, scheme)
    phone = phone_of(
        new_context,
        viewport={"width": 360, "height": 740},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = phone.page
    found = violations(desk) + violations(screen)
    join_by_code(phone, server, code_on(desk))
    found += violations(page)
    desk.get_by_role("heading", level=1).click()  # no field has the keyboard
    desk.keyboard.press("ArrowRight")
    expect(question(page, "J1")).to_be_visible(timeout=SIXTEEN)
    ready(page)
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL) == []
    found += violations(page)
    for item in ("J1", "J3"):
        rail = question(page, item).locator(".range").bounding_box()
        assert rail
        for share in (0.2, 0.5, 0.8):
            swipe(page, rail["x"] + share * rail["width"], rail["y"] + 20, 30)
    expect(page.locator(".question[data-state=answered]")).to_have_count(0)
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_text("Nothing is entered yet")).to_be_visible()
    answer(phone, "End", "J1")
    found += violations(page)
    shows(screen, "Work today")
    found += violations(screen)
    sizes = "(all) => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    assert min(screen.locator(".strip p, .strip dt").evaluate_all(sizes)) >= 28
    assert min(screen.locator(".strip dd, .big").evaluate_all(sizes)) >= 72
    assert found == []
    page.reload()
    expect(page.get_by_text("Saved at")).to_be_visible()
    desk.reload()
    expect(desk.get_by_role("heading", name="Agenda")).to_be_visible()
    assert [url for url in phone.loaded if PLOTLY.search(url)] == []
