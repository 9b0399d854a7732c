"""Which clauses move anything: those in the shadow of another do, those never reached do not."""

import pytest

from fairterms.simulate.clause_price import screening
from fairterms.simulate.clause_price.priced_clause import candidates
from fairterms.simulate.clause_price.screening import Screened, screen
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.clause_price.worth import Gauge
from tests.payment.earlier_clause import RESULT
from tests.payment.one_clause import contract
from tests.simulate.clause_price.made_up import costs
from tests.simulate.clause_price.struck import DEAL, found

YEARS = costs(320)


def caps(*amounts: str) -> str:
    """Return caps one after the other."""
    names = ["result", *(f"cap_{at}" for at in range(len(amounts)))]
    return "".join(
        f'[[clause]]\nid = "{names[at + 1]}"\nmodel = "cap"\nof = "{names[at]}"\n'
        f'paid_cap = "{amount}"\n'
        for at, amount in enumerate(amounts)
    )


def screened(*amounts: str) -> Screened:
    terms = contract(RESULT + caps(*amounts))
    struck = [found(terms, f"cap_{at}.paid_cap") for at in range(len(amounts))]
    variants = Variants(DEAL, terms, struck, YEARS)
    return screen(variants, Gauge(YEARS.blocks), range(len(amounts)))


def test_a_cap_no_year_reaches_moves_nothing() -> None:
    assert screened("$30,000.00", "$900,000.00").unmoved == (1,)


def test_a_cap_in_the_shadow_of_another_moves_something() -> None:
    found = screened("$30,000.00", "$40,000.00")
    assert found.movers == (0, 1)
    assert found.sizes[0] > found.sizes[1] > 0


def test_a_cap_in_the_shadow_of_many_others_moves_something() -> None:
    found = screened("$10,000.00", "$11,000.00", "$12,000.00", "$13,000.00")
    assert found.movers == (0, 1, 2, 3)


FEE = (
    '[[clause]]\nid = "{0}"\nmodel = "formula"\n'
    'steps = [{{ name = "fee", value = "$15,000.00" }}]\n'
)
CAP = '[[clause]]\nid = "{0}"\nmodel = "cap"\nof = {1}\npaid_cap = "{2}"\n'


@pytest.mark.parametrize(
    ("first", "second"), [("$20,000.00", "$25,000.00"), ("$25,000.00", "$20,000.00")]
)
def test_a_shadow_is_found_though_no_order_shows_it(
    first: str, second: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The higher cap bites only where both fees are paid and the lower cap is away; at most one of
    # the two contracts is shown so by a single pair of orders.
    monkeypatch.setattr(screening, "ORDERS", 2)
    fees = FEE.format("a") + FEE.format("b")
    caps_of_both = CAP.format("one", ["a", "b"], first) + CAP.format("two", '"one"', second)
    terms = contract(fees + caps_of_both)
    struck = candidates(terms, DEAL).clauses
    variants = Variants(DEAL, terms, struck, YEARS)
    assert screen(variants, Gauge(YEARS.blocks), range(4)).movers == (0, 1, 2, 3)


def test_of_two_caps_alike_both_move_something() -> None:
    found = screened("$30,000.00", "$30,000.00")
    assert found.movers == (0, 1)
    assert found.sizes[0] == found.sizes[1]


def test_a_clause_that_is_not_asked_about_stays_in_force() -> None:
    terms = contract(RESULT + caps("$30,000.00", "$40,000.00"))
    struck = [found(terms, "cap_0.paid_cap"), found(terms, "cap_1.paid_cap")]
    variants = Variants(DEAL, terms, struck, YEARS)
    asked = screen(variants, Gauge(YEARS.blocks), [1])
    assert (asked.movers, asked.unmoved) == ((), (1,))


def test_nothing_to_screen_is_nothing() -> None:
    terms = contract(RESULT)
    found = screen(Variants(DEAL, terms, (), YEARS), Gauge(YEARS.blocks), [])
    assert found == Screened((), (), ())
