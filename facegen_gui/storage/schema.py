"""The library's tables and how an older library becomes a newer one. Statements only; rows are in `rows`.

All times are ISO-8601 text in UTC. `failure` holds a failure's kind, `failure_facts` the rest of it as JSON.
`removed_at` is set on jobs a person removed; their rows stay until they are purged, so that it can be undone.
"""

import sqlite3

_VERSION_1 = (
    """CREATE TABLE jobs (
        server TEXT NOT NULL,
        id TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        state TEXT NOT NULL,
        label TEXT NOT NULL DEFAULT '',
        failure TEXT,
        failure_facts TEXT,
        asked_at TEXT,
        next_ask_at TEXT,
        being_made_since TEXT,
        first_ready_at TEXT,
        removed_at TEXT,
        PRIMARY KEY (server, id)
    )""",
    "CREATE INDEX jobs_by_sequence ON jobs (server, sequence)",
    """CREATE TABLE pictures (
        server TEXT NOT NULL,
        job_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        url TEXT NOT NULL DEFAULT '',
        file TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT '',
        bytes INTEGER NOT NULL DEFAULT 0,
        media_type TEXT NOT NULL DEFAULT '',
        width INTEGER NOT NULL DEFAULT 0,
        height INTEGER NOT NULL DEFAULT 0,
        fetched_at TEXT,
        failure TEXT,
        failure_facts TEXT,
        saved_at TEXT,
        saved_to TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (server, job_id, number)
    )""",
)

# Batches, choices, dismissed jobs and the service's meta. What was pasted at one time becomes one batch.
_VERSION_2 = (
    """CREATE TABLE batches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        server TEXT NOT NULL,
        created_at TEXT NOT NULL,
        name TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX batches_by_server ON batches (server)",
    "ALTER TABLE jobs ADD COLUMN batch INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE jobs ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE jobs ADD COLUMN meta TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE pictures ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pictures ADD COLUMN choice TEXT NOT NULL DEFAULT ''",
    """INSERT INTO batches (server, created_at)
        SELECT server, added_at FROM jobs GROUP BY server, added_at ORDER BY min(sequence)""",
    """UPDATE jobs SET batch = (SELECT batches.id FROM batches
        WHERE batches.server = jobs.server AND batches.created_at = jobs.added_at)""",
    # The few rows that a start asks for must be found without a scan.
    "CREATE INDEX jobs_removed ON jobs (server) WHERE removed_at IS NOT NULL",
    "CREATE INDEX pictures_unmeasured ON pictures (server) WHERE file <> '' AND width = 0",
)

MIGRATIONS = (_VERSION_1, _VERSION_2)
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Brings the library to the newest version, in one transaction. Raises sqlite3.Error."""
    if version_of(connection) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated before the lock was ours.
        for statements in migrations[version_of(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
