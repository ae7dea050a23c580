"""What a finger feels: key press to repainted drawing, by a clock that runs inside the page."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from bench.servers import Subject, serve

WARM_UPS = 2
PRESSES = 10
# Long enough for a run, its garbage collection, and the stock slider's own delay for keys.
PAUSE_MS = 300
LOST_MS = 5000
SETTLED = (
    '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
    '[data-test-script-state="notRunning"]'
)

# Every expression below finds one thing, also inside the shadow roots of our own pieces.
_INSIDE = """[...document.querySelectorAll('%s [data-testid=stBidiComponentIsolated]')]
  .map(host => host.shadowRoot?.querySelector('%s')).find(Boolean)"""
FLOOR_CONTROL = "document.querySelector('input[type=range]')"
FLOOR_SCORE = "document.querySelector('[data-testid=stMetricValue]')"
OUR_CONTROL = _INSIDE % ("", ".range")
LIVE = _INSIDE % (".st-key-live_balance", "section:has(#label)")
TRIED = _INSIDE % (".st-key-card_whatif", "section:has(#label)")
STEP = _INSIDE % (".st-key-form_body", ".heading")
LEVERS = "document.querySelector('.st-key-chart_levers .main-svg')"
FAN = "document.querySelector('.st-key-chart_pay_fan .main-svg')"
SLIDE = "document.querySelector('.st-key-slide h1')"


@dataclass(frozen=True)
class Look:
    """A thing on the page, as a JavaScript expression that finds it."""

    expression: str

    @property
    def enabled(self) -> str:
        """Condition: it is there and takes input."""
        return f"() => {{ const e = {self.expression}; return !!e && !e.disabled }}"

    @property
    def watch(self) -> str:
        """Script: remember the node, and how to read its drawing; null while there is none."""
        return f"""() => {{
          window.benchFind = () => {self.expression}
          window.benchNode = window.benchFind()
          window.benchRead = () => {{
            const e = window.benchFind()
            return e ? new XMLSerializer().serializeToString(e) : null
          }}
        }}"""


# Milliseconds from the key press to the first animation frame with another drawing, or null.
_ARM = f"""() => {{
  const before = window.benchRead()
  window.benchTook = new Promise((resolve) => {{
    addEventListener('keydown', () => {{
      const start = performance.now()
      const frame = () => {{
        const now = window.benchRead(), took = performance.now() - start
        if (now !== null && now !== before) resolve(took)
        else if (took > {LOST_MS}) resolve(null)
        else requestAnimationFrame(frame)
      }}
      requestAnimationFrame(frame)
    }}, {{once: true, capture: true}})
  }})
}}"""


@dataclass(frozen=True)
class Felt:
    """One round: the median press in milliseconds, presses lost, and whether the node survived."""

    p50: float
    lost: int
    node_kept: bool


def settle(page: Page) -> None:
    """Wait until the app has nothing left to run."""
    page.wait_for_selector(SETTLED, state="attached")


def _measure(
    page: Page, drawing: str, control: Callable[[int], Locator], key: Callable[[int], str]
) -> Felt:
    page.wait_for_function(Look(drawing).enabled)
    page.evaluate(Look(drawing).watch)
    took: list[float] = []
    lost = 0
    for press in range(WARM_UPS + PRESSES):
        page.wait_for_timeout(PAUSE_MS)
        settle(page)
        target = control(press)
        if target.count() and not target.evaluate("e => e === e.getRootNode().activeElement"):
            target.focus()
        page.evaluate(_ARM)
        page.keyboard.press(key(press))
        one = page.evaluate("() => window.benchTook")
        if press >= WARM_UPS and one is not None:
            took.append(one)
        lost += one is None
    kept = page.evaluate("() => window.benchFind() === window.benchNode")
    return Felt(median(took) if took else float(LOST_MS), lost, kept)


def _to_and_fro(press: int) -> str:
    return "ArrowLeft" if press % 2 else "ArrowRight"


def press_floor(browser: Browser, subject: Subject) -> dict[str, Felt]:
    """One round on the bare page."""
    with serve(subject) as running:
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.goto(running.address)
        page.wait_for_function(Look(FLOOR_CONTROL).enabled)
        slider = page.get_by_role("slider")
        felt = _measure(page, FLOOR_SCORE, lambda _: slider, _to_and_fro)
        page.context.close()
        return {"floor": felt}


def press_ours(browser: Browser, subject: Subject) -> dict[str, Felt]:
    """One round on every page that talks to the server, with a sample loaded; the form is the full one."""
    with serve(subject) as running:
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.goto(running.address)
        page.get_by_role("button", name="Explore Amina's sample").click()
        page.get_by_role("heading", name="What if?").wait_for()
        # The tightest budget comes first, next to the floor it is held against.
        felt = _assess_page(page)
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Balance").click()
        page.get_by_role("heading", name="What if?").wait_for()
        felt |= _balance_page(page)
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Pay").click()
        page.get_by_role("heading", level=1, name="Pay", exact=True).wait_for()
        felt |= _pay_page(page)
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Learn").click()
        page.get_by_role("heading", level=1, name="Learn").wait_for()
        page.get_by_role("button", name="Present", exact=True).click()
        stage = page.locator("body")
        felt["Present: next slide"] = _measure(page, SLIDE, lambda _: stage, _to_and_fro)
        page.context.close()
        return felt


def _balance_page(page: Page) -> dict[str, Felt]:
    card = page.locator(".st-key-card_whatif")
    slider, undo = card.locator(".range").first, card.get_by_role("button", name="Undo")
    areas = page.locator("[class*=lever_area]").get_by_role("radio")
    return {
        "Balance: what-if slider": _measure(page, TRIED, lambda _: slider, _to_and_fro),
        # The whole page runs again, six charts and all.
        "Balance: undo a what-if": _measure(page, TRIED, lambda _: undo, lambda _: "Enter"),
        "Balance: another area": _measure(
            page, LEVERS, lambda press: areas.nth(1 + press % 2), lambda _: "Space"
        ),
    }


def _pay_page(page: Page) -> dict[str, Felt]:
    """Change one number; the fan is drawn last, so the mix is there when it is."""
    wage = page.get_by_role("spinbutton", name="Pay per hour")
    steps = ("ArrowUp", "ArrowDown")
    return {"Pay: one field": _measure(page, FAN, lambda _: wage, lambda press: steps[press % 2])}


def _assess_page(page: Page) -> dict[str, Felt]:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Assess").click()
    page.get_by_role("heading", level=1, name="Assess").wait_for()
    slider = page.locator(".question .range").first
    ways = [page.get_by_role("button", name=name, exact=True) for name in ("Next", "Back")]
    return {
        "Assess: answer": _measure(page, LIVE, lambda _: slider, _to_and_fro),
        "Assess: next step": _measure(page, STEP, lambda press: ways[press % 2], lambda _: "Enter"),
    }
