"""What every test lives by: nothing here ever talks to another machine."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from throughline.figures import sketch

# A law that names no number of examples of its own tries forty; `HYPOTHESIS_PROFILE=patient` tries many.
settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("patient", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


class LeftTheMachine(AssertionError):
    """A test tried to open a connection to somewhere else."""


@pytest.fixture(autouse=True, scope="session")
def _stay_on_this_machine() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        connect = socket.socket.connect

        def connect_nearby(self: socket.socket, address: Any) -> None:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_nearby(address[0]):
                raise LeftTheMachine(f"{address[0]} is not this machine")
            connect(self, address)

        patch.setattr(socket.socket, "connect", connect_nearby)
        yield


@pytest.fixture(autouse=True, scope="session")
def _let_plotly_check_every_figure() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sketch, "VALIDATE", True)
        yield


def _is_nearby(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try what drives a real server in real time once more before it counts as failed; the report names it."""
    for item in items:
        if item.path.parent.name in ("browser", "load"):
            item.add_marker(pytest.mark.flaky(reruns=1))
