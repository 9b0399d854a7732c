"""Six elements of good faith, each with what speaks for and against it."""

from fairterms.review import good_faith
from fairterms.review.reading import CHECKS
from fairterms.review.scorecard import Material
from fairterms.review.talks import is_of_log
from tests.correspondence.made_up import DAY, entry, kept, promise, sound
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


def test_honesty_hears_the_log_of_both_sides(read_all: Read) -> None:
    log = sound(
        promise("one"),
        kept("2026-10-09", "sent", "one"),
        promise("two"),
        entry("asked", due="2026-10-15", about='"data"'),
    )
    given = Material(read_all(text_of("Plan pays.")), (), log=log, today=DAY)
    honesty, *others = good_faith.elements(given)
    assert "the plan made 2 promises (1 kept, 0 late, 1 broken, 0 pending)" in honesty.remark
    assert "the group made 0 promises" in honesty.remark
    assert "a sign, and no proof" in honesty.remark
    assert [is_of_log(one) for one in honesty.evidence_for] == [True]
    assert [is_of_log(one) for one in honesty.evidence_against] == [True, True]
    assert not any(is_of_log(one) for other in others for one in other.evidence_against)


def test_without_a_log_honesty_says_so(read_all: Read) -> None:
    honesty = good_faith.elements(Material(read_all(text_of("Plan pays.")), ()))[0]
    assert "no log is kept" in honesty.remark
