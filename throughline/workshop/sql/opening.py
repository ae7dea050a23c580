"""Opening a database once per process, however often it is asked for."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import exc, make_url

from throughline.errors import NotSaved, StoreRefused
from throughline.workshop.sql.engine import Engine
from throughline.workshop.sql.migrations import migrate
from throughline.workshop.sql.postgresql import PostgresEngine
from throughline.workshop.sql.sqlite import SqliteEngine
from throughline.workshop.sql.store import SqlStore


@dataclass(slots=True)
class _Open:
    engine: Engine
    users: int = 0


class _Shared:
    """The engines of this process by address.

    Any visitor can empty Streamlit's caches. The store that is then made anew must get the same pool
    and the same lock, not another ten connections, and not be refused by its own lock file.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, _Open] = {}

    def store(self, address: str, make: Callable[[], Engine]) -> SqlStore:
        """Open a database, or share the one that is open."""
        with self._lock:
            held = self._open.get(address)
            if held is None:
                held = self._open[address] = _Open(_ready(make()))
            held.users += 1
            return SqlStore(held.engine, lambda: self._let_go(address, held))

    def _let_go(self, address: str, held: _Open) -> None:
        with self._lock:
            held.users -= 1
            if held.users == 0:
                del self._open[address]
                held.engine.close()


_SHARED = _Shared()


def open_sql(url: str) -> SqlStore:
    """Open ``sqlite:///path`` or ``postgresql://…`` and bring its tables to this version.

    Raises:
        StoreRefused: it cannot be used; the message says why.
    """
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        return _SHARED.store(
            address.render_as_string(hide_password=False), lambda: PostgresEngine(address)
        )
    if not address.database or address.database == ":memory:":
        raise StoreRefused("The address of a file is sqlite:///path/of/the/file.")
    path = Path(address.database).expanduser().absolute()
    return _SHARED.store(str(path), lambda: SqliteEngine(path))


def _ready(engine: Engine) -> Engine:
    try:
        engine.refuse_unsafe()
        engine.write(migrate)
    except (NotSaved, exc.DBAPIError) as error:
        engine.close()
        raise StoreRefused("The database does not answer, or is none of Throughline's.") from error
    except StoreRefused:
        engine.close()
        raise
    return engine
