"""Passages and their quotations."""

from fairterms.review import passages
from fairterms.review.passages import LONGEST_QUOTE, SHORTEST_QUOTE
from tests.review.conftest import Read


def test_a_quotation_is_exactly_what_is_printed(read_all: Read) -> None:
    document = read_all("Plan  may\noffset “any”\nsum.").documents[0]
    (passage,) = passages.of(document)
    assert passage.text == 'Plan may offset "any" sum.'
    quote = passage.quote(5, 21)
    assert quote.text == "may\noffset “any”"
    assert document.text[quote.start : quote.end] == quote.text


def test_a_short_sentence_is_quoted_whole(read_all: Read) -> None:
    (passage,) = passages.of(read_all("Plan may offset any sum.").documents[0])
    assert passage.around(5, 8).text == "Plan may offset any sum."


def test_of_a_long_sentence_the_clause_is_quoted(read_all: Read) -> None:
    filler = "and so on and so forth " * 15
    text = (
        f"First, {filler}; second, Plan may offset any sum it likes at any time that it likes from "
    )
    text += f"whomever it likes; third, {filler}."
    (passage,) = passages.of(read_all(text).documents[0])
    assert len(passage.text) > LONGEST_QUOTE
    start = passage.text.index("may offset")
    quote = passage.around(start, start + 10)
    assert quote.text.startswith("Plan may offset")
    assert quote.text.endswith("whomever it likes")
    assert len(quote.text) >= SHORTEST_QUOTE


def test_a_clause_too_short_to_understand_takes_the_one_before_along(read_all: Read) -> None:
    filler = "and so on and so forth " * 15
    text = f"Provider shall permit {filler}, copying of records for the purposes of audit, "
    text += "compliance with this agreement, and for research."
    (passage,) = passages.of(read_all(text).documents[0])
    start = passage.text.index("for research")
    quote = passage.around(start, start + 12)
    assert quote.text.startswith("copying of records")
    assert quote.text.endswith("for research.")


def test_headings_that_say_nothing_are_left_out(read_all: Read) -> None:
    text = "GENERAL PROVISIONS\n1. Changes of All. Plan may amend.\nPLAN MAY AMEND THIS NOW\nYes."
    found = [passage.text for passage in passages.of(read_all(text).documents[0])]
    assert found == ["Plan may amend.", "PLAN MAY AMEND THIS NOW", "Yes."]


def test_a_definition_that_looks_like_a_heading_is_kept(read_all: Read) -> None:
    text = (
        '1.1 "Care Model" means the Fernwood Model\nIt is new.\n1.2 Means of Care\nCare is given.'
    )
    found = [passage.text for passage in passages.of(read_all(text).documents[0])]
    assert any('"Care Model" means' in words for words in found)
    assert not any("Means of Care" in words for words in found)
