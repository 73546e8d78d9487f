"""What a person's page has many of, each written whole: conversations, and ties to others.

A template would look up forty things for one of them, and ask of each what it is.
"""

from datetime import date
from typing import Any, Final

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from stakeholders.models import Exchange, Interaction
from stakeholders.templatetags.addresses import address
from stakeholders.templatetags.around import people_links
from stakeholders.templatetags.look import band
from stakeholders.templatetags.markup import format_html, format_html_join
from stakeholders.templatetags.scores import score_of
from stakeholders.templatetags.words import ago

register = template.Library()

NAMED: Final = 6  # of those who took part; the others are counted
CHANNELS: Final = dict(Interaction.Channel.choices)
OUTCOMES: Final = dict(Interaction.Outcome.choices)
KINDS: Final = dict(Exchange.Kind.choices)
TALK: Final = '<p><a href="{}"><bdi>{}</bdi></a></p><p class="meta">{}{}</p>{}'
GIFT: Final = '<p class="small">{} from <bdi>{}</bdi> to <bdi>{}</bdi>{}</p>'
SAID: Final = "<span>{}</span>"
IN_CONFIDENCE: Final = SafeString('\n<span class="badge">confidential</span>')
TIE: Final = (
    '<tr><th scope="row"><a href="{}{}"><bdi>{}</bdi></a></th>'
    '<td data-label="Health">{}</td>'
    '<td data-label="Last contact">{}</td>'
    '<td class="number" data-label="In 30 days">{}</td>'
    '<td class="number" data-label="Trust in them">{}</td>'
    '<td class="number" data-label="Their trust">{}</td></tr>'
)


@register.simple_tag(takes_context=True)
def conversation(context: Context, talk: Any) -> SafeString:
    """Return what a timeline says of a `views.timeline_events.Talk`."""
    minutes = f", {talk.minutes} min" if talk.minutes else ""
    said = [CHANNELS[talk.channel] + minutes, *_with(context, talk.others)]
    said += [OUTCOMES[talk.outcome].lower()] if talk.outcome else []
    meta = format_html_join("\n", SAID, ((one,) for one in said))
    badge = IN_CONFIDENCE if talk.confidential else ""
    gifts = SafeString("".join(map(_given, talk.gifts)))
    there = address("conversation", talk.pk)
    return format_html(TALK, there, talk.summary, meta, badge, gifts)


def _given(gift: Exchange) -> SafeString:
    """Return what was given by whom to whom."""
    note = format_html(": <bdi>{}</bdi>", gift.note) if gift.note else ""
    return format_html(GIFT, KINDS[gift.kind], gift.giver.name, gift.receiver.name, note)


def _with(context: Context, others: list[Any]) -> list[SafeString]:
    """Return with whom it was, if with anybody."""
    if not others:
        return []
    more = len(others) - NAMED
    links = people_links(context, others[:NAMED])
    return [format_html("with {}{}", links, f" and {more} more" if more > 0 else "")]


@register.simple_tag(takes_context=True)
def tie_row(context: Context, tie: Any, person: int, today: date) -> SafeString:
    """Return a row of the table of ties of `person` (an id), a `views.person_ties.Tie`."""
    seen, other = tie.relationship, tie.other
    asked = ("strength", None), ("trust", other.pk), ("trust", person)
    scores = (score_of(context, seen, name, of=of, brief=True) for name, of in asked)
    whom = address("person", other.pk), context.get("keep", ""), other.name
    return format_html(TIE, *whom, band(seen.band), ago(seen.last_on, today), *scores)
