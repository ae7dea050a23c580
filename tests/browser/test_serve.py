"""The server of our own: headers that break no page, sessions that cannot be taken, a light first load."""

import http.client
import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from components.server.headers import content_policy
from tests.browser.conftest import LISTED, PHONE, PLACES, explore, follow, ready, visit
from throughline.workshop.cookies import facilitator_cookie

FIRST_LOAD_BYTES = 1_250_000
CODE, KEY = "12345678", "Abcdefgh-_123456"
VIOLATIONS = """
window.refused = [];
addEventListener("securitypolicyviolation", e => refused.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


def fetched(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    """One answer without a browser, redirects not followed."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def test_every_page_draws_and_the_policy_refuses_nothing(desk: Page, own_server: str) -> None:
    desk.add_init_script(VIOLATIONS)
    explore(desk, own_server)  # with answers, so that the charts are drawn

    for place in PLACES:
        if place in LISTED:
            follow(desk, place.name)
        assert desk.evaluate("refused") == [], place.name
    visit(desk, own_server, "present")
    assert desk.evaluate("refused") == []


def test_a_script_that_got_into_the_page_does_not_run(browser: Browser, own_server: str) -> None:
    page = browser.new_page()  # not watched: the browser says aloud what it refuses
    visit(page, own_server, "method")

    refused = page.evaluate(
        """async () => {
            const refused = new Promise(done =>
                addEventListener("securitypolicyviolation", one => done(one.violatedDirective)));
            const frame = document.createElement("iframe");
            const framed = new Promise(done => { frame.onload = done; });
            frame.srcdoc = "<script>parent.taken = 1</script>";
            const script = document.createElement("script");
            script.textContent = "window.taken = 1";
            document.body.append(frame, script);
            await framed;
            return await refused;
        }"""
    )

    assert refused == "script-src-elem"
    assert page.evaluate("window.taken") is None
    page.close()


def test_answers_carry_the_headers_and_do_not_name_the_server(own_server: str) -> None:
    for path in ("/", "/assess", "/healthz", "/app/static/inter.woff2"):
        headers = fetched(own_server, path).headers

        assert headers["content-security-policy"] == content_policy(), path
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_what_streamlit_leaves_open_is_closed(own_server: str) -> None:
    closed = ("metrics", "agent/mcp", "script-health-check")

    assert [fetched(own_server, f"/_stcore/{path}").status for path in closed] == [404] * 3
    assert fetched(own_server, "/_stcore/health").status == 200


class Elsewhere(BaseHTTPRequestHandler):
    """Another site, on another port: a page that frames what its address names."""

    def do_GET(self) -> None:
        """Answer with the frame."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f'<iframe src="{self.path[1:]}"></iframe>'.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_no_other_site_can_frame_a_page(browser: Browser, own_server: str) -> None:
    page = browser.new_page()
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as elsewhere:
        Thread(target=elsewhere.serve_forever, daemon=True).start()
        with page.expect_event("requestfailed") as failed:
            page.goto(f"http://127.0.0.1:{elsewhere.server_port}/{own_server}/method")
        elsewhere.shutdown()

    assert failed.value.url == f"{own_server}/method"
    assert failed.value.failure == "net::ERR_BLOCKED_BY_RESPONSE"
    page.close()


def session(address: str, *, taking: str = "", **headers: str) -> str:
    """Open a session, or try to take over one, and return the id of the session that answered."""
    names = [Subprotocol(one) for one in ("streamlit", "none", taking) if one]
    stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    ask = BackMsg()
    ask.rerun_script.query_string = ""
    with connect(stream, subprotocols=names, additional_headers=headers, max_queue=None) as socket:
        socket.send(ask.SerializeToString())
        while True:
            message = ForwardMsg()
            frame = socket.recv(timeout=20)
            assert isinstance(frame, bytes)
            message.ParseFromString(frame)
            if message.WhichOneof("type") == "new_session":
                return message.new_session.initialize.session_id


def test_a_session_belongs_to_the_browser_that_opened_it(own_server: str) -> None:
    cookie = fetched(own_server, "/j/12345678", Accept="text/html").headers.get_all("set-cookie")
    device = next(one.split(";")[0] for one in cookie or [] if one.startswith("tl_d="))
    owned = session(own_server, Cookie=device)

    taken = session(own_server, taking=owned)
    forged = session(own_server, taking=owned, **{"X-Device": device.removeprefix("tl_d=")})
    other = session(own_server, taking=owned, Cookie=f"tl_d={'x' * 43}")
    back = session(own_server, taking=owned, Cookie=device)

    assert owned not in (taken, forged, other)
    assert back == owned


def test_a_phone_that_scans_the_code_first_thing_lands_on_the_join_address(
    browser: Browser, own_server: str
) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}, **PHONE)
    page = phone.new_page()
    landed: list[str] = []
    page.on("framenavigated", lambda frame: landed.append(frame.url))

    page.goto(f"{own_server}/j/1234-5678?k={KEY}")
    ready(page)

    assert landed[0] == f"{own_server}/join?code={CODE}&k={KEY}"
    kept: list[Any] = [one for one in phone.cookies() if one.get("name", "").startswith("tl_")]
    assert {one["name"] for one in kept} == {"tl_d", "tl_p_ef797c81"}
    assert all(one["httpOnly"] and one["sameSite"] == "Lax" for one in kept)
    phone.close()


def test_a_secret_typed_on_a_page_becomes_a_cookie_that_scripts_cannot_read(
    desk: Page, own_server: str
) -> None:
    visit(desk, own_server)
    post = """([path, secret]) => fetch(path, {
        method: "POST", headers: {"X-Throughline": "1"}, body: JSON.stringify({secret})
    }).then(answer => answer.url)"""
    name = facilitator_cookie("room-1")

    assert desk.evaluate(post, ["/f/room-1", "s" * 43]) == f"{own_server}/host"
    assert name in {one["name"] for one in desk.context.cookies() if "name" in one}
    assert name not in desk.evaluate("document.cookie")

    desk.evaluate(post, ["/f/room-1/forget", ""])

    assert name not in {one["name"] for one in desk.context.cookies() if "name" in one}


def test_a_first_load_on_a_phone_weighs_less_than_one_and_a_quarter_megabytes(
    new_context: Callable[..., BrowserContext], own_server: str
) -> None:
    page = new_context(viewport={"width": 390, "height": 844}, **PHONE).new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    weights: list[float] = []
    files: list[str] = []
    network.on("Network.loadingFinished", lambda e: weights.append(e["encodedDataLength"]))
    network.on("Network.responseReceived", lambda e: files.append(e["response"]["url"]))
    network.on(  # payloads come in base64
        "Network.webSocketFrameReceived",
        lambda e: weights.append(len(e["response"]["payloadData"]) * 3 / 4),
    )

    visit(page, own_server, "join")
    page.wait_for_load_state("networkidle")

    assert len(files) > 50
    assert not [url for url in files if re.search("plotly", url)]
    assert sum(weights) <= FIRST_LOAD_BYTES
