"""Answering: by keyboard alone, under a swiping thumb, and with a live balance that keeps its place."""

from playwright.sync_api import Locator, Page, WebSocket, expect

from tests.browser.conftest import count, explore, follow, question, ready, visit

FOCUSED = "element => element === element.getRootNode().activeElement"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
PLACE = """() => {
  let focus = document.activeElement
  while (focus.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement
  return [document.querySelector('[data-testid=stMain]').scrollTop, focus === window.focusBefore]
}"""


def _tab_to(page: Page, wanted: Locator, *, presses: int = 40) -> None:
    """Press Tab until the focus is where it should go; nothing else is ever pressed or clicked."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if wanted.evaluate(FOCUSED):
            return
    raise AssertionError(f"{presses} presses of Tab do not lead to {wanted}")


def test_a_step_is_answered_and_left_by_keyboard_alone(server: str, desk: Page) -> None:
    visit(desk, server)
    _tab_to(desk, desk.get_by_role("button", name="Begin the quick form"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Work today")).to_be_focused()
    rows = desk.locator(".question")
    for index in range(rows.count()):
        _tab_to(desk, rows.nth(index).locator(".range"), presses=8)
        desk.keyboard.press("ArrowRight")
        desk.keyboard.press("ArrowRight")
        expect(rows.nth(index).locator(".number")).to_have_value("6")
    expect(count(desk)).to_have_text("4 of 18")
    _tab_to(desk, desk.get_by_role("button", name="Next"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Learning and skills")).to_be_focused()
    expect(rows).to_have_count(2)
    expect(count(desk)).to_have_text("4 of 18")
    assert desk.evaluate(SCROLLED) == 0


def test_the_review_table_is_reached_and_leads_back_by_keyboard(server: str, desk: Page) -> None:
    visit(desk, server, "assess")
    _tab_to(desk, desk.get_by_role("button", name="Review answers"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Your answers")).to_be_visible()
    ready(desk)
    _tab_to(desk, desk.get_by_role("button", name="Change Habits"))
    desk.keyboard.press("Enter")
    # Level 2: the table that is about to go has a heading of the same name.
    expect(desk.get_by_role("heading", name="Habits", level=2)).to_be_focused()


def _swipe(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: dict[str, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    send("touchStart", {"x": start[0], "y": start[1]})
    for part in range(1, 11):
        send("touchMove", {"x": start[0] + by[0] * part / 10, "y": start[1] + by[1] * part / 10})
        page.evaluate("() => new Promise(requestAnimationFrame)")
    send("touchEnd")


def test_a_thumb_that_scrolls_over_the_sliders_changes_no_answer(server: str, phone: Page) -> None:
    visit(phone, server, "assess")
    question(phone, "J3").locator(".range").press("Home")
    expect(count(phone)).to_have_text("1 of 18")
    for item, share, aside in (("J3", 0.8, 0), ("J3", 0.3, 50), ("C1", 0.2, 0), ("C1", 0.7, -50)):
        rail = question(phone, item).locator(".range")
        rail.evaluate("e => e.scrollIntoView({block: 'center'})")
        box, top = rail.bounding_box(), phone.evaluate(SCROLLED)
        assert box
        start = (box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        _swipe(phone, start, (aside, -180 if item == "J3" else 180))
        assert abs(phone.evaluate(SCROLLED) - top) > 100, (item, share)
    # One more answer is a round trip to the server, so nothing is still on its way after it.
    question(phone, "C4").locator(".range").press("End")
    expect(count(phone)).to_have_text("2 of 18")
    expect(question(phone, "J3").locator(".number")).to_have_value("0")
    expect(question(phone, "C1")).to_have_attribute("data-state", "untouched")


def test_a_drag_along_a_slider_answers_on_a_phone(server: str, phone: Page) -> None:
    visit(phone, server, "assess")
    box = question(phone, "J1").locator(".range").bounding_box()
    assert box
    _swipe(phone, (box["x"] + box["width"] / 2, box["y"] + 22), (box["width"] / 2, 4))
    expect(question(phone, "J1").locator(".number")).to_have_value("10")
    expect(count(phone)).to_have_text("1 of 18")


def test_the_live_balance_repaints_and_nothing_else_moves(server: str, desk: Page) -> None:
    received: list[bytes] = []

    def keep(frame: str | bytes) -> None:
        received.append(frame if isinstance(frame, bytes) else frame.encode())

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", keep)

    desk.on("websocket", listen)
    explore(desk, server)
    follow(desk, "Assess")
    row, picture = question(desk, "C4"), desk.locator(".st-key-live_balance section")
    row.locator(".range").focus()
    row.evaluate("e => e.scrollIntoView({block: 'center'})")
    row.evaluate("e => { window.rowBefore = e }")
    row.locator(".range").evaluate("e => { window.focusBefore = e }")
    picture.evaluate("e => { window.pictureBefore = e }")
    drawn, before = picture.get_attribute("style"), desk.evaluate(PLACE)
    assert before[0] > 100
    received.clear()
    row.locator(".range").press("ArrowRight")
    expect(picture).not_to_have_attribute("style", drawn or "")
    ready(desk)
    assert desk.evaluate(PLACE) == before == [before[0], True]
    assert row.evaluate("e => e === window.rowBefore")
    assert picture.evaluate("e => e === window.pictureBefore")
    assert any(b"throughline_live" in frame for frame in received)
    assert not any(b"throughline_scale" in frame for frame in received)


def test_a_ticked_box_repaints_the_live_balance_without_moving_the_page(
    server: str, desk: Page
) -> None:
    explore(desk, server)
    follow(desk, "Assess")
    desk.get_by_role("button", name="Next").click()
    expect(desk.get_by_role("heading", name="Education and training")).to_be_focused()
    box = desk.locator("[class*=st-key-amina-tick]").get_by_role("checkbox").first
    picture = desk.locator(".st-key-live_balance section")
    box.focus()
    box.evaluate("e => { window.focusBefore = e }")
    drawn, before = picture.get_attribute("style"), desk.evaluate(PLACE)
    desk.keyboard.press("Space")
    expect(picture).not_to_have_attribute("style", drawn or "")
    ready(desk)
    assert desk.evaluate(PLACE) == before == [before[0], True]
