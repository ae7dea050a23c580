"""A session that comes back watches files as the setting says."""

import inspect

import pytest
from streamlit import config
from streamlit.runtime.app_session import AppSession

from components.server import watching


@pytest.mark.parametrize(("setting", "watched"), [("none", 0), ("poll", 1)])
def test_a_reconnected_session_watches_files_only_if_the_setting_asks(
    monkeypatch: pytest.MonkeyPatch, setting: str, watched: int
) -> None:
    calls: list[None] = []
    monkeypatch.setattr(AppSession, "register_file_watchers", lambda _: calls.append(None))
    monkeypatch.setattr(config, "get_option", lambda _name: setting)
    monkeypatch.delattr(AppSession, "__del__")  # it ends a session, and there is none to end

    watching.obey_the_setting()
    session = object.__new__(AppSession)
    session.register_file_watchers()

    assert len(calls) == watched


def test_streamlit_still_watches_whatever_the_setting_says_when_a_session_comes_back() -> None:
    """Fails when Streamlit looks at the setting itself: then `watching` can go."""
    assert "get_option" not in inspect.getsource(AppSession.register_file_watchers)
