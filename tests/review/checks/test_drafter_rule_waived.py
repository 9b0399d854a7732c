"""The rule that unclear words count against their drafter is given up."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

ID = "drafter-rule-waived"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "This Agreement is read without regard to which party wrote or drafted it.",
            "without regard",
        ),
        ("No provision shall be construed against Plan because Plan prepared it.", "prepared it"),
        (
            "Any rule that ambiguities are read against the drafter shall not apply.",
            "shall not apply",
        ),
        (
            "The parties waive the benefit of any rule of construction against the drafting party.",
            "waive",
        ),
        ("This Agreement shall be construed as if drafted jointly by the parties.", "jointly"),
        (
            "No presumption shall arise for or against a party by reason of its authorship.",
            "authorship",
        ),
        ("The doctrine of contra proferentem does not apply here.", "contra proferentem"),
        ("This Agreement shall not be construed against either party.", "against either party"),
        (
            "The identity of the drafter is not relevant to the meaning of this Agreement.",
            "not relevant",
        ),
        ("It is interpreted regardless of who drafted a provision.", "regardless of who"),
        (
            "The fact that Plan drafted this Agreement shall not be held against it.",
            "shall not be held",
        ),
    ],
)
def test_a_waiver_of_the_rule_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(ID, agreement(clause))
    assert (finding.severity, finding.status) == (Severity.MEDIUM, Status.FINDING)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Unclear words shall be construed against the party that drafted them.",
        "Ambiguities are resolved in favor of Provider.",
        "Both parties took part in drafting this Agreement.",
        "Each party had a lawyer while this Agreement was negotiated.",
        (
            "This Agreement is construed under the law of Oregon without regard to its rules on "
            "conflicts."
        ),
        "Provider shall prepare a treatment plan regardless of who referred the patient.",
        "No claim shall be made against either party after two years.",
        "The plan of correction is drafted by Provider.",
    ],
)
def test_other_clauses_are_not(look: Look, clause: str) -> None:
    assert look(ID, agreement(clause)) == ()


def test_a_recital_that_both_drafted_makes_it_less_severe(look: Look) -> None:
    clause = (
        "The parties took part jointly in drafting this Agreement, and no presumption shall arise "
        "against the party that drafted it."
    )
    (finding,) = look(ID, agreement(clause))
    assert finding.severity is Severity.LOW
    assert "The clause says that both sides drafted it." in finding.why


def test_an_invention_has_an_author_of_its_own(look: Look) -> None:
    clause = "No presumption shall be made against the party that drafted the patent."
    assert look(ID, agreement(clause)) == ()
