"""Records: what people entered, and the constraints that keep it true."""

from stakeholders.models.base import Record, StaleError
from stakeholders.models.batches import Batch
from stakeholders.models.conversations import Interaction, Participation
from stakeholders.models.derived import (
    Chore,
    GroupTrend,
    Place,
    StructureRun,
    TalkDay,
    Tie,
    Trend,
)
from stakeholders.models.exchanges import Exchange
from stakeholders.models.knowledge import Concern, Connection, Term
from stakeholders.models.people import Role, Stakeholder
from stakeholders.models.plans import Plan, Snooze, Visit
from stakeholders.models.promises import Commitment
from stakeholders.models.reports import KeptReport
from stakeholders.models.seatings import Seating
from stakeholders.models.stamps import Stamp
from stakeholders.models.standing import Lesson, Norm, Repute, Standing, Tally
from stakeholders.models.tags import Tag
from stakeholders.models.units import Unit
from stakeholders.models.users import User
from stakeholders.models.views import SavedView

__all__ = [
    "Batch",
    "Chore",
    "Commitment",
    "Concern",
    "Connection",
    "Exchange",
    "GroupTrend",
    "Interaction",
    "KeptReport",
    "Lesson",
    "Norm",
    "Participation",
    "Place",
    "Plan",
    "Record",
    "Repute",
    "Role",
    "SavedView",
    "Seating",
    "Snooze",
    "Stakeholder",
    "StaleError",
    "Stamp",
    "Standing",
    "StructureRun",
    "Tag",
    "TalkDay",
    "Tally",
    "Term",
    "Tie",
    "Trend",
    "Unit",
    "User",
    "Visit",
]
