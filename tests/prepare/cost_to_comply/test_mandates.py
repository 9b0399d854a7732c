from decimal import Decimal

from fairterms.prepare.cost_to_comply.costed_duty import beside_costs, cost_duty
from fairterms.prepare.cost_to_comply.declaration_reader import read_text
from fairterms.prepare.cost_to_comply.funding import Funding
from fairterms.prepare.cost_to_comply.kind import Family
from fairterms.prepare.cost_to_comply.mandates import Mandate, find
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.prepare.cost_to_comply.workload import yardstick
from tests.prepare.cost_to_comply.made_up import cost, duty

MEASURE = yardstick(read_text(""), ())
TALKS = cost("talks", "Quarterly meetings", amount=5000)


def by_family(*funding: Funding) -> dict[Family, Mandate]:
    meetings = cost_duty(duty("meetings", 4, people=Decimal(2)), (TALKS,), MEASURE)
    audits = cost_duty(duty("audits", 1), (TALKS,), MEASURE)
    duties = (meetings, audits)
    return {one.family: one for one in find(beside_costs((TALKS,), duties), duties, funding)}


def paid(amount: int, *families: Family, is_lent: bool = False) -> Funding:
    return Funding("fee", "Fee", Decimal(amount), families, is_lent)


def test_own_costs_and_missed_duties_go_to_their_sort_of_work() -> None:
    found = by_family()
    assert set(found) == {Family.PEOPLE, Family.CHECKING}
    assert found[Family.PEOPLE].own == 5000
    # 8, 24 or 80 hours of a manager at $45, $65 or $100.
    assert found[Family.CHECKING].missed == Spread.of(360, 1560, 8000)


def test_what_is_paid_is_taken_off_but_never_below_nothing() -> None:
    found = by_family(paid(1000, Family.CHECKING))
    assert found[Family.CHECKING].unfunded == Spread.of(0, 560, 7000)
    assert found[Family.PEOPLE].unfunded == Spread.exact(5000)


def test_a_payment_for_two_sorts_is_split_as_they_cost() -> None:
    found = by_family(paid(656, Family.PEOPLE, Family.CHECKING))
    assert found[Family.PEOPLE].paid == Decimal(500)
    assert found[Family.CHECKING].paid == Decimal(156)


def test_what_is_paid_for_one_sort_alone_counts_first() -> None:
    both = paid(1000, Family.PEOPLE, Family.CHECKING)
    found = by_family(both, paid(1560, Family.CHECKING))
    assert found[Family.CHECKING].paid == 1560
    assert found[Family.PEOPLE].paid == 1000


def test_what_is_lent_pays_for_nothing() -> None:
    found = by_family(paid(9000, Family.PEOPLE, is_lent=True))
    assert found[Family.PEOPLE].unfunded == Spread.exact(5000)


def test_a_cost_that_holds_no_duty_goes_by_its_words() -> None:
    own = beside_costs((cost("x", "Software", amount=700),), ())
    (only,) = find(own, (), ())
    assert (only.family, only.own) == (Family.SYSTEMS, Decimal(700))


def test_nothing_of_an_own_cost_is_lost() -> None:
    talks = cost("talks", "Meetings, audits and reports", amount=999)
    duties = tuple(
        cost_duty(one, (talks,), MEASURE)
        for one in (duty("meetings", 4), duty("audits", 1), duty("report_files", 12))
    )
    found = find(beside_costs((talks,), duties), duties, ())
    assert len(found) == 3
    assert round(sum(one.own for one in found), 9) == 999
