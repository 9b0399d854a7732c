"""The ten tracks as terms: sound in every year, and alike where the rules are alike."""

from datetime import date
from decimal import Decimal

import pytest
from examples.mssp.settle_rows import FOLDER, terms_in, terms_of

from fairterms.contract.value import Lookup, Row, Value
from fairterms.payment.binding import problems
from fairterms.units.quantity import Quantity

TRACKS = sorted(path.stem for path in FOLDER.glob("[A-Z]*.toml"))
ONE_SIDED = {"TRACK_1", "BASIC_A", "BASIC_B"}


def years(track: str) -> range:
    """Return the performance years of a track's terms."""
    terms = terms_of(track)
    return range(terms.starts.year, terms.ends.year + 1)


def test_there_are_ten_tracks() -> None:
    assert len(TRACKS) == 10


@pytest.mark.parametrize("track", TRACKS)
def test_the_terms_of_every_year_are_sound(track: str) -> None:
    for year in years(track):
        # A figure that only some years read is declared once, for all of them.
        found = {problem.code for problem in problems(terms_in(track, year))}
        assert found <= {"unread-figure"}


def size_table(track: str) -> Value:
    """Return the minimum savings rate by size, as a track's terms state it."""
    terms = terms_of(track)
    if track in ONE_SIDED:
        return terms.clause("savings").terms["minimum_savings_rate"].value
    steps = terms.clause("minimum").terms["steps"].value
    assert isinstance(steps, tuple)
    assert isinstance(steps[0], Row)
    return steps[0].cells["value"]


def test_every_track_states_the_same_table_by_size() -> None:
    first = size_table("TRACK_1")
    assert isinstance(first, Lookup)
    assert first.is_interpolated
    assert [size_table(track) for track in TRACKS] == [first] * 10


def test_one_sided_tracks_have_no_loss_terms() -> None:
    for track in TRACKS:
        is_one_sided = "loss_rate" not in terms_of(track).clause("savings").terms
        assert is_one_sided == (track in ONE_SIDED)


@pytest.mark.parametrize(
    ("year", "rate"), [(2018, "0.02"), (2019, "0"), (2020, "0"), (2021, "0.02"), (2024, "0.02")]
)
def test_sequestration_pauses_for_two_years(year: int, rate: str) -> None:
    for track in TRACKS:
        if year in years(track):
            value = terms_in(track, year).clause("sequestration").terms["rate"].value
            assert isinstance(value, Quantity)
            assert value.amount == Decimal(rate)


def test_the_half_rate_and_the_guardrail_begin_in_2024() -> None:
    for track in TRACKS:
        for year in years(track):
            terms = terms_in(track, year).clause("savings").terms
            has_half_rate = track.startswith("BASIC") and year >= 2024
            assert ("sharing_rate_below_minimum" in terms) == has_half_rate
            assert ("savings_eligibility" in terms) == (year >= 2024)


def test_a_year_is_settled_by_the_terms_of_its_first_day() -> None:
    assert terms_in("BASIC_E", 2021) == terms_of("BASIC_E").on(date(2021, 1, 1))
    assert terms_in("BASIC_E", 2019) == terms_of("BASIC_E").on(date(2019, 7, 1))
