"""The years ahead are shown, or the reader learns why nobody knows them."""

import pytest

from fairterms.decide.ahead import NOT_LOOKED, Ahead
from fairterms.decide.ahead_section import ahead_section
from fairterms.publish.blocks import Callout, Heading
from fairterms.simulate.outlook import Outlook
from fairterms.simulate.page.report import outlook_blocks
from tests.decide.small_basis import basis_of
from tests.simulate.small_outlook import (
    FORECAST,
    records_of,
    small_contract,
    small_deal,
    small_forecast,
    words_of,
)


def test_an_outlook_is_shown_whole() -> None:
    outlook = Outlook(small_forecast(FORECAST))
    basis = basis_of(ahead=Ahead(outlook), deal=small_deal(), contract=small_contract())
    assert ahead_section(basis) == outlook_blocks(small_deal(), small_contract(), outlook)


@pytest.mark.parametrize("reasons", [("no file",), ("line 3: a", "line 9: b")])
def test_without_an_outlook_every_reason_is_said(reasons: tuple[str, ...]) -> None:
    blocks = ahead_section(basis_of(ahead=Ahead(None, reasons)))
    (heading,), (callout,) = records_of(blocks, Heading), records_of(blocks, Callout)
    assert heading.anchor == "forecast"
    assert callout.kind == "warning"
    assert callout.title == "Nobody knows how often this deal loses money."
    assert all(reason in words_of(blocks) for reason in reasons)


def test_a_review_of_the_text_alone_has_no_such_section() -> None:
    assert ahead_section(basis_of(ahead=NOT_LOOKED)) == []
