"""Funnels on official English figures give the limits, spreads and labels others worked out."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from fairterms.outcomes.comparison.exact_funnel import (
    byar_interval,
    label_proportions,
    label_ratios,
    label_within,
    plain_limits,
    poisson_interval,
    ratio_limits,
)
from fairterms.outcomes.comparison.funnel import (
    NARROW,
    WIDE,
    Funnel,
    Label,
    fit,
    place,
    share_outside,
)
from fairterms.outcomes.comparison.funnel_scale import ARCSINE, LOGARITHM, SQUARE_ROOT
from fairterms.outcomes.comparison.overdispersion import Trimming, average_ranks, is_kept, winsorise

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "outcomes" / "funnels"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the public comparison tables may not be passed on"
)

PRINTED = {
    "High (0.001)": Label.FAR_ABOVE,
    "High (0.025)": Label.ABOVE,
    "Not significant": Label.INSIDE,
    "Low (0.025)": Label.BELOW,
    "Low (0.001)": Label.FAR_BELOW,
}


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def column(name: str, field: str) -> npt.NDArray[np.float64]:
    return np.array([float(row[field]) for row in rows(name)])


PROPORTION = "proportion_improvement_2024-25"
ROOT = "ratio_sqrt_improvement_by_deprivation_2024-25"
LOG = "ratio_log_improvement_by_deprivation_2024-25"


def test_proportions_give_the_spread_between_145_providers() -> None:
    reached, n = column(PROPORTION, "numerator"), column(PROPORTION, "denominator")
    funnel = fit(reached, n, ARCSINE, Trimming.WINSORISED)
    assert funnel.overdispersion is not None
    assert round(funnel.target, 6) == 0.674627
    assert round(funnel.overdispersion.phi, 6) == 11.959172
    assert round(funnel.overdispersion.tau_squared, 8) == 0.00060091
    assert funnel.overdispersion.providers == 145
    z = Funnel(ARCSINE, funnel.target, None).distances(reached, n)
    assert z == pytest.approx(column(PROPORTION, "z"), abs=1e-9)
    assert winsorise(z) == pytest.approx(column(PROPORTION, "z_winsorised"), abs=1e-9)


@pytest.mark.parametrize(("share", "printed"), [(NARROW, "95"), (WIDE, "998")])
def test_proportion_limits_are_those_printed(share: float, printed: str) -> None:
    reached, n = column(PROPORTION, "numerator"), column(PROPORTION, "denominator")
    low, high = fit(reached, n, ARCSINE, Trimming.WINSORISED).limits(n, share)
    # The printed ones use z rounded to six digits.
    assert low == pytest.approx(column(PROPORTION, f"odll{printed}"), abs=5e-8)
    assert high == pytest.approx(column(PROPORTION, f"odul{printed}"), abs=5e-8)


def test_without_overdispersion_two_of_three_providers_would_be_outliers() -> None:
    reached, n = column(PROPORTION, "numerator"), column(PROPORTION, "denominator")
    names = [row["org_code"] for row in rows(PROPORTION)]
    funnel = fit(reached, n, ARCSINE, Trimming.WINSORISED)
    plain = Funnel(ARCSINE, funnel.target, None)
    assert round(share_outside(place(plain, names, reached, n)), 3) == 0.655
    assert round(share_outside(place(funnel, names, reached, n)), 3) == 0.207
    exact = label_proportions(reached, n, funnel.target)
    assert np.mean([one is not Label.INSIDE for one in exact]) > 0.6


def test_ratios_on_the_root_scale_give_the_printed_spread() -> None:
    observed, expected = column(ROOT, "observed"), column(ROOT, "expected")
    found = fit(observed, expected, SQUARE_ROOT, Trimming.WINSORISED).overdispersion
    assert found is not None
    assert round(found.phi, 6) == 4.234164
    assert round(found.tau_squared, 8) == 0.00026346
    z = Funnel(SQUARE_ROOT, 1.0, None).distances(observed, expected)
    assert z == pytest.approx(column(ROOT, "z"), abs=1e-9)
    assert winsorise(z) == pytest.approx(column(ROOT, "z_winsorised"), abs=1e-9)


def test_ratios_on_the_log_scale_leave_out_the_printed_providers() -> None:
    observed, expected = column(LOG, "observed"), column(LOG, "expected")
    found = fit(observed, expected, LOGARITHM, Trimming.TRUNCATED).overdispersion
    assert found is not None
    assert round(found.phi, 6) == 2.869568
    assert round(found.tau_squared, 8) == 0.00072113
    assert found.providers == 117
    z = Funnel(LOGARITHM, 1.0, None).distances(observed, expected)
    assert average_ranks(z).tolist() == column(LOG, "rank").tolist()
    assert (~is_kept(z)).tolist() == (column(LOG, "truncated") == 1).tolist()


def test_all_303_areas_get_the_printed_label() -> None:
    reached, n = column("phe_prop_inputs", "numerator"), column("phe_prop_inputs", "denominator")
    printed = [PRINTED[row["significance"]] for row in rows("phe_prop_inputs")]
    mean = float(reached.sum() / n.sum())
    assert round(mean, 8) == 0.80642448
    (low, high), (lowest, highest) = plain_limits(n, mean, NARROW), plain_limits(n, mean, WIDE)
    rate = reached / n
    plain = label_within(rate, ((low, high), (lowest, highest)))
    # Here the limits are around the mean, so a rate above them is above.
    mirrored = dict(zip(Label, reversed(Label), strict=True))
    assert [mirrored[one] for one in plain] == printed
    placed = place(Funnel(ARCSINE, mean, None), [str(at) for at in range(303)], reached, n)
    assert [one.label for one in placed] == printed


@pytest.mark.parametrize(("share", "printed"), [(NARROW, "2s0025"), (WIDE, "3s0001")])
def test_plain_limits_are_those_printed(share: float, printed: str) -> None:
    n = column("phe_prop_outputs", "Population")
    mean = float(
        column("phe_prop_inputs", "numerator").sum()
        / column("phe_prop_inputs", "denominator").sum()
    )
    low, high = plain_limits(n, mean, share)
    assert 100 * low == pytest.approx(column("phe_prop_outputs", f"Lower{printed}limit"), abs=6e-7)
    assert 100 * high == pytest.approx(column("phe_prop_outputs", f"Upper{printed}limit"), abs=6e-7)


def test_all_300_ratios_get_the_printed_label() -> None:
    observed, expected = column("phe_ratio_inputs", "obs"), column("phe_ratio_inputs", "expected")
    printed = [PRINTED[row["significance"]] for row in rows("phe_ratio_inputs")]
    assert list(label_ratios(observed, expected)) == printed
    events = np.maximum(observed, 1)
    byar = (byar_interval(events, NARROW), byar_interval(events, WIDE))
    exact = (poisson_interval(observed, NARROW), poisson_interval(observed, WIDE))
    near, sure = label_within(expected, byar), label_within(expected, exact)
    joined = [n if o >= 10 else s for o, n, s in zip(observed, near, sure, strict=True)]
    assert joined == printed


@pytest.mark.parametrize("printed", ["lower_2s", "upper_2s", "lower_3s", "upper_3s"])
def test_exact_ratio_limits_are_those_printed(printed: str) -> None:
    events = column("phe_ratio_outputs", "Observed_events")
    # Printed is where a count lies just on the limit: as many events as would be expected then.
    expected = column("phe_ratio_outputs", f"{printed}_exp_events")
    share = WIDE if "3s" in printed else NARROW
    limits = ratio_limits(expected, share)[1 if "upper" in printed else 0]
    assert len(limits) >= 100
    assert limits == pytest.approx(events / expected, rel=2e-5)
    assert 100 * limits == pytest.approx(column("phe_ratio_outputs", f"{printed}_isr"), rel=2e-5)
