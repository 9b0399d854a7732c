"""Two versions of the terms are compared on the same years."""

from decimal import Decimal

import pytest

from fairterms.decide.trial_run.comparison import compared, comparison_blocks
from fairterms.decide.trial_run.run import run
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report
from fairterms.units.refusal import Refusal
from tests.decide.trial_run.made_up import FEW, TEXT, paid_on_a_measure
from tests.simulate.small_outlook import records_of, table_of, words_of

DEARER = TEXT.replace('rate = "5 %"', 'rate = "2 %"')


def test_the_second_version_is_compared_with_the_first() -> None:
    found = compared(paid_on_a_measure(), TEXT, DEARER, FEW)
    assert [one.words for one in found.changes] == ["Withheld amount: rate: 2 % instead of 5 %."]
    assert found.difference.mean.value > 0
    back = compared(paid_on_a_measure(), DEARER, TEXT, FEW)
    assert back.difference.mean.value == -found.difference.mean.value


def test_a_version_gives_what_the_same_slider_gives() -> None:
    deal = paid_on_a_measure()
    found = compared(deal, TEXT, DEARER, FEW)
    moved = run(deal, {"withhold.rate": Decimal("0.02")}, FEW)
    assert found.second.forecast == moved.tried.forecast
    assert found.first.forecast == moved.standing.forecast
    assert found.difference == moved.difference
    assert found.prices[1] == moved.prices


def test_both_versions_stand_side_by_side() -> None:
    blocks = comparison_blocks(compared(paid_on_a_measure(), TEXT, DEARER, FEW))
    titles = [one.title for one in table_of(blocks, "comparison-figures").columns]
    assert titles == ["Figure", "First version", "Second version", "Difference"]
    assert len(records_of(blocks, Chart)) == 3
    Report(title="Two versions", blocks=tuple(blocks))


def test_the_same_text_twice_says_so() -> None:
    found = compared(paid_on_a_measure(), TEXT, TEXT, FEW)
    assert (found.changes, found.difference.mean.value) == ((), 0)
    assert "Both versions say the same." in words_of(comparison_blocks(found))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[contract", r"terms\.toml \(second version\)"),
        (TEXT.replace('rate = "5 %"', 'rate = "5"'), r"terms\.toml \(second version\), line \d+"),
        (TEXT.replace('"withhold"\nof = "fees"', '"withhold"\nof = "fee"'), "second version"),
    ],
)
def test_a_version_with_a_problem_is_refused_and_named(text: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        compared(paid_on_a_measure(), TEXT, text, FEW)
