"""CORE-OM: the mean times ten, eight items turned, four parts."""

import math

import pytest

from fairterms.outcomes.forms.scoring import score_items
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instruments.core_om import INSTRUMENT
from tests.reference.judged import is_case, is_refused, points

TURNED = (3, 4, 7, 12, 19, 21, 31, 32)
WORST = [0 if item in TURNED else 4 for item in range(1, 35)]
BEST = [4 if item in TURNED else 0 for item in range(1, 35)]


def test_its_title_is_its_own() -> None:
    # A public scorer prints another scale's title over it.
    assert INSTRUMENT.title.startswith("Clinical Outcomes in Routine Evaluation")
    assert INSTRUMENT.title.endswith("(CORE-OM)")


def test_the_worst_form_has_40_and_the_best_0() -> None:
    assert points("core_om", WORST) == 40
    assert points("core_om", BEST) == 0


def test_the_score_is_the_mean_times_ten() -> None:
    one_worse = [*BEST]
    one_worse[0] = 4  # item 1
    assert points("core_om", one_worse) == pytest.approx(4 / 34 * 10)


def test_three_missing_answers_are_filled_in_and_four_are_not() -> None:
    form: list[float] = [*WORST]
    form[:3] = [math.nan] * 3
    assert points("core_om", form) == 40
    form[3] = math.nan
    assert math.isnan(points("core_om", form))


def test_parts_hold_4_12_12_and_6_items_and_all_of_them() -> None:
    parts = {part.name: part.items for part in INSTRUMENT.subscales}
    assert {name: len(items) for name, items in parts.items()} == {
        "well-being": 4,
        "problems": 12,
        "functioning": 12,
        "risk": 6,
    }
    assert sorted(item for items in parts.values() for item in items) == list(range(1, 35))


def test_parts_are_means_times_ten_too() -> None:
    scored = score_items([WORST], ScoringTerms("core_om"))
    assert {name: part.score[0] for name, part in scored.subscales.items()} == {
        "well-being": 40,
        "problems": 40,
        "functioning": 40,
        "risk": 40,
    }


def test_ten_is_a_case_and_41_is_refused() -> None:
    assert is_case("core_om", 10)
    assert not is_case("core_om", 9.9)
    assert is_refused("core_om", 41)


def test_it_goes_by_its_own_title() -> None:
    assert INSTRUMENT.title.startswith("Clinical Outcomes in Routine Evaluation")


def test_items_on_self_harm_belong_to_the_risk_part() -> None:
    parts = {part.name: part.items for part in INSTRUMENT.subscales}
    assert set(INSTRUMENT.suicide_items) < set(parts["risk"])
