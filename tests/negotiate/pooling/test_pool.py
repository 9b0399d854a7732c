"""A pool holds rates of all together, refuses what cannot be pooled, and withholds what tells."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.negotiate.pooling.pool import DIFFERENT_WORDS, Withheld, pool
from fairterms.negotiate.pooling.secrecy import DOMINANT, FEW, SMALL
from fairterms.negotiate.pooling.summary import Summary
from fairterms.outcomes.comparison.chance import wilson_limits
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.negotiate.pooling.made_up import YEAR, count, summary, three

GROUPS = three((140, 320), (90, 210), (160, 400))


def test_counts_of_all_groups_are_added_and_the_rate_has_its_interval() -> None:
    found = pool(GROUPS)
    (rate,) = found.rates
    assert (rate.id, rate.groups, rate.reached, rate.people) == ("response", 3, 390, 930)
    assert rate.rate == pytest.approx(390 / 930)
    assert (rate.low, rate.high) == wilson_limits(390, 930)
    assert found.member_months == 36_000
    assert found.period == YEAR
    assert found.withheld == ()
    assert found.open_values is not None
    assert found.open_values >= 11


def test_the_order_of_the_files_does_not_matter() -> None:
    assert pool(GROUPS[::-1]) == pool(GROUPS)


def test_commitments_stand_beside_their_labels() -> None:
    found = pool(GROUPS[::-1])
    assert found.labels == ("group 0", "group 1", "group 2")
    assert found.commitments == tuple(one.commitment for one in GROUPS)


def test_a_measure_is_withheld_alone_and_the_rest_is_shown() -> None:
    groups = [
        summary("a", count(140, 320), count(40, 80, "access"), count(60, 120, "calls")),
        summary("b", count(90, 210), count(40, 80, "access"), count(60, 120, "calls", "else")),
        summary("c", count(160, 400), count(60, 120, "calls")),
    ]
    found = pool(groups)
    assert [one.id for one in found.rates] == ["response"]
    assert found.withheld == (Withheld("access", FEW), Withheld("calls", DIFFERENT_WORDS))


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        (((140, 320), (90, 210), (500, 900)), DOMINANT),
        (((140, 320), (90, 210), (0, 300)), SMALL),
        (((140, 320), (90, 210), (190, 200)), SMALL),
    ],
)
def test_what_would_tell_of_one_group_is_withheld(
    counts: tuple[tuple[int, int], ...], why: str
) -> None:
    found = pool(three(*counts))
    assert found.rates == ()
    assert found.withheld == (Withheld("response", why),)


def test_member_months_of_a_dominant_group_are_withheld() -> None:
    large = summary("z", count(160, 400), months=99_000)
    found = pool([*GROUPS[:2], large])
    assert found.member_months is None
    assert found.withheld == (Withheld("member months", DOMINANT),)
    assert found.rates


def _refused(summaries: list[Summary]) -> Refusal:
    with pytest.raises(Refusal) as caught:
        pool(summaries)
    return caught.value


def test_two_groups_are_refused_because_each_would_know_the_other() -> None:
    refusal = _refused(GROUPS[:2])
    assert "2 of at least 3 groups" in refusal.what
    assert "subtract its own" in refusal.why


def test_a_group_that_counts_twice_is_refused() -> None:
    assert "same label" in _refused([*GROUPS, replace(GROUPS[0], commitment="1", nonce="2")]).what
    again = replace(GROUPS[0], label="another")
    assert "same commitment" in _refused([*GROUPS, again]).what
    reused = replace(GROUPS[0], label="another", commitment="1")
    assert "same nonce" in _refused([*GROUPS, reused]).what
    shouted = replace(GROUPS[0], label="GROUP 0", commitment="1", nonce="2")
    assert "same label" in _refused([*GROUPS, shouted]).what


def test_different_periods_are_refused() -> None:
    other = replace(GROUPS[2], period=Period(date(2025, 1, 1), date(2025, 12, 31)))
    assert "different days" in _refused([*GROUPS[:2], other]).what
