"""Search over the texts."""

from alembic import op

from detente.store.searching import INDEX

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in INDEX[op.get_bind().dialect.name]:
        op.execute(statement)
