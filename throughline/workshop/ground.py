"""What every part of the service stands on: the store, the content, two clocks and the source of chance."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from throughline.content.catalogue import Catalogue
from throughline.errors import UnknownRoom
from throughline.workshop.room import Room
from throughline.workshop.store import Store

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RESUME_SYMBOLS = 10


@dataclass(frozen=True)
class Ground:
    """The surroundings of the service, passed in.

    Attributes:
        wall: UTC seconds by the clock on the wall, for dates.
        steady: seconds that nobody can set back or forth, for limits.
        token: 256 random bits as 43 url-safe characters, new with every call.
        host_key: what somebody who makes a room must know; None lets everybody make one.
    """

    store: Store
    catalogue: Catalogue
    wall: Callable[[], float]
    steady: Callable[[], float]
    token: Callable[[], str]
    host_key: str | None

    def room(self, room_id: str) -> Room:
        """Return a room. Raises UnknownRoom."""
        room = self.store.room(room_id)
        if room is None:
            raise UnknownRoom("no such room")
        return room

    def new_id(self) -> str:
        """Return a name that says nothing and never comes twice."""
        return hashed(self.token()).hex()[:32]

    def new_code(self) -> str:
        """Return 8 random digits."""
        return f"{int.from_bytes(hashed(self.token())) % 10**8:08d}"

    def new_key(self) -> str:
        """Return 96 random bits as 16 url-safe characters."""
        return self.token()[:16]

    def new_resume_code(self) -> str:
        """Return 50 random bits as 10 symbols that nobody mixes up."""
        bits = int.from_bytes(hashed(self.token()))
        return "".join(_CROCKFORD[bits >> 5 * place & 31] for place in range(RESUME_SYMBOLS))


def hashed(secret: str) -> bytes:
    """Return the only form in which a secret is kept."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def read_resume_code(typed: str) -> str:
    """Return the symbols somebody meant: small letters, spaces and look-alikes do not matter."""
    meant = typed[:64].upper().translate(str.maketrans("OIL", "011"))
    return "".join(symbol for symbol in meant if symbol in _CROCKFORD)
