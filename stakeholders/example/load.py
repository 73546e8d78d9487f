"""Loading the example organisation."""

import hashlib
from datetime import date
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from stakeholders.example.cast import ADMINISTRATOR, LEADER, MANAGER, cast
from stakeholders.example.records import Writer
from stakeholders.example.script import script
from stakeholders.example.sign_ins import PASSWORD, SIGN_INS
from stakeholders.models import Batch, Stakeholder, User
from stakeholders.standings import rebuild

SEED = 2026
WHO_THEY_ARE = {"leader": LEADER, "manager": MANAGER, "admin": ADMINISTRATOR}


class NotEmptyError(Exception):
    """The site already holds people, who must not be mixed with invented ones."""


@transaction.atomic
def load(*, today: date) -> Batch:
    """Fill an empty site with the example, its last conversation the day before `today`.

    Raises NotEmptyError when the site already holds people.
    """
    if Stakeholder.objects.exists():
        raise NotEmptyError(
            "The example is for an empty site, and this one already holds people."
        )
    random = Random(SEED)  # noqa: S311 the same every time, on purpose
    people = cast(random)
    talks, promises = script(random, people)
    batch = _batch(len(people) + len(talks) + len(promises))
    writer = Writer(batch, today)
    writer.write_people(people)
    writer.write_talks(talks)
    writer.write_promises(promises)
    writer.write_knowledge(people)
    _let_them_sign_in(writer)
    rebuild()
    return batch


def _batch(rows: int) -> Batch:
    """Return the batch that everything of the example belongs to."""
    return Batch.objects.create(
        kind=Batch.Kind.EXAMPLE,
        state=Batch.State.DONE,
        file_name="Larkfield, the example organisation",
        sha256=hashlib.sha256(b"example").hexdigest(),
        rows_read=rows,
        rows_added=rows,
        ended_at=timezone.now(),
    )


def _let_them_sign_in(writer: Writer) -> None:
    """Make the example's users, unless somebody already has such a name."""
    password = make_password(PASSWORD)  # hashed once: it takes a second, on purpose
    for sign_in in SIGN_INS:
        if User.objects.filter(username=sign_in.username).exists():
            continue
        name = WHO_THEY_ARE[sign_in.username]
        first, last = name.split()
        user = User(
            username=sign_in.username,
            first_name=first,
            last_name=last,
            role=sign_in.role,
            stakeholder=writer.people[name],
            password=password,
        )
        user.save()
