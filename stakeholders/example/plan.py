"""What the example is made of: plain descriptions, days counted back from today."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A unit, by the name of its parent ("" for a top unit)."""

    name: str
    kind: str
    side: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast; people are referred to by name."""

    name: str
    unit: str
    title: str
    layer: str
    seniority: int  # 1 junior to 4 executive
    facts: dict[str, object] = field(default_factory=dict)  # further fields, as they are
    leaves_in: int | None = None  # days from today


@dataclass(frozen=True, slots=True)
class Gift:
    """Something given in a conversation."""

    giver: str
    receiver: str
    kind: str
    weight: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise; days are counted back from today, so a negative one is still to come."""

    promiser: str
    promisee: str
    what: str
    made: int
    due: int
    state: str = "open"
    closed: int | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation, so many days before today; the first of `who` may reach out."""

    ago: int
    who: tuple[str, ...]
    summary: str
    channel: str = "in_person"
    led: bool = True  # the first of `who` reached out
    formality: str = ""
    ways: tuple[str, ...] = ()  # of asked, listened, told
    outcome: str = ""
    moods: dict[str, int] = field(default_factory=dict)
    gifts: tuple[Gift, ...] = ()
    confidential: bool = False
    minutes: int | None = None
