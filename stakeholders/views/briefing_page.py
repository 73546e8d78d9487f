"""What a briefing tells: one person on one page, before a meeting."""

from dataclasses import dataclass
from typing import Final

from stakeholders.models import Commitment, Concern, Interaction
from stakeholders.views.person_page import PersonPage

LAST: Final = 3  # conversations
MOST: Final = 4  # concerns, promises each way, words: one page holds no more
LEFT_OPEN: Final[dict[str, str]] = {
    Interaction.Outcome.OPEN: "We left this open",
    Interaction.Outcome.DISAGREED: "We did not agree on this",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask, and in whose words it was last put."""

    ask: str
    quote: str = ""


class BriefingPage(PersonPage):
    """One person as a reader meets them."""

    def last_talks(self) -> list[Interaction]:
        """Return the last three conversations the reader may see, the newest first."""
        seen = Interaction.objects.visible_to(self.reader).current()
        here = seen.with_person(self.person.pk).up_to(self.today).newest_first()
        return list(here.prefetch_related("participations__stakeholder")[:LAST])

    def matters(self) -> list[Concern]:
        """Return what matters to them, first what matters most."""
        return self.concerns[:MOST]

    def we_owe(self) -> list[Commitment]:
        """Return what they were promised, first due first."""
        return self.ours()[:MOST]

    def they_owe(self) -> list[Commitment]:
        """Return what they promised, first due first."""
        return self.theirs()[:MOST]

    def questions(self, talks: list[Interaction]) -> list[Question]:
        """Return what to ask: what is open, what is stale, what they owe; 4 at most."""
        asked = [
            Question(f"{state}. Ask where they stand.", talk.summary)
            for talk in talks
            if (state := LEFT_OPEN.get(talk.outcome))
        ]
        asked += [
            Question("You heard this long ago. Ask whether it still holds.", one.text)
            for one in self.concerns
            if one.heard_on < self.stale_before
        ]
        asked += [
            Question("Ask what they need from us for it.", one.what)
            for one in self.they_owe()[:1]
        ]
        if not self.concerns:
            asked.append(Question("Ask what worries them most just now, and note it."))
        asked.append(Question("Ask what we should do differently."))
        return asked[:4]

    def told(self) -> dict[str, object]:
        """Return everything the page shows that is looked up once."""
        talks = self.last_talks()
        return {"talks": talks, "questions": self.questions(talks)}
