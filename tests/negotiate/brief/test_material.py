"""Material holds nothing of a room that a brief may do without."""

from datetime import date

from fairterms.negotiate.brief.report import brief_report
from tests.negotiate.brief.made_up import book, material


def test_a_brief_can_be_made_of_the_least_there_is() -> None:
    bare = material(book(), on_the_table=(), reasons=())
    assert (bare.trades, bare.leverage, bare.log, bare.years) == ((), (), None, None)
    assert brief_report(bare, date(2026, 11, 22)).blocks
