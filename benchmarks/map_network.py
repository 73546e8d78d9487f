"""An invented network of so many people and so many ties, written as records."""

from datetime import date, timedelta

import numpy as np
from django.db import transaction

from benchmarks.tables import fill
from stakeholders.models import Interaction, Participation, Role, Stakeholder, Unit, User

SEED = 2026
UNIT_SIZE, AT_HOME = 40, 0.85
LAYERS = ("team", "peer", "user", "customer", "vendor")
SHARES = (0.04, 0.4, 0.3, 0.16, 0.1)
FIRST = ("Ada", "Bela", "Chidi", "Dana", "Emre", "Farah", "Goran", "Hana", "Ines", "Jonas")
LAST = ("Adler", "Brandt", "Chen", "Duarte", "Eriksen", "Fontaine", "Garcia", "Haddad")
TALKS = 3.0  # conversations of a pair, on average


@transaction.atomic
def write(people: int, ties: int, today: date) -> User:
    """Fill an empty site with `people` of whom `ties` pairs speak; return who signs in."""
    random = np.random.default_rng(SEED)
    units = max(2, people // UNIT_SIZE)
    unit = np.sort(random.integers(0, units, people))
    ids, team = range(1, people + 1), random.choice(LAYERS, people, p=SHARES).tolist()
    names = [f"{FIRST[pk % 10]} {LAST[pk // 10 % 8]} {pk}" for pk in ids]
    fill(Unit, {"id": range(1, units + 1), "name": [f"Unit {n}" for n in range(units)]})
    fill(Stakeholder, {"id": ids, "name": names, "layer": team})
    held = {"stakeholder_id": ids, "unit_id": (unit + 1).tolist()}
    fill(Role, {"id": ids, **held, "title": ["Colleague"] * people})
    _talks(_pairs(unit, ties, random), today, random)
    return User.objects.create(username="bench", role="administrator")


def _pairs(unit: np.ndarray, ties: int, random: np.random.Generator) -> np.ndarray:
    """Return `ties` different pairs, most of one unit, active people more often."""
    people, found = len(unit), np.zeros(0, np.int64)
    active = random.lognormal(0.0, 0.8, people)
    first, last = np.searchsorted(unit, unit), np.searchsorted(unit, unit, "right")
    while len(found) < ties:
        one = random.choice(people, 2 * ties, p=active / active.sum())
        near = first[one] + random.integers(0, 1 << 30, len(one)) % (last - first)[one]
        far = random.choice(people, len(one), p=active / active.sum())
        other = np.where(random.random(len(one)) < AT_HOME, near, far)
        low, high = np.minimum(one, other), np.maximum(one, other)
        found = np.unique(np.append(found, (low * people + high)[low < high]))
    chosen = random.permutation(found)[:ties]
    return np.stack(np.divmod(chosen, people))


def _talks(pairs: np.ndarray, today: date, random: np.random.Generator) -> None:
    """Write one conversation of each pair and more of some, over a year."""
    often = 1 + random.poisson(TALKS - 1, pairs.shape[1])
    low, high = np.repeat(pairs, often, axis=1)
    turned = random.random(len(low)) < 0.4
    source, target = np.where(turned, high, low) + 1, np.where(turned, low, high) + 1
    ids, before = range(1, len(low) + 1), random.integers(0, 365, len(low)).tolist()
    days = [(today - timedelta(days=one)).isoformat() for one in before]
    fill(Interaction, {"id": ids, "happened_on": days, "summary": ["Spoke"] * len(low)})
    fill(
        Participation,
        {
            "id": range(1, 2 * len(low) + 1),
            "interaction_id": np.repeat(np.arange(1, len(low) + 1), 2).tolist(),
            "stakeholder_id": np.stack([source, target], axis=1).ravel().tolist(),
            "initiator": [True, False] * len(low),
        },
    )
