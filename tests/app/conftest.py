"""A simulated visitor on a server that has already shown its first page, without anybody's secrets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from components import resources

ROOM_KEY = "a-key-for-tests"
APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def cold_server() -> None:
    """Ask for a server on which nobody has opened a page yet."""


@pytest.fixture(autouse=True)
def _server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    # AppTest goes back to Streamlit's old `pages/` mode before every run. A server leaves that mode
    # for good with its first page (docs/adr/0002), so this is what all visits but the first look like.
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    if "cold_server" in request.fixturenames:
        return
    make = PagesManager.__init__

    def make_warm(self: PagesManager, *args: Any, **kwargs: Any) -> None:
        PagesManager.uses_pages_directory = False
        make(self, *args, **kwargs)

    monkeypatch.setattr(PagesManager, "__init__", make_warm)


@pytest.fixture(autouse=True)
def _no_search_for_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each simulated visitor would search every installed package for browser pieces, nine tenths of the
    # time of a test. Ours come with the app.
    monkeypatch.setattr(
        BidiComponentManager, "discover_and_register_components", lambda _self, **_options: None
    )


@pytest.fixture(autouse=True)
def _no_secrets(tmp_path: Path) -> Iterator[None]:
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(tmp_path / "no-secrets.toml")])
    yield
    config.set_option("secrets.files", before)


@pytest.fixture
def app() -> AppTest:
    """One visitor, who has come in by the front door and entered nothing yet."""
    return AppTest.from_file(APP, default_timeout=30).run()


@pytest.fixture(autouse=True)
def _rooms_in_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(resources.DATABASE_URL, "memory://")
    monkeypatch.setenv(resources.HOST_KEY, ROOM_KEY)
    resources._workshop.cache_clear()
    yield
    resources._workshop.cache_clear()
