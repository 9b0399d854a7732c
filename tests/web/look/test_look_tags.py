"""Amounts and dates as templates write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from fairterms.publish.page import Heading, Prose, Report
from fairterms_web.look.templatetags.look import anchor, blocks, dollars, when


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal("-1234.5"), "−$1,234.50"),
        (Decimal("0.005"), "$0.01"),
        (12, "$12.00"),
    ],
)
def test_an_amount_is_written_to_the_cent(amount: Decimal | int, written: str) -> None:
    assert dollars(amount) == f'<span class="amount">{written}</span>'


def test_an_amount_that_is_not_exact_is_refused() -> None:
    with pytest.raises(AssertionError, match="exact"):
        dollars(0.1)  # type: ignore[arg-type] # on purpose


def test_a_day_is_written_in_words_and_for_machines() -> None:
    assert when(date(2027, 1, 12)) == '<time datetime="2027-01-12">12 January 2027</time>'
    assert when(None) == ""


def test_a_moment_says_its_time_zone() -> None:
    written = when(datetime(2027, 1, 2, 4, 5, tzinfo=UTC))
    assert ">2 January 2027, 04:05 UTC</time>" in written


def test_blocks_of_a_report_are_written_without_its_title() -> None:
    report = Report(title="Cedar", blocks=(Heading(2, "A"), Prose("<b>")))
    assert blocks(report, shift=1) == '<h3 id="a">A</h3>\n<p>&lt;b&gt;</p>\n'
    assert blocks(report.blocks) == '<h2 id="a">A</h2>\n<p>&lt;b&gt;</p>\n'


def test_an_anchor_is_the_one_of_the_list_of_words() -> None:
    assert anchor("Member month") == "word-member-month"
