"""The QR code's door sets a token and leads on; the facilitator's cookie is set for our own pages only."""

import json
import re

import pytest
from starlette.applications import Starlette

from components.server.entrance import ROUTES
from tests.unit.server.asgi import Answer, ask
from throughline.workshop.cookies import facilitator_cookie, person_cookie

APP = Starlette(routes=ROUTES)
KEY = "Abcdefgh-_123456"
SECRET = "s" * 43
ROOM = "7b0c2a1e-room"


def enter(code: str = "12345678", key: str = KEY, cookie: str = "", scheme: str = "http") -> Answer:
    return ask(APP, f"/j/{code}?k={key}", cookie=cookie, scheme=scheme)


def post(path: str, body: bytes, *, ours: bool = True) -> Answer:
    headers = {"x_throughline": "1"} if ours else {}
    return ask(APP, path, method="POST", body=[body], **headers)


def test_the_door_leads_to_the_join_page_with_code_and_key() -> None:
    answer = enter()

    assert answer.status == 303
    assert answer.headers["location"] == f"/join?code=12345678&k={KEY}"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("typed", ["1234 5678", "1234-5678", "１２３４５６７８", "١٢٣٤٥٦٧٨"])
def test_the_door_reads_a_code_however_it_was_written(typed: str) -> None:
    assert enter(typed).headers["location"] == f"/join?code=12345678&k={KEY}"


def test_a_visitor_gets_a_secret_of_256_bits_that_scripts_cannot_read() -> None:
    first, second = enter().cookie, enter().cookie
    name = person_cookie("12345678")

    assert re.fullmatch(name + r"=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=/; SameSite=lax", first)
    assert first != second
    assert "Secure" in enter(scheme="https").cookie


def test_who_has_a_token_for_the_room_keeps_it() -> None:
    name = person_cookie("12345678")

    assert enter(cookie=f"{name}={SECRET}").cookie == ""
    assert enter(cookie=f"{name}=broken").cookie != ""
    assert enter("87654321", cookie=f"{name}={SECRET}").cookie != ""


@pytest.mark.parametrize("code", ["1234567", "123456789", "12345678x", "%00", "1" * 500])
def test_what_is_no_code_leads_to_the_empty_join_page_and_sets_nothing(code: str) -> None:
    answer = enter(code)

    assert (answer.status, answer.headers["location"], answer.cookie) == (303, "/join", "")


@pytest.mark.parametrize("key", ["", "short", KEY + "x", "Abcdefgh-_12345\n", "<script>alert(1)"])
def test_what_is_no_key_is_left_behind(key: str) -> None:
    assert enter(key=key).headers["location"] == "/join?code=12345678"


def test_a_secret_typed_into_our_page_becomes_a_cookie() -> None:
    answer = post(f"/f/{ROOM}", json.dumps({"secret": SECRET}).encode())

    assert (answer.status, answer.headers["location"]) == (303, "/host")
    assert answer.cookie.startswith(f"{facilitator_cookie(ROOM)}={SECRET}; HttpOnly; Max-Age=")
    assert answer.cookie.endswith("SameSite=lax")


def test_the_cookie_can_be_taken_away_again() -> None:
    answer = post(f"/f/{ROOM}/forget", b"")

    assert answer.status == 303
    assert answer.cookie.startswith(f'{facilitator_cookie(ROOM)}=""')
    assert "Max-Age=0" in answer.cookie


@pytest.mark.parametrize("path", [f"/f/{ROOM}", f"/f/{ROOM}/forget"])
def test_a_post_that_did_not_come_from_our_page_sets_nothing(path: str) -> None:
    answer = post(path, json.dumps({"secret": SECRET}).encode(), ours=False)

    assert (answer.status, answer.cookie) == (403, "")


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"7", b"{}", b'{"secret": 7}', b'{"secret": "x; Domain=a"}', b"\xff"]
)
def test_what_is_no_secret_is_refused(body: bytes) -> None:
    answer = post(f"/f/{ROOM}", body)

    assert (answer.status, answer.cookie) == (400, "")


def test_a_body_too_long_for_a_secret_is_not_read_to_its_end() -> None:
    assert post(f"/f/{ROOM}", b'"' + b"x" * 2000).status == 413


def test_an_address_that_sets_a_cookie_by_post_sets_none_by_link() -> None:
    assert ask(APP, f"/f/{ROOM}").status == 405


def test_the_server_says_that_it_lives() -> None:
    answer = ask(APP, "/healthz")

    assert (answer.status, answer.body) == (200, b"ok")
