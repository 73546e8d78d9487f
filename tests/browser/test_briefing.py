"""A briefing fits on one sheet of paper."""

import re

from tests.records import make
from tests.rig.looks import assert_serves_everybody

LONG = "How the migration touches every shift of the night and who answers for it"


def test_a_full_briefing_serves_everybody_and_prints_on_one_sheet(page, sign_in):
    dana, omar = make.colleague(), make.person()
    sign_in(make.user(stakeholder=dana))
    for number in range(6):
        make.promise(dana, omar, f"{number} {LONG}")
        make.promise(omar, dana, f"{number} {LONG}")
        make.concern(omar, f"{number} {LONG}")
        make.term(omar, f"word {number}")
        make.conversation(dana, omar, summary=f"{number} {LONG}", their_view=LONG * 2)
    page.goto(f"/people/{omar.pk}/briefing/")
    assert_serves_everybody(page)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert len(sheets) == 1
