"""PSC-17: its own sheet counts blanks as 0, and says so here."""

import math

import pytest

from fairterms.outcomes.forms.scoring import score_items
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instruments.psc17 import INSTRUMENT
from tests.reference.judged import is_case, is_refused, points


@pytest.mark.parametrize(
    ("part", "cut"), [("internalizing", 5), ("attention", 7), ("externalizing", 7)]
)
def test_each_part_has_its_cut(part: str, cut: int) -> None:
    assert is_case("psc17", cut, subscale=part)
    assert not is_case("psc17", cut - 1, subscale=part)


def test_fifteen_points_in_all_are_a_case() -> None:
    assert is_case("psc17", 15)
    assert not is_case("psc17", 14)


def test_every_item_belongs_to_one_part() -> None:
    parts = [part.items for part in INSTRUMENT.subscales]
    assert [len(items) for items in parts] == [5, 5, 7]
    assert sorted(item for items in parts for item in items) == list(range(1, 18))


def test_three_blanks_count_as_0_by_its_own_sheet_and_the_case_is_flagged() -> None:
    form: list[float] = [1] * 14 + [math.nan] * 3
    scored = score_items([form], ScoringTerms("psc17"))
    assert scored.total.score[0] == 14
    assert scored.total.upper[0] == 20
    assert scored.total.case_depends[0]


def test_four_blanks_give_no_score() -> None:
    assert math.isnan(points("psc17", [1] * 13 + [math.nan] * 4))


def test_a_contract_can_ask_for_complete_forms() -> None:
    assert math.isnan(points("psc17", [1] * 16 + [math.nan], missing="complete-only"))


def test_35_points_are_refused() -> None:
    assert is_refused("psc17", 35)
    assert not is_refused("psc17", 34)
