"""Standings: derived tables, and how they stay fresh."""

from stakeholders.standings.fold import add, fold, people_changed
from stakeholders.standings.rebuild import rebuild
from stakeholders.standings.settling import settle

__all__ = ["add", "fold", "people_changed", "rebuild", "settle"]
