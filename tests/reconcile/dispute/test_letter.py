"""The letter names each line, the deadline and the reason; it asks, and hides small counts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.publish import docx
from fairterms.publish.blocks import Quote
from fairterms.publish.structure import everything
from fairterms.reconcile.bridge import build as bridge_of
from fairterms.reconcile.comparison import Comparison, compare
from fairterms.reconcile.dispute import letter
from fairterms.reconcile.dispute.letter import Dispute
from fairterms.reconcile.dispute.window import find
from fairterms.reconcile.explanation import explain
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.units.quantity import Quantity, count
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import YEAR, compared, proposals, statement
from tests.settle.deals import CLAUSES, figures, savings

TERMS = savings()
CAME = date(2028, 8, 31)


def dispute(found: Comparison, **more: object) -> Dispute:
    explanation = explain(found, most_together=1)
    plain = Dispute(found, explanation, bridge_of(found, explanation), (), CAME)
    return replace(plain, **more)  # type: ignore[arg-type]


def words(one: Dispute) -> str:
    return "\n".join(str(block) for block in everything(letter.build(one, "2028-09-04").blocks))


@pytest.fixture
def without_sequestration() -> Dispute:
    one = proposals("reduction", TERMS, figures())["sequestration left out"]
    return dispute(compared(TERMS, figures(), one))


def test_each_line_that_differs_is_named_with_both_numbers(without_sequestration: Dispute) -> None:
    said = words(without_sequestration)
    assert "sequestration" in said
    assert "$49,440.00" in said
    assert "$48,451.20" in said
    assert "Exhibit B, 4" in said
    assert "+$988.80" in said


def test_the_reading_that_gives_the_plans_number_is_asked_about(
    without_sequestration: Dispute,
) -> None:
    said = words(without_sequestration)
    assert "if the reduction of 2 % is left out" in said
    assert "which reading of the agreement you followed" in said
    assert "Send us the worksheet of each amount" not in said


def test_an_unexplained_rest_asks_for_the_worksheet() -> None:
    said = words(dispute(compared(TERMS, figures(), rest="137.55")))
    assert "none gives your number" in said
    assert "Send us the worksheet of each amount that differs" in said


def test_the_contracts_own_deadline_is_quoted_and_counted(
    without_sequestration: Dispute, tmp_path: Path
) -> None:
    path = tmp_path / "agreement.txt"
    sentence = "A Settlement Report is deemed accepted unless Group objects within 30 days."
    path.write_text(f"Between Plan and Group.\n\n{sentence}\n", encoding="utf-8")
    windows = find(Reading((read(path),), Features()))
    one = replace(without_sequestration, windows=windows)
    said = words(one)
    assert "in time until 2028-09-30. After that day it would be deemed accepted." in said
    quotes = [b for b in everything(letter.build(one).blocks) if isinstance(b, Quote)]
    assert sentence in str(quotes[0])
    assert "[day]" in words(replace(one, delivered=None))


def test_without_a_deadline_the_letter_says_so(without_sequestration: Dispute) -> None:
    assert "We found no time in the agreement" in words(without_sequestration)


DECLARED = '[[figure]]\nid = "members"\nunit = "members"\nmeaning = "as listed"\n'


def test_counts_of_few_people_stay_in_the_groups_room() -> None:
    terms, own = contract(CLAUSES + DECLARED), figures()
    few = replace(own, values={**own.values, "members": Quantity(Decimal(7), count("member"))})
    more = replace(own, values={**own.values, "members": Quantity(Decimal(19), count("member"))})
    said = words(dispute(compare(terms, statement(terms, few), YEAR, more)))
    assert "1 to 10" in said
    assert "not shown" in said
    assert "7 members" not in said
    assert "12 members" not in said


def test_it_opens_as_a_word_document(without_sequestration: Dispute) -> None:
    content = docx.render(letter.build(without_sequestration, "2028-09-04"))
    assert content[:2] == b"PK"


def test_a_statement_that_agrees_needs_no_letter() -> None:
    assert not dispute(compared(TERMS, figures())).is_needed
