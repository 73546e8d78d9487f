"""How fast evidence fades and when it is enough, as this site wants it."""

from dataclasses import fields

from relmap import env
from stakeholders.evidence import Rules

UNITS = {
    "contact_half_life": "DAYS",
    "giving_half_life": "DAYS",
    "trust_half_life": "DAYS",
}


def rules() -> Rules:
    """Return the rules; RELMAP_CONTACT_HALF_LIFE_DAYS and its like change one each."""
    return Rules(
        **{
            field.name: env.number(variable(field.name), float(str(field.default)), above=0)
            for field in fields(Rules)
        }
    )


def variable(rule: str) -> str:
    """Return the variable that sets `rule`."""
    return "_".join(["RELMAP", rule.upper(), *filter(None, [UNITS.get(rule)])])
