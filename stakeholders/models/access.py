"""The one rule of who sees what."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

if TYPE_CHECKING:
    from stakeholders.models.users import User

type Reader = User | AnonymousUser


def seen_by(reader: Reader, path: str = "") -> Q:
    """Return the filter for conversations that `reader` may see.

    Everybody signed in sees open conversations. A confidential one is seen by
    those who took part, who logged it, and whoever they named; by nobody else,
    administrators included.
    path: lookup from the queried model to the conversation, such as "interaction__".
    """
    if not reader.is_authenticated:
        return Q(pk__in=[])
    named = Q(created_by=reader) | Q(shared_with=reader)
    if reader.stakeholder_id:
        named |= Q(participations__stakeholder=reader.stakeholder_id)
    conversations = apps.get_model("stakeholders", "Interaction").objects
    allowed = conversations.filter(named, confidential=True)
    return Q(**{f"{path}confidential": False}) | Q(
        **{f"{path}pk__in": allowed.values("pk")}
    )


def may_log(reader: Reader) -> bool:
    """Return whether `reader` may add and change what they see."""
    return reader.is_authenticated and reader.role != "viewer"


def may_manage(reader: Reader) -> bool:
    """Return whether `reader` may import, undo imports and archive people."""
    return reader.is_authenticated and reader.role in {"manager", "administrator"}
