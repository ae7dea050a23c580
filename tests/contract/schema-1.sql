CREATE TABLE answers (
    room_id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    section TEXT NOT NULL,
    round SMALLINT NOT NULL,
    rev INTEGER NOT NULL CONSTRAINT ck_answers_rev CHECK (rev >= 1),
    submission_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    model_version TEXT NOT NULL,
    seq INTEGER NOT NULL,
    late BOOLEAN NOT NULL,
    saved_at BIGINT NOT NULL,
    CONSTRAINT pk_answers PRIMARY KEY (room_id, participant_id, section, round),
    CONSTRAINT fk_answers_room_id_section_round FOREIGN KEY(room_id, section, round) REFERENCES sections (room_id, section, round) ON DELETE CASCADE,
    CONSTRAINT fk_answers_participant_id FOREIGN KEY(participant_id) REFERENCES participants (id) ON DELETE CASCADE
);
CREATE TABLE figure_versions (
    room_id TEXT NOT NULL,
    section TEXT NOT NULL,
    round SMALLINT NOT NULL,
    figure TEXT NOT NULL,
    ver INTEGER NOT NULL,
    position INTEGER NOT NULL,
    n INTEGER NOT NULL CONSTRAINT ck_figure_versions_n CHECK (n >= 5),
    members TEXT NOT NULL,
    CONSTRAINT pk_figure_versions PRIMARY KEY (room_id, section, round, figure, ver),
    CONSTRAINT fk_figure_versions_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
CREATE TABLE grants (
    token_hash BLOB NOT NULL,
    room_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    recovery BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT pk_grants PRIMARY KEY (token_hash),
    CONSTRAINT ck_grants_scope CHECK (scope in ('control', 'moderate', 'project')),
    CONSTRAINT fk_grants_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
CREATE TABLE guesses (
    client_hash BLOB NOT NULL,
    window_start BIGINT NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_guesses PRIMARY KEY (client_hash, window_start)
);
CREATE INDEX ix_answers_participant_id ON answers (participant_id);
CREATE INDEX ix_answers_room_id_section_round ON answers (room_id, section, round);
CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY ("key")
);
CREATE TABLE participants (
    id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    slot INTEGER NOT NULL,
    token_hash BLOB NOT NULL,
    resume_hash BLOB NOT NULL,
    joined_at BIGINT NOT NULL,
    extra_seconds INTEGER NOT NULL,
    CONSTRAINT pk_participants PRIMARY KEY (id),
    CONSTRAINT uq_participants_room_id_slot UNIQUE (room_id, slot),
    CONSTRAINT uq_participants_room_id_resume_hash UNIQUE (room_id, resume_hash),
    CONSTRAINT fk_participants_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE,
    CONSTRAINT uq_participants_token_hash UNIQUE (token_hash)
);
CREATE TABLE pictures (
    room_id TEXT NOT NULL,
    section TEXT NOT NULL,
    round SMALLINT NOT NULL,
    no INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    payload TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT pk_pictures PRIMARY KEY (room_id, section, round, no),
    CONSTRAINT uq_pictures_room_id_position UNIQUE (room_id, position),
    CONSTRAINT ck_pictures_kind CHECK (kind in ('live', 'final')),
    CONSTRAINT fk_pictures_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
CREATE TABLE room_events (
    room_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    scope TEXT NOT NULL,
    command TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT pk_room_events PRIMARY KEY (room_id, version),
    CONSTRAINT fk_room_events_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
CREATE TABLE rooms (
    id TEXT NOT NULL,
    code TEXT,
    qr_key_hash BLOB NOT NULL,
    title TEXT NOT NULL CONSTRAINT ck_rooms_title CHECK (length(title) <= 80),
    lang TEXT NOT NULL,
    model_version TEXT NOT NULL,
    k SMALLINT NOT NULL CONSTRAINT ck_rooms_k CHECK (k >= 5),
    settings TEXT NOT NULL,
    phase TEXT NOT NULL,
    current_section TEXT,
    current_round SMALLINT,
    joins_locked BOOLEAN NOT NULL,
    qr_only BOOLEAN NOT NULL,
    max_people INTEGER NOT NULL,
    joined INTEGER NOT NULL,
    version INTEGER NOT NULL,
    answer_seq INTEGER NOT NULL,
    picture_seq INTEGER NOT NULL,
    rehearsal BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    opened_at BIGINT,
    closed_at BIGINT,
    purge_at BIGINT NOT NULL,
    CONSTRAINT pk_rooms PRIMARY KEY (id),
    CONSTRAINT ck_rooms_phase CHECK (phase in ('lobby', 'live', 'handout', 'closed')),
    CONSTRAINT uq_rooms_code UNIQUE (code)
);
CREATE TABLE sections (
    room_id TEXT NOT NULL,
    section TEXT NOT NULL,
    round SMALLINT NOT NULL,
    position SMALLINT NOT NULL,
    state TEXT NOT NULL,
    pace TEXT NOT NULL,
    opened_at BIGINT,
    deadline_at BIGINT,
    locked_at BIGINT,
    revealed_at BIGINT,
    CONSTRAINT pk_sections PRIMARY KEY (room_id, section, round),
    CONSTRAINT uq_sections_room_id_position UNIQUE (room_id, position),
    CONSTRAINT ck_sections_state CHECK (state in ('waiting', 'open', 'locked', 'revealed')),
    CONSTRAINT ck_sections_pace CHECK (pace in ('presenter', 'self')),
    CONSTRAINT fk_sections_room_id FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE
);
