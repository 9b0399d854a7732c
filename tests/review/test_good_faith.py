"""Six elements of good faith, each with what speaks for and against it."""

from fairterms.review import good_faith
from fairterms.review.reading import CHECKS
from fairterms.review.scorecard import Material
from tests.review.conftest import Read
from tests.review.questions.conftest import finding, text_of

NAMES = [
    "Honesty",
    "Fairness",
    "Reasonableness",
    "Protected expectations",
    "Implied duty",
    "Remedies",
]


def test_the_six_elements_hear_checks_that_exist(read_all: Read) -> None:
    found = good_faith.elements(Material(read_all(text_of("Plan pays.")), ()))
    assert [one.name for one in found] == NAMES
    named = {check for one in good_faith._ELEMENTS for check in one.checks}
    assert {check.replace("-", "_") for check in named} <= set(CHECKS)


def test_evidence_stands_for_and_against_one_element(read_all: Read) -> None:
    reading = read_all(
        text_of(
            "No amendment applies before its effective date.",
            "Plan may end the program and keep what is earned.",
        )
    )
    lapse = finding(reading, "incentive-at-will", "Plan may end the program")
    by_name = {one.name: one for one in good_faith.elements(Material(reading, (lapse,)))}
    protected = by_name["Protected expectations"]
    assert len(protected.evidence_for) == 1
    assert protected.evidence_against == (lapse.evidence,)
    assert by_name["Remedies"].evidence_for == ()


def test_one_way_rights_are_counted_by_party_and_shared_ones_for_neither(read_all: Read) -> None:
    reading = read_all(
        text_of(
            "Plan may end this Agreement.",
            "Plan may change the manual in its sole discretion.",
            "Provider may appeal.",
            "Either party may ask for a meeting.",
        )
    )
    assert good_faith.one_way_rights(Material(reading, ())) == (3, 1)
    fairness = good_faith.elements(Material(reading, ()))[1]
    assert "plan alone 3 times, to the group alone 1 times" in fairness.remark


def test_a_waiver_of_the_implied_duty_speaks_against(read_all: Read) -> None:
    reading = read_all(text_of("Group waives any implied covenant of good faith."))
    implied = good_faith.elements(Material(reading, ()))[4]
    assert len(implied.evidence_against) == 1
