"""PostgreSQL for several servers at once: restarts and lost connections are waited out, with one answer each."""

from contextlib import nullcontext

from sqlalchemy import URL, create_engine, exc, text

from throughline.errors import NotSaved, StoreRefused
from throughline.workshop.sql.engine import Engine
from throughline.workshop.sql.patience import Patience

POOL = 10
QUEUE_SECONDS = 30  # for a connection of our own pool: a queue is no trouble of the database
CONNECT_SECONDS = 2
STATEMENT_MS = 5000
PATIENCE = Patience(seconds=10, tries=1000, first=0.02, longest=0.4)

PASSING = {
    *("40001", "40P01"),  # serialisation failure, deadlock
    *("57P01", "57P02", "57P03"),  # the server is going down, has crashed, is coming up
    "53300",  # too many connections
    "57014",  # a statement took too long: on a busy room it waited for its turn
}
SAID = {
    "53100": "the disk of the database is full",
    "25006": "the database is read-only",
    "57014": "the database is too slow",
}


class PostgresEngine(Engine):
    """A database on a server, shared with other processes."""

    def __init__(self, url: URL, patience: Patience = PATIENCE) -> None:
        core = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=POOL,
            max_overflow=0,
            pool_timeout=QUEUE_SECONDS,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "options": f"-c statement_timeout={STATEMENT_MS}",
            },
        )
        super().__init__(core, nullcontext(), patience)

    def refuse_unsafe(self) -> None:
        """Look at the server's settings before anything is trusted to it.

        Raises:
            StoreRefused: it acknowledges what it has not written.
        """
        if (
            self.read(lambda connection: connection.scalar(text("show synchronous_commit")))
            == "off"
        ):
            raise StoreRefused(
                "This PostgreSQL has synchronous_commit = off and may lose answers it has "
                "acknowledged. Switch it on for this database."
            )

    def may_pass(self, error: Exception) -> bool:
        """No connection, or a refusal that a moment later would not be one."""
        if not isinstance(error, exc.DBAPIError) or error.connection_invalidated:
            return True
        state = getattr(error.orig, "sqlstate", None)
        return state is None or state in PASSING or state.startswith("08")

    def say(self, error: Exception) -> str:
        """Tell a full disk from a read-only server and from one that is away."""
        cause = error.orig if isinstance(error, exc.DBAPIError) else None
        return SAID.get(getattr(cause, "sqlstate", None) or "", "the database is away")

    def sweep(self) -> None:
        """Nothing to do here: dead rows stay until the server's own vacuum."""

    def backup(self, path: str) -> None:
        """A server is backed up by its own tools."""
        raise NotSaved(f"PostgreSQL is copied with pg_dump, not to {path}")
