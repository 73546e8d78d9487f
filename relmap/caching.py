"""Where short-lived answers are kept, read from `CACHE_URL`."""

from typing import Any
from urllib.parse import urlsplit

from relmap import env

NAME = "CACHE_URL"
REDIS = {"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss"}
IN_THE_DATABASE = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "relmap_cache",
}
# Pages are right for as long as nothing changed, whoever made them; so each process keeps
# its own, and neither a database nor a network stands between a reader and what they see.
KEPT = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "kept",
    "TIMEOUT": 600,
    "OPTIONS": {"MAX_ENTRIES": 400},
}
# The data of a map has megabytes, and whoever alters its address asks for another.
LARGE = KEPT | {"LOCATION": "large", "OPTIONS": {"MAX_ENTRIES": 12}}


def cache() -> dict[str, Any]:
    """Return Django's settings of the cache: a table of the database unless told.

    Valkey speaks what Redis speaks; its own scheme is understood too.
    """
    url, prefix = env.text(NAME, ""), env.text("RELMAP_CACHE_PREFIX", "relmap")
    if not url:
        return IN_THE_DATABASE
    parts = urlsplit(url)
    if parts.scheme not in REDIS or not parts.netloc:
        raise env.refused(NAME, "is neither redis://host nor valkey://host")
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": parts._replace(scheme=REDIS[parts.scheme]).geturl(),
        "KEY_PREFIX": prefix,
    }
