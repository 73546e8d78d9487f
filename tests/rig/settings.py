"""The site's own settings with plain static files and a database that may be lost."""

import tempfile
from pathlib import Path

from relmap.settings import *  # noqa: F403
from relmap.settings import DATABASES, STORAGES

# In a file, not in memory: so that a live server's threads have connections of their own.
ROOM = Path(tempfile.mkdtemp(prefix="relmap-tests-"))
DATABASE = DATABASES["default"]
if DATABASE["ENGINE"].endswith("sqlite3"):
    DATABASE["TEST"] = {"NAME": ROOM / "test.sqlite3"}
    DATABASE["OPTIONS"] = {
        **DATABASE["OPTIONS"],
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
else:
    DATABASE["OPTIONS"].pop("pool")  # the runner drops the database under its feet
MEDIA_ROOT = ROOM / "media"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
