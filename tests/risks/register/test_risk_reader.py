"""Risks and impacts as they stand in the file."""

import pytest

from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area, Status
from fairterms.risks.register.risk_reader import read_impacts, read_risks
from tests.risks.register.fragments import codes, document_of

TEXT = """
[[objective]]
id = "pay"

[[risk]]
id = "late"
cause = "one assistant"
event = "a file is late"
effect = "no pay"
area = "risk pool"
owner = "office manager"
status = "closed"
library = "Q10"

[[impact]]
id = "late_pay"
risk = "late"
objective = "pay"
source = { kind = "people", ref = "the assistant" }
statement = "A payment is lost."
"""


def test_both_are_read_in_full() -> None:
    document, notes = document_of(TEXT)
    (risk,), (impact,) = read_risks(document, notes), read_impacts(document, notes)
    assert codes(notes) == []
    assert (risk.cause, risk.event, risk.effect) == ("one assistant", "a file is late", "no pay")
    assert (risk.area, risk.status, risk.library) == (Area.RISK_POOL, Status.CLOSED, "Q10")
    assert (risk.owner, impact.statement) == ("office manager", "A payment is lost.")
    assert (impact.risk, impact.objective) == ("late", "pay")
    assert (impact.source.kind, impact.source.ref) == (SourceKind.PEOPLE, "the assistant")


def test_a_risk_is_open_until_somebody_says_otherwise() -> None:
    document, notes = document_of(TEXT.replace('status = "closed"\n', ""))
    (risk,) = read_risks(document, notes)
    assert risk.is_open


@pytest.mark.parametrize("library", ["Z1", "F", "F0", "F3b", "f3"])
def test_what_is_no_risk_of_the_library_is_told_and_left_out(library: str) -> None:
    document, notes = document_of(TEXT.replace("Q10", library))
    (risk,) = read_risks(document, notes)
    assert (risk.library, codes(notes)) == ("", ["no-such-choice"])


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ('source = { kind = "people", ref = "the assistant" }\n', "", "missing"),
        ('source = { kind = "people", ref = "the assistant" }', 'source = "x"', "not-a-table"),
        ('ref = "the assistant"', 'ref = ""', "missing"),
        ('ref = "the assistant"', 'ref = "x", page = "3"', "unknown-key-of-a-source"),
        ('objective = "pay"', 'objective = "pays"', "unknown-objective"),
        ('risk = "late"', 'risk = "early"', "unknown-risk"),
    ],
)
def test_an_impact_leads_somewhere(right: str, wrong: str, code: str) -> None:
    document, notes = document_of(TEXT.replace(right, wrong))
    read_impacts(document, notes)
    assert codes(notes) == [code]
