"""Development factors: the library's are the textbook's, and too little is refused."""

import builtins
from datetime import date
from typing import Any

import numpy as np
import pytest
from benchmarks.year_end import plain_development

from fairterms.monitor.year_end.development import Development, by_chainladder, check_size
from fairterms.monitor.year_end.paid_triangle import PaidTriangle, paid_triangle
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import plain_year


def triangle(day: date = date(2027, 8, 31)) -> PaidTriangle:
    return paid_triangle(plain_year().as_of(day), 18, date(2027, 12, 1))


@pytest.mark.slow
@pytest.mark.parametrize("day", [date(2027, 1, 31), date(2027, 8, 31), date(2028, 6, 30)])
def test_the_library_and_the_textbook_agree(day: date) -> None:
    pytest.importorskip("chainladder", reason="the extra fairterms[reserving] is not installed")
    found, plain = by_chainladder(triangle(day)), plain_development(triangle(day))
    np.testing.assert_allclose(found.factors, plain.factors, rtol=1e-10)
    np.testing.assert_allclose(found.errors, plain.errors, rtol=1e-8)
    np.testing.assert_allclose(found.sigmas, plain.sigmas, rtol=1e-8)


def test_without_the_library_the_refusal_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "chainladder":
            raise ImportError(name)
        return usual(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Refusal) as refused:
        by_chainladder(triangle())
    assert refused.value.sentences == (
        "development factors: need the library chainladder, which is not installed. How late "
        "claims come in is worked out by maintained actuarial software. Install it with: pip "
        "install 'fairterms[reserving]'."
    )


def test_a_step_seen_once_is_refused() -> None:
    paid = np.array([[10.0, 15.0, 16.0], [10.0, 14.0, np.nan], [9.0, np.nan, np.nan]])
    months = tuple(date(2027, month, 1) for month in (1, 2, 3))
    with pytest.raises(Refusal, match=r"from 1 to 2 months after care: was seen for 1 months"):
        check_size(PaidTriangle(months, paid))
    check_size(PaidTriangle(months, paid[:, :2]))


def test_known_errors_are_those_of_the_textbook() -> None:
    paid = np.array([[100.0, 150.0], [200.0, 260.0], [100.0, 150.0]])
    months = tuple(date(2027, month, 1) for month in (1, 2, 3))
    found = plain_development(PaidTriangle(months, paid))
    # f = 560 / 400; sigma² = (100 × 0.01 + 200 × 0.01 + 100 × 0.01) / 2
    assert found.factors == pytest.approx([1.4])
    assert found.sigmas == pytest.approx([np.sqrt(2.0)])
    assert found.errors == pytest.approx([np.sqrt(2.0 / 400)])


def test_scatter_adds_up_over_the_steps_still_to_come() -> None:
    found = Development(np.array([2.0, 1.5]), np.zeros(2), np.array([3.0, 2.0]))
    last = found.scatter(1, 2, 200.0)
    assert last == pytest.approx(2.0**2 / (1.5**2 * 200))
    assert found.scatter(0, 2, 100.0) == pytest.approx(3.0**2 / (2.0**2 * 100) + last)
    assert found.scatter(2, 2, 100.0) == 0
