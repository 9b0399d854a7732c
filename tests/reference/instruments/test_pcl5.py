"""PCL-5: cuts, clusters, and the older form it is taken for."""

import math

import pytest

from fairterms.outcomes.forms.scale_scores import NO, UNKNOWN, YES
from fairterms.outcomes.forms.score_codes import check_code
from fairterms.outcomes.forms.scoring import score_items
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instruments.pcl5 import INSTRUMENT
from fairterms.units.refusal import Refusal
from tests.reference.judged import change, is_case, is_refused


def form(**answers: float) -> list[float]:
    """Return twenty answers of 0, with some given: ``i1=2``."""
    given = {int(name[1:]): value for name, value in answers.items()}
    return [given.get(item, 0) for item in range(1, 21)]


def met(answers: list[float]) -> int:
    """Return whether the provisional criterion is met."""
    scored = score_items([answers], ScoringTerms("pcl5"))
    return int(scored.criteria["provisional-ptsd"][0])


def test_one_b_one_c_two_d_and_two_e_at_two_points_meet_the_criterion() -> None:
    assert met(form(i1=2, i6=2, i8=2, i9=2, i15=2, i16=2)) == YES


@pytest.mark.parametrize("left_out", ["i1", "i6", "i8", "i16"])
def test_a_cluster_one_item_short_does_not_meet_it(left_out: str) -> None:
    answers = {"i1": 2.0, "i6": 2.0, "i8": 2.0, "i9": 2.0, "i15": 2.0, "i16": 2.0}
    answers[left_out] = 1
    assert met(form(**answers)) == NO


def test_a_high_total_in_one_cluster_alone_does_not_meet_it() -> None:
    assert met(form(**{f"i{item}": 4 for item in range(8, 21)})) == NO


def test_a_missing_answer_that_could_decide_leaves_it_open() -> None:
    assert met(form(i1=2, i6=2, i8=2, i9=2, i15=2, i16=math.nan)) == UNKNOWN
    assert met(form(i1=2, i6=2, i8=2, i9=2, i15=2, i16=2, i17=math.nan)) == YES


def test_clusters_hold_5_2_7_and_6_items_and_all_of_them() -> None:
    parts = [cluster.items for cluster in INSTRUMENT.criteria[0].clusters]
    assert [len(items) for items in parts] == [5, 2, 7, 6]
    assert sorted(item for items in parts for item in items) == list(range(1, 21))


def test_cuts_of_31_32_and_33_stand_beside_each_other() -> None:
    cuts = {case.name: case.cut for case in INSTRUMENT.caseness}
    assert cuts == {"lower": 31, "upper": 33, "good-end-state": 28, "nhs": 32}


def test_an_end_state_of_28_is_still_good() -> None:
    assert not is_case("pcl5", 28, "good-end-state")
    assert is_case("pcl5", 29, "good-end-state")


def test_reliable_change_depends_on_the_sample() -> None:
    assert change("pcl5", "marx-2022-low") == 15
    assert change("pcl5", "marx-2022-high") == 18
    assert change("pcl5", "nhs") == 10


def test_81_points_are_refused() -> None:
    assert is_refused("pcl5", 81)
    assert not is_refused("pcl5", 80)


def test_the_code_of_the_older_form_is_refused() -> None:
    with pytest.raises(Refusal, match="17 items"):
        check_code("pcl5", "70221-7")
