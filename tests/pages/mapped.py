"""What the map's data says, read as the drawing reads it."""

from base64 import b64decode

import numpy as np

BANDS = ["", "strained", "cooling", "one_sided", "healthy", "unknown"]
SIDES = [None, 1, -1, 0]


def sent(client, query=""):
    """Return the columns that the drawing gets."""
    return unpacked(client.get(f"/map/data.json{query}").json())


def unpacked(data):
    """Return `data` with its columns as lists; unknown is None."""
    ties = {**data["ties"], **_ties(data["ties"])}
    if "people" not in data:
        return {**data, "ties": ties}
    people = data["people"]
    columns = {
        "id": _whole(people, "id").cumsum().tolist(),
        "x": (_whole(people, "x") / 8192 - 4).tolist(),
        "y": (_whole(people, "y") / 8192 - 4).tolist(),
        "band": [BANDS[band] for band in _whole(people, "band")],
        "counterpart": _whole(people, "counterpart").tolist(),
        "broker": _whole(people, "broker").tolist(),
        "contact": _whole(people, "contact").tolist(),
        "central": _whole(people, "central").tolist(),
    }
    return {**data, "people": {**people, **columns}, "ties": ties}


def _ties(ties):
    marks = _whole(ties, "marks")
    return {
        "low": _whole(ties, "low").cumsum().tolist(),
        "high": _whole(ties, "high").tolist(),
        "there": ((_whole(ties, "there") / 127) ** 2 * ties["most"]).tolist(),
        "back": ((_whole(ties, "back") / 127) ** 2 * ties["most"]).tolist(),
        "trustThere": _told(ties, "trustThere", 50, -1),
        "trustBack": _told(ties, "trustBack", 50, -1),
        "sided": [SIDES[mark >> 3 & 3] for mark in marks],
        "thread": [bool(mark & 32) for mark in marks],
        "band": [BANDS[mark & 7] for mark in marks],
    }


def _told(columns, name, steps, start=0):
    found = _whole(columns, name)
    return [(one - 1) / steps + start if one else None for one in found.tolist()]


def _whole(columns, name):
    planes = np.frombuffer(b64decode(columns[name]), np.uint8).astype(np.int64)
    planes = planes.reshape(-1, columns["count"]) if columns["count"] else planes[None]
    return (planes << 8 * np.arange(len(planes))[:, None]).sum(axis=0)
