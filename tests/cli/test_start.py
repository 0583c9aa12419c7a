"""What only the store needs is not loaded by those who only code."""

import subprocess
import sys

SCRIPT = """
import sys
from detente.cli.app import build_app
import detente.cli.coding, detente.pipeline
build_app()
print(sorted({"sqlalchemy", "alembic", "datasketch", "psycopg", "feedparser", "pyarrow", "protego"} & set(sys.modules)))
"""


def test_coding_loads_nothing_of_the_store() -> None:
    found = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
