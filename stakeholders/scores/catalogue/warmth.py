"""Entries on contact: how warm a relationship is, as far as a log can tell."""

from typing import Final

from stakeholders.scores.catalogue.entry import Entry
from stakeholders.scores.warmth import FORECASTS

MEASURED: Final = "Own, measured in docs/evaluation.md"
NEVER: Final = "The two were never in contact, as far as the log knows."


def _forecast(horizon: int) -> str:
    """Return the formula of silence over `horizon` days."""
    by = FORECASTS[horizon]
    return (
        f"sigmoid({by.base:.3f} + {by.recency:.3f} ln(1 + days since)"
        f" - {-by.frequency:.3f} ln(A + 0.05))"
    )


ENTRIES: Final = (
    Entry(
        "contacts",
        "Conversations",
        "conversations",
        "0 and up",
        "Never missing: 0 is none logged.",
        "How often the two talked. Who reached out counts 1; if nobody is known to have"
        " reached out, each side counts one half.",
        "sum of shares, both ways, not faded",
        "Count of the log",
    ),
    Entry(
        "contact_days",
        "Days in contact",
        "days, older ones counting less",
        "0 and up",
        "Never missing: 0 is none logged.",
        "Calendar days with at least one conversation. A day counts half after 90 days, a"
        " quarter after 180. Many mails on one day are one day.",
        "A = sum over days of 2^(-age / 90)",
        "Forward decay: Cormode, Shkapenyuk, Srivastava, Xu 2009; tie decay: Ahmad, Porter,"
        " Beguerisse-Diaz 2021",
    ),
    Entry(
        "outreach",
        "Reaching out",
        "conversations, older ones counting less",
        "0 and up",
        "Never missing: 0 is none logged.",
        "Conversations that one side reached out for. One counts half after 90 days.",
        "sum of shares 2^(-age / 90)",
        "Count of the log",
    ),
    Entry(
        "attention",
        "Reaching out, how even",
        "share",
        "0 (one side does it all) to 1 (even)",
        NEVER,
        "How evenly the two reach out to each other. It describes; it does not predict"
        " loss.",
        "2 min(forth, back) / (forth + back), both faded by 90 days",
        "Squartini, Picciolo, Ruzzenenti, Garlaschelli 2013, Sci. Rep. 3:2729, per pair",
    ),
    Entry(
        "quiet",
        "Days since the last contact",
        "days",
        "0 and up",
        NEVER,
        "Days since they last talked, by either side, in any channel that is logged.",
        "day - day of the last contact",
        "Count of the log",
        ("last_day",),
    ),
    Entry(
        "age",
        "Days since the first contact",
        "days",
        "0 and up",
        NEVER,
        "How long the two have known each other, as far as the log knows.",
        "day - day of the first contact",
        "Count of the log",
        ("first_day",),
    ),
    Entry(
        "silence",
        "Chance of silence, 30 days",
        "chance",
        "0 to 1",
        NEVER,
        "How likely it is that the next 30 days pass without any contact. Learned from mail"
        " and chat of others, where in a sparse log it runs high while the order of people"
        " holds; from 200 outcomes on, from your own history. Each why says which.",
        f"{_forecast(30)}, as shipped; calibrated, the same with numbers of your own, and"
        " with ln(1 + days since one of the two was last in touch with anybody)",
        MEASURED,
    ),
    Entry(
        "expected_silent",
        "Likely to fall silent",
        "people",
        "0 to everybody ever in contact",
        "Nobody here was ever in contact.",
        "With how many of these people the next 30 days are likely to pass without any"
        " contact. People fall silent together, so the interval is wider than by chance.",
        "sum of silence; interval: 1.645 x 1.7 x square root of the sum of p (1 - p)",
        "Sum of a Poisson-binomial; widening: own, measured on public mail logs",
    ),
    Entry(
        "silence_60",
        "Chance of silence, 60 days",
        "chance",
        "0 to 1",
        NEVER,
        "The same for the next 60 days.",
        _forecast(60),
        MEASURED,
    ),
    Entry(
        "silence_90",
        "Chance of silence, 90 days",
        "chance",
        "0 to 1",
        NEVER,
        "The same for the next 90 days.",
        _forecast(90),
        MEASURED,
    ),
    Entry(
        "strength",
        "Contact strength",
        "days in contact per 30 days",
        "above 0",
        NEVER,
        "How many days with contact to expect in the next 30. It is the strength of"
        " contact,"
        " not of the relationship: a log explains about a fifth of what people say of"
        " that.",
        "30 (0.05 + A) / (27 + D), D = (90 / ln 2)(1 - 2^(-age / 90)); interval: 5 and 95 %"
        " quantiles of Gamma(0.05 + A, 27 + D)",
        "Gamma-Poisson with forgetting; own, measured in docs/evaluation.md",
    ),
    Entry(
        "usual_gap",
        "Usual gap",
        "days",
        "above 0",
        NEVER,
        "Days usual between two days in contact, as of the last one, so that a pair that"
        " has"
        " stopped does not look slow by habit.",
        "30 / strength on the day of the last contact",
        "Own; the ratio to it is never used alone, since it forecasts worst of all",
    ),
    Entry(
        "balance",
        "Who reaches out",
        "log-odds against the whole site",
        "any; beyond 1.39 either way is four to one",
        "No contact, or the log shows nearly nothing of one side anywhere.",
        "Whether the other side reaches out more (above 0) or less (below 0) than is usual"
        " across this log, which sees more of our side. Called one-sided beyond four to"
        " one,"
        " on at least 10 conversations.",
        "logit((4 b0 + in) / (4 + in + out)) - logit(b0); b0: share that comes in,"
        " site-wide",
        "Shrunken log-odds ratio; own, measured in docs/evaluation.md",
    ),
)
