"""One contract for every store: memory, a SQLite file, and a real PostgreSQL."""
