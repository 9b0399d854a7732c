import numpy as np

from fairterms.simulate.patient_cost.work import by_step


def test_years_are_cut_where_the_step_changes() -> None:
    assert by_step(np.array([0, 0, 2, 5, 5, 5])) == [(0, 2), (2, 3), (3, 6)]


def test_one_step_is_one_piece_and_no_year_none() -> None:
    assert by_step(np.array([4, 4])) == [(0, 2)]
    assert by_step(np.array([], dtype=np.int64)) == []
