"""What a notice rule is about."""

from fairterms.monitor.amendments.change import Kind
from fairterms.monitor.amendments.notice_rule import Said
from fairterms.units.quantity import parse
from tests.monitor.amendments.made_up import SAID, change, rule


def test_a_rule_of_the_contract_is_no_law() -> None:
    assert not SAID.is_law
    assert Said(law="co-changes").is_law


def test_a_rule_is_about_its_kinds() -> None:
    assert rule().is_about(change())
    assert not rule().is_about(change(kind=Kind.AMENDMENT))


def test_a_change_that_is_no_benefit_has_no_size_and_is_not_let_off() -> None:
    assert rule(above=parse("1 %")).is_about(change())
