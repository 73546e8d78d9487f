"""Norms: what is usual across the site, kept in one row and read in one query."""

from typing import Any

import numpy as np
from django.db.models import QuerySet

from stakeholders.models import Norm
from stakeholders.models.prepared import prepared
from stakeholders.scores.columns import UNKNOWN, Ids, or_none
from stakeholders.scores.prior_kept import Learned
from stakeholders.scores.usual import Usual
from stakeholders.standings import calibrating, sides
from stakeholders.standings.learning import EVERYBODY, REPUTE
from stakeholders.standings.pooling import US

ONLY = 1  # the id of the one row
FIELDS = [field.attname for field in Norm._meta.concrete_fields]
SHARES = ("kept", "reached", "given")
MEASURED = (
    *("team", "ties", *SHARES, *REPUTE, *EVERYBODY),
    *(f"as_one_{name}" for name in EVERYBODY),
)


def read() -> Norm:
    """Return the norm as it was last settled; a site that never was knows nothing."""
    row = next(iter(_kept()), None)
    return Norm.from_db(None, FIELDS, row) if row else Norm(pk=ONLY)


@prepared
def _kept() -> QuerySet[Norm, tuple[Any, ...]]:
    """Return the norm as it is kept, if it is: numbers, quicker than as a record."""
    return Norm.objects.filter(pk=ONLY).values_list(*FIELDS)


def held() -> Norm:
    """Return the norm and hold it until the transaction ends, so that one settles last.

    Whoever waited for it sees all that was saved meanwhile.
    """
    Norm.objects.bulk_create([Norm(pk=ONLY)], ignore_conflicts=True)
    return Norm.objects.select_for_update().get(pk=ONLY)


def usual(norm: Norm, ours: Ids) -> Usual:
    """Return what is usual; ours: ids of our people among those that are scored."""
    shares = {name: getattr(norm, name) for name in SHARES}
    known = {name: UNKNOWN if one is None else one for name, one in shares.items()}
    return Usual(ours, **known, forecast=calibrating.kept(norm))


def measured(between: Learned, with_us: Learned, found: sides.Site, day: int) -> Norm:
    """Return the norm of the site as it is, not yet saved.

    between, with_us: what judgements taught between people, and with our side as one.
    day: ordinal.
    """
    norm = Norm(pk=ONLY, settled_on=day, team=len(found.usual.ours), ties=found.ties)
    for name in SHARES:
        setattr(norm, name, or_none(getattr(found.usual, name)))
    for name in EVERYBODY:
        setattr(norm, name, float(getattr(between.everybody, name)))
        setattr(norm, f"as_one_{name}", float(getattr(with_us.everybody, name)))
    us = with_us.of_people(np.array([US]))
    for name in REPUTE:
        setattr(norm, name, float(getattr(us, name)[0]))
    return norm
