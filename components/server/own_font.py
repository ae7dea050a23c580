"""One text font instead of two: Streamlit asks for its own before it knows our theme."""

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

THEIRS = "/static/media/SourceSansVF-Upright"
OURS = "/app/static/inter.woff2"


class OwnFont:
    """Answers for Streamlit's text font with ours, which the page loads anyway.

    It is drawn with for an instant only, and is 171 kB, an eighth of what a phone loads on a first visit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it is for that font."""
        if scope["type"] == "http" and scope["path"].startswith(THEIRS):
            kept = {"Cache-Control": "public, max-age=86400"}
            await RedirectResponse(OURS, headers=kept)(scope, receive, send)
        else:
            await self._app(scope, receive, send)
