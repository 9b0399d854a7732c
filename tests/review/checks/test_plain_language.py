"""The text is hard to read."""

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

HARD = (
    "Notwithstanding any contrary stipulation, and except as otherwise specifically contemplated "
    "hereunder, Provider's administrative reimbursement obligations shall continue, unless "
    "previously terminated, provided that appropriate documentation of extraordinary circumstances "
    "accompanies the application, subject to subsequent verification by competent authorities."
)
EASY = "Plan shall pay each bill in ten days. Group may ask why. Plan shall say why in a week."
CHECK = "plain-language"


def test_a_hard_text_is_found_with_its_score_and_its_hardest_sentence(look: Look) -> None:
    (finding,) = look(CHECK, agreement(*[HARD] * 8))
    assert finding.severity is Severity.LOW
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "Notwithstanding any contrary stipulation" in finding.evidence.text
    assert "for reading ease" in finding.why
    assert (
        "exceptions in one sentence (notwithstanding, except, unless, provided that" in finding.why
    )


def test_it_asks_to_split_where_the_exceptions_are(look: Look) -> None:
    (finding,) = look(CHECK, agreement(*[HARD] * 8))
    assert finding.asks[0].startswith('Split at "notwithstanding", "except", "unless"')


def test_a_plain_text_is_not(look: Look) -> None:
    assert look(CHECK, agreement(*[EASY] * 25)) == ()


def test_a_few_nested_exceptions_make_a_plain_text_hard(look: Look) -> None:
    nested = "Except in May, Plan shall pay each bill unless it is late."
    assert look(CHECK, agreement(*[EASY] * 25, nested, nested)) == ()
    (finding,) = look(CHECK, agreement(*[EASY] * 25, nested, nested, nested))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert nested in finding.evidence.text


def test_a_few_words_have_no_score(look: Look) -> None:
    assert look(CHECK, f"{HARD}\n") == ()


def test_a_very_long_sentence_is_quoted_in_part(look: Look) -> None:
    long = "Provider shall administer " + "reimbursement documentation procedures " * 20 + "daily."
    (finding,) = look(CHECK, agreement(*[long] * 6))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert len(finding.evidence.text) <= 330
