"""The tables of the rooms: version 1 of the schema, the same on both engines."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _one_of(column: str, *allowed: str) -> CheckConstraint:
    values = ", ".join(f"'{one}'" for one in allowed)
    return CheckConstraint(f"{column} in ({values})", name=column)


def _in_room(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "room_id",
        Text,
        ForeignKey("rooms.id", ondelete="CASCADE"),
        nullable=False,
        primary_key=primary_key,
    )


meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

rooms = Table(
    "rooms",
    metadata,
    Column("id", Text, primary_key=True),
    Column("code", Text, unique=True),
    Column("qr_key_hash", LargeBinary, nullable=False),
    Column("title", Text, CheckConstraint("length(title) <= 80", name="title"), nullable=False),
    Column("lang", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("k", SmallInteger, CheckConstraint("k >= 5", name="k"), nullable=False),
    Column("settings", Text, nullable=False),
    Column("phase", Text, nullable=False),
    Column("current_section", Text),
    Column("current_round", SmallInteger),
    Column("joins_locked", Boolean, nullable=False),
    Column("qr_only", Boolean, nullable=False),
    Column("max_people", Integer, nullable=False),
    Column("joined", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("answer_seq", Integer, nullable=False),
    Column("picture_seq", Integer, nullable=False),
    Column("rehearsal", Boolean, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("opened_at", BigInteger),
    Column("closed_at", BigInteger),
    Column("purge_at", BigInteger, nullable=False),
    _one_of("phase", "lobby", "live", "handout", "closed"),
)

grants = Table(
    "grants",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    _in_room(),
    Column("scope", Text, nullable=False),
    Column("recovery", Boolean, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    _one_of("scope", "control", "moderate", "project"),
)

sections = Table(
    "sections",
    metadata,
    _in_room(primary_key=True),
    Column("section", Text, primary_key=True),
    Column("round", SmallInteger, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, nullable=False),  # order in which they were added, from 1
    Column("state", Text, nullable=False),
    Column("pace", Text, nullable=False),
    Column("opened_at", BigInteger),
    Column("deadline_at", BigInteger),
    Column("locked_at", BigInteger),
    Column("revealed_at", BigInteger),
    UniqueConstraint("room_id", "position"),
    _one_of("state", "waiting", "open", "locked", "revealed"),
    _one_of("pace", "presenter", "self"),
)

participants = Table(
    "participants",
    metadata,
    Column("id", Text, primary_key=True),
    _in_room(),
    Column("slot", Integer, nullable=False),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("resume_hash", LargeBinary, nullable=False),
    Column("joined_at", BigInteger, nullable=False),
    Column("extra_seconds", Integer, nullable=False),
    UniqueConstraint("room_id", "slot"),
    UniqueConstraint("room_id", "resume_hash"),
)

answers = Table(
    "answers",
    metadata,
    Column("room_id", Text, nullable=False),
    Column(
        "participant_id", Text, ForeignKey("participants.id", ondelete="CASCADE"), nullable=False
    ),
    Column("section", Text, nullable=False),
    Column("round", SmallInteger, nullable=False),
    Column("rev", Integer, CheckConstraint("rev >= 1", name="rev"), nullable=False),
    Column("submission_id", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("room_id", "participant_id", "section", "round"),
    ForeignKeyConstraint(
        ["room_id", "section", "round"],
        ["sections.room_id", "sections.section", "sections.round"],
        ondelete="CASCADE",
    ),
    Index(None, "participant_id"),
    Index(None, "room_id", "section", "round"),
)

pictures = Table(
    "pictures",
    metadata,
    _in_room(primary_key=True),
    Column("section", Text, primary_key=True),
    Column("round", SmallInteger, primary_key=True, autoincrement=False),
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),  # the room's picture_seq that it brought about
    Column("kind", Text, nullable=False),
    Column("rule_version", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    UniqueConstraint("room_id", "position"),
    _one_of("kind", "live", "final"),
)

figure_versions = Table(
    "figure_versions",
    metadata,
    _in_room(primary_key=True),
    Column("section", Text, primary_key=True),
    Column("round", SmallInteger, primary_key=True, autoincrement=False),
    Column("figure", Text, primary_key=True),
    Column("ver", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),  # of the picture that it was shown with
    Column("n", Integer, CheckConstraint("n >= 5", name="n"), nullable=False),
    Column("members", Text, nullable=False),
)

room_events = Table(
    "room_events",
    metadata,
    _in_room(primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("scope", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

guesses = Table(
    "guesses",
    metadata,
    Column("client_hash", LargeBinary, primary_key=True),
    Column("window_start", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
)

IN_A_ROOM = (answers, figure_versions, pictures, participants, sections, room_events, grants)
"""Tables with rows of a room, those that are pointed at after those that point."""
