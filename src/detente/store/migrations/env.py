"""Run by Alembic: brings the store that it is handed a connection to up to date."""

from alembic import context

from detente.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
context.run_migrations()
