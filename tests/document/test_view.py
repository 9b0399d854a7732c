"""The normalised view and its places."""

from hypothesis import given
from hypothesis import strategies as st

from fairterms.document.spans import Span
from fairterms.document.view import JOIN, blank, normalise

LETTERS = st.text("ab c\n-\u00a0\ufffe\u2019\u201cﬁ…Z9.", max_size=60)


@given(LETTERS)
def test_every_letter_of_a_view_has_a_place_in_order(text: str) -> None:
    view = normalise(text)
    assert len(view.places) == len(view.text)
    assert list(view.places) == sorted(view.places)
    assert all(0 <= place < len(text) for place in view.places)


@given(LETTERS)
def test_a_view_of_a_view_is_itself(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


def test_furniture_is_left_out_and_counts_as_white_space() -> None:
    text = "recover against\nCedar form\n7\npayments due"
    view = normalise(text, [Span(16, 26), Span(27, 28)])
    assert view.text == "recover against payments due"
    assert view.raw(8, 24) == Span(8, 37)


def test_a_word_cut_at_a_line_end_is_made_whole() -> None:
    assert normalise("pay-\nment").text == "payment"
    assert normalise("black\ufffebird").text == "blackbird"


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    assert (
        normalise("post-\npayment; the post and payment").text
        == "post-payment; the post and payment"
    )
    assert normalise("Episode\ufffeBased").text == "Episode-Based"
    assert normalise("2023-\n24").text == "2023-24"


def test_a_word_written_whole_elsewhere_loses_its_hyphen() -> None:
    text = "over-\npayment, overpayment, over, payment"
    assert normalise(text).text == "overpayment, overpayment, over, payment"


def test_a_cut_is_marked_for_searching() -> None:
    assert normalise("black-\nbird", marks_joins=True).text == f"black{JOIN}bird"


def test_blanking_keeps_every_offset() -> None:
    assert blank("abcdef", [Span(1, 3), Span(2, 4)]) == "a   ef"
    assert blank("abcdef", [Span(0, 5), Span(1, 2)]) == "     f"


def test_the_view_says_which_letters_a_raw_span_covers() -> None:
    view = normalise("a  b\n c")
    assert view.inside(Span(3, 7)) == (2, 5)
    assert view.words(Span(1, 6)) == "b"
