"""A real server, the system's Chromium, and a watch that fails any test whose page errs or calls outside."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal
from urllib.parse import urlparse

import pytest
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    WebError,
    expect,
)

ROOT = Path(__file__).resolve().parents[2]
HOST_KEY = "a-key-for-tests"
# The shell without a window takes two thirds of the processor time of the whole browser.
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# How long a condition may take to come true: generous, for a busy machine; what holds at once costs nothing.
expect.set_options(timeout=15_000)
# A page's own address makes Streamlit's client ask below it first, in vain; it then asks the root.
HARMLESS = re.compile(
    r"http://127\.0\.0\.1:\d+/(assess|balance|coach|host|join|learn|method|pay|plan|present|progress|report|screen|timeline)/_stcore/(health|host-config)"
)
# Streamlit closes its drawer after a link only for a browser that calls itself mobile.
PHONE: dict[str, Any] = {
    "has_touch": True,
    "is_mobile": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
}
SETTLED = (
    '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
    '[data-test-script-state="notRunning"]'
)


# Both widths and both themes, once each: what fails in one pair alone would be a rule that knows both.
LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1366, "light"), (390, "dark")]


@dataclass(frozen=True)
class Place:
    """One page of the product: its address, its name in the title bar, its first heading."""

    path: str
    name: str
    heading: str


PLACES = (
    Place("", "Start", "Is your work a job, a career, or both?"),
    Place("assess", "Assess", "Assess"),
    Place("balance", "Balance", "Balance"),
    Place("pay", "Pay", "Pay"),
    Place("timeline", "Timeline", "Five years of goals"),
    Place("plan", "Plan", "Plan"),
    Place("progress", "Progress", "Progress"),
    Place("report", "Report", "Report"),
    Place("coach", "Coach", "Coach"),
    Place("host", "Host", "Host"),
    Place("learn", "Learn", "Learn"),
    Place("method", "Method & privacy", "Method & privacy"),
    Place("present", "Present", "What would you like to show?"),
    Place("screen", "Screen", "This address shows nothing any more"),
    Place("join", "Join", "Join a room"),
)
BARE = ("Present", "Screen", "Join")
"""Pages without the bars of the app, and without a link in them."""
LISTED = tuple(place for place in PLACES if place.name not in BARE)


@dataclass
class Watch:
    """What the pages of one test asked for, and what went wrong in them."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Addresses that are not on this machine."""
        return [url for url in self.requests if urlparse(url).hostname not in ("127.0.0.1", None)]

    def attend(self, context: BrowserContext) -> None:
        """Record every page of a browser context."""
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", self._broke)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        url = message.location["url"]
        missing = message.text.startswith("Failed to load resource") and "404" in message.text
        if message.type == "error" and not (missing and HARMLESS.fullmatch(url)):
            self.errors.append(f"{message.text} ({url})")

    def _broke(self, error: WebError) -> None:
        self.errors.append(str(error.error))


def chromium() -> str | None:
    """Path of the system's Chromium; None lets Playwright take its own build."""
    return next(filter(None, map(shutil.which, CHROMIUMS)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium, or Playwright's own build where there is none."""
    return {**browser_type_launch_args, "executable_path": chromium(), "args": FLAGS}


@pytest.fixture
def console() -> Iterator[Watch]:
    """Fail the test when one of its pages writes an error or asks another machine for anything."""
    watch = Watch()
    yield watch
    assert watch.errors == []
    assert watch.outside == []


@pytest.fixture
def new_context(
    console: Watch, new_context: Callable[..., BrowserContext]
) -> Callable[..., BrowserContext]:
    """Open browser contexts that are watched; `context` and `page` come from here too."""

    def opened(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(20_000)
        console.attend(context)
        return context

    return opened


@pytest.fixture
def desk(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a desktop screen."""
    return new_context(viewport={"width": 1366, "height": 900}).new_page()


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone with a touch screen."""
    return new_context(viewport={"width": 390, "height": 844}, **PHONE).new_page()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app, started once; every page opened on it is a visitor of its own."""
    with served(tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture(scope="session")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app behind everything that `serve.py` adds, started as a workshop is."""
    log = tmp_path_factory.mktemp("own_server") / "log"
    command = ("components.server", "--address=127.0.0.1")
    with running(log, *command, port="--port") as address:
        yield address


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[str]:
    """Address of an app that nobody has visited yet."""
    with served(tmp_path / "log") as address:
        yield address


@contextmanager
def served(log: Path, script: str = "app.py", folder: Path = ROOT, base: str = "") -> Iterator[str]:
    """Serve a script of a folder, the app itself unless told otherwise, under a base path."""
    command = ["streamlit", "run", script, "--server.headless=true"]
    command += ["--server.fileWatcherType=none", "--server.address=127.0.0.1"]
    command += [f"--server.baseUrlPath={base}"] if base else []
    with running(log, *command, port="--server.port", folder=folder, base=base) as address:
        yield address


@contextmanager
def running(
    log: Path,
    *module: str,
    port: str,
    folder: Path = ROOT,
    base: str = "",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Run a module that serves the app; its option for the port is given a free one.

    Rooms are kept in memory, unless the environment says otherwise.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *module, f"{port}={free}"],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "THROUGHLINE_DATABASE_URL": "memory://",
                "THROUGHLINE_HOST_KEY": HOST_KEY,
                **environment,
            },
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{free}{base}"
            _wait_until_healthy(f"{address}/_stcore/health", process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
            break
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def ready(page: Page) -> None:
    """Wait until the app is connected and has nothing left to run, and nothing on it broke."""
    expect(page.locator(SETTLED)).to_be_attached(timeout=20_000)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_text("did not work").count() == 0


def visit(page: Page, address: str, place: str = "") -> None:
    """Open a page by its address, as a new visitor."""
    page.goto(f"{address}/{place}")
    ready(page)


def follow(page: Page, name: str) -> None:
    """Go to another page by its link in the sidebar, which a phone keeps behind a button."""
    wanted = next(place for place in PLACES if place.name == name)
    drawer = page.get_by_test_id("stExpandSidebarButton")
    if drawer.is_visible():
        drawer.click()
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=wanted.name).click()
    expect(page.get_by_role("heading", level=1, name=wanted.heading, exact=True)).to_be_visible()
    ready(page)


def explore(page: Page, address: str, name: Literal["Amina", "Ben"] = "Amina") -> None:
    """Open a sample from the Start page; this ends on the Balance page."""
    visit(page, address)
    page.get_by_role("button", name=f"Explore {name}'s sample").click()
    expect(page.get_by_role("heading", level=1, name="Balance")).to_be_visible()
    expect(page.get_by_text(f"Sample: {name}")).to_be_visible()
    ready(page)


def question(page: Page, item: str) -> Locator:
    """One question of the form, by the permanent id of its item."""
    # Streamlit keeps a piece that another replaces, hidden, until its run has ended.
    return page.locator(".question").filter(has=page.locator(f"#text-{item}"), visible=True)


def count(page: Page) -> Locator:
    """The number of answers the live balance has counted, e.g. "1 of 18"."""
    return page.locator(".st-key-live_balance #count")
