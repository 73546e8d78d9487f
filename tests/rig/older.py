"""A site that is older than the migration which makes all tables at once."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def grow() -> None:
    """Bring an empty database up to date step by step; run inside that site's shell."""
    executor = MigrationExecutor(connection)
    executor.loader.replace_migrations = False
    executor.loader.build_graph()
    steps = executor.loader.graph.leaf_nodes()
    executor.migrate([step for step in steps if "_squashed_" not in step[1]])
