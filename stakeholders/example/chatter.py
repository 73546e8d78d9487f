"""The usual days of Larkfield: who speaks with whom, how often, about what."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from stakeholders.example.cast import AISHA, JONAS, LEADER, MANAGER, NADIA, PRIYA
from stakeholders.example.plan import Gift, Person, Promise, Talk

MONTHS_18 = 548  # days
CHANNELS = ("in_person", "in_person", "video", "call", "chat", "mail")
TOPICS = {
    "Operations": ("shift planning", "the outage calendar", "the migration window"),
    "Finance": ("the quarterly close", "the licence budget", "the supplier invoices"),
    "Sales and Service": (
        "the customer portal",
        "the pricing report",
        "the spring campaign",
    ),
    "Human Resources": ("the onboarding steps", "the training catalogue"),
    "Field Engineering": ("the tablets in the vans", "the work order app"),
    "Customer Centre": ("the call queue", "the complaint forms", "the knowledge pages"),
    "Larkfield Owners": ("the yearly report", "the investment plan"),
    "Brightwater Council": ("the meter data feed", "the service report"),
    "Harrow Homes": ("the tenant portal", "the meter exchange"),
    "Cobalt Cloud": ("the capacity forecast", "the support tickets"),
    "Tessera Systems": ("the billing release", "the open defects"),
}
SAYINGS = (
    ("We asked how {topic} is going", ("asked", "listened")),
    ("They told us what slows them down in {topic}", ("listened",)),
    ("Went through {topic} together", ("asked", "told")),
    ("We explained what changes in {topic}", ("told",)),
    ("Short catch-up about {topic}", ("listened",)),
    ("They asked for help with {topic}", ("listened", "told")),
    ("Agreed the next steps for {topic}", ("asked", "listened", "told")),
    ("Coffee, mostly about {topic}", ("listened",)),
)
WHAT_IS_PROMISED = ("Send the figures on", "Give an answer about", "Fix the worst of")


@dataclass(frozen=True, slots=True)
class Thread:
    """Two people who speak every `gap` days or so; `ours` begins `share` of them."""

    ours: str
    theirs: Person
    gap: float
    share: float


def threads(random: Random, people: list[Person]) -> Iterator[Thread]:
    """Yield who of ours speaks with whom, busy people more often; some with nobody."""
    colleagues = [p.name for p in people if p.layer == "team"]
    for person in people:
        if person.layer == "team" or person.unit == "Legal" or person.name == PRIYA:
            continue
        usual = str(person.facts.get("counterpart") or random.choice(colleagues))
        gap = {4: 18, 3: 26, 2: 60, 1: 95}[person.seniority] * random.uniform(0.7, 1.6)
        if person.seniority < 3 and random.random() < 0.25:
            continue  # nobody of ours has spoken with them yet
        yield Thread(usual, person, gap, random.uniform(0.35, 0.7))
        if person.seniority == 3 and random.random() < 0.5:
            yield Thread(
                random.choice(colleagues), person, gap * 2, random.uniform(0.3, 0.7)
            )


def talks(random: Random, thread: Thread) -> Iterator[Talk]:
    """Yield the conversations of one thread, oldest first."""
    ago = MONTHS_18 - random.uniform(0, thread.gap * 3)
    while ago > 1:
        yield _talk(random, thread, round(ago))
        ago -= random.gammavariate(2.5, thread.gap / 2.5)


def _talk(random: Random, thread: Thread, ago: int) -> Talk:
    """Return one everyday conversation."""
    pair = (thread.ours, thread.theirs.name)
    who = pair if random.random() < thread.share else pair[::-1]
    saying, ways = random.choice(SAYINGS)
    channel = random.choice(CHANNELS)
    formal = "formal" if random.random() < 0.35 else "informal"
    return Talk(
        ago,
        who,
        saying.format(topic=random.choice(TOPICS[thread.theirs.unit])),
        channel,
        formality="informal" if saying.startswith("Coffee") else formal,
        ways=ways,
        moods={thread.theirs.name: random.choice((0, 1, 1, 2))}
        if random.random() < 0.3
        else {},
        gifts=_gifts(random, *pair),
        minutes=random.choice((15, 30, 30, 45, 60)) if channel != "mail" else None,
    )


def _gifts(random: Random, ours: str, theirs: str) -> tuple[Gift, ...]:
    """Return what was given in an everyday conversation, in a third of them."""
    if random.random() > 0.33:
        return ()
    giver, receiver = random.choice(((ours, theirs), (theirs, ours)))
    kind = random.choice(("help", "information", "information", "feedback", "approval"))
    return (Gift(giver, receiver, kind, random.choice((1, 1, 2, 3))),)


def promises(random: Random, thread: Thread) -> Iterator[Promise]:
    """Yield promises of one thread: most kept, some late, few broken, few still open."""
    topic = random.choice(TOPICS[thread.theirs.unit])
    for _ in range(random.choice((0, 0, 1, 2))):
        made = random.randint(4, MONTHS_18 - 30)
        pair = random.choice(
            ((thread.ours, thread.theirs.name), (thread.theirs.name, thread.ours))
        )
        what = f"{random.choice(WHAT_IS_PROMISED)} {topic}"
        due = made - random.randint(5, 25)
        if due < 0:
            yield Promise(*pair, what, made, due)
            continue
        state = random.choices(("kept", "late", "broken"), (8, 2, 1))[0]
        closed = max(due - random.randint(1, 9), 0) if state == "late" else due
        yield Promise(*pair, what, made, due, state, closed)


def rounds(random: Random, people: list[Person]) -> Iterator[Talk]:
    """Yield the meetings inside each unit, and the working groups across them."""
    units: dict[str, list[str]] = {}
    for person in people:
        units.setdefault(person.unit, []).append(person.name)
    for unit, names in units.items():
        for ago in range(MONTHS_18 - random.randint(0, 20), 1, -24):
            there = tuple(random.sample(names, min(len(names), random.choice((3, 4, 5)))))
            yield Talk(
                ago, there, f"{unit}: round of the team", led=False, formality="formal"
            )
    bridges = {PRIYA, NADIA, *(p.name for p in people if p.unit == "Legal")}
    managers = [
        p.name
        for p in people
        if p.seniority >= 3 and p.layer == "peer" and p.name not in bridges
    ]
    for ago in range(MONTHS_18 - 12, 1, -38):
        there = (
            random.choice((LEADER, MANAGER, JONAS, AISHA)),
            *random.sample(managers, 3),
        )
        yield Talk(
            ago, there, "Change board: what goes live next", led=False, formality="formal"
        )
