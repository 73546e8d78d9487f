"""Why: what each piece of evidence adds to a score of warmth, evenness or balance."""

from math import log

from stakeholders.scores.balance import PRIOR_EVENTS, balance
from stakeholders.scores.columns import or_none
from stakeholders.scores.reciprocity import evenness
from stakeholders.scores.sentences import Sentence
from stakeholders.scores.warmth import FORECASTS, PRIOR_DAYS, Forecast, silence, strength
from stakeholders.scores.why import Part, Why

_AWAY = "Days since one of the two was last in touch with anybody: {absence:.0f}."
_OWN = (
    "How silence follows from these was learned from your own history: {count:,.0f} times"
    " that a pair fell silent for 30 days, or did not."
)
_PUBLIC = (
    "How silence follows from these was learned from public data, mail and chat of others;"
    " your own history does not hold enough yet."
)
NO_CONTACT = Sentence("No conversation between {source} and {target} is logged.")


def why_silence(
    quiet: float,
    contact_days: float,
    forecast: Forecast = FORECASTS[30],
    absence: float = 0.0,
) -> Why:
    """Return what makes up the chance of silence, from a single conversation today on.

    quiet: days since the last contact, unknown if never. contact_days: faded. absence: as
    `silence` takes it.
    """
    score = or_none(silence(quiet, contact_days, forecast, absence))
    if score is None:
        return Why(None, (), NO_CONTACT)
    steps = (
        ("once", (0.0, 1.0), "After a single conversation today."),
        (
            "frequency",
            (0.0, contact_days),
            "Days in contact, older ones counting less: {contact_days:.1f}.",
        ),
        (
            "recency",
            (quiet, contact_days),
            "Days since the last conversation: {quiet:.0f}.",
        ),
    )
    numbers = {"quiet": quiet, "contact_days": contact_days, "absence": absence}
    parts, reached = [], 0.0
    for key, known, words in steps:
        then = float(silence(*known, forecast))
        parts.append(Part(key, then - reached, Sentence(words, numbers)))
        reached = then
    if forecast.absence:
        parts.append(Part("absence", score - reached, Sentence(_AWAY, numbers)))
    return Why(score, tuple(parts), basis=_learned(forecast))


def _learned(forecast: Forecast) -> Sentence:
    """Return where the coefficients of `forecast` come from."""
    return Sentence(_OWN if forecast.outcomes else _PUBLIC, {"count": forecast.outcomes})


def why_strength(contact_days: float, age: float, half_life: float = 90.0) -> Why:
    """Return what makes up the contact-days to be expected in 30 days."""
    score = or_none(strength(contact_days, age, half_life))
    if score is None:
        return Why(None, (), NO_CONTACT)
    prior = score * PRIOR_DAYS / (PRIOR_DAYS + contact_days)
    numbers = {"contact_days": contact_days, "age": age}
    parts = (
        Part("prior", prior, Sentence("What any two people are credited with.")),
        Part(
            "contact_days",
            score - prior,
            Sentence(
                "Days in contact over {age:.0f} days, older ones counting less:"
                " {contact_days:.1f}.",
                numbers,
            ),
        ),
    )
    return Why(score, parts)


def why_evenness(forth: float, back: float) -> Why:
    """Return what makes up how even two flows are: even, less what one side does more."""
    score = or_none(evenness(forth, back))
    if score is None:
        return Why(None, (), Sentence("Nothing of the kind is logged between the two."))
    numbers = {"forth": forth, "back": back}
    more = "{source}" if forth > back else "{target}"
    parts = (
        Part("even", 1.0, Sentence("Were both sides even.")),
        Part(
            "surplus",
            score - 1.0,
            Sentence(
                "{source}: {forth:.1f}, {target}: {back:.1f}; " + more + " does more.",
                numbers,
            )
            if forth != back
            else Sentence("{source}: {forth:.1f}, {target}: {back:.1f}; as much.", numbers),
        ),
    )
    return Why(score, parts)


def why_balance(received: float, sent: float, usual: float = 0.5) -> Why:
    """Return what makes up which way a pair leans, in log-odds against the whole site."""
    score = or_none(balance(received, sent, usual))
    if score is None:
        return Why(None, (), Sentence("The log does not show enough of both sides."))
    numbers = {"received": received, "sent": sent, "usual": usual}
    came = log((PRIOR_EVENTS + received / usual) / PRIOR_EVENTS)
    parts = (
        Part(
            "received",
            came,
            Sentence(
                "From {target}: {received:.1f}; across the site {usual:.0%} comes in.",
                numbers,
            ),
        ),
        Part("sent", score - came, Sentence("From {source}: {sent:.1f}.", numbers)),
    )
    return Why(score, parts)
