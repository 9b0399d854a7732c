"""What the page rests on."""

from fairterms.publish.blocks import Bullets
from fairterms.publish.number_blocks import Table
from fairterms.simulate.capacity.page_basis import basis_blocks
from fairterms.simulate.capacity.study import Sample, study
from tests.simulate.capacity.made_up_practices import STARTS
from tests.simulate.capacity.made_up_sections import changed, sound


def test_it_says_what_counts_and_that_there_are_no_records() -> None:
    few = Sample(1, 5, 5, 5)
    for text, words in (
        (changed('counts = "seen"', 'counts = "offered"'), "An offer in time counts"),
        (changed('of_this_plan = "100 %"', 'of_this_plan = "25 %"'), "The visit itself must be"),
    ):
        table, bullets = basis_blocks(study(sound(text), None, (), STARTS, few))
        assert isinstance(table, Table)
        assert table.footnote == "There are no visits on record."
        assert isinstance(bullets, Bullets)
        assert str(bullets.items[-1]).startswith(words)
    assert str(bullets.items[-1]).endswith("25 % of them are this contract's.")
