"""What stands before the app lets through, refuses, adds and takes away; without a server."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from components.server.device import DeviceCookie
from components.server.gate import Gate
from components.server.headers import SecurityHeaders, content_policy
from components.server.own_font import OwnFont
from components.server.packing import Packing
from tests.unit.server.asgi import HERE, ask, behind, knock

TOKEN = "a" * 43
PAGE = "text/html,application/xhtml+xml"


# -- headers


def test_every_answer_carries_the_security_headers() -> None:
    headers = ask(behind(SecurityHeaders), "/assess").headers

    assert headers["content-security-policy"] == content_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_a_policy_of_a_routes_own_stays() -> None:
    async def strict(_request: object) -> PlainTextResponse:
        return PlainTextResponse("", headers={"Content-Security-Policy": "default-src 'none'"})

    answer = ask(behind(SecurityHeaders, routes=[Route("/w", strict)]), "/w")

    assert answer.headers.getlist("content-security-policy") == ["default-src 'none'"]


def test_the_policy_allows_no_inline_script_but_streamlits_own() -> None:
    (scripts,) = re.findall(r"script-src ([^;]*);", content_policy())

    assert len(re.findall("'sha256-", scripts)) == 1
    assert "unsafe-inline" not in scripts
    assert "'unsafe-eval'" not in scripts


# -- gate


@pytest.mark.parametrize("path", ["metrics", "agent/mcp", "agent", "script-health-check"])
def test_a_side_door_of_streamlit_is_closed(path: str) -> None:
    assert ask(behind(Gate), f"/_stcore/{path}").status == 404


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/agents", "/"])
def test_what_the_app_needs_stays_open(path: str) -> None:
    assert ask(behind(Gate), path).status == 200


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (f"http://{HERE}", 200),
        (f"https://{HERE}", 200),  # behind a proxy that ends https
        ("http://rooms.test:8502", 403),
        ("http://evil.test", 403),
        (f"http://{HERE}@evil.test", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_our_own_origin_is_answered(origin: str, status: int) -> None:
    assert ask(behind(Gate), "/", origin=origin).status == status


def test_a_socket_from_another_origin_is_closed_before_it_opens() -> None:
    foreign = knock(behind(Gate), "/_stcore/stream", origin="http://evil.test")
    ours = knock(behind(Gate), "/_stcore/stream", origin=f"http://{HERE}")

    assert foreign == [{"type": "websocket.close", "code": 1008}]
    assert ours[0]["type"] == "websocket.accept"


# -- device


def test_a_first_visit_names_the_browser_at_any_address() -> None:
    cookie = ask(behind(DeviceCookie), "/j/12345678", accept=PAGE).cookie

    assert re.fullmatch(r"tl_d=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", cookie)


def test_the_name_stays_off_plain_http_when_it_came_by_https() -> None:
    assert "Secure" in ask(behind(DeviceCookie), "/", scheme="https", accept=PAGE).cookie


@pytest.mark.parametrize(
    "headers",
    [
        {"accept": PAGE, "cookie": f"tl_d={TOKEN}"},
        {"accept": PAGE, "sec_fetch_dest": "iframe"},
        {"accept": "*/*"},
    ],
)
def test_a_known_browser_and_what_is_no_page_get_no_new_name(headers: dict[str, Any]) -> None:
    assert ask(behind(DeviceCookie), "/", **headers).cookie == ""


@pytest.mark.parametrize("cookie", ["", "tl_d=short", f"tl_d={TOKEN}x", f"tl_d={TOKEN[:-1]}!"])
def test_a_device_that_a_client_made_up_never_arrives(cookie: str) -> None:
    app = behind(DeviceCookie)
    seen = json.loads(ask(app, "/", x_device="forged", cookie=cookie).body)
    heard = json.loads(knock(app, "/_stcore/stream", x_device="forged", cookie=cookie)[1]["text"])

    assert "x-device" not in seen
    assert "x-device" not in heard


def test_the_device_in_the_cookie_arrives_in_place_of_a_forged_one() -> None:
    came = knock(behind(DeviceCookie), "/s", x_device="forged", cookie=f"tl_d={TOKEN}")

    assert json.loads(came[1]["text"])["x-device"] == TOKEN


# -- files


@pytest.fixture
def files(tmp_path: Path) -> Starlette:
    (tmp_path / "words.js").write_bytes(b"let a = 1;" * 500)
    (tmp_path / "font.woff2").write_bytes(bytes(range(256)))
    routes = [Route("/words", lambda _request: PlainTextResponse("words"))]
    app = Starlette(routes=routes, middleware=[Middleware(Packing)])
    app.mount("/", StaticFiles(directory=tmp_path))
    return app


def test_a_file_goes_out_compressed_with_its_own_length(files: Starlette) -> None:
    answer = ask(files, "/words.js", accept_encoding="gzip, br")

    assert gzip.decompress(answer.body) == b"let a = 1;" * 500
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["etag"].startswith('W/"')


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0, br", "gzip; q=0.0"])
def test_who_cannot_unpack_gets_the_file_as_it_is(files: Starlette, accepted: str) -> None:
    answer = ask(files, "/words.js", accept_encoding=accepted)

    assert answer.body == b"let a = 1;" * 500
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_file_that_compressing_would_not_help_stays_as_it_is(files: Starlette) -> None:
    answer = ask(files, "/font.woff2", accept_encoding="gzip")

    assert answer.body == bytes(range(256))
    assert "content-encoding" not in answer.headers


def test_a_file_the_browser_has_is_not_sent_again(files: Starlette) -> None:
    first = ask(files, "/words.js", accept_encoding="gzip")
    again = ask(files, "/words.js", accept_encoding="gzip", if_none_match=first.headers["etag"])

    assert (again.status, again.body) == (304, b"")


def test_a_part_of_a_file_is_a_part_of_the_plain_one(files: Starlette) -> None:
    answer = ask(files, "/words.js", accept_encoding="gzip", range="bytes=0-9")

    assert (answer.status, answer.body) == (206, b"let a = 1;")


def test_a_file_is_packed_once_and_anew_when_it_changed(
    files: Starlette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[bytes] = []

    def compress(plain: bytes, *, mtime: int) -> bytes:
        packed.append(plain)
        return b"small"

    monkeypatch.setattr("components.server.packing.gzip.compress", compress)
    for _ in range(3):
        ask(files, "/words.js", accept_encoding="gzip")
    assert len(packed) == 1

    (tmp_path / "words.js").write_bytes(b"let b = 2;" * 500)
    ask(files, "/words.js", accept_encoding="gzip")

    assert packed[1:] == [b"let b = 2;" * 500]


@pytest.mark.parametrize(("path", "status"), [("/words", 200), ("/nothing.js", 404)])
def test_an_answer_that_is_no_file_passes_untouched(
    files: Starlette, path: str, status: int
) -> None:
    answer = ask(files, path, accept_encoding="gzip")

    assert answer.status == status
    assert "content-encoding" not in answer.headers


def test_streamlits_text_font_is_answered_with_ours() -> None:
    answer = ask(behind(OwnFont), "/static/media/SourceSansVF-Upright.ttf.Ab12.woff2")

    assert answer.status == 307
    assert answer.headers["location"] == "/app/static/inter.woff2"
