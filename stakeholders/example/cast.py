"""The cast: Larkfield, an energy company that does not exist, and those around it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

from stakeholders.example.names import FIRST_NAMES, LAST_NAMES
from stakeholders.example.plan import Person, Place

PLACES = (
    Place("Larkfield", "company", "business"),
    Place("Operations", "division", "business", "Larkfield"),
    Place("Finance", "division", "business", "Larkfield"),
    Place("Sales and Service", "division", "business", "Larkfield"),
    Place("Human Resources", "department", "business", "Larkfield"),
    Place("Legal", "department", "business", "Larkfield"),
    Place("Field Engineering", "department", "users", "Operations"),
    Place("Customer Centre", "department", "users", "Sales and Service"),
    Place("Technology", "division", "ours", "Larkfield"),
    Place("Larkfield Owners", "company", "business"),
    Place("Brightwater Council", "company", "customer"),
    Place("Harrow Homes", "company", "customer"),
    Place("Cobalt Cloud", "company", "vendor"),
    Place("Tessera Systems", "company", "vendor"),
)

LEADER, MANAGER, ADMINISTRATOR = "Dana Levi", "Ravi Menon", "Ines Duarte"
JONAS, AISHA = "Jonas Weber", "Aisha Bello"

OMAR, HELEN, MARTA = "Omar Haddad", "Helen Brandt", "Marta Kovac"
PRIYA, VICTOR, GRACE = "Priya Nair", "Victor Lang", "Grace Okafor"
SAM, NADIA = "Samuel Reyes", "Nadia Aziz"

KEY = {"criticality": 3, "influence": 5, "interest": 4}
TEAM = (
    Person(LEADER, "Technology", "Chief Information Officer", "team", 4),
    Person(MANAGER, "Technology", "Head of business relationships", "team", 3),
    Person(ADMINISTRATOR, "Technology", "Relationship office", "team", 2),
    Person(JONAS, "Technology", "Head of reporting and data", "team", 3),
    Person(AISHA, "Technology", "Head of service desk", "team", 3),
)
STORY_PEOPLE = (
    Person(
        OMAR, "Operations", "Chief Operating Officer", "peer", 4,
        {**KEY, "engagement_now": 3, "engagement_wanted": 5, "counterpart": LEADER,
         "preferred_channel": "in_person", "depth": "headline", "language": "business",
         "cadence_days": 10},
    ),
    Person(
        HELEN, "Finance", "Chief Financial Officer", "peer", 4,
        {**KEY, "engagement_now": 4, "engagement_wanted": 4, "counterpart": LEADER,
         "backup": MANAGER, "preferred_channel": "in_person", "depth": "detail",
         "language": "business", "cadence_days": 14},
    ),
    Person(
        MARTA, "Sales and Service", "Director of Sales", "peer", 4,
        {**KEY, "interest": 5, "engagement_now": 2, "engagement_wanted": 4,
         "counterpart": JONAS, "preferred_channel": "call", "depth": "headline",
         "language": "business", "cadence_days": 21},
    ),
    Person(
        PRIYA, "Operations", "Head of process office", "peer", 3,
        {"criticality": 3, "influence": 4, "interest": 5, "engagement_now": 5,
         "engagement_wanted": 5, "counterpart": MANAGER, "preferred_channel": "chat",
         "language": "technical"},
        leaves_in=24,
    ),
    Person(
        VICTOR, "Tessera Systems", "Account director", "vendor", 4,
        {"influence": 3, "interest": 5, "engagement_now": 3, "engagement_wanted": 4,
         "counterpart": MANAGER, "preferred_channel": "mail"},
    ),
    Person(
        GRACE, "Larkfield Owners", "Chair of the owners", "shareholder", 4,
        {**KEY, "interest": 2, "engagement_now": 3, "engagement_wanted": 4,
         "counterpart": LEADER, "cadence_days": 90, "depth": "headline"},
    ),
    Person(
        SAM, "Brightwater Council", "Head of digital services", "customer", 3,
        {"criticality": 2, "influence": 4, "interest": 4, "engagement_now": 4,
         "engagement_wanted": 4, "counterpart": MANAGER, "preferred_channel": "video"},
    ),
    Person(
        NADIA, "Legal", "General Counsel", "peer", 4,
        {"criticality": 2, "influence": 4, "interest": 2, "engagement_now": 1,
         "engagement_wanted": 3, "depth": "detail", "preferred_channel": "mail"},
    ),
)  # fmt: skip

# How many further people each unit has, their layer, and the titles they share.
CROWD = (
    ("Technology", 9, "team", ("Service owner", "Solution architect", "Service desk lead")),
    ("Operations", 11, "peer", ("Plant manager", "Planning manager", "Grid controller")),
    ("Finance", 10, "peer", ("Controller", "Finance manager", "Procurement manager")),
    ("Sales and Service", 10, "peer", ("Key account manager", "Product manager")),
    ("Human Resources", 8, "peer", ("People partner", "Learning manager")),
    ("Legal", 7, "peer", ("Legal counsel", "Compliance officer")),
    ("Field Engineering", 18, "user", ("Field engineer", "Crew lead", "Dispatcher")),
    ("Customer Centre", 13, "user", ("Service agent", "Shift lead", "Complaints lead")),
    ("Larkfield Owners", 3, "shareholder", ("Owners' representative",)),
    ("Brightwater Council", 7, "customer", ("Contract manager", "Estates manager")),
    ("Harrow Homes", 7, "customer", ("Property manager", "Operations lead")),
    ("Cobalt Cloud", 5, "vendor", ("Customer success manager", "Cloud engineer")),
    ("Tessera Systems", 4, "vendor", ("Delivery manager", "Consultant")),
)
OUTSIDE = {"customer", "vendor", "shareholder"}


def cast(random: Random) -> list[Person]:
    """Return everybody: our team, the people of the stories, and the crowd."""
    named = [*TEAM, *STORY_PEOPLE]
    names = _new_names(random, {person.name for person in named})
    crowd = []
    for unit, size, layer, titles in CROWD:
        for number in range(size):
            title = titles[number % len(titles)]
            seniority = 3 if number < 2 else random.choice((1, 2, 2))
            person = Person(next(names), unit, title, layer, seniority)
            crowd.append(replace(person, facts=_what_is_known(random, person)))
    return named + crowd


def _new_names(random: Random, taken: set[str]) -> Iterator[str]:
    """Yield names nobody else has, in an order that `random` decides."""
    pairs = list(product(FIRST_NAMES, LAST_NAMES))
    for first, last in random.sample(pairs, len(pairs)):
        name = f"{first} {last}"
        if name not in taken:
            yield name


def _what_is_known(random: Random, person: Person) -> dict[str, object]:
    """Return as much about one of the crowd as is usual: not everything."""
    facts: dict[str, object] = {}
    manager = person.seniority == 3
    if person.layer == "team":
        return facts
    if person.layer != "user" or manager:
        facts["influence"] = min(5, person.seniority + random.choice((0, 1)))
        facts["interest"] = random.choice((1, 2, 3, 4))
        facts["counterpart"] = random.choice((MANAGER, MANAGER, JONAS, AISHA, LEADER))
    if manager:
        now = random.choice((2, 3, 3, 4))
        facts["engagement_now"] = now
        facts["engagement_wanted"] = min(5, now + random.choice((0, 1)))
        facts["preferred_channel"] = random.choice(("in_person", "call", "chat", "mail"))
    return facts
