"""Words -> the documents whose texts have them, by the full-text index of the database.

SQLite has it as the table `text_index` (FTS5) kept by triggers, PostgreSQL as an index over the expression below.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from detente.records import Record

VECTOR = "to_tsvector('english', coalesce(title, '') || ' ' || text)"
INDEX = {
    "sqlite": (
        "CREATE VIRTUAL TABLE text_index USING fts5(title, text, content='documents', content_rowid='number',"
        " tokenize='porter unicode61 remove_diacritics 2')",
        "INSERT INTO text_index(text_index) VALUES ('rebuild')",
        "CREATE TRIGGER text_added AFTER INSERT ON documents BEGIN"
        " INSERT INTO text_index(rowid, title, text) VALUES (new.number, new.title, new.text); END",
        "CREATE TRIGGER text_removed AFTER DELETE ON documents BEGIN"
        " INSERT INTO text_index(text_index, rowid, title, text)"
        " VALUES ('delete', old.number, old.title, old.text); END",
        "CREATE TRIGGER text_changed AFTER UPDATE OF title, text ON documents BEGIN"
        " INSERT INTO text_index(text_index, rowid, title, text)"
        " VALUES ('delete', old.number, old.title, old.text);"
        " INSERT INTO text_index(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    ),
    "postgresql": (f"CREATE INDEX ix_documents_words ON documents USING gin ({VECTOR})",),
}
_ASKED = {
    "sqlite": text(
        "SELECT d.id AS document, d.title, d.outlet, d.published,"
        " snippet(text_index, 1, '', '', ' … ', 24) AS snippet"
        " FROM text_index JOIN documents d ON d.number = text_index.rowid"
        " WHERE text_index MATCH :words ORDER BY text_index.rowid DESC LIMIT :most"
    ),
    "postgresql": text(
        "SELECT d.id AS document, d.title, d.outlet, d.published, ts_headline('english', d.text, asked.words,"
        ' \'StartSel="",StopSel="",MaxWords=24,MinWords=12\') AS snippet'
        " FROM (SELECT plainto_tsquery('english', :words) AS words) asked,"
        f" LATERAL (SELECT * FROM documents WHERE {VECTOR} @@ asked.words"
        " ORDER BY number DESC LIMIT :most) d ORDER BY d.number DESC"
    ),
}


class Hit(Record, frozen=True, kw_only=True):
    """A document that has the words, with some text around them."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str


def search_texts(connection: Connection, words: str, *, most: int = 30) -> Iterator[Hit]:
    """The documents that have all of the words, the last added first."""
    dialect = connection.dialect.name
    words = words.replace("\0", " ")  # neither database takes it in a text
    asked = _quoted(words) if dialect == "sqlite" else words
    if not asked:
        return
    for row in connection.execute(_ASKED[dialect], {"words": asked, "most": most}):
        yield Hit(**row._mapping)


def _quoted(words: str) -> str:
    """Each word in quotes, so that nothing in it is taken for FTS5's own syntax."""
    return " ".join(f'"{word}"' for word in words.replace('"', " ").split())
