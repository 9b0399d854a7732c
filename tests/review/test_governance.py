"""Promises of joint work: sound, only named, or missing."""

import re

from fairterms.review import governance, places
from fairterms.review.features import Features
from fairterms.review.governance import Promise
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence
from tests.review.conftest import Read, agreement

TEA = Promise(
    stems=("tea",),
    sound=(re.compile(r"\btea at four\b"),),
    hollow=(re.compile(r"\btea\b"),),
    searched_for=("tea",),
    missing="no tea was found",
    only_named="Tea is named without an hour.",
)


def test_a_sound_promise_clears(read_all: Read) -> None:
    reading = read_all(agreement("There shall be tea. There shall be tea at four."))
    assert tuple(governance.sightings(reading, TEA)) == ()


def test_one_that_is_only_named_is_quoted(read_all: Read) -> None:
    (sighting,) = governance.sightings(read_all(agreement("There shall be tea.")), TEA)
    assert isinstance(sighting.evidence, QuoteEvidence)
    assert sighting.detail == "Tea is named without an hour."


def test_a_place_that_does_not_count_is_passed_over(read_all: Read) -> None:
    reading = read_all(agreement("There shall be tea at four."))
    (sighting,) = governance.sightings(reading, TEA, is_sound=lambda _place: False)
    assert isinstance(sighting.evidence, QuoteEvidence)


def test_one_that_is_missing_is_an_absence(read_all: Read) -> None:
    (sighting,) = governance.sightings(read_all(agreement()), TEA)
    assert isinstance(sighting.evidence, AbsenceEvidence)


def test_an_absence_may_show_places(read_all: Read) -> None:
    reading = read_all(agreement("There shall be coffee."))
    (missing,) = governance.sightings(reading, TEA)
    shown = governance.with_quotes(missing, places.find(reading, re.compile("coffee")))
    assert [quote.text for quote in shown.more_evidence if isinstance(quote, QuoteEvidence)] == [
        "11. There shall be coffee."
    ]


def test_pay_by_results_is_an_incentive_a_target_or_a_loss(read_all: Read) -> None:
    plain = read_all(agreement(), Features())
    assert not governance.pays_by_results(plain)
    for features in (
        Features(has_incentive=True),
        Features(has_target=True),
        Features(has_downside=True),
    ):
        assert governance.pays_by_results(read_all(agreement(), features))
