"""Throughline as a server of our own: headers, cookies, compression, routes. Start: ``python -m components.server``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components.server import limits, quiet_log, reconnecting, theming, watching
from components.server.device import DeviceCookie
from components.server.entrance import ROUTES
from components.server.gate import Gate
from components.server.headers import SecurityHeaders
from components.server.own_font import OwnFont
from components.server.packing import Packing


@asynccontextmanager
async def at_start(_app: st.App) -> AsyncIterator[None]:
    """Prepare the process before it answers anybody."""
    quiet_log.install()
    limits.raise_open_files()
    watching.obey_the_setting()
    reconnecting.follow_the_session()
    theming.remember_the_theme()
    yield


app = st.App(
    Path(__file__).with_name("app.py"),
    routes=ROUTES,
    middleware=[Middleware(one) for one in (SecurityHeaders, Gate, DeviceCookie, OwnFont, Packing)],
    lifespan=at_start,
)
