"""A user may decide on the status of a dossier."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("overrules") as table:
        table.alter_column("second", existing_type=Text(), nullable=True)
        table.add_column(Column("value", Text))
        table.add_column(Column("day", Text))
    op.add_column("states", Column("overruled_by", Text))
