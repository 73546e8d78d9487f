"""Which database the site lives in, read from `DATABASE_URL`, and its replica."""

from pathlib import Path
from select import POLLIN, poll
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from relmap import env

NAME = "DATABASE_URL"
REPLICA = "DATABASE_REPLICA_URL"
POSTGRES = ("postgres", "postgresql")

# WAL lets readers go on while one writes, IMMEDIATE takes the write lock before the first
# read (a later upgrade would fail at once), FULL keeps every acknowledged write when the
# power goes. Whoever makes the log of writes this long waits until all of it is in the
# file; where the site is served that is done beside, and sooner (see `sqlite.log`).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds to wait for another writer
    "cached_statements": 512,  # all that pages ask; Python keeps 128
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    " PRAGMA wal_autocheckpoint=20000;",
}

# PostgreSQL takes longer to plan what a page asks than to answer it: a statement that a
# connection says for the third time is planned for good, and only its values are sent.
PLANNED_ONCE = {"server_side_binding": True, "prepare_threshold": 2}


def databases(default: Path) -> dict[str, dict[str, Any]]:
    """Return Django's settings of the database, SQLite at `default` unless told.

    Beside it stands its replica, where there is one.
    """
    kept = pool()  # of either; what is odd about it is refused on SQLite too
    found = {"default": database(NAME, f"sqlite:///{default}", kept)}
    if env.text(REPLICA, ""):
        found["replica"] = database(REPLICA, "", kept) | {"TEST": {"MIRROR": "default"}}
    return found


def database(name: str, default: str, kept: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of the database at the address in `name`; kept: see `pool`."""
    try:
        parts = urlsplit(env.text(name, default))
        if parts.scheme == "sqlite":
            return sqlite(name, parts)
        return postgres(name, parts, kept)
    except ValueError:
        raise env.refused(name, "is not an address of a database") from None


def sqlite(variable: str, parts: SplitResult) -> dict[str, Any]:
    """Return the settings of an SQLite file: sqlite:////absolute or sqlite:///relative."""
    path = unquote(parts.path.removeprefix("/"))
    if parts.netloc or not path:
        raise env.refused(variable, "needs a path, such as sqlite:///var/relmap.sqlite3")
    return {
        "ENGINE": "relmap.sqlite",
        "NAME": Path(path),
        # Whoever closes the last connection writes all of the log back into the file, and
        # whoever opens one reads the whole schema: neither belongs into every request.
        "CONN_MAX_AGE": None,
        "OPTIONS": SQLITE_OPTIONS,
    }


def postgres(variable: str, parts: SplitResult, kept: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of PostgreSQL; what follows `?` goes to libpq unread.

    kept: see `pool`.
    """
    name = parts.path.removeprefix("/")
    if parts.scheme not in POSTGRES or not name:
        raise env.refused(variable, "is neither sqlite:///file nor postgresql://host/name")
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    return {
        "ENGINE": "relmap.postgres",
        "NAME": unquote(name),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", str(parts.port or "")),
        "CONN_HEALTH_CHECKS": True,  # a restart of the database then costs no error
        "OPTIONS": {**options, **PLANNED_ONCE, "pool": kept},
    }


def pool() -> dict[str, Any]:
    """Return how many connections are kept, and how long a request waits for one."""
    return {
        "min_size": 1,
        "max_size": env.whole("RELMAP_POOL_SIZE", 8, least=1, most=1000),
        "timeout": env.number("RELMAP_POOL_TIMEOUT_SECONDS", 5.0, above=0),
        "check": look_at,
    }


def look_at(connection: Any) -> None:
    """Raise an error if `connection` is lost.

    A server that goes says so, or closes it: where nothing is there to be read nothing has
    happened, and it need not be asked.
    """
    news = poll()
    news.register(connection.fileno(), POLLIN)
    if news.poll(0):
        connection.execute("")
