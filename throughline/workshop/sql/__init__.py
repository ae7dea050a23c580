"""Rooms in a database, SQLite or PostgreSQL, through SQLAlchemy Core; the only place that knows SQLAlchemy."""
