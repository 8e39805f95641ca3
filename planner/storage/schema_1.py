"""The tables of the first release, as they were; never changed."""

STATEMENTS = (
    """CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE lifter (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, name TEXT NOT NULL, experience TEXT NOT NULL,
        unit TEXT NOT NULL, inventory TEXT NOT NULL, birth_year INTEGER, sex TEXT,
        coach TEXT NOT NULL, note TEXT NOT NULL, archived_on TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX lifter_uid ON lifter (uid)",
    """CREATE TABLE bodyweight (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        kg REAL NOT NULL CHECK (kg > 0) CHECK (kg BETWEEN -1e12 AND 1e12),
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX bodyweight_uid ON bodyweight (uid)",
    'CREATE UNIQUE INDEX bodyweight_lifter_id_on ON bodyweight (lifter_id, "on")',
    """CREATE TABLE check_in (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        sleep INTEGER, sleep_hours REAL CHECK (sleep_hours BETWEEN -1e12 AND 1e12),
        soreness INTEGER, sore_areas TEXT NOT NULL, mood INTEGER, motivation INTEGER,
        energy INTEGER, note TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX check_in_uid ON check_in (uid)",
    'CREATE UNIQUE INDEX check_in_lifter_id_on ON check_in (lifter_id, "on")',
    """CREATE TABLE absence (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, since TEXT NOT NULL,
        until TEXT, reason TEXT NOT NULL, note TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX absence_uid ON absence (uid)",
    "CREATE INDEX absence_lifter_id_since ON absence (lifter_id, since)",
    """CREATE TABLE exercise (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, slug TEXT NOT NULL CHECK (slug <> ''), name TEXT NOT NULL,
        pattern TEXT NOT NULL, load_kind TEXT NOT NULL, complexity TEXT NOT NULL,
        bodyweight_share REAL NOT NULL, equipment TEXT NOT NULL, category TEXT NOT NULL,
        measure TEXT NOT NULL, per_side INTEGER NOT NULL, rest_s INTEGER NOT NULL,
        step_kg REAL NOT NULL, parent TEXT, similarity REAL NOT NULL, cues TEXT NOT NULL,
        custom INTEGER NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX exercise_uid ON exercise (uid)",
    "CREATE UNIQUE INDEX exercise_slug ON exercise (slug)",
    """CREATE TABLE exercise_muscle (
        id INTEGER NOT NULL PRIMARY KEY, exercise_id INTEGER NOT NULL,
        position INTEGER NOT NULL, muscle TEXT NOT NULL, share REAL NOT NULL,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id) ON DELETE CASCADE
    ) STRICT""",
    """CREATE UNIQUE INDEX exercise_muscle_exercise_id_position
    ON exercise_muscle (exercise_id, position)""",
    """CREATE TABLE exercise_alias (
        id INTEGER NOT NULL PRIMARY KEY, exercise_id INTEGER NOT NULL, alias TEXT NOT NULL,
        custom INTEGER NOT NULL,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX exercise_alias_alias ON exercise_alias (alias)",
    "CREATE INDEX exercise_alias_exercise_id ON exercise_alias (exercise_id)",
    """CREATE TABLE mesocycle (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, name TEXT NOT NULL,
        started_on TEXT NOT NULL, goal TEXT NOT NULL, program TEXT, note TEXT NOT NULL,
        deleted_at INTEGER, FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX mesocycle_uid ON mesocycle (uid)",
    "CREATE INDEX mesocycle_lifter_id_started_on ON mesocycle (lifter_id, started_on)",
    """CREATE TABLE microcycle (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, mesocycle_id INTEGER NOT NULL, number INTEGER NOT NULL,
        starts_on TEXT NOT NULL, days INTEGER NOT NULL CHECK (days > 0),
        deload INTEGER NOT NULL, note TEXT NOT NULL,
        FOREIGN KEY (mesocycle_id) REFERENCES mesocycle (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX microcycle_uid ON microcycle (uid)",
    "CREATE INDEX microcycle_mesocycle_id_number ON microcycle (mesocycle_id, number)",
    """CREATE TABLE planned_session (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, microcycle_id INTEGER NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL, day INTEGER NOT NULL CHECK (day >= 0), note TEXT NOT NULL,
        FOREIGN KEY (microcycle_id) REFERENCES microcycle (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX planned_session_uid ON planned_session (uid)",
    """CREATE INDEX planned_session_microcycle_id_day_position
    ON planned_session (microcycle_id, day, position)""",
    """CREATE TABLE planned_exercise (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, planned_session_id INTEGER NOT NULL,
        position INTEGER NOT NULL, exercise_id INTEGER NOT NULL, superset INTEGER,
        rest_s INTEGER, tempo TEXT NOT NULL, note TEXT NOT NULL,
        FOREIGN KEY (planned_session_id) REFERENCES planned_session (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX planned_exercise_uid ON planned_exercise (uid)",
    """CREATE INDEX planned_exercise_planned_session_id_position
    ON planned_exercise (planned_session_id, position)""",
    "CREATE INDEX planned_exercise_exercise_id ON planned_exercise (exercise_id)",
    """CREATE TABLE planned_set (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, planned_exercise_id INTEGER NOT NULL,
        position INTEGER NOT NULL, reps_low INTEGER CHECK (reps_low >= 0),
        reps_high INTEGER CHECK (reps_high >= 0), rir REAL CHECK (rir BETWEEN -1e12 AND 1e12),
        load_kg REAL CHECK (load_kg BETWEEN -1e12 AND 1e12),
        percent_e1rm REAL CHECK (percent_e1rm BETWEEN -1e12 AND 1e12), amrap INTEGER NOT NULL,
        kind TEXT NOT NULL, seconds REAL CHECK (seconds BETWEEN -1e12 AND 1e12),
        load REAL CHECK (load BETWEEN -1e12 AND 1e12), unit TEXT NOT NULL,
        FOREIGN KEY (planned_exercise_id) REFERENCES planned_exercise (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX planned_set_uid ON planned_set (uid)",
    """CREATE INDEX planned_set_planned_exercise_id_position
    ON planned_set (planned_exercise_id, position)""",
    """CREATE TABLE "import" (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, file_name TEXT NOT NULL,
        format TEXT NOT NULL, "on" TEXT NOT NULL, text_sha256 TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE
    ) STRICT""",
    'CREATE UNIQUE INDEX import_uid ON "import" (uid)',
    'CREATE INDEX import_lifter_id ON "import" (lifter_id)',
    """CREATE TABLE session (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        name TEXT NOT NULL, started_at TEXT, duration_s INTEGER, utc_offset_min INTEGER,
        note TEXT NOT NULL, finished INTEGER NOT NULL, planned_session_id INTEGER,
        import_id INTEGER, deleted_at INTEGER,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE,
        FOREIGN KEY (planned_session_id) REFERENCES planned_session (id) ON DELETE SET NULL,
        FOREIGN KEY (import_id) REFERENCES "import" (id) ON DELETE SET NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX session_uid ON session (uid)",
    'CREATE INDEX session_lifter_id_on ON session (lifter_id, "on")',
    """CREATE INDEX session_planned_session_id
    ON session (planned_session_id) WHERE (planned_session_id IS NOT NULL)""",
    "CREATE INDEX session_import_id ON session (import_id) WHERE (import_id IS NOT NULL)",
    """CREATE TABLE logged_exercise (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, session_id INTEGER NOT NULL, position INTEGER NOT NULL,
        exercise_id INTEGER NOT NULL, superset INTEGER, rest_s INTEGER, note TEXT NOT NULL,
        planned_exercise_id INTEGER,
        FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id),
        FOREIGN KEY (planned_exercise_id) REFERENCES planned_exercise (id) ON DELETE SET NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX logged_exercise_uid ON logged_exercise (uid)",
    "CREATE INDEX logged_exercise_session_id_position ON logged_exercise (session_id, position)",
    """CREATE INDEX logged_exercise_exercise_id_session_id
    ON logged_exercise (exercise_id, session_id)""",
    """CREATE INDEX logged_exercise_planned_exercise_id
    ON logged_exercise (planned_exercise_id) WHERE (planned_exercise_id IS NOT NULL)""",
    """CREATE TABLE logged_set (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, logged_exercise_id INTEGER NOT NULL,
        position INTEGER NOT NULL, load_kg REAL CHECK (load_kg BETWEEN -1e12 AND 1e12),
        reps INTEGER CHECK (reps >= 0), rir REAL CHECK (rir BETWEEN -1e12 AND 1e12),
        kind TEXT NOT NULL, target_reps INTEGER,
        seconds REAL CHECK (seconds BETWEEN -1e12 AND 1e12),
        distance_m REAL CHECK (distance_m BETWEEN -1e12 AND 1e12), tempo TEXT NOT NULL,
        technique TEXT, pain INTEGER CHECK (pain BETWEEN 0 AND 10), side TEXT NOT NULL,
        note TEXT NOT NULL, load REAL CHECK (load BETWEEN -1e12 AND 1e12), unit TEXT NOT NULL,
        logged_at TEXT, flags TEXT NOT NULL, source_line INTEGER, source_text TEXT NOT NULL,
        FOREIGN KEY (logged_exercise_id) REFERENCES logged_exercise (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX logged_set_uid ON logged_set (uid)",
    """CREATE INDEX logged_set_logged_exercise_id_position
    ON logged_set (logged_exercise_id, position)""",
    """CREATE TABLE decision (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        exercise_id INTEGER NOT NULL, kind TEXT NOT NULL, rule TEXT NOT NULL CHECK (rule <> ''),
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'dismissed')),
        reason TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
        numbers TEXT NOT NULL CHECK (numbers NOT IN ('', '{}')), changed TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX decision_uid ON decision (uid)",
    'CREATE INDEX decision_lifter_id_on ON decision (lifter_id, "on")',
)
