"""What the text proposes and the file does not hold yet."""

from datetime import date

import pytest

from fairterms.monitor.obligations.obligation import Party
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.monitor.obligations.unconfirmed import unconfirmed
from fairterms.units.finding import QuoteEvidence
from tests.monitor.obligations.conftest import BOOK, Stand

SENTENCE = (
    "Plan shall deliver the first list by May 1 and a further list\nby the 10th of each month."
)
OBLIGATION = """
[[obligation]]
id = "{id}"
owed_by = "plan"
what = "Deliver it"
due = "10th of each month"
cite = {{ document = "01-agreement.pdf", section = "{section}", quote = "{quote}" }}
"""


def _proposal(name: str, time: str, section: str = "Exhibit A, A-3.1") -> Proposal:
    evidence = QuoteEvidence("01-agreement.pdf", 11, 0, len(SENTENCE), SENTENCE)
    duty = "Deliver the first list"
    return Proposal(name, Party.PLAN, Party.GROUP, duty, time, None, section, evidence)


FIRST = _proposal("plan_a_3_1", "by May 1")
FURTHER = _proposal("plan_a_3_1_b", "by the 10th of each month")


@pytest.mark.parametrize(
    ("name", "section", "quote", "left"),
    [
        ("list", "A-3.1", "a further list by the 10th of each month", [FIRST]),
        ("list", "A-3.2", "a further list by the 10th of each month", [FIRST, FURTHER]),
        ("list", "A-3.1", "a further list", [FIRST, FURTHER]),
        ("list", "A-3.1", "by the 10th of each month, at noon", [FIRST, FURTHER]),
        ("plan_a_3_1_b", "A-3.1", " ".join(SENTENCE.split()), [FIRST]),
        ("plan_a_3_1", "nowhere", "other words", [FURTHER]),
    ],
)
def test_a_proposal_stands_until_the_file_speaks_of_it(
    stand: Stand, name: str, section: str, quote: str, left: list[Proposal]
) -> None:
    text = BOOK + OBLIGATION.format(id=name, section=section, quote=quote)
    found = stand(text, date(2027, 3, 1))
    assert list(unconfirmed(found, (FIRST, FURTHER))) == left


def test_nothing_is_left_out_of_an_empty_file(stand: Stand) -> None:
    assert unconfirmed(stand("", date(2027, 3, 1)), (FIRST, FURTHER)) == (FIRST, FURTHER)
