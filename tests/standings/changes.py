"""What people do to the records, each with the call that lets the standings follow."""

from datetime import date, timedelta

from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Stakeholder,
)
from stakeholders.models.as_facts import exchange_facts, facts_in, promise_facts
from stakeholders.standings import (
    add,
    fold,
    people_changed,
    rebuild,
    summed,
    talk_added,
    talks_changed,
)

FIRST_DAY = date(2026, 1, 5)
PEOPLE = 7


def crowd():
    """Return the ids of a crowd, two of whom are ours."""
    layers = ["team" if n < 2 else "peer" for n in range(PEOPLE)]
    made = [Stakeholder.objects.create(name="Lee", layer=one).pk for one in layers]
    rebuild()
    return made


def log(people, chosen, day, led, channel, mood):
    """Log a conversation, as new; whoever led it asked."""
    conversation = Interaction.objects.create(
        happened_on=FIRST_DAY + timedelta(day), channel=channel, summary="Spoke", asked=led
    )
    for place, index in enumerate(chosen):
        first = place == 0
        Participation.objects.create(
            interaction=conversation,
            stakeholder_id=people[index],
            initiator=led and first,
            mood=mood if first else None,
        )
    add(summed(facts_in(conversation.pk)))
    talk_added(conversation.pk)


def of(nth, *, archived=False):
    """Return the nth conversation, counted round, and who took part in it."""
    known = list(
        Interaction.objects.filter(archived_at__isnull=not archived).order_by("pk")
    )
    if not known:
        return None, []
    conversation = known[nth % len(known)]
    return conversation, [person.pk for person in conversation.people.order_by("pk")]


def give(people, nth, weight):
    """Say that something was given, as new."""
    conversation, there = of(nth)
    if len(there) > 1:
        made = Exchange.objects.create(
            interaction=conversation,
            giver_id=there[0],
            receiver_id=there[1],
            weight=weight,
            kind=["help", "credit", "blame", "escalation"][weight % 4],
        )
        add(summed(exchange_facts(Exchange.objects.filter(pk=made.pk))))


def promise(people, chosen, state):
    """Close a promise, as new."""
    promiser, promisee = (people[index] for index in chosen[:2])
    made = Commitment.objects.create(
        promiser_id=promiser,
        promisee_id=promisee,
        what="The numbers",
        made_on=FIRST_DAY,
        state=state,
        closed_on=FIRST_DAY + timedelta(9),
    )
    add(summed(promise_facts(Commitment.objects.filter(pk=made.pk))))


def move(people, nth, day):
    """Put a conversation on another day."""
    conversation, there = of(nth)
    if conversation:
        before, conversation.happened_on = (
            conversation.happened_on,
            FIRST_DAY + timedelta(day),
        )
        conversation.save()
        fold(there)
        talks_changed([before, conversation.happened_on])


def remove(people, nth):
    """Put a conversation away."""
    conversation, there = of(nth)
    if conversation:
        Interaction.objects.filter(pk=conversation.pk).archive()
        fold(there)
        talks_changed([conversation.happened_on])


def bring_back(people, nth):
    """Bring a conversation back, which only adds."""
    conversation, _ = of(nth, archived=True)
    if conversation:
        Interaction.objects.filter(pk=conversation.pk).restore()
        add(summed(facts_in(conversation.pk)))
        talks_changed([conversation.happened_on])


def delete(people, nth):
    """Delete a conversation for good."""
    conversation, there = of(nth)
    if conversation:
        conversation.delete()
        fold(there)
        talks_changed([conversation.happened_on])


def merge(people, one, other):
    """Let one person have been another all along."""
    kept, gone = people[one], people[other]
    if kept == gone:
        return
    both = Participation.objects.filter(stakeholder=gone)
    talked = list(both.values_list("interaction__happened_on", flat=True))
    both.filter(interaction__participations__stakeholder=kept).delete()
    Participation.objects.filter(stakeholder=gone).update(stakeholder=kept)
    for model, ends in (
        (Exchange, ("giver", "receiver")),
        (Commitment, ("promiser", "promisee")),
    ):
        model.objects.filter(**dict.fromkeys(ends, gone)).delete()
        for end, across in (ends, ends[::-1]):
            model.objects.filter(**{end: gone, across: kept}).delete()
            model.objects.filter(**{end: gone}).update(**{end: kept})
    fold(people)
    talks_changed(talked)


def put_away(people, one):
    """Archive somebody, or bring them back."""
    person = Stakeholder.objects.filter(pk=people[one])
    person.archive() or person.restore()
    people_changed([people[one]])


def join(people, one):
    """Let somebody join our team, or leave it."""
    person = Stakeholder.objects.get(pk=people[one])
    person.layer = "peer" if person.layer == "team" else "team"
    person.save()
    people_changed([person.pk])


DO = {
    one.__name__: one
    for one in (
        *(log, give, promise, move, remove),
        *(bring_back, delete, merge, put_away, join),
    )
}


def details(verb, random):
    """Return what `verb` is told beside the people of a crowd."""
    nth, day = random.randrange(10), random.randrange(12)
    one, other, *more = random.sample(range(PEOPLE), 4)
    return {
        "log": (
            [one, other, *more][: random.randint(2, 4)],
            day,
            day > 6,
            "mail",
            random.choice([None, -2, 1]),
        ),
        "give": (nth, 1 + nth % 5),
        "promise": ([one, other], random.choice(["kept", "late", "broken"])),
        "move": (nth, day),
        "merge": (one, other),
        **dict.fromkeys(("put_away", "join"), (one,)),
    }.get(verb, (nth,))
