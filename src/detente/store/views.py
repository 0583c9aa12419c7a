"""Views with plain names over the tables, for Datasette, R and whoever writes SQL; docs/store.md shows them.

Only SQL that SQLite and PostgreSQL read alike. Each view may use those before it.
"""

from __future__ import annotations

VIEWS = {
    "v_documents": """
        SELECT d.id AS document, d.published, d.outlet, d.title, d.url, d.copy_of, d.superseded, d.superseded_by,
               (SELECT count(*) FROM appearances a WHERE a.document = d.id) AS appearances,
               (SELECT count(*) FROM events e WHERE e.document = d.id) AS events,
               d.added, d.text
        FROM documents d""",
    "v_events": """
        SELECT e.id AS event, p.dossier, e.kind, e.status, e.type, e.mode, e.contexts, e.quad, e.intensity,
               e.actors, e.recipients, e.participants, e.reciprocal, e.date_from, e.date_to, e.time_text,
               e.place, e.place_country, e.latitude, e.longitude, e.principal, e.confidence, e.cause, e.sentence,
               d.published, d.outlet, d.title, d.url, d.copy_of, d.superseded, e.account, e.document
        FROM events e
        JOIN documents d ON d.id = e.document
        LEFT JOIN placements p ON p.account = e.account""",
    "v_claims": """
        SELECT c.number AS claim, v.dossier, c.sources, c.source_kinds, c.source_ids, c.source_countries,
               c.stance, c.factuality, v.kind, v.status, v.type, v.actors, v.recipients, v.date_from, v.date_to,
               v.place, v.sentence, v.published, v.outlet, v.title, v.url, v.copy_of, v.superseded,
               c.event, v.account, v.document
        FROM claims c
        JOIN v_events v ON v.event = c.event""",
    "v_parties": """
        SELECT p.event, p.role, p.name, p.actor, p.country, p.sectors, v.dossier, v.kind, v.status, v.published,
               p.document
        FROM parties p
        JOIN v_events v ON v.event = p.event""",
    "v_dossiers": """
        SELECT s.dossier, s.title, s.kind, s.status, s.status_since, s.actors, s.recipients, s.date_from, s.date_to,
               s.place, s.independent_sources, s.reports, s.contradictions, s.overruled_by, s.day AS last_change
        FROM states s
        WHERE s.day = (SELECT max(t.day) FROM states t
                       WHERE t.dossier = s.dossier AND t.day <= CAST(CURRENT_DATE AS TEXT))""",
    "v_history": """
        SELECT s.dossier, s.day, s.title, s.kind, s.status, s.status_since, s.actors, s.recipients, s.date_from,
               s.date_to, s.place, s.independent_sources, s.reports, s.contradictions, s.overruled_by
        FROM states s""",
    "v_changes": """
        SELECT c.day, c.what, c.title, c.before, c.after, c.dossier, c.id AS change
        FROM changes c""",
    "v_reports": """
        SELECT r.document, r.detente, r.model, r.knowledge, r.current, r.coded, a.published, a.outlet, a.url,
               r.body
        FROM reports r
        JOIN appearances a ON a.id = r.appearance""",
}
