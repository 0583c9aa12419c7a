"""Documents, reports, accounts, dossiers and overrules in SQLite or PostgreSQL."""
