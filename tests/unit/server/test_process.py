"""The process around the app: a log that keeps secrets, enough open files, addresses and settings."""

import logging
import resource
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.web import cli
from streamlit.web.server.app_discovery import discover_asgi_app

from components.server import __main__ as launcher
from components.server import limits, network, quiet_log
from components.server.network import Place

SECRET = "q7Zk" * 10 + "abc"
SESSION = "3f1c2b4a-0d9e-4c8b-9f77-1a2b3c4d5e6f"


@pytest.fixture
def quiet() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    quiet_log.install()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(
    "told",
    [
        f"GET /join?code=12345678&k={SECRET}",
        f"session {SESSION} connected",
        f"cookie tl_f_1f1c5b2f={SECRET[:20]}; Path=/",
        f"token {SECRET}",
        f"GET /j/12345678 for {SESSION.replace('-', '')}",
    ],
)
def test_a_log_names_no_room_no_session_and_no_secret(
    told: str, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("some.package").warning("%s", told)

    for secret in (SECRET[:20], "12345678", SESSION, SESSION.replace("-", "")):
        assert secret not in caplog.text


@pytest.mark.usefixtures("quiet")
def test_a_log_of_a_failure_says_its_kind_and_place_and_not_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    try:
        int("my own salary")
    except ValueError:
        logging.getLogger("some.package").exception("it broke")

    assert "it broke" in caplog.text
    assert "ValueError" in caplog.text
    assert "test_process.py" in caplog.text
    assert "invalid literal" not in caplog.text


@pytest.mark.usefixtures("quiet")
def test_a_plain_line_of_a_log_stays_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("some.package").warning("Port %s is taken? No.", 8501)

    assert "Port 8501 is taken? No." in caplog.text


def test_the_process_may_open_as_many_files_as_the_system_grants() -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]

    assert limits.raise_open_files() == resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= min(limits.WANTED, hard)


def test_only_addresses_that_others_can_reach_are_offered() -> None:
    found = [
        Place("127.0.0.1", "lo"),
        Place("169.254.3.4", "cable"),
        Place("8.8.4.4", "public"),
        Place("192.168.1.20", "Wi-Fi"),
    ]

    assert [one.adapter for one in network.reachable(found)] == ["Wi-Fi", "public"]


def test_a_port_that_somebody_listens_on_is_not_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert not network.is_free("127.0.0.1", port)

    assert network.is_free("127.0.0.1", port)


def test_a_taken_port_is_said_and_no_other_one_is_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(network, "is_free", lambda *_: False)
    monkeypatch.setattr(cli, "main", lambda *_args, **_kwargs: pytest.fail("started"))

    assert launcher.main(["--address", "127.0.0.1", "--port", "8501"]) == 1
    assert "Port 8501 on 127.0.0.1 is taken" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("found", "chosen"),
    [([], "127.0.0.1"), ([Place("192.168.1.20", "Wi-Fi")], "192.168.1.20")],
)
def test_the_only_address_is_taken_without_asking(found: list[Place], chosen: str) -> None:
    wanted = launcher.Wanted(address=None, port=8501, everywhere=False, public=None)

    assert launcher.choose(wanted, found) == chosen


def test_one_of_several_addresses_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = launcher.Wanted(address=None, port=8501, everywhere=False, public=None)
    found = [Place("192.168.1.20", "Wi-Fi"), Place("10.0.0.2", "cable")]
    typed = iter(["", "3", "two", "2"])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    assert launcher.choose(wanted, found) == "10.0.0.2"


def test_nobody_to_ask_is_said_instead_of_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = launcher.Wanted(address=None, port=8501, everywhere=False, public=None)
    found = [Place("192.168.1.20", "Wi-Fi"), Place("10.0.0.2", "cable")]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)

    with pytest.raises(launcher.CannotStart, match=r"ADDRESS=192\.168\.1\.20"):
        launcher.choose(wanted, found)


def test_whoever_listens_everywhere_is_not_asked_and_the_desk_is_told_every_address() -> None:
    wanted = launcher.Wanted(address=None, port=8501, everywhere=True, public=None)
    found = [Place("192.168.1.20", "Wi-Fi"), Place("10.0.0.2", "Cable 1")]

    assert launcher.choose(wanted, found) == "192.168.1.20"
    listed = ["http://10.0.0.2:8501 Cable 1", "http://192.168.1.20:8501 Wi-Fi"]
    assert launcher.others(wanted, "10.0.0.2", found) == listed
    assert launcher.others(wanted, "10.0.0.2", found[1:]) == []


@pytest.mark.parametrize(
    "wanted",
    [
        launcher.Wanted(None, 8501, everywhere=False, public=None),
        launcher.Wanted(None, 8501, everywhere=True, public="https://rooms.example.org"),
    ],
)
def test_no_address_is_told_that_the_server_does_not_answer_to(wanted: launcher.Wanted) -> None:
    found = [Place("192.168.1.20", "Wi-Fi"), Place("10.0.0.2", "cable")]

    assert launcher.others(wanted, "192.168.1.20", found) == []


def test_the_server_listens_on_the_chosen_address_and_answers_to_no_other_name() -> None:
    wanted = launcher.Wanted(address=None, port=8600, everywhere=False, public=None)
    flags = launcher.flags(wanted, "192.168.1.20", "192.168.1.20")

    assert "--server.address=192.168.1.20" in flags
    assert "--server.port=8600" in flags
    assert [one for one in flags if "allowedHosts" in one] == ["--server.allowedHosts=192.168.1.20"]
    assert '--server.trustedUserHeaders={"X-Device": "device"}' in flags


def test_behind_a_proxy_the_public_name_is_answered_to_as_well() -> None:
    wanted = launcher.Wanted(None, 8501, everywhere=False, public="https://rooms.example.org")
    flags = launcher.flags(wanted, "127.0.0.1", "127.0.0.1")

    assert "--server.allowedHosts=rooms.example.org" in flags


def test_streamlit_finds_the_server_in_its_file() -> None:
    found = discover_asgi_app(Path(launcher.SERVE))

    assert (found.is_asgi_app, found.import_string) == (True, "serve:app")
