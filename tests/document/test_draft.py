"""What a format's reader hands over."""

from fairterms.document.draft import Draft, Heading
from fairterms.document.reader import _finish
from fairterms.document.spans import Page, Span


def test_what_a_format_marks_is_taken_over() -> None:
    text = "Rates\nPlan pays.\nDRAFT"
    draft = Draft(
        "docx",
        text,
        (Page(0, len(text)),),
        is_wrapped=False,
        furniture=(Span(17, 22),),
        headings=(Heading(0, 5, 2),),
    )
    document = _finish("a.docx", "", draft)
    assert [section.title for section in document.sections] == ["Rates"]
    assert [document.words(sentence) for sentence in document.sentences] == ["Rates", "Plan pays."]
