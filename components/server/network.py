"""Where this machine can be reached, and whether a port is free there."""

import errno
import os
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address

import ifaddr

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only when somebody asks for it


@dataclass(frozen=True)
class Place:
    """An address of this machine and the name of the network adapter it belongs to."""

    address: str
    adapter: str


def places() -> list[Place]:
    """Return the IPv4 addresses under which other machines may reach this one, home networks first."""
    return reachable(
        Place(str(ip.ip), ip.nice_name or adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    )


def reachable(found: Iterable[Place]) -> list[Place]:
    """Leave out loopback and what an adapter without a network gives itself; keep the order otherwise."""
    kept = [one for one in found if not _goes_nowhere(IPv4Address(one.address))]
    return sorted(kept, key=lambda one: not IPv4Address(one.address).is_private)


def is_free(address: str, port: int) -> bool:
    """Whether a server could listen there now.

    Raises:
        OSError: the address is not of this machine, or the port is not allowed.
    """
    with socket.socket() as probe:
        if os.name != "nt":  # as Streamlit does; on Windows this option would share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise
    return True


def _goes_nowhere(address: IPv4Address) -> bool:
    return address.is_loopback or address.is_link_local or address.is_unspecified
