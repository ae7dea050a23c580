"""The theme of a page is the same, read once."""

import inspect
from typing import Any

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from components.server import theming

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.dark.sidebar")
SETTINGS: dict[str, dict[str, Any]] = {
    "theme": {"base": "dark", "primaryColor": "#0b6e66", "baseRadius": ""},
    "theme.light": {"textColor": "#1c2321"},
    "theme.dark": {"textColor": None},
    "theme.sidebar": {},
    "theme.dark.sidebar": {"headingFontSizes": ["2rem"]},
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Sections that were read from the settings, in order."""
    read: list[str] = []

    def options(section: str) -> dict[str, Any]:
        read.append(section)
        return SETTINGS[section]

    monkeypatch.setattr(config, "get_options_for_section", options)
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    return read


def whole() -> CustomThemeConfig:
    """A theme filled in as a run does it."""
    message = CustomThemeConfig()
    for section in SECTIONS:
        part = message
        for name in section.split(".")[1:]:
            part = getattr(part, name)
        app_session._populate_theme_msg(part, section)
    return message


def test_every_run_gets_the_theme_that_streamlit_would_send(asked: list[str]) -> None:
    plain = whole()
    assert plain.HasField("light")
    assert not plain.HasField("sidebar")
    theming.remember_the_theme()
    asked.clear()

    for _ in range(3):
        assert whole().SerializeToString() == plain.SerializeToString()
    assert asked == list(SECTIONS)


def test_streamlit_still_reads_the_settings_in_every_run() -> None:
    """Fails when Streamlit keeps the theme itself: then `theming` can go."""
    assert "_populate_theme_msg(" in inspect.getsource(
        app_session.AppSession._create_new_session_message
    )
