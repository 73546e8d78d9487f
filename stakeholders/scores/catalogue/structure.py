"""Entries on the network as a whole, and on where people stand in it."""

from typing import Final

from stakeholders.scores.catalogue.entry import Entry

ALONE: Final = "Nobody is known to have been in touch with them lately."
NO_UNITS: Final = "No two people with a unit have been in touch lately."

ENTRIES: Final = (
    Entry(
        "between",
        "Betweenness",
        "share",
        "0 (on nobody's way) to 1 (on everybody's)",
        "Never: whoever is on nobody's way has 0.",
        "Of the shortest ways between any two others, how many lead through them. On a"
        " large network it is estimated from 200 people drawn at random.",
        "sum of ways through / ways, over pairs / ((n - 1) (n - 2))",
        "Freeman 1977; Brandes 2001, J. Math. Sociol. 25:163; sampled: Brandes, Pich 2007",
    ),
    Entry(
        "constraint",
        "Constraint",
        "index",
        "near 0 (a broker) to 1 and above (held by few)",
        ALONE,
        "How far somebody's contacts are each other's contacts too. The smaller, the more"
        " of them would not meet without this person.",
        "sum over contacts j of (p_ij + sum over q of p_iq p_qj) ^ 2",
        "Burt 1992, Structural Holes, equation 2.4",
    ),
    Entry(
        "ei_p_closed",
        "Chance of units as closed",
        "share",
        "0 to 1",
        NO_UNITS,
        "How often units would be as closed as they are, or more, were people dealt to them"
        " at random. Below 0.05 the units are silos beyond chance.",
        "(1 + shuffles as closed) / (1 + shuffles)",
        "Permutation test on Krackhardt, Stern 1988",
    ),
    Entry(
        "modularity",
        "Modularity",
        "index",
        "below 1; 0 is chance",
        "Nobody has been in touch lately.",
        "How much more people deal within groups than chance would have it: of the"
        " communities found, and of the formal units beside them. Where the second is far"
        " lower, the units are not the silos.",
        "sum over groups of inside / all - (ends / all ends) ^ 2",
        "Newman, Girvan 2004, Phys. Rev. E 69:026113; communities: Blondel et al. 2008,"
        " moved side by side",
        ("unit_modularity",),
    ),
    Entry(
        "cut_off",
        "People cut off",
        "people",
        "1 and up",
        "No single tie holds anybody.",
        "How many people would lose touch with the rest if one tie were lost.",
        "size of the smaller side of a bridge",
        "Tarjan 1974, a note on finding the bridges of a graph",
    ),
)
