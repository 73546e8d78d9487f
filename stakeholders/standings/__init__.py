"""Standings: derived tables, and how they stay fresh."""

from stakeholders.standings.fold import fold
from stakeholders.standings.rebuild import rebuild

__all__ = ["fold", "rebuild"]
