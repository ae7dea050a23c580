"""A room is found by what is read aloud, typed or scanned."""

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from throughline.workshop.cookies import facilitator_cookie, is_token, person_cookie
from throughline.workshop.invitation import (
    is_key,
    join_address,
    join_page,
    qr_matrix,
    qr_svg,
    qr_terminal,
    read_code,
    shown_code,
)

CODES = st.text("0123456789", min_size=8, max_size=8)
BETWEEN = st.text(" -\t\u2013\u2014\u2212\u00a0\u3000\u200e_.", max_size=3)
# First digit of each script: ASCII, Arabic, Persian, Devanagari, Bengali, Thai, full-width, mathematical.
ZEROS = st.sampled_from([ord(zero) for zero in "0٠۰०০๐０𝟎"])
ADDRESS = "http://192.168.178.123:8501"
KEY = "Abcdefgh-_123456"


@given(CODES)
def test_a_code_as_shown_is_read_as_itself(code: str) -> None:
    assert read_code(shown_code(code)) == code


@given(CODES, ZEROS, st.lists(BETWEEN, min_size=9, max_size=9))
def test_a_code_is_read_in_any_digits_with_anything_small_between(
    code: str, zero: int, between: list[str]
) -> None:
    digits = [chr(zero + int(digit)) for digit in code]
    typed = between[8] + "".join(a + b for a, b in zip(digits, between, strict=False))

    assert read_code(typed) == code


@given(st.text(max_size=80))
def test_what_is_read_is_eight_digits_or_nothing(typed: str) -> None:
    assert re.fullmatch("[0-9]{8}", read_code(typed) or "00000000")


@pytest.mark.parametrize(
    "typed", ["", "1234567", "123456789", "1234567x", "²2345678", "Ⅷ2345678", "-" * 57 + "12345678"]
)
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert read_code(typed) is None


def test_a_code_is_shown_in_two_halves() -> None:
    assert shown_code("12345678") == "1234 5678"


@pytest.mark.parametrize(
    ("base", "length"), [("http://10.0.0.2:8501", 50), (ADDRESS, 57), (ADDRESS + "/", 57)]
)
def test_the_address_in_the_qr_code_is_short(base: str, length: int) -> None:
    address = join_address(base, "12345678", KEY)

    assert address == f"{base.rstrip('/')}/j/12345678?k={KEY}"
    assert len(address) == length


def test_the_join_page_takes_a_code_with_or_without_a_key() -> None:
    assert join_page("12345678", KEY) == f"/join?code=12345678&k={KEY}"
    assert join_page("12345678", None) == "/join?code=12345678"


@pytest.mark.parametrize("text", ["", KEY[:-1], KEY + "a", KEY[:-1] + "\n", KEY[:-1] + "é"])
def test_a_key_is_sixteen_plain_characters(text: str) -> None:
    assert is_key(KEY)
    assert not is_key(text)


@pytest.mark.parametrize("length", [50, 57, 62])
def test_an_address_of_a_home_network_fits_41_modules(length: int) -> None:
    matrix = qr_matrix("x" * length)

    assert [len(row) for row in matrix] == [41] * 41
    assert not any(any(row) for row in (*matrix[:4], *matrix[-4:]))


def test_a_qr_code_is_the_one_that_the_standard_asks_for() -> None:
    expected = segno.make("HTTP://A", error="m", boost_error=False, version=1).matrix

    assert [row[4:-4] for row in qr_matrix("HTTP://A")[4:-4]] == [
        tuple(map(bool, row)) for row in expected
    ]


def test_a_drawn_qr_code_is_dark_on_white_and_takes_any_size() -> None:
    drawn = qr_svg(join_address(ADDRESS, "12345678", KEY))

    assert drawn.startswith("<svg ")
    assert 'viewBox="0 0 41 41"' in drawn
    assert "#fff" in drawn
    assert "<script" not in drawn


def test_a_qr_code_in_a_terminal_is_a_block_of_equal_lines() -> None:
    lines = qr_terminal(ADDRESS).splitlines()

    assert len({len(line) for line in lines if line.strip()}) == 1


def test_two_rooms_have_two_cookies_and_a_room_has_two_kinds() -> None:
    names = {person_cookie("12345678"), person_cookie("12345679"), facilitator_cookie("12345678")}

    assert len(names) == 3
    assert person_cookie("12345678") == "tl_p_ef797c81"  # the first digits of its SHA-256


@pytest.mark.parametrize("text", [None, 7, "", "a" * 42, "a" * 44, "a" * 42 + "\n", "a" * 42 + ";"])
def test_a_token_is_43_plain_characters(text: object) -> None:
    assert is_token("aZ0-_" + "b" * 38)
    assert not is_token(text)
