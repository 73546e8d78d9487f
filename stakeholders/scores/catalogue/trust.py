"""Entries on trust, promises, giving and health."""

from typing import Final

from stakeholders.scores.catalogue.entry import Entry

ENTRIES: Final = (
    Entry(
        "trust",
        "Trust",
        "score",
        "-1 (not at all) to 1 (fully); 0 is undecided",
        "Less than two pieces of evidence, older ones counting less. Not known is not bad.",
        "How far one can count on the other: promises kept or broken, credit or blame, and"
        " how conversations felt. What the network expects counts as two pieces of"
        " evidence;"
        " the pair's own then takes over. Evidence counts half after 180 days.",
        "(2 prior + sum of outcomes) / (2 + evidence); interval: 5 and 95 % quantiles of"
        " the"
        " beta with this mean and weight, stretched to -1 to 1",
        "Beta reputation: Josang, Ismail 2002; prior: own, measured in docs/evaluation.md",
        ("trust_in_source", "trust_in_target"),
    ),
    Entry(
        "trust_on_average",
        "Trust, on average",
        "score",
        "-1 (not at all) to 1 (fully); 0 is undecided",
        "Nobody here has given enough evidence yet.",
        "How far our team can count on these people, as the mean over those of whom enough"
        " is known. It says nothing of the others.",
        "mean of trust; interval: 1.645 standard deviations of the mean of their betas",
        "Beta reputation: Josang, Ismail 2002",
    ),
    Entry(
        "prior",
        "What the network expects",
        "score",
        "-1 to 1",
        "Nobody has judged anybody yet.",
        "Trust to expect of two people before they deal with each other: how the one is"
        " judged by others, how kindly the other judges, and what was thought in return."
        " Never shown as trust by itself.",
        "mean + generosity of u + esteem of v + rho (what v judged of u - its prior)",
        "Own, measured beside fairness x goodness (Kumar et al. 2016) in"
        " docs/evaluation.md",
    ),
    Entry(
        "evidence",
        "Evidence",
        "pieces, older ones counting less",
        "0 and up",
        "Never missing: 0 is none.",
        "How much trust rests on: promises closed, credit, blame and moods noted. A piece"
        " counts half after 180 days.",
        "sum of weight 2^(-age / 180)",
        "Count of the log",
        ("evidence_of_source", "evidence_of_target", "outcome"),
    ),
    Entry(
        "reliability",
        "Promises kept",
        "chance",
        "0 to 1",
        "Too few promises closed to tell: it takes two, and older ones count less.",
        "How likely the next promise is kept, from those closed so far; a late one counts"
        " half. Few promises lean on how often promises are kept here by anybody. No public"
        " data holds kept and broken promises, so this is validated by proxy only.",
        "mean of Beta(2 m + kept + late / 2, 2 (1 - m) + broken + late / 2)",
        "Beta reputation: Josang, Ismail 2002",
        ("source_reliability", "target_reliability"),
    ),
    Entry(
        "promises",
        "Promises closed",
        "promises, older ones counting less",
        "0 and up",
        "Never missing: 0 is none.",
        "Promises of one to the other that were kept, late or broken. One counts half after"
        " 180 days. In health, a late one counts half as kept and half as broken.",
        "sum of 2^(-age / 180)",
        "Count of the log",
        (
            "kept",
            "late",
            "broken",
            "kept_by_source",
            "kept_by_target",
            "broken_by_source",
            "broken_by_target",
        ),
    ),
    Entry(
        "kept_rate",
        "Promises kept here",
        "share",
        "0 to 1",
        "No promise is closed yet.",
        "Of all promises closed on this site, how many were kept; a late one counts half.",
        "(kept + late / 2) / (kept + late + broken), faded by 180 days",
        "Count of the log",
    ),
    Entry(
        "given",
        "Given",
        "gifts, older ones counting less",
        "0 and up",
        "Never missing: 0 is none logged.",
        "Help, information, introductions, feedback, approvals and credit given, each by"
        " its"
        " weight of 1 to 5. One counts half after 180 days.",
        "sum of weight 2^(-age / 180)",
        "Count of the log",
    ),
    Entry(
        "giving",
        "Give and take",
        "share",
        "0 (one way) to 1 (even)",
        "Nothing given is logged either way.",
        "How evenly the two give to each other.",
        "2 min(given, received) / (given + received)",
        "Squartini, Picciolo, Ruzzenenti, Garlaschelli 2013, Sci. Rep. 3:2729, per pair",
        ("giving_evenness",),
    ),
    Entry(
        "giving_balance",
        "Who gives",
        "log-odds against the whole site",
        "any; beyond 1.39 either way is four to one",
        "Nothing is logged, or the log shows nearly nothing of one side anywhere.",
        "Whether the other side gives more (above 0) or less (below 0) than is usual across"
        " this log.",
        "logit((4 b0 + in) / (4 + in + out)) - logit(b0)",
        "Shrunken log-odds ratio; own, measured in docs/evaluation.md",
    ),
    Entry(
        "health",
        "Health",
        "band",
        "strained, cooling, one-sided, healthy, unknown",
        "Unknown: too few conversations, or contact of which nobody noted how it goes.",
        "How the relationship is, with its reasons. The gravest sign decides: broken"
        " promises"
        " or distrust, then a silence beyond the usual, then one side doing nearly all."
        " Healthy takes trust or help both ways; contact alone never makes it so.",
        "the gravest band that has a sign",
        "Own",
        ("band", "signs", "condition"),
    ),
)
