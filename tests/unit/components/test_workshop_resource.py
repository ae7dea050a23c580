"""Where rooms live when nobody says otherwise."""

import sys
from pathlib import Path

import pytest

from components import resources


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", ".local/share/throughline"),
        ("darwin", "Library/Application Support/Throughline"),
        ("win32", "AppData/Local/Throughline"),
    ],
)
def test_rooms_are_kept_where_each_system_keeps_data_of_its_users(
    platform: str, folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert resources._data_folder() == tmp_path / folder


def test_a_process_has_one_workshop_and_says_its_host_key_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(resources.DATABASE_URL, "memory://")
    monkeypatch.delenv(resources.HOST_KEY, raising=False)
    resources._workshop.cache_clear()
    first = resources.workshop()
    assert resources.workshop() is first
    assert capsys.readouterr().err.count(str(first.host_key)) == 1
    resources._workshop.cache_clear()


def test_our_own_server_without_a_host_key_has_none_and_its_log_names_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(resources.DATABASE_URL, "memory://")
    monkeypatch.setenv(resources.SERVER_ADDRESS, "https://rooms.example.org")
    monkeypatch.delenv(resources.HOST_KEY, raising=False)
    resources._workshop.cache_clear()
    assert resources.workshop().host_key
    assert not capsys.readouterr().err
    resources._workshop.cache_clear()


def test_every_token_is_new_and_has_256_bits() -> None:
    tokens = {resources.new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {43}
