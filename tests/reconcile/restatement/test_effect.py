"""The same terms, settled before and after a change."""

from decimal import Decimal

from fairterms.reconcile.restatement.effect import Basis, effect
from fairterms.units.quantity import parse
from tests.reconcile.restatement.made_up import YEAR, contract, dollars, figures


def test_an_effect_names_the_clauses_it_goes_through() -> None:
    basis = Basis(contract(), YEAR, figures())
    after = basis.settled({"member_months": parse("10,100 member-months")})
    found = effect(basis.settled(), after, basis.contract)
    assert [found.before, found.after, found.dollars] == dollars(30_000, 32_200, 2_200)
    assert [(move.title, move.dollars) for move in found.moves] == [
        ("Shared savings", Decimal(2_000)),
        ("fee", Decimal(200)),
    ]


def test_a_figure_that_moves_nothing_has_no_moves() -> None:
    basis = Basis(contract(), YEAR, figures())
    found = effect(basis.settled(), basis.settled({"cost": parse("$380,000.00")}), basis.contract)
    assert found.dollars == 0
    assert found.moves == ()


def test_the_figures_measured_stay_as_they_were() -> None:
    basis = Basis(contract(), YEAR, figures())
    basis.settled({"cost": parse("$1.00")})
    assert basis.figures.values["cost"] == parse("$380,000.00")
