"""A simulated figure is never written as surer than it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.simulate.page.wording import about, chance, dollars, estimate, half_width, share
from fairterms.simulate.results.estimate import Estimate

RARE = st.floats(min_value=1e-12, max_value=1 - 1e-12)


@given(RARE, st.floats(min_value=0, max_value=0.1))
def test_what_is_only_rare_is_never_written_as_never_or_always(value: float, error: float) -> None:
    for text in (share(value), chance(Estimate(value, error, 32))):
        assert not text.startswith(("0 %", "100 %", "0.0 %", "none", "always"))


@given(st.floats(min_value=0.001, max_value=0.999))
def test_a_share_is_right_to_a_tenth_of_a_percentage_point(value: float) -> None:
    assert float(share(value).removesuffix(" %")) == pytest.approx(100 * value, abs=0.0501)


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_dollars_carry_their_sign_and_are_right_to_half_a_dollar(amount: float) -> None:
    shown = dollars(amount)
    assert re.fullmatch(r"−?\$[\d,]+", shown)
    value = float(shown.replace("−", "-").replace("$", "").replace(",", ""))
    assert value == pytest.approx(amount, abs=0.5001)
    assert shown != "−$0"


@given(st.floats(-1e7, 1e7), st.floats(1, 1e5))
def test_rounding_moves_a_figure_by_far_less_than_its_error(value: float, error: float) -> None:
    found = Estimate(value, error, 32)
    shown = float(about(found).replace("−", "-").replace("$", "").replace(",", ""))
    assert abs(shown - value) <= max(0.06 * half_width(found), 0.5001)


def test_an_error_nobody_knows_is_said() -> None:
    assert estimate(Estimate(12.0, float("inf"))) == "$12 ± not known"


def test_what_no_year_or_every_year_showed_is_said_in_words() -> None:
    assert chance(Estimate(0.0, 0.0, 32)) == "none seen"
    assert chance(Estimate(1.0, 0.0, 32)) == "always"


def test_few_blocks_make_a_wider_interval() -> None:
    many, few = (estimate(Estimate(1_000.0, 100.0, blocks)) for blocks in (32, 4))
    assert (many, few) == ("$1,000 ± $200", "$1,000 ± $320")
    assert chance(Estimate(0.5, 0.01, 4)) == "50 % ± 3.2"
