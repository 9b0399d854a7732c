"""What the text leaves open is priced: readings, silent choices, and all together."""

from decimal import Decimal

import pytest

from fairterms.settle.ambiguity import price, questions
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES, figures, savings

OPEN = CLAUSES.replace('shared_from = "first dollar"\n', "")
ORDER = CLAUSES.replace(
    '\nrate = "2 %"', '\nrate = "2 %"\nreadings = ["cap before reduction", "cap after reduction"]'
)
SETS = CLAUSES.replace(
    '\nrate = "2 %"',
    '\nrate = "2 %"\nreadings = [{ name = "two", set = { rate = "2 %" } }, '
    '{ name = "five", set = { rate = "5 %" } }]',
)


def test_a_contract_that_says_everything_leaves_nothing_open() -> None:
    assert questions(savings()) == ()
    assert price(savings(), [figures()]).together == 0


def test_a_silent_choice_is_an_open_question_with_the_plain_reading_first() -> None:
    (question,) = questions(contract(OPEN))
    assert [name for name, _ in question.readings] == ["first dollar", "excess over the minimum"]


def test_a_silent_choice_is_priced_by_its_worst_case() -> None:
    (one,) = price(contract(OPEN), [figures()]).prices
    # Excess instead of first dollar loses the share of the minimum: 50 % × 2 % × benchmark × 98 %,
    # on the largest benchmark tried at which the cap does not bind yet (147,000 member-months).
    assert one.difference == Decimal("59352.72")
    assert one.scenario is not None
    assert one.share_of_scenarios == 1


def test_an_order_in_words_is_run_both_ways() -> None:
    (one,) = price(contract(ORDER), [figures()]).prices
    assert [name for name, _ in one.question.readings] == [
        "cap before reduction",
        "cap after reduction",
    ]
    assert one.difference > 0
    assert one.amounts[0] < one.amounts[1]
    assert one.share_of_scenarios == 0, "a worst case without its frequency misleads"


def test_a_reading_may_set_terms() -> None:
    (one,) = price(contract(SETS), [figures()]).prices
    assert one.amounts[0] > one.amounts[1]


def test_a_reading_that_cannot_be_run_is_refused_with_advice() -> None:
    odd = CLAUSES.replace('\nrate = "2 %"', '\nrate = "2 %"\nreadings = ["as usual", "otherwise"]')
    with pytest.raises(Refusal, match="cannot be run"):
        questions(contract(odd))
    far = CLAUSES.replace(
        '\nrate = "2 %"', '\nrate = "2 %"\nreadings = ["moon before sun", "sun before moon"]'
    )
    with pytest.raises(Refusal, match="cannot be run"):
        questions(contract(far))


def test_all_questions_together_move_at_least_as_much_as_the_dearest() -> None:
    both = ORDER.replace('shared_from = "first dollar"\n', "")
    found = price(contract(both), [figures()])
    assert found.together >= max(one.difference for one in found.prices)
    assert list(found.prices) == sorted(found.prices, key=lambda one: -one.difference)
