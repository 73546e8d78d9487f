"""Loading the example organisation."""

from datetime import date

from django.db import transaction

from stakeholders.models import Stakeholder


class NotEmptyError(Exception):
    """The site already holds people, who must not be mixed with invented ones."""


@transaction.atomic
def load(*, today: date) -> None:
    """Fill an empty site with the example, its last conversation shortly before `today`.

    Raises NotEmptyError when the site already holds people.
    """
    if Stakeholder.objects.exists():
        raise NotEmptyError(
            "The example is for an empty site, and this one already holds people."
        )
