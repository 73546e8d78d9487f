"""A site that is older than the migration which makes all tables at once."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LAST = ("stakeholders", "0010_talks_in_confidence")  # before all were made at once


def grow() -> None:
    """Bring an empty database up to date step by step; run inside that site's shell."""
    executor = MigrationExecutor(connection)
    executor.loader.replace_migrations = False
    executor.loader.build_graph()
    others = [step for step in executor.loader.graph.leaf_nodes() if step[0] != LAST[0]]
    here = executor.migrate([*others, LAST]).apps
    here.get_model("stakeholders", "unit").objects.create(name="Büro")
