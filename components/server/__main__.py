"""Start the server: choose an address, say it with a QR code and a host key, and listen there only."""

import argparse
import functools
import json
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from streamlit.web import cli

from components.server import network
from components.server.device import TRUSTED
from components.server.network import EVERYWHERE, LOOPBACK, Place
from throughline.workshop.invitation import qr_terminal

SERVE = Path(__file__).resolve().parents[2] / "serve.py"
HOST_KEY = "THROUGHLINE_HOST_KEY"
"""Whoever types it may create a room. Ours if the environment has none."""
ADDRESS = "THROUGHLINE_ADDRESS"
"""What phones are told: set only when `serve.py` answers there, so that ``/j/<code>`` exists."""

PLACES = "THROUGHLINE_PLACES"
"""Every address it answers to with the name of its adapter, a line each; set when these are several."""

_KEY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_CHOICE = "Which address do the phones reach? "


class CannotStart(Exception):
    """Why there is no server, in one sentence for the person at the terminal."""


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    address: str | None
    port: int
    everywhere: bool
    public: str | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the server and stay until it ends; returns the exit code."""
    wanted = _wanted(arguments)
    try:
        found = network.places()
        address = choose(wanted, found)
        listen = EVERYWHERE if wanted.everywhere else address
        _check(listen, wanted.port)
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1
    shown = wanted.public or f"http://{address}:{wanted.port}"
    os.environ[ADDRESS] = shown
    several = others(wanted, address, found)
    os.environ[PLACES] = "\n".join(several)
    key = _host_key(os.environ, public=wanted.public is not None)
    _welcome(shown, address, key=key, several=several)
    # Streamlit builds this configuration itself and has no option for the header "server: uvicorn".
    setattr(uvicorn, "Config", functools.partial(uvicorn.Config, server_header=False))  # noqa: B010
    cli.main(["run", str(SERVE), *flags(wanted, address, listen)], prog_name="streamlit")
    return 0


def others(wanted: Wanted, address: str, found: Sequence[Place]) -> list[str]:
    """Return what the desk may offer phones beside the chosen address, that one first; nothing if there is no other."""
    if not wanted.everywhere or wanted.public or len(found) < 2:
        return []
    ordered = sorted(found, key=lambda one: one.address != address)
    return [f"http://{one.address}:{wanted.port} {one.adapter}" for one in ordered]


def flags(wanted: Wanted, address: str, listen: str) -> list[str]:
    """Return the settings of Streamlit that depend on the place."""
    hosts = {address, urlsplit(wanted.public or "").hostname or address}
    if wanted.everywhere:
        hosts |= {"localhost", LOOPBACK, *(one.address for one in network.places())}
    return [
        f"--server.address={listen}",
        f"--server.port={wanted.port}",
        f"--browser.serverAddress={address}",
        *(f"--server.allowedHosts={one}" for one in sorted(hosts)),
        f"--server.trustedUserHeaders={json.dumps(TRUSTED)}",
        "--server.fileWatcherType=none",
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
    ]


def _wanted(arguments: Sequence[str] | None) -> Wanted:
    parser = argparse.ArgumentParser(prog="python -m components.server", description=__doc__)
    parser.add_argument("--address", help="the one address of this machine to listen on")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument(
        "--all", action="store_true", help="listen on every address of this machine"
    )
    parser.add_argument(
        "--public", help="https://name under which a proxy serves this", metavar="URL"
    )
    given = parser.parse_args(arguments)
    public = given.public.rstrip("/") if given.public else None
    if public and not (public.startswith("https://") and urlsplit(public).hostname):
        parser.error("--public takes an address such as https://rooms.example.org")
    return Wanted(given.address, given.port, given.all, public)


def choose(wanted: Wanted, found: Sequence[Place]) -> str:
    """Return the address to show: the one given, the only one, or the one picked at the terminal.

    Whoever listens on all of them is not asked: the desk shows them all, and which of them a phone has reached.

    Raises:
        CannotStart: there are several and nobody to ask.
    """
    if wanted.address:
        return wanted.address
    if wanted.public or not found:
        return LOOPBACK
    if len(found) == 1 or wanted.everywhere:
        return found[0].address
    listed = [f"  {n}  {one.address:<15}  {one.adapter}" for n, one in enumerate(found, 1)]
    print("This machine has several addresses:", *listed, sep="\n")
    if not sys.stdin.isatty():
        raise CannotStart(f"Choose one: make workshop ADDRESS={found[0].address}")
    return found[_asked(len(found))].address


def _asked(many: int) -> int:
    while True:
        try:
            typed = input(f"{_CHOICE}(1-{many}) ").strip()
        except (EOFError, KeyboardInterrupt):
            raise CannotStart("\nNo address was chosen.") from None
        if typed.isdecimal() and 1 <= int(typed) <= many:
            return int(typed) - 1


def _check(listen: str, port: int) -> None:
    try:
        free = network.is_free(listen, port)
    except OSError as error:
        raise CannotStart(
            f"Cannot listen on {listen}:{port}: {error.strerror or error}."
        ) from error
    if not free:
        raise CannotStart(
            f"Port {port} on {listen} is taken, perhaps by a server that is still running. "
            f"Stop that one, or take another port: make workshop PORT={port + 1}"
        )


def _host_key(environment: Mapping[str, str], *, public: bool) -> str | None:
    """Return a key to show, having made it; None if there is nothing to show."""
    if environment.get(HOST_KEY) or public:
        return None
    letters = "".join(secrets.choice(_KEY_LETTERS) for _ in range(12))
    os.environ[HOST_KEY] = key = "-".join((letters[:4], letters[4:8], letters[8:]))
    return key


def _welcome(shown: str, address: str, *, key: str | None, several: Sequence[str]) -> None:
    print(
        f"\n  Throughline   {shown}", *(f"  or            {one}" for one in several[1:]), sep="\n"
    )
    if key:
        print(f"  Host key      {key}   (needed to create a room)")
    elif not os.environ.get(HOST_KEY):
        print(f"  No host key: set {HOST_KEY}, or nobody can create a room.")
    if shown.startswith("https:"):
        print(f"  Listening on {address} for the proxy.\n")
        return
    if address == LOOPBACK:
        print(
            "\n  Only this computer can open the address, phones cannot: no network was found or chosen."
        )
    else:
        print(f"\n{_white_on_black(qr_terminal(shown))}")
        print("  Phones must be in the same network. If they see nothing: docs/deploy.md.")
    print("  Stop with Ctrl+C.\n", flush=True)


def _white_on_black(drawing: str) -> str:
    """Give a QR code its colours: on a light terminal it would be inverted, which not every camera reads."""
    if not sys.stdout.isatty() or os.name == "nt":
        return drawing
    return "\n".join(f"\x1b[97;40m{line}\x1b[0m" for line in drawing.splitlines())


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a console without the blocks of a QR code
    sys.exit(main())
