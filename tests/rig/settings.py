"""The site's own settings with plain static files and a database that may be lost."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

KEPT_UNTIL_EXIT = TemporaryDirectory(prefix="relmap-tests-")
ROOM = Path(KEPT_UNTIL_EXIT.name)

# What the person at this machine has set for their site is not what the tests are about.
for name in [name for name in os.environ if name.startswith("RELMAP_")]:
    if not name.startswith(("RELMAP_TEST_", "RELMAP_DATA")):
        del os.environ[name]
os.environ["DATABASE_URL"] = os.environ.get("RELMAP_TEST_DATABASE_URL", "")
os.environ["RELMAP_VAR"] = str(ROOM)

from relmap.settings import *  # noqa: E402, F403
from relmap.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

STATIC_ROOT.mkdir()  # empty: a live server finds static files where they are written

DATABASE = DATABASES["default"]
if DATABASE["ENGINE"].endswith("sqlite"):
    # In a file, not in memory: a live server needs connections of its own.
    DATABASE["TEST"] = {"NAME": ROOM / "test.sqlite3"}
    hurried = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    DATABASE["OPTIONS"] = {**DATABASE["OPTIONS"], "init_command": hurried}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Long tasks run inside the request: a test then finds its answer when it asks.
LONG_TASKS = "default"
# Nothing a test does is ever committed: what settles after a change settles with it.
SETTLE_ON_COMMIT = False
