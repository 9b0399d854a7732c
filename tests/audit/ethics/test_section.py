"""The blocks show a number and hidden counts, and say where there is nothing yet."""

from datetime import date

from lxml.html import fromstring

from fairterms.audit.ethics.case import Case, Subject
from fairterms.audit.ethics.escalation import Escalation
from fairterms.audit.ethics.section import ethics_blocks
from fairterms.audit.ethics.statistics import HalfYear, published
from fairterms.publish.fragment import render

CASES = [Case(Subject.MONEY, date(2027, 3, 1))] * 4 + [Case(Subject.CARE, date(2027, 4, 1))] * 41


def test_the_table_holds_no_small_count_and_no_sum_that_gives_it() -> None:
    late = Escalation(date(2027, 6, 30), "some")
    found = published(CASES, HalfYear(2027, 1), date(2027, 7, 1))
    html = render(ethics_blocks(late, [found]))
    assert "not shown" in html
    assert "first half of 2027" in html
    assert "some reports had waited" in html
    cells = [str(cell.text or "") for cell in fromstring(html).iter("td")]
    assert len(cells) == 7
    assert "4" not in cells
    assert not {"41", "45"} <= set(cells)


def test_before_a_half_year_is_over_the_page_says_so() -> None:
    html = render(ethics_blocks(Escalation(date(2027, 6, 30), "none")))
    assert "no report had waited" in html
    assert "Counts are shown after its last day" in html
    assert "<table" not in html
