"""A slider refuses what it cannot be set to, and says how far it goes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.decide.trial_run.slider import Kind, Slider, ladder, moved
from fairterms.units.quantity import FRACTION
from fairterms.units.refusal import Refusal

SHARE = Slider(
    "savings.sharing_rate",
    Kind.TERM,
    "Sharing rate",
    "Savings",
    FRACTION,
    Decimal("0.25"),
    Decimal("0.75"),
    Decimal("0.005"),
    Decimal("0.5"),
    "the slider reaches half less and half more, our choice",
    "Exhibit B",
)
KNOWN = {SHARE.id: SHARE}


@given(
    now=st.decimals(-1000, 1000, places=3),
    below=st.decimals(0, 500, places=3),
    above=st.decimals(0, 500, places=3),
)
def test_the_present_value_and_both_ends_lie_on_the_steps(
    now: Decimal, below: Decimal, above: Decimal
) -> None:
    least, most, step = ladder(now, now - below, now + above, Decimal("0.001"))
    assert now - below <= least <= now <= most <= now + above
    assert (now - least) % step == (most - now) % step == 0
    assert (most - least) / step <= 250


def test_only_what_differs_is_moved() -> None:
    assert moved(KNOWN, {SHARE.id: Decimal("0.500")}) == {}
    assert moved(KNOWN, {SHARE.id: Decimal("0.6")}) == {SHARE.id: Decimal("0.6")}


@pytest.mark.parametrize(
    ("to", "shown"), [("0.755", "75.5 %"), ("0.2", "20 %"), ("NaN", "no number")]
)
def test_a_value_beyond_the_ends_is_refused(to: str, shown: str) -> None:
    with pytest.raises(Refusal) as refused:
        moved(KNOWN, {SHARE.id: Decimal(to)})
    assert refused.value.sentences == (
        f"Savings: Sharing rate: cannot be set to {shown}. The slider reaches half less and half "
        "more, our choice. Choose from 25 % to 75 %."
    )


def test_the_ends_themselves_can_be_set() -> None:
    for end in (SHARE.least, SHARE.most):
        assert moved(KNOWN, {SHARE.id: end}) == {SHARE.id: end}


def test_an_unknown_number_is_refused_and_a_long_name_is_cut() -> None:
    with pytest.raises(Refusal) as refused:
        moved(KNOWN, {"x" * 500: Decimal(1)})
    assert refused.value.subject == f'"{"x" * 80}"'
