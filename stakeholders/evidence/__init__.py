"""Evidence: plain facts with units, the only thing that records and scores both know."""

from stakeholders.evidence.contacts import Presences, contacts
from stakeholders.evidence.facts import GIFTS, Fact, Facts, Kind, Rules

__all__ = ["GIFTS", "Fact", "Facts", "Kind", "Presences", "Rules", "contacts"]
