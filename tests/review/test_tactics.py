"""Signs of seven tactics, counted and never called intent."""

from fairterms.review import tactics, talks
from fairterms.review.effects import Effect
from fairterms.review.reading import review
from fairterms.review.scorecard import Material
from fairterms.units.finding import TACTICS, Status
from tests.correspondence.made_up import DAY, entry, sound
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
    assert tactics.signs(Material(read_all(agreement()), ()))[0].log == f"{talks.NO_LOG}."


def test_unclear_findings_are_no_signs(read_all: Read) -> None:
    reading = read_all(agreement(without=("audit", "records")), unread=1)
    found = tuple(
        one for one in review(reading.documents, reading.features) if one.status is Status.UNCLEAR
    )
    assert found
    assert all(one.count == 0 for one in tactics.signs(Material(reading, found)))


def test_entries_of_the_log_are_signs_and_are_counted(read_all: Read) -> None:
    log = sound(entry("asked", due="2026-10-15", about='"data"'), entry("b", tactic='"ratcheting"'))
    given = Material(read_all(agreement()), (), log=log, today=DAY)
    by_name = {one.tactic: one for one in tactics.signs(given)}
    withheld = by_name["withheld_information"]
    assert (withheld.count, len(withheld.said)) == (1, 1)
    assert withheld.log == "The log up to 2026-11-20 shows 1 sign of it."
    assert by_name["ratcheting"].count == 1
    assert by_name["network_secrecy"].log == "The log up to 2026-11-20 shows no sign of it."
    assert by_name["network_secrecy"].count == 0


def test_an_empty_log_shows_nothing_and_says_so(read_all: Read) -> None:
    listed = tactics.signs(Material(read_all(agreement()), (), log=sound("")))
    assert {one.log for one in listed} == {"The log of the talks has no entry yet."}
