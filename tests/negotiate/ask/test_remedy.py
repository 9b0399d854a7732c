"""What an ask changes in the terms."""

from fairterms.negotiate.ask import remedy
from fairterms.simulate.clause_price.priced_clause import candidates
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import deal
from tests.simulate.small_outlook import small_contract, small_deal

CORRIDOR = """
[[figure]]
id = "target"
unit = "$"

[[clause]]
id = "savings"
model = "risk_corridor"
base = "= target"
bands = [{ up_to = "2 %", group_share = "0 %" }, { group_share = "40 %" }]
losses = "not shared"

[[clause]]
id = "losses"
model = "risk_corridor"
base = "= target"
bands = [{ group_share = "0 %" }]
loss_bands = [{ up_to = "1 %", group_share = "0 %" }, { group_share = "80 %" }]
"""


def test_losses_are_shared_as_savings_are() -> None:
    mirrored = remedy.mirror(contract(CORRIDOR))
    assert mirrored is not None
    savings, losses = (mirrored.clause(name).terms for name in ("savings", "losses"))
    assert losses["loss_bands"].value == savings["bands"].value
    assert losses["bands"].value == contract(CORRIDOR).clause("losses").terms["bands"].value


def test_what_is_the_same_already_is_not_mirrored() -> None:
    mirrored = remedy.mirror(contract(CORRIDOR))
    assert mirrored is not None
    assert remedy.mirror(mirrored) is None


def test_a_contract_without_losses_has_nothing_to_mirror() -> None:
    assert remedy.mirror(small_contract()) is None


def test_named_terms_are_struck_and_no_others() -> None:
    given = small_contract()
    priced = candidates(given, small_deal()).clauses
    found = remedy.strike(given, priced, (("withhold", "rate"), ("cap", "owed_cap")))
    assert found is not None
    changed, struck = found
    assert [one.id for one in struck] == ["withhold.rate"]
    assert changed.clause("annual_limit") == given.clause("annual_limit")
    assert changed.clause("withhold") != given.clause("withhold")


def test_terms_that_are_not_there_cannot_be_struck() -> None:
    priced = candidates(small_contract(), deal(("fees",))).clauses
    assert remedy.strike(small_contract(), priced, (("cap", "owed_cap"),)) is None
