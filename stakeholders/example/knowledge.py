"""What is known at Larkfield that no conversation log shows."""

from collections.abc import Iterator

from stakeholders.example.cast import (
    GRACE,
    HELEN,
    LEADER,
    MARTA,
    NADIA,
    OMAR,
    PRIYA,
    SAM,
    VICTOR,
)
from stakeholders.example.plan import Person

CONCERNS = (
    (OMAR, "concern", "How the migration affects the night shifts", 55),
    (OMAR, "priority", "No outage in the heating season", 262),
    (HELEN, "priority", "A close in five days", 45),
    (HELEN, "expectation", "Bad news early, with a number", 200),
    (MARTA, "friction", "Reports that are promised and do not come", 60),
    (MARTA, "priority", "Prices by region before the spring campaign", 108),
    (PRIYA, "motive", "Processes that people would choose themselves", 90),
    (VICTOR, "motive", "A reference customer for the new product", 200),
    (GRACE, "concern", "Whether the investment shows in the yearly report", 71),
    (SAM, "expectation", "A data feed that does not need a phone call", 14),
    (NADIA, "concern", "Retention periods nobody follows", 150),
)

TERMS = (
    (OMAR, "the switch", "the migration"),
    (HELEN, "the close", "the monthly ledger run"),
    (MARTA, "the price sheet", "the pricing report"),
    (SAM, "the feed", "the meter data interface"),
)

SAID = (
    (OMAR, "sponsors", LEADER),
    (HELEN, "influences", GRACE),
    (OMAR, "allied_with", PRIYA),
    (MARTA, "in_contention", OMAR),
    (SAM, "introduced_by", PRIYA),
)


def connections(people: list[Person]) -> Iterator[tuple[str, str, str]]:
    """Yield the stated ties, and who reports to whom inside each unit."""
    yield from SAID
    heads: dict[str, Person] = {}
    for person in people:
        head = heads.get(person.unit)
        if head is None or person.seniority > head.seniority:
            heads[person.unit] = person
    for person in people:
        if person.seniority < heads[person.unit].seniority:
            yield person.name, "reports_to", heads[person.unit].name
