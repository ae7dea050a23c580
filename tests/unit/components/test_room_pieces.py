"""What the small pieces of a room report, read with suspicion; and what the wall is told."""

import base64
import json

import pytest

from components.clicker import parse_key
from components.keepsake import MOST, parse_kept
from components.wall import as_image


def found(session: str, text: object) -> str:
    return json.dumps({"session": session, "text": json.dumps(text)})


def test_what_a_browser_kept_comes_back_to_the_session_that_asked() -> None:
    assert parse_kept(found("s1", {"code": "12345678"}), "s1") == {"code": "12345678"}
    assert parse_kept(found("s1", {"code": "12345678"}), "s2") == {}


@pytest.mark.parametrize(
    "raw",
    [
        None,
        7,
        "",
        "{",
        "[]",
        '{"session": "s"}',
        '{"session": "s", "text": 1}',
        '{"session": "s", "text": "[1]"}',
        "[" * 3000,
        "x" * (MOST + 1),
    ],
)
def test_anything_else_a_browser_sends_is_nothing(raw: object) -> None:
    assert parse_kept(raw, "s") == {}


def test_only_texts_are_taken_from_what_was_kept() -> None:
    assert parse_kept(found("s", {"token": "t", "id": 3, "x": None}), "s") == {"token": "t"}


@pytest.mark.parametrize("raw", ["close:1", "next", "next:", "next:x", ":1", None, 3])
def test_a_key_that_means_no_known_move_is_no_move(raw: object) -> None:
    assert parse_key(raw, ("next", "lock")) is None


def test_a_key_means_its_move() -> None:
    assert parse_key("lock:12", ("next", "lock")) == "lock"


def test_a_drawing_travels_as_an_image_and_nothing_as_nothing() -> None:
    address = as_image("<svg/>")

    assert base64.b64decode(address.partition("base64,")[2]) == b"<svg/>"
    assert as_image("") == ""
