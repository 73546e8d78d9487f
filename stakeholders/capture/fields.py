"""Fields: what a column may mean, and a first guess from what it is called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stakeholders.capture.refusals import FileError, quoted
from stakeholders.models import Batch

type Columns = dict[str, str]  # our field: their column


@dataclass(frozen=True, slots=True)
class Field:
    """Something a column can hold."""

    name: str
    label: str
    also: str = ""  # what else headers call it, best first, without spaces

    @property
    def known_as(self) -> list[str]:
        """Return the headers that mean this field, best first, as `plain` writes them."""
        return list(
            dict.fromkeys([plain(self.name), plain(self.label), *self.also.split()])
        )


PEOPLE = (
    Field("name", "Name", "fullname displayname person stakeholder contact"),
    Field("first_name", "First name", "givenname forename"),
    Field("last_name", "Last name", "surname familyname"),
    Field("email", "Mail address", "mail emailaddress address"),
    Field("phone", "Phone", "telephone mobile phonenumber"),
    Field("layer", "Layer", "category stakeholdertype group"),
    Field("internal", "Internal", "internalexternal"),
    Field("unit", "Unit", "team department organisation organization company"),
    Field("parent_unit", "Part of", "parent division department organisation company"),
    Field("title", "Title", "jobtitle position role function"),
    Field("seniority", "Seniority", "level grade"),
    Field("influence", "Influence", "power"),
    Field("interest", "Interest"),
    Field("criticality", "Criticality", "critical"),
    Field("engagement_now", "Engagement now", "engagement currentengagement"),
    Field("engagement_wanted", "Engagement wanted", "desiredengagement"),
    Field("cadence_days", "Wanted rhythm", "cadence rhythm"),
    Field("preferred_channel", "Preferred channel"),
    Field("depth", "Depth"),
    Field("language", "Language"),
    Field("is_group", "A group"),
    Field("tags", "Tags", "tag labels keywords"),
    Field("notes", "Notes", "comment comments remarks"),
    Field("external_id", "Id", "personid employeeid userid uid"),
)

INTERACTIONS = (
    Field("when", "When", "sentat date datetime timestamp sent startdate start day"),
    Field("time", "Time", "starttime"),
    Field("from", "From", "initiator sender organizer organiser who"),
    Field("to", "To", "recipients recipient with participants people attendees others"),
    Field("cc", "Copy to", "copy"),
    Field("summary", "In one line", "subject topic title about what"),
    Field("notes", "Notes", "body description details comment comments"),
    Field("channel", "Channel", "type medium kind how"),
    Field("formality", "Formality", "formal"),
    Field("minutes", "Minutes", "duration durationminutes howlong"),
    Field("asked", "We asked"),
    Field("listened", "We listened"),
    Field("told", "We told"),
    Field("outcome", "Outcome", "result"),
    Field("our_view", "Our view"),
    Field("their_view", "Their view"),
    Field("why", "The reason why", "reason"),
    Field("touchpoint", "Touchpoint"),
    Field("confidential", "Confidential", "private"),
    Field("source", "Source"),
    Field("external_id", "Id", "messageid uid conversationid"),
)

FIELDS: Mapping[str, Sequence[Field]] = {
    Batch.Kind.PEOPLE: PEOPLE,
    Batch.Kind.INTERACTIONS: INTERACTIONS,
}
# At least one of each must be mapped.
NEEDED: Mapping[str, Sequence[tuple[str, ...]]] = {
    Batch.Kind.PEOPLE: [("name", "last_name")],
    Batch.Kind.INTERACTIONS: [("when",), ("from", "to")],
}


def plain(text: str) -> str:
    """Return `text` as letters and digits alone, for comparing."""
    return re.sub(r"[\W_]", "", text.casefold())


def guess(header: Sequence[str], kind: str) -> Columns:
    """Return what the columns seem to mean; each column is used once."""
    free = {plain(name): name for name in header}
    found = {}
    for field in FIELDS[kind]:
        meant = next((name for name in field.known_as if name in free), None)
        if meant is not None:
            found[field.name] = free.pop(meant)
    return found


def looks_like_mail(columns: Columns) -> bool:
    """Return whether the mapped columns are those of a mail archive."""
    mail_like = {plain(name) for name in columns.values()} & {"subject", "sentat", "sender"}
    return bool(mail_like) and {"from", "to"} <= columns.keys()


def label_of(kind: str, name: str) -> str:
    """Return what people call the field `name`."""
    return next(field.label for field in FIELDS[kind] if field.name == name)


def checked(columns: Columns, header: Sequence[str], kind: str) -> Columns:
    """Return `columns` without the fields left open.

    Raises FileError for a field or column there is not, and for a field that must be there.
    """
    mapped = {field: column for field, column in columns.items() if column}
    names = [field.name for field in FIELDS[kind]]
    for field, column in mapped.items():
        if field not in names:
            raise FileError(
                f"There is no field {quoted(field)}. Choose of {', '.join(names)}."
            )
        if column not in header:
            there = ", ".join(header[:30])
            raise FileError(f"There is no column {quoted(column)}. The file has {there}.")
    for group in NEEDED[Batch.Kind(kind)]:
        if not any(name in mapped for name in group):
            wanted = " or ".join(quoted(label_of(kind, name)) for name in group)
            raise FileError(f"Say which column holds {wanted}.")
    return mapped
