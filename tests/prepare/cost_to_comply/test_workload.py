from decimal import Decimal

from fairterms.prepare.cost_to_comply.contract_measures import Need
from fairterms.prepare.cost_to_comply.declaration import NOTHING_DECLARED, Declaration
from fairterms.prepare.cost_to_comply.declaration_reader import read_text
from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.kind import Driver, Role
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.prepare.cost_to_comply.workload import Workload, of, yardstick
from tests.prepare.cost_to_comply.made_up import duty

FORMS = Need("outcome_measures", Driver.FORM, ("PHQ-9",), Decimal(1000))


def load(one: Duty, said: str = "", needs: tuple[Need, ...] = ()) -> Workload:
    found = of(one, yardstick(read_text(said), needs))
    assert isinstance(found, Workload), found
    return found


def wanted(one: Duty, declared: Declaration = NOTHING_DECLARED) -> str:
    found = of(one, yardstick(declared, ()))
    assert isinstance(found, str)
    return found


def test_hours_are_hours_each_times_how_often_times_people() -> None:
    # Two to eight hours each, four times, for the two people the text names.
    found = load(duty("meetings", 4, people=Decimal(2)))
    assert found.hours == Spread.of(16, 32, 64)
    assert found.dollars == Spread.of(16 * 45, 32 * 65, 64 * 100)
    assert found.how == "4 hours × 4 times × 2 people × $65.00 per hour"


def test_where_the_text_does_not_say_how_often_the_kind_does() -> None:
    found = load(duty("audits", None))
    assert found.hours == Spread.of(0, 24, 160)


def test_forms_are_counted_by_the_expected_scenario() -> None:
    found = load(duty("outcome_measures", None), needs=(FORMS,))
    assert found.hours == Spread.of(30, 80, 170)


def test_what_the_group_says_of_a_size_goes_before_the_scenario() -> None:
    said = '[size]\nforms = "200 forms"\n'
    found = load(duty("outcome_measures", None), said, needs=(FORMS,))
    assert found.hours.likely == Decimal(16)


def test_tools_for_each_clinician_grow_with_them() -> None:
    found = load(duty("software_and_interfaces", None), '[size]\nclinicians = "10 clinicians"\n')
    assert found.tools == Spread.of(600, 1800, 4800)
    assert found.dollars.likely == 40 * 50 + 1800


def test_a_size_that_is_not_known_is_asked_for_and_never_guessed() -> None:
    said = "how many clinicians there are a year: [size] clinicians in duties.toml"
    assert wanted(duty("training", None)) == said
    assert wanted(duty("software_and_interfaces", None)) == said
    assert wanted(duty("full_time_staff", None)).startswith("how many full-time posts")


def test_a_full_time_post_is_2080_hours() -> None:
    found = load(duty("full_time_staff", None, posts=Decimal(3), role=Role.COORDINATOR))
    assert found.hours == Spread.of(5610, 6240, 6240)
    assert found.dollars.likely == 6240 * 38


def test_the_groups_own_numbers_of_a_duty_go_before_those_of_its_kind() -> None:
    said = (
        '[kind.meetings]\nhours = "9 hours"\n\n[[duty]]\nid = "meetings"\nhours = "1 hours"\n'
        'count = "3 times"\nwage = "$10.00 per hour"\ntools = "$7.00"\n'
    )
    found = load(duty("meetings", 4, people=Decimal(1)), said)
    assert (found.hours, found.dollars) == (Spread.exact(3), Spread.exact(37))
    assert found.basis == "your number"


def test_a_kind_changed_changes_every_duty_of_it() -> None:
    found = load(duty("meetings", 4, people=Decimal(1)), '[kind.meetings]\nhours = "9 hours"\n')
    assert found.hours == Spread.exact(36)


def test_a_wage_of_the_group_is_used() -> None:
    said = '[wage]\nmanager = "$100.00 per hour"\n'
    assert load(duty("meetings", 4, people=Decimal(2)), said).dollars.likely == 3200


def test_a_default_is_said_to_be_our_choice() -> None:
    assert load(duty("meetings")).basis.endswith("(our choice, please edit)")
