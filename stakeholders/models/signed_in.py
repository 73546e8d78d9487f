"""Who has signed in, read by a query that is put together once: every page asks."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet

from stakeholders.models.prepared import prepared
from stakeholders.models.users import User


class Passwords(ModelBackend):
    """Signs in by password, and finds again who has signed in."""

    def get_user(self, user_id: Any) -> User | None:
        """Return the user called `user_id`, None who is gone or may not come in."""
        user = next(iter(_users(pk=user_id)), None)
        return user if user and self.user_can_authenticate(user) else None


@prepared
def _users(*, pk: int) -> QuerySet[User]:
    """Return the user called `pk`."""
    return User.objects.filter(pk=pk)
