"""Entries on who holds the relationships."""

from typing import Final

from stakeholders.scores.catalogue.entry import Entry

ENTRIES: Final = (
    Entry(
        "peer_share",
        "Executives with a named peer",
        "share",
        "0 to 1",
        "Nobody is noted as an executive.",
        "How many of the executives outside our team have somebody of ours named as their"
        " counterpart.",
        "executives with a counterpart / executives",
        "Count of the records",
    ),
)
