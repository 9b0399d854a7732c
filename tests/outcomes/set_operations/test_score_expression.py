"""The database scores every instrument by every recorded rule to the same bit as the columns."""

import numpy as np
import pytest

from fairterms.outcomes.forms.scoring import score_items
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.set_operations import score_table
from fairterms.outcomes.set_operations.score_expression import double
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.scoring_rule import Handling
from tests.outcomes.recorded_forms import Form, answers_of, database, put

DATABASE = database()
WAYS = [
    (name, scoring.name, rule.name)
    for name, instrument in INSTRUMENTS.items()
    for scoring in instrument.scorings
    for rule in instrument.missing_items
    if scoring.items is not None and rule.handling is not Handling.RECORDED_TOTAL
]


@pytest.mark.parametrize(("name", "scoring", "missing"), WAYS)
def test_each_way_of_scoring_gives_what_the_columns_give(
    name: str, scoring: str, missing: str
) -> None:
    terms = ScoringTerms(name, scoring, missing)
    items = next(way.items for way in INSTRUMENTS[name].scorings if way.name == scoring)
    assert items is not None
    draws = np.random.default_rng(2027)
    points = draws.integers(items.lowest, items.highest + 1, (120, items.count))
    is_missing = draws.random(points.shape) < draws.choice([0, 0.1, 0.6], (120, 1))
    forms = [
        Form(f"p{n}", n, items=[None if gone else int(one) for one, gone in zip(*row, strict=True)])
        for n, row in enumerate(zip(points, is_missing, strict=True))
    ]
    forms = [Form(**{**form.__dict__, "instrument": name}) for form in forms]
    put(DATABASE, forms)
    found = score_table.write(DATABASE, "t", ScoreReading(terms, ScoreSource.ANSWERS, None))
    rows = DATABASE.sql(f"FROM {found.name} ORDER BY place")
    scores = rows.select("coalesce(score, 'nan'::DOUBLE) AS score").fetchnumpy()["score"]
    expected = score_items(answers_of(forms, items.count), terms).total.score
    np.testing.assert_array_equal(np.asarray(scores), expected)
    assert found.n_scored == np.count_nonzero(~np.isnan(expected))
    assert 0 < found.n_scored < found.n_forms == 120


def test_every_way_is_tried() -> None:
    assert len(WAYS) >= 35


def test_a_number_is_written_to_its_last_bit() -> None:
    value = 0.1 + 0.2
    assert DATABASE.execute(f"SELECT {double(value)}").fetchone() == (value,)
