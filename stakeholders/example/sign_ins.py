"""The example's sign-ins, known to everybody who can see the sign-in page."""

from dataclasses import dataclass

from stakeholders.models import Batch, User

PASSWORD = "try-relmap"  # noqa: S105 public on purpose: the data is invented


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody who may look around the example."""

    username: str
    role: User.Role
    what: str  # who they are, for the sign-in page
    password: str = PASSWORD


SIGN_INS = (
    SignIn("leader", User.Role.MANAGER, "the leader: sees where to step in"),
    SignIn("manager", User.Role.MEMBER, "a relationship manager: logs conversations"),
    SignIn("admin", User.Role.ADMINISTRATOR, "the administrator: manages the records"),
)


def example_sign_ins() -> tuple[SignIn, ...]:
    """Return the sign-ins while the example is loaded, else none.

    A name that somebody real had before is left out: it is not the example's.
    """
    loaded = Batch.objects.filter(kind=Batch.Kind.EXAMPLE, state=Batch.State.DONE)
    invented = User.objects.filter(stakeholder__batch__in=loaded)
    names = set(invented.values_list("username", flat=True))
    return tuple(one for one in SIGN_INS if one.username in names)
