"""A dossier may hold several acts of one incident; the last accounts of a key are found from its end."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("placements", Column("act", Text))
    op.drop_index("ix_keys_key_published", table_name="keys")
    op.create_index("ix_keys_key_published_account", "keys", ["key", "published", "account"])
