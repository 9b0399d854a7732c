"""The plan's system must be used, and the group pays for it."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider shall use Plan's provider portal for all reports.", "portal"),
        (
            (
                "Provider shall acquire and maintain at its own expense such hardware, software "
                "and interfaces as the program needs."
            ),
            "at its own expense",
        ),
        ("Provider must submit outcome data through the platform designated by Plan.", "platform"),
        ("Provider agrees to implement the measurement tool selected by Plan.", "tool"),
        ("Provider shall connect its electronic health record to Plan's data system.", "connect"),
        ("Provider is required to license the software that Plan specifies.", "software"),
        ("Provider shall apply the InterQual criteria in each review.", "InterQual"),
        (
            "Provider shall grant Plan remote access to its electronic health record.",
            "remote access",
        ),
        ("Provider shall submit outcome files through the provider portal.", "provider portal"),
    ],
)
def test_an_imposed_system_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("platform-mandate", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall use Plan's portal, and Plan shall pay for its connection.",
        "Provider shall use Plan's software at no cost to Provider.",
        "Provider shall use the electronic visit verification system that the State requires.",
        "Provider shall use Plan's portal as CMS requires.",
        "Provider may use Plan's portal.",
        "Plan shall maintain Plan's portal and software.",
        "Provider shall submit data through Plan's portal or in any other standard format.",
        "Provider shall maintain an electronic health record.",
        "Provider and Plan shall each have a system in place that protects records.",
        "Each party shall maintain its own software at its own expense.",
        "Provider shall use Plan's data system for grievances.",
    ],
)
def test_paid_free_and_state_systems_are_not(look: Look, clause: str) -> None:
    assert look("platform-mandate", agreement(clause)) == ()


OWNED = '"Platform" means the technology that Plan operates for its network. '


@pytest.mark.parametrize(
    "clause",
    [
        OWNED + "Provider agrees to utilize the Platform for every visit.",
        "Intake reports must be submitted through Plan's Care Platform.",
    ],
)
def test_a_platform_called_by_its_name_is_found(look: Look, clause: str) -> None:
    (finding,) = look("platform-mandate", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "latform" in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider agrees to utilize the Platform for every visit.",
        "Reports must be submitted through the channel that Provider chooses.",
    ],
)
def test_a_platform_of_nobody_is_not_imposed_by_the_plan(look: Look, clause: str) -> None:
    assert look("platform-mandate", agreement(clause)) == ()
