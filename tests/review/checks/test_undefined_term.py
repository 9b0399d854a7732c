"""Capitalised words that no one defined."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

ID = "undefined-term"


@pytest.mark.parametrize(
    ("clause", "term"),
    [
        ("Provider shall meet the Program Standards.", "Program Standards"),
        ("Provider is paid the Quality Bonus if it meets the target.", "Quality Bonus"),
        (
            "Provider shall treat each Covered Person. Plan pays for a Covered Person.",
            "Covered Person",
        ),
        ("Plan may deduct the Access Penalty from a payment.", "Access Penalty"),
        ("Provider shall comply with the Reporting Requirements.", "Reporting Requirements"),
        (
            (
                "Provider shall answer within ten (10) Business Days. Plan shall answer "
                "within five (5) "
                "Business Days."
            ),
            "Business Days",
        ),
        ("A rate must reach the Performance Threshold.", "Performance Threshold"),
    ],
)
def test_a_term_that_binds_and_is_not_defined_is_found(look: Look, clause: str, term: str) -> None:
    (finding,) = look(ID, agreement(clause))
    assert (finding.severity, finding.status) == (Severity.MEDIUM, Status.FINDING)
    assert finding.title == f'Capitalised but undefined: "{term}"'
    assert isinstance(finding.evidence, QuoteEvidence)
    assert term in finding.evidence.text
    assert f'Ask for a definition of "{term}".' in finding.asks


@pytest.mark.parametrize(
    "clause",
    [
        '"Program Standards" means those of Exhibit B. Provider shall meet the Program Standards.',
        (
            'Provider shall meet ten standards (the "Program Standards"). The Program Standards '
            "apply at once."
        ),
        "Program Standards: The ten standards below. Provider shall meet the Program Standards.",
        "Provider shall meet the Program Standards, as defined in Exhibit B.",
        "Provider shall obey the Mental Health Parity Act and the Department of Human Services.",
        "Provider shall write to the Medical Director in Lane County by March.",
        "Provider shall follow Section 4, Exhibit B and Table C-1 of this Agreement.",
        "Plan and Provider shall each keep a copy.",
        "Provider's Fern Street Staff smile.",
    ],
)
def test_defined_words_names_laws_and_parts_are_not(look: Look, clause: str) -> None:
    assert look(ID, agreement(clause)) == ()


def test_a_heading_is_no_use_and_tells_what_its_words_mean(look: Look) -> None:
    text = agreement("Program Standards. Provider shall keep notes. The Program Standards apply.")
    assert look(ID, text) == ()


def test_a_definition_in_another_document_counts(look: Look) -> None:
    text = agreement("Provider shall meet the Program Standards.")
    assert look(ID, text) != ()
    attachment = '"Program Standards" means ten days to a first visit.'
    assert look(ID, text, attachment=attachment) == ()


def test_of_many_the_five_most_used_are_told(look: Look) -> None:
    kinds = ("Access", "Quality", "Reporting", "Training", "Safety", "Records")
    clauses = [f"Provider shall meet the {kind} Standards." for kind in kinds]
    text = agreement(*clauses, "Plan shall publish the Safety Standards.")
    (finding,) = look(ID, text)
    assert finding.title == "Capitalised but undefined"
    assert '"Safety Standards" (2 times), "Access Standards" (once)' in finding.why
    assert "and 1 more." in finding.why
    assert len(finding.more_evidence) == 4


def test_a_page_that_was_not_read_makes_it_unclear(look: Look) -> None:
    (finding,) = look(ID, agreement("Provider shall meet the Program Standards."), unread=1)
    assert finding.status is Status.UNCLEAR
    assert "could not be read" in finding.unclear_because


@pytest.mark.parametrize("exhibit", ["Exhibit K", "Attachment 3"])
def test_an_exhibit_that_was_not_supplied_makes_it_unclear(look: Look, exhibit: str) -> None:
    text = agreement(f"Provider shall meet the Program Standards. {exhibit} applies.")
    (finding,) = look(ID, text)
    assert finding.status is Status.UNCLEAR
    assert exhibit in finding.unclear_because


def test_a_document_known_to_be_missing_makes_it_unclear(look: Look) -> None:
    features = Features(missing_documents=("the program description",))
    text = agreement("Provider shall meet the Program Standards.")
    (finding,) = look(ID, text, features=features)
    assert finding.status is Status.UNCLEAR


def test_a_manual_that_was_not_supplied_does_not(look: Look) -> None:
    text = agreement(
        "Provider shall comply with the provider manual.",
        "Provider shall meet the Program Standards.",
    )
    (finding,) = look(ID, text)
    assert finding.status is Status.FINDING


def test_a_term_that_only_a_manual_defines_is_a_finding_of_its_own(look: Look) -> None:
    text = agreement(
        '"Program Standards" has the meaning set forth in the Provider Manual.',
        "Provider shall meet the Program Standards.",
    )
    (finding,) = look(ID, text)
    assert finding.title == "Capitalised but undefined: defined elsewhere"
    assert (finding.severity, finding.status) == (Severity.MEDIUM, Status.FINDING)


def test_definitions_without_use_are_loose_ends(look: Look) -> None:
    unused = [f'"{kind} Goal" means ten days.' for kind in ("Access", "Safety", "Training")]
    assert look(ID, agreement(*unused[:2])) == ()
    (finding,) = look(ID, agreement(*unused))
    assert finding.severity is Severity.LOW
    assert (
        'Defined and never used: "Access Goal", "Safety Goal" and "Training Goal".' in finding.why
    )


def test_a_definition_by_itself_is_a_loose_end(look: Look) -> None:
    text = agreement('"Access Goal" means the Access Goal. Provider shall meet the Access Goal.')
    (finding,) = look(ID, text)
    assert finding.severity is Severity.LOW
    assert 'Defined by itself or in a circle: "Access Goal".' in finding.why


def test_an_excerpt_without_definitions_is_left_alone(look: Look) -> None:
    assert look(ID, "Provider shall meet the Program Standards.\n") == ()
