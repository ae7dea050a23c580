"""The routes beside the pages: the QR code's door, the facilitator's cookie, and a sign of life.

A page cannot set a cookie; these can. They judge shapes only: who may do what is judged by the service.
"""

import json
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from throughline.workshop.cookies import facilitator_cookie, is_token, person_cookie
from throughline.workshop.invitation import KEY_PARAMETER, is_key, join_page, read_code

OWN_HEADER = "X-Throughline"
"""A post must carry it: a form of another site cannot, and a script of another site has to ask first."""

HOST_PAGE = "/host"
_PERSON_SECONDS = 60 * 24 * 3600
_FACILITATOR_SECONDS = 24 * 3600
_LONGEST_BODY = 1024


async def _enter_room(request: Request) -> Response:
    code = read_code(request.path_params["code"])
    if code is None:
        return _go("/join")
    key = request.query_params.get(KEY_PARAMETER, "")
    answer = _go(join_page(code, key if is_key(key) else None))
    name = person_cookie(code)
    if not is_token(request.cookies.get(name)):
        _set(answer, request, name, secrets.token_urlsafe(32), seconds=_PERSON_SECONDS)
    return answer


async def _take_the_desk(request: Request) -> Response:
    _must_be_ours(request)
    try:
        secret = json.loads(await _short_body(request))["secret"]
    except (ValueError, KeyError, TypeError, RecursionError):
        secret = None
    if not is_token(secret):
        raise HTTPException(400, "This is not a control secret.")
    answer = _go(HOST_PAGE)
    name = facilitator_cookie(request.path_params["room"])
    _set(answer, request, name, secret, seconds=_FACILITATOR_SECONDS)
    return answer


async def _leave_the_desk(request: Request) -> Response:
    _must_be_ours(request)
    answer = _go(HOST_PAGE)
    answer.delete_cookie(facilitator_cookie(request.path_params["room"]), httponly=True)
    return answer


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/j/{code}", _enter_room),
    Route("/f/{room}", _take_the_desk, methods=["POST"]),
    Route("/f/{room}/forget", _leave_the_desk, methods=["POST"]),
    Route("/healthz", _alive),
]


def _go(path: str) -> RedirectResponse:
    return RedirectResponse(path, status_code=303, headers={"Cache-Control": "no-store"})


def _set(answer: Response, request: Request, name: str, value: str, *, seconds: int) -> None:
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=secure)


def _must_be_ours(request: Request) -> None:
    if request.headers.get(OWN_HEADER) != "1":
        raise HTTPException(403, "This did not come from our page.")


async def _short_body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST_BODY:
                raise HTTPException(413, "Too long.")
    except ClientDisconnect:
        return b""
    return body
