"""A plan refuses what would have to be guessed, and says what to give."""

import numpy as np
import pytest

from fairterms.simulate.forecast.past import Past
from fairterms.simulate.patient_cost.law import ObservedCost
from fairterms.units.refusal import Refusal
from tests.simulate.forecast import plans
from tests.simulate.forecast.plans import FORECAST, declared, plan

TWO = FORECAST + (
    '[[patients]]\nid = "others"\nroster = "9 patients"\nlisted = "90 %"\n'
    'cost = { no_cost = "10 %", spread = "1 factor" }\npaid = "cost"\n'
)
OBSERVED = FORECAST.replace(
    'cost = { no_cost = "15 %", spread = "1.2 factor" }', 'cost = { from = "records" }'
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FORECAST.replace('paid = "cost"', 'paid = "costs"'), "gives no figure costs"),
        (FORECAST.replace('id = "response"', 'id = "remission"'), "remission.numerator"),
        (FORECAST.replace('id = "visits.*"', 'id = "visit.*"'), "visit.*"),
        (FORECAST.replace("stop_loss.attachment", "stop_loss.attach"), "no amount in the terms"),
        (FORECAST.replace("stop_loss.attachment", "stop_los.attachment"), "no amount in the terms"),
        (FORECAST.replace("stop_loss.attachment", "result.loss_rate"), "no amount in the terms"),
        (TWO, "has no mean, and 2 kinds of patients share cost"),
        (OBSERVED, "hold no claims of a whole year"),
        (
            FORECAST.replace("3 reports", "3 visits"),
            "value in visits, and the scenario gives reports",
        ),
        (
            FORECAST.replace('"visits.*"', '"response.*"'),
            "which patients or a measure give already",
        ),
        (FORECAST.replace('"reports"', '"above"'), "names above, which patients"),
        (FORECAST + '[[delivery]]\nfigure = "tea"\ncost = "$1.00 per cup"\n', "no figure tea"),
    ],
)
def test_what_would_have_to_be_guessed_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refusal, match=words.replace("*", r"\*")):
        plan(declared(text))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('denominator = "80 patients"', 'denominator = "0 patients"', "counts no patient"),
        ('cost = "$540,000.00"', 'cost = "$0.00"', "is not above"),
    ],
)
def test_a_scenario_that_gives_no_level_is_refused(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str, words: str
) -> None:
    assert before in plans.SCENARIO
    text = plans.SCENARIO.replace('"40 patients"', '"0 patients"').replace(before, after)
    monkeypatch.setattr(plans, "SCENARIO", text)
    with pytest.raises(Refusal, match=words):
        plan()


def test_an_observed_law_keeps_the_level_of_the_expected_scenario() -> None:
    cents = np.sort(np.array([0] * 40 + [50_000] * 50 + [900_000] * 10, dtype=np.int64))
    found = plan(declared(OBSERVED), past=Past(ObservedCost(cents)))
    table = found.laws["members"].tables
    middle = int(np.searchsorted(table.factors, 1.0))
    assert table.above is not None
    cells = table.paid.cells[middle] + table.above.cells[middle]
    assert cells.mean() / 100 == pytest.approx(540_000 / 300, rel=0.001)
    assert (cells == 0).mean() == pytest.approx(0.4, abs=0.001)
