"""The only module that caches, reads secrets and reads the clock."""

import datetime
import logging
import os
import re
import secrets
import sys
import threading
import time
import tomllib
import traceback
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from throughline.content.catalogue import DATA, DOCS, ROOT, Catalogue, read_catalogue
from throughline.market import Market, read_market
from throughline.reports.shelf import Shelf, read_shelf
from throughline.reports.words import ReportWords, read_report_words
from throughline.workshop.engines import open_store
from throughline.workshop.invitation import qr_svg
from throughline.workshop.presence import Presence
from throughline.workshop.service import Workshop

_WEB_ADDRESS = re.compile(r"https://[\w.-]+(:\d+)?(/[^\s<>\"'()\[\]]*)?")

WAGES = "oews_national_2025.csv"
DATABASE_URL, HOST_KEY = "THROUGHLINE_DATABASE_URL", "THROUGHLINE_HOST_KEY"
SERVER_ADDRESS, SERVER_PLACES = "THROUGHLINE_ADDRESS", "THROUGHLINE_PLACES"
_OPENING = threading.Lock()

LOG = logging.getLogger("throughline")


@dataclass(frozen=True)
class Coach:
    """Somebody a visitor may talk to, if whoever runs the app named one."""

    name: str
    url: str


def catalogue() -> Catalogue:
    """Return the content of the product, read again only when a file has changed.

    Raises:
        ContentError: a content file cannot be used.
    """
    # Not st.cache_resource: any visitor can empty it, and its key would have to be hashed on every run.
    return _catalogue(_stamps((DATA, DATA / "help", DOCS), int(steady())))


@lru_cache(maxsize=1)
def _stamps(folders: tuple[Path, ...], _second: int) -> tuple[int, ...]:
    """Look at the files once a second: a page asks for the content dozens of times in a run."""
    return tuple(p.stat().st_mtime_ns for d in folders for p in sorted(d.glob("*.*")))


@lru_cache(maxsize=1)
def _catalogue(_stamps: tuple[int, ...]) -> Catalogue:
    return read_catalogue()


def market() -> Market:
    """Return the US wages by occupation, read again only when the file has changed.

    Raises:
        ContentError: the file cannot be used.
    """
    path = DATA / WAGES
    return _market(path, tuple(p.stat().st_mtime_ns for p in DATA.glob(WAGES)))


@lru_cache(maxsize=1)
def _market(path: Path, _stamps: tuple[int, ...]) -> Market:
    return read_market(path)


@lru_cache(maxsize=1)
def report_words() -> ReportWords:
    """Return the words of the files a person takes along.

    Raises:
        ContentError: the file cannot be used.
    """
    return read_report_words()


@lru_cache(maxsize=1)
def report_shelf() -> Shelf:
    """Return the library, the script and the fonts that an interactive report carries.

    Raises:
        ContentError: one of the files cannot be read.
    """
    return read_shelf()


@lru_cache(maxsize=1)
def app_version() -> str:
    """Return the version of the app, as a report names it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def workshop() -> Workshop:
    """Return the rooms of this process; they live in the user's data folder, or where the environment says.

    Raises:
        StoreRefused: the database cannot be used; the message says why.
    """
    # Two visitors at once must not make two stores in memory, or two keys.
    with _OPENING:
        return _workshop()


@lru_cache(maxsize=1)
def _workshop() -> Workshop:
    address = os.environ.get(DATABASE_URL) or f"sqlite:///{_data_folder() / 'rooms.sqlite'}"
    key = os.environ.get(HOST_KEY, "").strip()
    store = open_store(address)
    if not key:
        key = secrets.token_urlsafe(9)
        if not server_address():  # our own server has said that there is none
            sys.stderr.write(f"\n  Host key for making a room on this server: {key}\n\n")
    return Workshop(store, catalogue(), now, new_token, key, steady=steady)


@lru_cache(maxsize=32)
def qr_code(link: str) -> str:
    """Return the SVG of a link's QR code: every screen of a room asks for the same one every other second."""
    return qr_svg(link)


def server_address() -> str:
    """The address under which our own server is reached by phones; "" for the plain script."""
    return os.environ.get(SERVER_ADDRESS, "")


def server_places() -> dict[str, str]:
    """Every address under which our own server answers, with its adapter; empty where there is only one."""
    lines = os.environ.get(SERVER_PLACES, "").splitlines()
    return {address: adapter for address, _, adapter in (line.partition(" ") for line in lines)}


def _data_folder() -> Path:
    """Where this system keeps what a program saves for a user."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Throughline"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Throughline"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "throughline"


def new_token() -> str:
    """256 random bits as 43 url-safe characters."""
    return secrets.token_urlsafe(32)


_BEGAN = time.time() - time.monotonic()


def steady() -> float:
    """Seconds since the epoch that go on evenly, however the clock on the wall is set; for limits."""
    return _BEGAN + time.monotonic()


def new_id() -> str:
    """A random name for a plan or a session, 32 letters and digits."""
    return uuid.uuid4().hex


@lru_cache(maxsize=1)
def presence() -> Presence:
    """Who was heard of lately in the rooms of this process."""
    return Presence()


def now() -> float:
    """Seconds since the epoch."""
    return time.time()


def today() -> datetime.date:
    """The day where the visitor is; where the browser names no time zone, the day where the server is."""
    return local(now()).date()


def local(moment: float) -> datetime.datetime:
    """A moment, in seconds since the epoch, by the visitor's clock on the wall."""
    zone = None
    with suppress(Exception):  # a browser can send any text as its time zone
        zone = ZoneInfo(str(st.context.timezone))
    return datetime.datetime.fromtimestamp(moment, zone)


def coach() -> Coach | None:
    """Return the coach named under ``[coach]`` in the secrets, or None: the default is nobody."""
    if not st.secrets.load_if_toml_exists():
        return None
    entry = st.secrets.get("coach")
    if not isinstance(entry, Mapping):
        return None
    name, url = (entry.get(field) for field in ("name", "url"))
    if not (isinstance(name, str) and isinstance(url, str) and name.strip()):
        return None
    return Coach(name.strip()[:80], url) if _WEB_ADDRESS.fullmatch(url) else None


def log_failure(error: BaseException) -> str:
    """Log where something broke, never what a person entered, and return a short reference for them."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = ", ".join(f"{frame.filename}:{frame.lineno}" for frame in last)
    reference = f"{time.time_ns() // 1_000_000:x}"[-6:].upper()
    LOG.error("failure %s: %s at %s", reference, type(error).__name__, where)
    return reference
