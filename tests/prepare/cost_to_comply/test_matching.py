from decimal import Decimal

from fairterms.contract.deal import Cost
from fairterms.prepare.cost_to_comply.kind import Role
from fairterms.prepare.cost_to_comply.matching import Match, cover, hours_of
from tests.prepare.cost_to_comply.made_up import cost, duties_of, duty

(FILE,) = duties_of("2.4 Group shall submit an outcome file every month.")


def test_a_cost_that_names_the_work_and_its_section_holds_the_duty() -> None:
    elsewhere = cost("claims", "Claims files", "9.9")
    here = cost("files", "Monthly files", "Sections 2.4 and 2.5")
    found = cover(FILE, (elsewhere, here))
    assert found is not None
    assert (found.cost.id, found.match) == ("files", Match.BOTH)


def test_a_cost_that_names_the_work_alone_holds_it_with_a_doubt() -> None:
    found = cover(FILE, (cost("files", "Monthly files", "9.9"),))
    assert found is not None
    assert found.match is Match.WORDS


def test_a_section_alone_is_not_enough() -> None:
    assert cover(FILE, (cost("portal", "Portal entry", "2.4"),)) is None


def test_a_post_is_held_by_a_cost_of_its_own_role() -> None:
    analyst = duty("full_time_staff", None, role=Role.ANALYST)
    coordinators = cost("coordinators", "Three care coordinators, full time")
    assert cover(analyst, (coordinators,)) is None
    assert cover(analyst, (coordinators, cost("analyst", "One analyst, full time"))) is not None


def test_hours_are_read_back_from_how_a_cost_was_reckoned() -> None:
    assert hours_of(Cost("a", "A", Decimal(1), "2,080 hours × $52.00 per hour")) == 2080
    assert hours_of(Cost("a", "A", Decimal(1), "$96,000.00 a year")) is None
