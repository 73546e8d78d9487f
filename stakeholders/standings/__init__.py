"""Standings: derived tables, and how they stay fresh."""

from stakeholders.standings.fold import add, fold, people_changed, summed
from stakeholders.standings.rebuild import rebuild
from stakeholders.standings.settling import settle
from stakeholders.standings.talk_days import add as talk_added
from stakeholders.standings.talk_days import follow as talks_changed

__all__ = [
    "add",
    "fold",
    "people_changed",
    "rebuild",
    "settle",
    "summed",
    "talk_added",
    "talks_changed",
]
