"""The stories a person can find in the example, one function each."""

from collections.abc import Iterator

from stakeholders.example.cast import (
    AISHA,
    GRACE,
    HELEN,
    JONAS,
    LEADER,
    MANAGER,
    MARTA,
    NADIA,
    OMAR,
    PRIYA,
    SAM,
    VICTOR,
)
from stakeholders.example.plan import Gift, Person, Promise, Talk


def sponsor_going_cold() -> Iterator[Talk | Promise]:
    """Omar, who sponsors the migration, was met every week and has slipped away."""
    weekly = [*range(540, 300, -8), 262, 214, 167, 113, 84]
    for number, ago in enumerate(weekly):
        who = (LEADER, OMAR) if number % 2 else (OMAR, LEADER)
        said = "asked", "listened"
        yield Talk(ago, who, "Weekly word about the migration", ways=said, minutes=30)
    yield Talk(
        55,
        (OMAR, LEADER),
        "He asked how the migration affects night shifts; we had no answer yet",
        "call",
        ways=("listened",),
        outcome="open",
        moods={OMAR: -1},
        minutes=12,
    )
    yield Promise(LEADER, OMAR, "The cutover plan, with the night shifts", 55, 2)
    yield Promise(
        OMAR, LEADER, "Name somebody to test on the night shift", 84, 62, "kept", 65
    )
    yield Promise(LEADER, OMAR, "The migration figures", 167, 150, "kept", 151)
    yield Promise(LEADER, OMAR, "A date for the second plant", 262, 230, "late", 214)


def vendor_who_only_takes() -> Iterator[Talk | Promise]:
    """Victor of Tessera gets time, introductions and answers, and gives nothing back."""
    for number, ago in enumerate(range(400, 5, -11)):
        kinds = ("information", "help", "introduction", "feedback")
        gift = Gift(MANAGER, VICTOR, kinds[number % 4], 1 + number % 3)
        yield Talk(
            ago,
            (MANAGER, VICTOR),
            "We chased the billing release and answered their questions",
            "mail" if number % 3 else "video",
            formality="formal",
            ways=("asked", "told"),
            gifts=(gift,),
        )
    yield Talk(200, (VICTOR, MANAGER), "They asked for a reference customer", "mail")
    yield Promise(VICTOR, MANAGER, "Names for the new support team", 60, 40, "late", 12)
    yield Promise(VICTOR, MANAGER, "The release plan for next quarter", 20, 4)


def promise_broken_twice() -> Iterator[Talk | Promise]:
    """Marta was promised the pricing report twice, and stopped believing it."""
    for number, ago in enumerate(range(520, 200, -17)):
        who = (MARTA, JONAS) if number % 2 else (JONAS, MARTA)
        yield Talk(ago, who, "What the sales figures should show", ways=("listened",))
    yield Promise(
        JONAS, MARTA, "The pricing report for every region", 230, 190, "broken", 180
    )
    yield Talk(
        178,
        (MARTA, JONAS),
        "She had to tell the board that the report was not there",
        moods={MARTA: -2},
        gifts=(Gift(MARTA, JONAS, "blame", 3),),
        outcome="disagreed",
    )
    yield Promise(JONAS, MARTA, "The pricing report, first half", 170, 120, "broken", 110)
    yield Talk(
        108,
        (MARTA, JONAS),
        "The same report, missing again; she escalated to Dana",
        "call",
        moods={MARTA: -2},
        gifts=(Gift(MARTA, JONAS, "blame", 4), Gift(MARTA, LEADER, "escalation", 3)),
        outcome="disagreed",
    )
    yield Talk(
        60, (JONAS, MARTA), "Tried to explain why; it was short", "mail", ways=("told",)
    )
    yield Talk(17, (JONAS, MARTA), "Offered a smaller report by next month", "call")
    yield Promise(JONAS, MARTA, "One region's prices, checked by her team", 17, -12)


def silo(people: list[Person]) -> Iterator[Talk | Promise]:
    """Legal speaks with Legal: a few mails in eighteen months are all that left it."""
    lawyers = [person.name for person in people if person.unit == "Legal"]
    for number, ago in enumerate(range(540, 3, -9)):
        there = tuple(lawyers[(number + step) % len(lawyers)] for step in (0, 1, 3))
        yield Talk(ago, there, "Contracts under review", led=False, formality="formal")
    yield Talk(
        310, (MANAGER, NADIA), "Asked about the data clauses; no answer came", "mail"
    )
    yield Talk(150, (NADIA, MANAGER), "A reminder about retention periods", "mail")


def broker_about_to_leave(people: list[Person]) -> Iterator[Talk | Promise]:
    """Priya joins plants, finance, engineers and the customer centre, and leaves soon."""
    joined = [
        person.name
        for unit in ("Operations", "Finance", "Field Engineering", "Customer Centre")
        for person in [p for p in people if p.unit == unit and p.name not in {PRIYA, OMAR}][
            :4
        ]
    ]
    for number, ago in enumerate(range(500, 2, -5)):
        there = (
            PRIYA,
            joined[number % len(joined)],
            joined[(number * 5 + 7) % len(joined)],
        )
        who = there if there[1] != there[2] else there[:2]
        topic = "How the new process crosses the departments"
        yield Talk(ago, who, topic, formality="informal", ways=("asked", "listened"))
    for number, ago in enumerate(range(480, 4, -13)):
        who = (PRIYA, MANAGER) if number % 2 else (MANAGER, PRIYA)
        gift = Gift(*who, "introduction" if who[0] == PRIYA else "information", 2)
        gifts = (gift,) if number % 4 < 2 else ()
        yield Talk(ago, who, "What the departments will ask for next", "chat", gifts=gifts)
    yield Talk(
        9,
        (PRIYA, MANAGER),
        "She has taken a post elsewhere; nobody is named to follow her",
        confidential=True,
        ways=("listened",),
    )


def relationship_mended() -> Iterator[Talk | Promise]:
    """Helen lost patience over the budget system a year ago, and was won back."""
    yield Promise(
        LEADER, HELEN, "The budget system before the close", 470, 420, "broken", 410
    )
    yield Talk(
        405,
        (HELEN, LEADER),
        "The budget system failed in the close; she was blunt about it",
        moods={HELEN: -2},
        gifts=(Gift(HELEN, LEADER, "blame", 4),),
        outcome="disagreed",
    )
    yield Talk(390, (LEADER, HELEN), "Said sorry, and asked what she needs first")
    for number, ago in enumerate(range(370, 6, -13)):
        who = (LEADER, HELEN) if number % 3 else (HELEN, LEADER)
        yield Talk(
            ago,
            who,
            "Two things that went well, one that did not",
            ways=("asked", "listened"),
            moods={HELEN: min(2, number // 8)},
            gifts=(Gift(LEADER, HELEN, "help", 2),) if number % 4 == 0 else (),
            formality="informal" if number % 2 else "formal",
        )
    for made in (330, 270, 210, 140, 80):
        what = "A working step of the budget system"
        yield Promise(LEADER, HELEN, what, made, made - 25, "kept", made - 26)
    yield Promise(HELEN, LEADER, "A finance lead in the project", 250, 220, "kept", 224)
    yield Talk(
        45,
        (HELEN, LEADER),
        "She thanked the team before the whole board",
        "event",
        moods={HELEN: 2},
        gifts=(Gift(HELEN, LEADER, "credit", 4), Gift(HELEN, LEADER, "approval", 3)),
        outcome="agreed",
    )


def others() -> Iterator[Talk | Promise]:
    """Grace once a quarter, and Sam's council, which asks and gives in even measure."""
    for number, ago in enumerate((520, 430, 335, 250, 160, 71)):
        who = (LEADER, GRACE) if number % 2 else (GRACE, LEADER)
        yield Talk(ago, who, "How technology serves the plan", formality="formal")
    for number, ago in enumerate(range(530, 4, -15)):
        who = (MANAGER, SAM) if number % 2 else (SAM, MANAGER)
        giver, receiver = who
        gifts = (Gift(giver, receiver, "information", 2),) if number % 3 == 0 else ()
        yield Talk(
            ago, who, "The meter data feed, and what comes next", "video", gifts=gifts
        )
    yield Promise(SAM, MANAGER, "Test addresses for the data feed", 40, 20, "kept", 23)
    yield Promise(MANAGER, SAM, "The new service report", 9, -6)
    yield Promise(AISHA, MARTA, "Fewer steps in the complaint form", 30, -3)
