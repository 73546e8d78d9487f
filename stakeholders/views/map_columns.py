"""The map's data as it travels: columns of small whole numbers, unpacked by `unpack.js`.

A column is packed into bytes, the lowest of every row first, then the next: rows that are
alike compress to nearly nothing, and 5,000 people with 25,000 ties stay under 300 kB.
"""

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from json import dumps
from typing import Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from stakeholders.models import Stakeholder, Standing, bulk
from stakeholders.scores.health import Band
from stakeholders.views.map_data import CROWDS, Crowd, Network
from stakeholders.views.map_structure import brokers, central, threads

PLACE: Final = 8192  # steps in the unit of the map's places
ATTENTION: Final = 127  # steps, over the square root
HUNDREDTHS: Final = 50  # steps in 1 of trust and of the chance of silence
STRENGTH: Final = 4  # steps in one contact-day a month
LONGEST: Final = 254  # days of quiet, and steps of strength, that are told apart
ONE_SIDE, SINGLE = 8, 32  # in a tie's marks: from where its side, and its thread, count
SIDES: Final = {1.0: 1, -1.0: 2, 0.0: 3}


def packed(column: NDArray) -> str:
    """Return whole numbers from 0 to 2 ** 32 - 1 as text of base 64.

    Each takes as many bytes as the largest needs; the reader tells that from the length.
    """
    whole = np.asarray(column).astype("<u4")
    size = max(-(-int(whole.max(initial=0)).bit_length() // 8), 1)
    planes = whole.view(np.uint8).reshape(-1, 4).T[:size]
    return b64encode(planes.tobytes()).decode()


def as_json(network: Network) -> str:
    """Return `network` for the map; what people are comes first, and is written once."""
    people, rest = dumps(_people(network)), dumps(_beside(network))
    return f'{{"people": {_by_themselves(network.crowd)[:-1]}, {people[1:]}, {rest[1:]}'


def _beside(network: Network) -> dict[str, Any]:
    """Return everything but the people."""
    row = {pk: place for place, (pk, _, _) in enumerate(network.units)}
    return {
        "day": network.day.toordinal(),
        "mark": mark(network.crowd),
        "everybody": len(network.people),
        "layers": [[value, str(label)] for value, label in Stakeholder.Layer.choices],
        "units": [
            {"id": pk, "name": name, "parent": row.get(above or 0, -1)}
            for pk, name, above in network.units
        ],
        "ties": ties(network),
    }


def mark(crowd: Crowd) -> int:
    """Return what tells who is drawn, in this order, from others: answers speak of rows."""
    return crc32(crowd.ids[crowd.drawn].tobytes())


def _people(network: Network) -> dict[str, Any]:
    """Return the columns of what people who are drawn have to do with everybody."""
    drawn = network.crowd.drawn
    return {
        "band": packed(_bands(network.ids[drawn])),
        "contact": packed(_share(network.contact, 65535)[drawn]),
        "mostContact": float(network.contact.max(initial=0)),
        "central": packed(_share(central(network), 255)[drawn]),
    }


@lru_cache(maxsize=CROWDS)
def _by_themselves(crowd: Crowd) -> str:
    """Return the columns of what people are who are drawn, as JSON."""
    people = list(compress(crowd.people, crowd.drawn))
    layers = {value: place for place, value in enumerate(Stakeholder.Layer.values)}
    groups = [-1 if one.community is None else one.community for one in people]
    columns = {
        "count": len(people),
        "id": packed(np.diff(crowd.ids[crowd.drawn], prepend=0)),
        "name": [one.name for one in people],
        "title": [one.title or "" for one in people],
        "layer": packed(np.array([layers[one.layer] for one in people])),
        "unit": packed(crowd.unit[crowd.drawn] + 1),
        "influence": packed(np.array([one.influence or 0 for one in people])),
        "engagement": packed(np.array([one.engagement or 0 for one in people])),
        "counterpart": packed(np.array([one.counterpart or 0 for one in people])),
        "x": packed(places([one.x for one in people])),
        "y": packed(places([one.y for one in people])),
        "community": packed(np.array(groups) + 1),
        "broker": packed(brokers(crowd)[crowd.drawn]),
    }
    return dumps(columns)


def _bands(ids: NDArray[np.int64]) -> NDArray:
    """Return how our side stands with each of `ids`, which ascend."""
    known, band = bulk.read(Standing.objects.values_list("pk", "band"))
    found, here = np.full(len(ids), Band.UNKNOWN), np.isin(known, ids)
    found[np.searchsorted(ids, known[here])] = band[here]
    return found


def ties(network: Network) -> dict[str, Any]:
    """Return the columns of the ties between people who are drawn."""
    state, drawn = network.scores.condition, network.drawn
    low, high = network.drawn_ends()
    most = max(network.there.max(initial=0), network.back.max(initial=0))
    columns = {
        "there": _attention(network.there, most),
        "back": _attention(network.back, most),
        "trustThere": _told(np.asarray(state.trust_in_target) + 1, HUNDREDTHS),
        "trustBack": _told(np.asarray(state.trust_in_source) + 1, HUNDREDTHS),
        "silence": _told(np.asarray(state.silence), HUNDREDTHS),
        "strength": _told(network.scores.strength, STRENGTH),
        "quiet": _told(np.asarray(state.quiet), 1),
        "marks": _marks(network),
    }
    return {
        "count": len(low),
        "most": float(most),
        "low": packed(np.diff(low, prepend=0)),
        "high": packed(high),
        **{name: packed(column[drawn]) for name, column in columns.items()},
    }


def places(at: Sequence[float | None] | NDArray) -> NDArray:
    """Return places of -4 to 4 in whole steps."""
    return np.rint((np.array(at, np.float64).clip(-3.9, 3.9) + 4) * PLACE)


def _share(column: NDArray, steps: int) -> NDArray:
    """Return each value's part of the largest, in whole steps."""
    return np.rint(column / (column.max(initial=0) or 1) * steps)


def _attention(column: NDArray, most: float) -> NDArray:
    """Return attention in steps of its square root; any at all is at least one."""
    return np.ceil(np.sqrt(column / (most or 1)) * ATTENTION)


def _told(column: NDArray, steps: int) -> NDArray:
    """Return `column` in whole steps from 1 on; 0 is unknown."""
    return np.where(np.isnan(column), 0, 1 + rounded(column, steps).clip(0, LONGEST))


def rounded(column: NDArray, steps: int) -> NDArray:
    """Return `column` in whole steps, as the drawing has it; filters compare these."""
    return np.asarray(np.floor(np.nan_to_num(column) * steps + 0.5))


def _marks(network: Network) -> NDArray:
    """Return the band, the side that reaches out, and single threads, in one number."""
    sided = network.sided
    side = np.select([sided == one for one in SIDES], list(SIDES.values()))
    return np.asarray(network.scores.band + ONE_SIDE * side + SINGLE * threads(network))
