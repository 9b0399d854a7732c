"""Documents from outside bind the group."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        (
            "The Provider Manual is incorporated into this Agreement by reference.",
            "provider manual",
        ),
        ("Provider shall comply with the provider manual(s).", "provider manual"),
        ("This Agreement and the provider manual are the entire agreement.", "provider manual"),
        ("Provider agrees to abide by all Policies as posted.", "policies and procedures"),
        ("Provider shall adhere to Plan's policies and procedures.", "policies and procedures"),
        ("Payment is made in accordance with the program description.", "program description"),
        ("Rules are those set forth on the Plan's web site.", "web page"),
    ],
)
def test_a_document_that_binds_is_found_and_asked_for(look: Look, clause: str, name: str) -> None:
    (finding,) = look("manual-incorporated", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert name in finding.why
    assert f"Ask for the {name}, dated, before signing." in finding.asks
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "The Provider Manual is not part of this Agreement and does not alter it.",
        "Provider shall maintain its own written policies and procedures.",
        "Provider shall comply with law and maintain written policies and procedures.",
        "Provider shall keep a policy of insurance.",
        "Plan posts a directory each month.",
    ],
)
def test_what_does_not_bind_is_not(look: Look, clause: str) -> None:
    assert look("manual-incorporated", agreement(clause)) == ()


def test_a_manual_that_is_no_part_and_must_be_obeyed_is_found(look: Look) -> None:
    clause = "Provider shall comply with the Provider Manual, which is not part of this Agreement."
    (finding,) = look("manual-incorporated", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)


def test_a_manual_that_was_supplied_is_not_missing(look: Look) -> None:
    clause = "Provider shall comply with the Provider Manual."
    assert look("manual-incorporated", agreement(clause), manual="PROVIDER MANUAL\nRules.") == ()


def test_the_place_that_makes_it_part_of_the_agreement_is_quoted_first(look: Look) -> None:
    part = "This Agreement and the provider manual constitute the entire agreement."
    text = agreement("Provider shall comply with the provider manual.", part)
    (finding,) = look("manual-incorporated", text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert part in finding.evidence.text


def test_a_missing_manual_makes_every_absence_unclear(look: Look) -> None:
    clause = "Provider shall comply with the Provider Manual."
    (finding,) = look("audit-of-plan", agreement(clause, without=("audit",)))
    assert finding.status is Status.UNCLEAR
    assert finding.unclear_because == "not supplied: provider manual"


@pytest.mark.parametrize(
    "clause",
    [
        "Notice is given on the day when it is posted on Plan's provider portal.",
        "A change takes effect when it is posted on Plan's website.",
        "A form is described on the State website.",
    ],
)
def test_a_place_of_notice_is_no_document(look: Look, clause: str) -> None:
    assert look("manual-incorporated", agreement(clause)) == ()


def test_a_document_has_the_agreements_own_name_and_is_listed_once(look: Look) -> None:
    text = agreement(
        '"Care Policies" means the policies and procedures on Plan\'s web site.',
        "Provider shall comply with the Care Policies.",
        "Provider shall adhere to Plan's policies and procedures, as posted on its web site.",
    )
    (finding,) = look("manual-incorporated", text)
    assert "not supplied: Care Policies. " in finding.why
    assert finding.asks[0] == "Ask for the Care Policies, dated, before signing."


def test_a_manual_that_prevails_over_the_agreement_is_told(look: Look) -> None:
    bound = "Provider shall comply with the provider manual."
    above = "If this Agreement and the provider manual conflict, the provider manual controls."
    below = "If the provider manual conflicts with this Agreement, this Agreement prevails."
    (finding,) = look("manual-incorporated", agreement(bound, above))
    assert "they prevail" in finding.why
    (quote,) = finding.more_evidence
    assert isinstance(quote, QuoteEvidence)
    assert above in quote.text
    (finding,) = look("manual-incorporated", agreement(bound, below))
    assert "they prevail" not in finding.why
    assert finding.more_evidence == ()


def test_each_document_is_quoted_at_one_place(look: Look) -> None:
    text = agreement(
        "Provider shall comply with the provider manual.",
        "Provider shall abide by the provider manual in all it does.",
        "Provider shall conform to the program description.",
    )
    (finding,) = look("manual-incorporated", text)
    assert len(finding.more_evidence) == 1


def test_exhibits_alone_are_a_low_finding(look: Look) -> None:
    (finding,) = look("manual-incorporated", agreement("Fees are listed in Exhibit K."))
    assert finding.severity is Severity.LOW
    (both,) = look(
        "manual-incorporated",
        agreement("Fees are listed in Exhibit K. Provider shall comply with the Provider Manual."),
    )
    assert both.severity is Severity.HIGH


def test_an_exhibit_whose_heading_lost_its_line_is_there(look: Look) -> None:
    text = agreement("Fees are listed in Exhibit K. The end. EXHIBIT K FEES Each visit is $90.")
    assert look("manual-incorporated", text) == ()
