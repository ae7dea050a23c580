"""The only module that caches, reads secrets and reads the clock."""

import logging
import re
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from throughline.content.catalogue import DATA, DOCS, Catalogue, read_catalogue

_WEB_ADDRESS = re.compile(r"https://[\w.-]+(:\d+)?(/[^\s<>\"'()\[\]]*)?")

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
    folders = (DATA, DATA / "help", DOCS)
    return _catalogue(tuple(p.stat().st_mtime_ns for d in folders for p in sorted(d.glob("*.*"))))


@lru_cache(maxsize=1)
def _catalogue(_stamps: tuple[int, ...]) -> Catalogue:
    return read_catalogue()


def now() -> float:
    """Seconds since the epoch."""
    return time.time()


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
