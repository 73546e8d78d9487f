"""Entries on conversations, and on the network as a whole."""

from typing import Final

from stakeholders.scores.catalogue.entry import Entry

NO_TIES: Final = "The network has no ties."
MARKED: Final = "No conversation is marked."

ENTRIES: Final = (
    Entry(
        "listening",
        "Listening",
        "share",
        "0 (only told) to 1 (only asked and listened)",
        MARKED,
        "Of what we did in conversations, how much was asking and listening.",
        "(asked + listened) / (asked + listened + told); interval: Jeffreys",
        "Count of the log; interval: Brown, Cai, DasGupta 2001",
    ),
    Entry(
        "informality",
        "Informality",
        "share",
        "0 (all formal) to 1 (all informal)",
        MARKED,
        "How many conversations were informal, of those marked formal or informal.",
        "informal / (informal + formal); interval: Jeffreys",
        "Count of the log; interval: Brown, Cai, DasGupta 2001",
    ),
    Entry(
        "initiative",
        "Our share of reaching out",
        "share",
        "0 (they always) to 1 (we always)",
        "The two were never in contact, as far as the log knows.",
        "How much of the reaching out one side does. The log sees more of our side, so"
        " judge"
        " it beside what is usual here.",
        "sent / (sent + received)",
        "Count of the log",
    ),
    Entry(
        "reply_days",
        "Time to reach back",
        "days, median",
        "0 and up",
        "Nobody has reached back yet.",
        "How long the other takes to reach back after being reached out to. Waiting counts"
        " from the first attempt; what still waits is left out.",
        "median of days from the first unanswered attempt to the answer",
        "Own",
        ("days",),
    ),
    Entry(
        "rapport",
        "Rapport before approval",
        "share",
        "0 to 1",
        "Nothing was approved.",
        "How many approvals came after some earlier conversation in the 90 days before, and"
        " not at the first meeting.",
        "prepared approvals / approvals",
        "Own",
    ),
    Entry(
        "coverage",
        "What comes in",
        "share",
        "0 to 1",
        "Nothing between us and others is logged.",
        "How much of everything between us and others came from them. Logs show more of our"
        " own side; single relationships are judged against this.",
        "b0 = in / (in + out) across the site",
        "Own, measured in docs/evaluation.md",
        ("reached",),
    ),
    Entry(
        "r",
        "Answered ties",
        "share",
        "0 to 1",
        NO_TIES,
        "How many ties go both ways.",
        "mutual ties / ties, ties to oneself left out",
        "Garlaschelli, Loffredo 2004, Phys. Rev. Lett. 93:268701, equation 1",
    ),
    Entry(
        "rho",
        "Answered ties beyond chance",
        "correlation",
        "below 0 (fewer than chance), 0 (chance), 1 (all)",
        "There are no ties, or every tie there could be is there.",
        "Whether ties go both ways more often than this many ties would by chance.",
        "(r - a) / (1 - a), a = ties / (people (people - 1))",
        "Garlaschelli, Loffredo 2004, Phys. Rev. Lett. 93:268701, equation 3",
    ),
    Entry(
        "r_w",
        "Answered weight",
        "share",
        "0 to 1",
        NO_TIES,
        "How much of all attention is answered with as much attention.",
        "sum of min(w_ij, w_ji) / sum of w_ij",
        "Squartini, Picciolo, Ruzzenenti, Garlaschelli 2013, Sci. Rep. 3:2729, equation 2",
    ),
    Entry(
        "r_w_expected",
        "Answered weight by chance",
        "share",
        "0 to 1",
        NO_TIES,
        "What the answered weight would be on average, were the same weights dealt to the"
        " same ties at random. Only what lies above it says that people answer in kind.",
        "mutual ties x mean of the smaller of two random weights / sum of weights",
        "Own null model, in the sense of Squartini et al. 2013",
    ),
    Entry(
        "ei_index",
        "E-I index",
        "index",
        "-1 (all ties stay inside) to 1 (all cross)",
        "No tie touches the unit.",
        "How far a unit deals with others rather than with itself. Read it beside what"
        " chance"
        " would give: a large unit looks closed by size alone.",
        "(E - I) / (E + I), ties across and inside weighed by attention",
        "Krackhardt, Stern 1988, Soc. Psychol. Q. 51:123",
    ),
    Entry(
        "ei_by_chance",
        "E-I index by chance",
        "index",
        "-1 to 1",
        "The unit is everybody, alone.",
        "The E-I index that the sizes of the units alone would give, were ties to fall on"
        " any two people alike.",
        "(2 n (N - n) - n (n - 1)) / (2 n (N - n) + n (n - 1)), n people of N",
        "Krackhardt, Stern 1988, Soc. Psychol. Q. 51:123",
        ("ei_expected",),
    ),
    Entry(
        "unit_steps",
        "Steps from us",
        "ties, mean",
        "0 (our own) and up; 1 is direct",
        "There is no way from our team to anybody there.",
        "Over how many ties our team reaches the people of a unit, on average: 1 where we"
        " know each of them. People there is no way to are counted apart.",
        "mean of the fewest ties between anybody of our team and each person",
        "Breadth-first search",
    ),
    Entry(
        "unit_pairs",
        "Pairs by chance",
        "pairs",
        "0 and up",
        "Never missing.",
        "How many pairs of two units would be in touch, were all ties of the network to"
        " fall on any two people alike.",
        "people x people x ties / (all people (all people - 1) / 2)",
        "Own; the expectation of Krackhardt, Stern 1988",
    ),
    Entry(
        "inside",
        "Attention that stays within",
        "share",
        "0 (all leads out) to 1 (all stays)",
        "Nobody of the group has a tie.",
        "How much of a group's attention, given and received, is among themselves.",
        "attention of ties within / attention of all ties that touch the group",
        "Count of the log; the I of Krackhardt, Stern 1988",
    ),
    Entry(
        "ease",
        "Ease of an introduction",
        "share",
        "0 to 1",
        "Nobody knows them within three steps.",
        "How easily one introduces the other: likely in contact soon, and counted on. A way"
        " over several people is the product of its steps.",
        "(1 - silence) (1 + trust) / 2, unknown trust counting as 0",
        "Own; widest path by product, at most three steps",
    ),
)
