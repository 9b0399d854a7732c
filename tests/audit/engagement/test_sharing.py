"""Both sides get what they were told and how a sample is drawn; the auditor keeps the rest."""

from datetime import date

import pytest

from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.sharing import with_finding, with_procedure
from fairterms.units.refusal import Refusal
from tests.audit.engagement.made_up import AGREED, FINDING, HEAD, ISSUE, WHOLE, WORK

TOLD = HEAD + WORK + FINDING + ISSUE
ON = date(2028, 10, 6)


def shared(text: str = "", own: str = TOLD) -> str:
    """Tell the finding of an audit to both sides."""
    book = read_text(own).book
    return with_finding(text, book, book.findings[0], book.issues[0])


def test_a_told_finding_reads_in_the_copy_as_it_reads_with_the_auditor() -> None:
    own, copy = read_text(TOLD).book, read_text(shared())
    assert copy.problems == ()
    assert copy.book.programme is not None
    assert copy.book.programme.is_shared
    assert copy.book.findings[0].recommendation == own.findings[0].recommendation
    assert [one.on for one in copy.book.issues] == [ON]
    assert [one.what for one in copy.book.observations] == ["Line 13 is taken after Line 15."]
    assert [one.member for one in copy.book.independence] == ["Maren", "Idris"]


@pytest.mark.parametrize(
    "words", ['"sheet"', "one line does not agree", "30 hours", "workpaper", "audit_1", "not ready"]
)
def test_what_the_auditor_keeps_is_not_in_the_copy(words: str) -> None:
    draft = FINDING.replace('"order"', '"draft"').replace("out of order", "not ready")
    own = TOLD + draft
    assert words in own
    assert words not in shared(own=own)


def test_a_second_finding_brings_only_what_is_new() -> None:
    second = (FINDING + ISSUE).replace('"order"', '"order_2"')
    book = read_text(TOLD + second).book
    text = shared() + AGREED
    grown = with_finding(text, book, book.findings[1], book.issues[1])
    assert grown.startswith(text.rstrip())
    copy = read_text(grown)
    assert copy.problems == ()
    assert [one.id for one in copy.book.findings] == ["order", "order_2"]
    assert len(copy.book.engagements) == len(copy.book.observations) == 1
    assert grown.count("[[independence]]") == 2


def test_to_tell_it_again_changes_nothing() -> None:
    assert shared(shared()) == shared()


def test_a_finding_with_other_words_in_the_copy_is_refused() -> None:
    changed = shared().replace("Line 15 comes first.", "All is well.")
    with pytest.raises(Refusal, match="stands in the joint room with other words"):
        shared(changed)


def test_an_observation_with_other_words_in_the_copy_is_refused() -> None:
    changed = shared().replace("Line 13 is taken after Line 15.", "All is well.")
    own = (TOLD + FINDING + ISSUE).replace('"order"', '"order_2"')
    with pytest.raises(Refusal, match="out_of_order: stands in the joint room with other words"):
        shared(changed, own)


def test_a_seed_is_published_before_anybody_looks() -> None:
    book = read_text(HEAD + WORK).book
    text = with_procedure("", book, book.procedures[0], date(2028, 9, 8))
    copy = read_text(text)
    assert copy.problems == ()
    assert copy.book.procedures[0].sample == book.procedures[0].sample
    assert "out_of_order" not in text
    assert with_procedure(text, book, book.procedures[0], date(2028, 9, 9)) == text
    assert read_text(shared(text)).problems == ()


def test_of_the_whole_audit_the_copy_is_sound() -> None:
    assert read_text(shared(own=WHOLE)).problems == ()


def test_one_name_for_a_finding_and_for_work_keeps_nothing_back() -> None:
    own = TOLD.replace('"order"', '"settlement"').replace('"out_of_order"', '"recompute"')
    book = read_text(own).book
    text = with_procedure("", book, book.procedures[0], date(2028, 9, 8))
    copy = read_text(shared(text, own))
    assert copy.problems == ()
    assert [one.id for one in copy.book.findings] == ["settlement"]
    assert [one.id for one in copy.book.observations] == ["recompute"]
