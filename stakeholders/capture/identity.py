"""Identity: what a conversation logged here is called outside."""

from datetime import datetime


def own_id(pk: int, created_at: datetime) -> str:
    """Return the id an export gives a conversation that no other system has named.

    The second it was made in tells it from one of the same number on another site.
    """
    return f"relmap-{pk}-{created_at:%Y%m%d%H%M%S}"
