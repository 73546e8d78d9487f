"""Entries on next steps: which conversations would help most."""

from typing import Final

from stakeholders.scores.catalogue.entry import Entry

ENTRIES: Final = (
    Entry(
        "need",
        "Need of a conversation",
        "share",
        "0 (can wait) to 1 (cannot)",
        "Never missing: whoever needs no conversation now is not listed.",
        "How much a conversation now could save: how much the relationship matters, times"
        " how urgent it is. Listed from 0.2 on, the five highest, and not within two days"
        " of the last conversation. It orders conversations to have, never people.",
        "matter x urgency",
        "Own judgement, said in parts",
    ),
    Entry(
        "matter",
        "How much it matters",
        "share",
        "above 0 to 1 (make or break, and decides)",
        "Never missing: where nobody has said, influence counts 2.",
        "Two parts how critical the person is to us (1 to 3), one part influence (1 to 5).",
        "(2 criticality + influence) / 11",
        "Own judgement",
    ),
    Entry(
        "urgency",
        "How urgent it is",
        "share",
        "0 to 1",
        "Never missing: 0 is nothing that asks for a conversation.",
        "All causes together, each of which alone counts: a promise of ours that is late"
        " 0.5, rising to 0.9 after 30 days; strained 0.7; likely to go quiet, as likely as"
        " it is; leaving within 60 days 0.6; the agreed rhythm passed 0.3, rising to 0.6 at"
        " twice the rhythm; their promise late 0.3; they reach out and we hardly do, or a"
        " promise of ours due within 7 days, 0.25.",
        "1 - product of (1 - cause)",
        "Noisy or (Pearl 1988, ch. 4.3); the weights are own judgement, not measured",
    ),
    Entry(
        "days_in_90",
        "Days in contact in the last 90 days",
        "days",
        "0 to 90",
        "Never missing: 0 is none logged.",
        "Calendar days on which one of us and the person were in a conversation, in the"
        " last 90 days. All count alike.",
        "count of days",
        "Count of the log",
    ),
)
