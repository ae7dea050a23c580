"""Opening the store that an address names: memory, a file, or a PostgreSQL server."""

from throughline.errors import StoreRefused
from throughline.workshop.memory_store import MemoryStore
from throughline.workshop.store import Store


def open_store(url: str) -> Store:
    """Open a store.

    Args:
        url: ``memory://``, ``sqlite:///path/of/the/file``, or
            ``postgresql://user:password@host/database``.

    Raises:
        StoreRefused: an address of another kind, or a database that cannot be used.
    """
    kind = url.partition(":")[0]
    if kind == "memory":
        return MemoryStore()
    if kind in {"sqlite", "postgresql", "postgres"}:
        # A page without a room must not wait for SQLAlchemy.
        from throughline.workshop.sql.opening import open_sql

        return open_sql(url.replace("postgres:", "postgresql:", 1))
    raise StoreRefused("A store is memory://, sqlite:///path or postgresql://user@host/database.")
