"""A right says what it leaves open, in the order of its terms."""

from dataclasses import replace

from fairterms.audit.rights.right import ASK, TERMS, NotStated
from fairterms.document.school_grade import grade
from tests.audit.rights.made_up import RIGHT


def test_what_is_open_is_listed() -> None:
    assert RIGHT.gaps == ()
    survival = NotStated("survival", "11.9", "Ask for it")
    notice = NotStated("notice_days", "7.9", "Ask for it")
    assert replace(RIGHT, survival=survival, notice_days=notice).gaps == (notice, survival)


def test_every_term_has_words_and_something_to_ask_for() -> None:
    assert set(ASK) == set(TERMS)
    assert grade(". ".join(ASK.values())) <= 9
    said = str(NotStated("notice_days", "7.9", "Ask for ten days"))
    assert said == (
        "Section 7.9 does not give the days between the notice and the first access. "
        "Ask for ten days."
    )
