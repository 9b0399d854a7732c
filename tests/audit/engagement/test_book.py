"""The book as it was on a day: what came later is not in it."""

from datetime import date

from fairterms.audit.engagement.reader import read_text
from tests.audit.engagement.made_up import (
    AGREED,
    CLOSED,
    EFFECT,
    FINDING,
    HEAD,
    INITIATIVE,
    ISSUE,
    SHARED,
    WHOLE,
    WORK,
)


def test_what_was_written_after_a_day_is_left_out() -> None:
    book = read_text(WHOLE).book
    before = book.up_to(date(2028, 10, 5))
    assert [one.id for one in before.findings] == ["order"]
    assert (before.issues, before.responses, before.effects) == ((), (), ())
    assert book.up_to(date(2028, 9, 28)).findings == ()
    assert book.up_to(date(2028, 12, 12)) == book


def test_a_draft_that_was_replaced_is_gone_from_the_day_of_the_better_one() -> None:
    better = FINDING.replace('id = "order"', 'id = "order_2"\nreplaces = "order"')
    book = read_text(HEAD + WORK + FINDING + better.replace("2028-09-29", "2028-10-01")).book
    assert [one.id for one in book.up_to(date(2028, 9, 30)).findings] == ["order"]
    assert [one.id for one in book.up_to(date(2028, 10, 1)).findings] == ["order_2"]


def test_what_both_sides_wrote_joins_what_the_auditor_keeps() -> None:
    own = read_text(WHOLE[: WHOLE.index("[[response]]")]).book
    shared = read_text(SHARED + AGREED + CLOSED + INITIATIVE + EFFECT).book
    both = own.with_shared(shared)
    assert both.responses == shared.responses
    assert both.follow_ups == shared.follow_ups
    assert both.is_closed("in_order")
    assert both.workpapers == own.workpapers
    assert both.findings == own.findings


def test_a_workpaper_is_looked_over_by_whoever_says_so() -> None:
    book = read_text(WHOLE).book
    assert book.reviewers_of(book.workpapers[0]) == ("Idris",)


def test_every_id_is_taken_once() -> None:
    taken = read_text(WHOLE).book.ids
    assert taken == {"settlement", "recompute", "sheet", "out_of_order", "order", "in_order"}


def test_what_both_sides_have_read_never_disappears() -> None:
    better = FINDING.replace('id = "order"', 'id = "order_2"\nreplaces = "order"')
    book = read_text(HEAD + WORK + FINDING + ISSUE + better).book
    assert [one.id for one in book.up_to(date(2029, 1, 1)).findings] == ["order", "order_2"]
