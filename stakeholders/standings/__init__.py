"""Standings: derived tables, and how they stay fresh."""

from stakeholders.standings.fold import fold, people_changed
from stakeholders.standings.rebuild import rebuild
from stakeholders.standings.settling import settle

__all__ = ["fold", "people_changed", "rebuild", "settle"]
