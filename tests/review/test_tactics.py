"""Signs of seven tactics, counted and never called intent."""

from fairterms.review import tactics
from fairterms.review.effects import Effect
from fairterms.review.reading import review
from fairterms.review.scorecard import Material
from fairterms.units.finding import TACTICS, Status
from tests.review.conftest import ONE_SIDED, Read, agreement


def test_all_seven_are_named_the_most_signs_first(read_all: Read) -> None:
    reading = read_all(agreement(ONE_SIDED, "Reports are timely."))
    found = review(reading.documents, reading.features)
    listed = tactics.signs(Material(reading, found))
    assert {one.tactic for one in listed} == set(TACTICS)
    counts = [one.count for one in listed]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    for one in listed:
        carrying = [f for f in found if one.tactic in f.tactics and f.status is Status.FINDING]
        assert one.count == len(carrying)


def test_growth_from_version_to_version_is_a_sign_and_shrinking_is_none(read_all: Read) -> None:
    growth = {Effect.GROUP_REPORT.value: 2, Effect.GROUP_DUTY.value: -3}
    listed = tactics.signs(Material(read_all(agreement()), (), growth=growth))
    by_name = {one.tactic: one for one in listed}
    assert by_name["ratcheting"].growth == {Effect.GROUP_REPORT.value: 2}
    assert by_name["unfunded_mandates"].count == 1
    assert by_name["network_secrecy"].count == 0


def test_the_log_is_said_to_be_missing(read_all: Read) -> None:
    assert "not kept" in tactics.signs(Material(read_all(agreement()), ()))[0].log


def test_unclear_findings_are_no_signs(read_all: Read) -> None:
    reading = read_all(agreement(without=("audit", "records")), unread=1)
    found = tuple(
        one for one in review(reading.documents, reading.features) if one.status is Status.UNCLEAR
    )
    assert found
    assert all(one.count == 0 for one in tactics.signs(Material(reading, found)))
