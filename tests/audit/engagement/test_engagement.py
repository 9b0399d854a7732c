"""The kinds of work have words of their own, and a bar of 12 months ends on a day."""

from datetime import date

from fairterms.audit.engagement.engagement import Kind, may_audit_from


def test_each_kind_has_words_a_reader_knows() -> None:
    words = [one.words for one in Kind]
    assert len(set(words)) == len(Kind)
    assert not any("_" in one for one in words)


def test_the_bar_ends_after_twelve_months_even_in_a_leap_year() -> None:
    assert may_audit_from(date(2027, 6, 30)) == date(2028, 6, 30)
    assert may_audit_from(date(2028, 2, 29)) == date(2029, 3, 1)
