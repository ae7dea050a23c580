"""Every key, unique and check of the tables, as each engine has them; and a schema that was released stays."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, insert, inspect
from sqlalchemy.exc import IntegrityError

from tests.contract import builders
from tests.contract.conftest import empty
from tests.contract.postgres_server import PostgresServer
from throughline.workshop.engines import open_store
from throughline.workshop.sql import rows, schema
from throughline.workshop.sql.store import SqlStore

RELEASED = Path(__file__).parent / "schema-1.sql"

KEYS = {
    "meta": ["key"],
    "rooms": ["id"],
    "grants": ["token_hash"],
    "sections": ["room_id", "section", "round"],
    "participants": ["id"],
    "answers": ["room_id", "participant_id", "section", "round"],
    "pictures": ["room_id", "section", "round", "no"],
    "figure_versions": ["room_id", "section", "round", "figure", "ver"],
    "room_events": ["room_id", "version"],
    "guesses": ["client_hash", "window_start"],
}
UNIQUES = {
    "rooms": [["code"]],
    "sections": [["room_id", "position"]],
    "participants": [["room_id", "resume_hash"], ["room_id", "slot"], ["token_hash"]],
    "pictures": [["room_id", "position"]],
}
REFERENCES = {
    "grants": [("rooms", ["room_id"])],
    "sections": [("rooms", ["room_id"])],
    "participants": [("rooms", ["room_id"])],
    "answers": [
        ("participants", ["participant_id"]),
        ("sections", ["room_id", "section", "round"]),
    ],
    "pictures": [("rooms", ["room_id"])],
    "figure_versions": [("rooms", ["room_id"])],
    "room_events": [("rooms", ["room_id"])],
}

ROOM = rows.columns(builders.ROOM)
SECTION = rows.columns(builders.OPEN) | {"room_id": "room-1", "position": 1}
PERSON: dict[str, Any] = {
    "id": "p",
    "room_id": "room-1",
    "slot": 1,
    "token_hash": b"t",
    "resume_hash": b"r",
    "joined_at": 0,
    "extra_seconds": 0,
}
ANSWER: dict[str, Any] = {
    "room_id": "room-1",
    "participant_id": "p",
    "section": "work",
    "round": 1,
    "rev": 1,
    "submission_id": "s",
    "payload": "{}",
    "model_version": "1",
    "seq": 1,
    "late": False,
    "saved_at": 0,
}
PICTURE = rows.columns(builders.a_picture()) | {"room_id": "room-1", "position": 1}
VERSION = rows.columns(builders.a_version()) | {"room_id": "room-1", "position": 1}
GRANT = rows.columns(builders.CONTROL)
WHOLE = [
    (schema.rooms, ROOM),
    (schema.grants, GRANT),
    (schema.sections, SECTION),
    (schema.participants, PERSON),
    (schema.answers, ANSWER),
    (schema.pictures, PICTURE),
    (schema.figure_versions, VERSION),
]
OTHER_ROOM = {"id": "room-2", "code": "2"}
OTHER_PERSON = {"id": "q", "slot": 2, "token_hash": b"u", "resume_hash": b"s"}


@pytest.fixture(params=["sqlite", "postgresql"])
def core(
    request: pytest.FixtureRequest, tmp_path: Path, server: PostgresServer
) -> Iterator[Engine]:
    """The bare tables of each engine, with one row in each."""
    if request.param == "postgresql":
        store: SqlStore = request.getfixturevalue("postgres_store")
        empty(store)
    else:
        opened = open_store(f"sqlite:///{tmp_path / 'rooms.sqlite'}")
        assert isinstance(opened, SqlStore)
        store = opened
    with store._engine.core.begin() as connection:
        for table, row in WHOLE:
            connection.execute(insert(table).values(**row))
    yield store._engine.core
    if request.param == "sqlite":
        store.close()


def test_every_table_has_its_key_uniques_and_references(core: Engine) -> None:
    found = inspect(core)

    assert set(found.get_table_names()) == set(KEYS)
    for table, key in KEYS.items():
        assert found.get_pk_constraint(table)["constrained_columns"] == key, table
        uniques = [one["column_names"] for one in found.get_unique_constraints(table)]
        assert sorted(uniques) == UNIQUES.get(table, []), table
        references = found.get_foreign_keys(table)
        told = [(one["referred_table"], one["constrained_columns"]) for one in references]
        assert sorted(told) == REFERENCES.get(table, []), table
        assert all(one["options"]["ondelete"] == "CASCADE" for one in references)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (schema.rooms, ROOM | OTHER_ROOM | {"k": 4}),
        (schema.rooms, ROOM | OTHER_ROOM | {"title": "x" * 81}),
        (schema.rooms, ROOM | OTHER_ROOM | {"phase": "party"}),
        (schema.rooms, ROOM | {"id": "room-2"}),
        (schema.rooms, ROOM | {"code": "2"}),
        (schema.grants, GRANT | {"token_hash": b"2", "scope": "everything"}),
        (schema.grants, GRANT | {"token_hash": b"2", "room_id": "nowhere"}),
        (schema.sections, SECTION | {"round": 2, "position": 2, "state": "ajar"}),
        (schema.sections, SECTION | {"round": 2, "position": 2, "pace": "brisk"}),
        (schema.sections, SECTION | {"position": 2}),
        (schema.sections, SECTION | {"round": 2}),
        (schema.participants, PERSON | OTHER_PERSON | {"slot": 1}),
        (schema.participants, PERSON | OTHER_PERSON | {"token_hash": b"t"}),
        (schema.participants, PERSON | OTHER_PERSON | {"resume_hash": b"r"}),
        (schema.participants, PERSON | OTHER_PERSON | {"room_id": "nowhere"}),
        (schema.answers, ANSWER),
        (schema.answers, ANSWER | {"participant_id": "nobody"}),
        (schema.answers, ANSWER | {"section": "nowhere"}),
        (schema.pictures, PICTURE | {"position": 2}),
        (schema.pictures, PICTURE | {"no": 2}),
        (schema.pictures, PICTURE | {"no": 2, "position": 2, "kind": "sketch"}),
        (schema.figure_versions, VERSION),
        (schema.figure_versions, VERSION | {"ver": 2, "n": 4}),
    ],
    ids=str,
)
def test_a_row_that_breaks_a_rule_is_refused_by_the_database(
    core: Engine, table: Any, row: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError), core.begin() as connection:
        connection.execute(insert(table).values(**row))


def test_a_revision_begins_at_one(core: Engine) -> None:
    with pytest.raises(IntegrityError), core.begin() as connection:
        connection.execute(schema.answers.update().values(rev=0))


def test_a_deleted_room_takes_everything_along(core: Engine) -> None:
    with core.begin() as connection:
        connection.execute(schema.rooms.delete())
        for table, _ in WHOLE:
            assert connection.execute(table.select()).all() == []


def test_no_table_has_a_place_for_a_name_an_address_or_a_browser() -> None:
    columns = {column.name for table in schema.metadata.tables.values() for column in table.columns}

    assert not columns & {"name", "email", "ip", "ip_address", "user_agent", "device"}


def test_the_first_schema_is_still_as_it_was_released(tmp_path: Path) -> None:
    path = tmp_path / "rooms.sqlite"
    open_store(f"sqlite:///{path}").close()
    connection = sqlite3.connect(path)
    found = connection.execute("select sql from sqlite_master where sql is not null order by name")
    made = "".join(f"{sql};\n" for (sql,) in found)
    connection.close()

    assert schema.VERSION == 1, "keep schema-1.sql, add schema-2.sql and a test that 1 becomes 2"
    made = "\n".join(line.rstrip() for line in made.replace("\t", "    ").split("\n"))
    assert made == RELEASED.read_text(encoding="utf-8")
