"""What the page rests on."""

import pytest

from fairterms.publish.blocks import Bullets
from fairterms.publish.number_blocks import Table
from fairterms.simulate.capacity.page_basis import basis_blocks
from tests.simulate.capacity.made_up_sections import SECTION, changed, sound
from tests.simulate.capacity.made_up_study import made_up_study


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (changed('counts = "seen"', 'counts = "offered"'), "An offer in time counts"),
        (SECTION, "The visit itself must be in time"),
    ],
)
def test_it_says_what_counts(text: str, words: str) -> None:
    _, bullets = basis_blocks(made_up_study(sound(text)))
    assert isinstance(bullets, Bullets)
    assert str(bullets.items[-1]).startswith(words)


def test_it_says_whose_people_count_and_that_there_are_no_records() -> None:
    text = changed('of_this_plan = "100 %"', 'of_this_plan = "25 %"')
    table, bullets = basis_blocks(made_up_study(sound(text), None))
    assert isinstance(table, Table)
    assert table.footnote == "There are no visits on record."
    assert isinstance(bullets, Bullets)
    assert str(bullets.items[-1]).endswith("25 % of them are this contract's.")
