"""Numbers on a register: stages on the same draws, the contract's own losses, what is bearable."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.risks.appraisal import appraising
from fairterms.risks.appraisal.appraised import Appraised
from fairterms.risks.appraisal.contract_years import ContractYears
from tests.risks.appraisal.small_register import (
    FAILED,
    GUESS,
    LATE,
    MARGIN,
    PASSED,
    YEARS,
    appraised,
    estimate,
    risk,
)

COMPUTED = 'from_contract = "net loss"'
OF_CLAUSE = 'from_contract = "clause withhold"'


def only(found: tuple[Appraised, ...]) -> Appraised:
    (one,) = found
    return one


def test_a_failed_test_leaves_the_claim_and_takes_away_the_proof() -> None:
    found = only(appraised(LATE + FAILED).impacts)
    assert found.losses is not None
    inherent, claimed, proven = (
        one.mean.value for one in (found.losses.inherent, found.losses.claimed, found.losses.proven)
    )
    assert proven == inherent
    assert claimed == pytest.approx(inherent / 2, rel=0.05)


def test_passed_tests_prove_no_more_than_is_claimed() -> None:
    found = only(appraised(LATE + PASSED).impacts)
    assert found.losses is not None
    losses = found.losses
    assert losses.claimed.mean.value <= losses.proven.mean.value < losses.inherent.mean.value
    assert bool((losses.claimed.trials <= losses.inherent.trials).all()), "the same draws"


def test_a_test_that_ran_out_proves_nothing() -> None:
    found = only(appraised(LATE + PASSED, on=date(2028, 1, 1)).impacts)
    assert found.losses is not None
    assert found.losses.proven.mean.value == found.losses.inherent.mean.value


def test_a_loss_of_the_contract_is_that_of_its_years() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", COMPUTED, "current")
    page = appraised(text)
    found = only(page.impacts)
    assert found.losses is not None
    assert found.losses.proven.mean.value == pytest.approx(3_500)
    assert not found.is_inherent
    assert page.about == "32 simulated years of 2027"


def test_things_as_they_are_hold_their_controls_already() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", GUESS, "current") + PASSED
    found = only(appraised(text).impacts)
    assert found.losses is not None
    assert found.losses.claimed.mean.value == found.losses.inherent.mean.value


def test_a_clause_is_part_of_the_net_loss_and_counted_once() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", COMPUTED)
    text += risk("held") + estimate("held_margin", OF_CLAUSE)
    (objective,) = appraised(text).objectives
    assert objective.left_out == ("held_margin",)
    assert objective.proven.total.mean.value == pytest.approx(3_500)


def test_a_term_is_part_of_its_clause_and_counted_once() -> None:
    text = MARGIN + risk("held") + estimate("held_margin", OF_CLAUSE)
    text += risk("late") + estimate("late_margin", 'from_contract = "term withhold.rate"')
    losses = {**YEARS.losses, "term withhold.rate": YEARS.losses["clause withhold"]}
    (objective,) = appraised(text, replace(YEARS, losses=losses)).objectives
    assert objective.left_out == ("late_margin",)
    assert objective.proven.total.mean.value == pytest.approx(500)


def test_clauses_alone_are_added_up() -> None:
    text = MARGIN + risk("held") + estimate("held_margin", OF_CLAUSE)
    text += risk("late") + estimate("late_margin", GUESS)
    (objective,) = appraised(text).objectives
    assert objective.left_out == ()
    assert objective.proven.impacts == ("held_margin", "late_margin")


def test_a_loss_the_years_do_not_hold_is_not_guessed() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", 'from_contract = "clause fees"')
    found = only(appraised(text).impacts)
    assert found.losses is None
    assert found.why_not == "The simulated years do not hold “clause fees”."


def test_without_simulated_years_the_reason_is_theirs() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", COMPUTED)
    found = only(appraised(text, ContractYears(why_not="There is no forecast.")).impacts)
    assert (found.losses, found.why_not) == (None, "There is no forecast.")


def test_what_nobody_estimated_is_said() -> None:
    found = only(appraised(MARGIN + risk("late")).impacts)
    assert found.why_not == "Nobody has estimated it."


def test_a_closed_risk_is_not_counted() -> None:
    text = MARGIN + risk("late", status="closed") + estimate("late_margin", GUESS)
    page = appraised(text)
    assert (page.impacts, page.objectives, page.rankings) == ((), (), ())


def test_tolerance_is_held_against_what_is_proven() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", COMPUTED)
    (objective,) = appraised(text).objectives
    assert objective.beyond is not None
    assert objective.beyond.worst.probability == 0.25
    assert objective.beyond.is_breached


def test_units_are_ranked_apart() -> None:
    text = LATE + risk("queue", "access", library="P5")
    text += estimate(
        "queue_access",
        'frequency = { per_year = "2 events per year" }\nseverity = { low = "1 person", '
        'likely = "3 people", high = "9 people" }',
    )
    page = appraised(text)
    assert {one.unit for one in page.rankings} == {"dollars", "people"}
    assert all(len(one.by_expected) == 1 for one in page.rankings)


def test_adding_a_risk_moves_no_other_number() -> None:
    alone = only(appraised(LATE).impacts)
    both = appraised(LATE + risk("held") + estimate("held_margin", GUESS)).impacts
    assert alone.losses is not None
    assert both[0].losses is not None
    assert np.array_equal(alone.losses.inherent.trials, both[0].losses.inherent.trials)


def test_the_register_is_appraised_as_it_stood() -> None:
    before = appraised(LATE, on=date(2026, 9, 30))
    assert only(before.impacts).why_not == "Nobody has estimated it."


MATRIX = """
[[matrix]]
number = {number}
effective = 2026-0{number}-01
unit = "$"
frequency_edges = ["0.01 events per year", "0.3 events per year", "12 events per year"]
severity_edges = ["$100.00", "$5,000.00", "$400,000.00"]
colours = ["low", "high"]
grid = [["low", "{corner}"], ["low", "high"]]
"""


def test_impacts_of_one_risk_have_names_of_their_own_on_the_matrix() -> None:
    text = LATE + risk("held") + estimate("held_margin", COMPUTED)
    page = appraised(text + MATRIX.format(number=1, corner="low"))
    assert page.placed is not None
    assert [one.id for one in page.placed.risks] == ["F5a", "F5b"]
    assert page.placed.releveled == ()


def test_a_loss_of_the_contract_lies_where_its_years_lie() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", COMPUTED)
    page = appraised(text + MATRIX.format(number=1, corner="low"))
    assert page.placed is not None
    (placed,) = page.placed.risks
    assert [(cell.cell.severity_band, cell.share) for cell in placed.region.cells] == [
        (0, 0.5),
        (1, 0.5),
    ]


def test_a_new_matrix_shows_both_levels() -> None:
    both = MATRIX.format(number=1, corner="low") + MATRIX.format(number=2, corner="high")
    page = appraised(LATE + both)
    assert page.placed is not None
    assert page.placed.version.number == 2
    assert [one.risk for one in page.placed.releveled] == ["F5"]


def test_years_of_two_lengths_are_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError, match="the same years"):
        replace(YEARS, losses={**YEARS.losses, "clause x": np.zeros(3)})


def test_all_simulated_years_weigh_alike_whatever_their_number() -> None:
    years = ContractYears({"net loss": np.append(np.zeros(18), 19_000.0)}, "19 years")
    text = MARGIN + risk("late") + estimate("late_margin", COMPUTED)
    found = only(appraised(text, years).impacts)
    assert found.losses is not None
    assert len(found.losses.proven.trials) % 19 == 0
    assert found.losses.proven.mean.value == pytest.approx(1_000, rel=1e-9)


def test_the_same_clause_under_two_risks_is_counted_once() -> None:
    text = MARGIN + risk("held") + estimate("held_margin", OF_CLAUSE)
    text += risk("kept") + estimate("kept_margin", OF_CLAUSE)
    (objective,) = appraised(text).objectives
    assert objective.left_out == ("kept_margin",)
    assert objective.proven.total.mean.value == pytest.approx(500)


def test_ranks_are_those_of_what_is_proven() -> None:
    page = appraised(LATE + PASSED)
    losses = page.impacts[0].losses
    assert losses is not None
    (ranked,) = page.rankings[0].by_expected
    assert ranked.value == pytest.approx(losses.proven.mean.value)
    assert ranked.value < losses.inherent.mean.value


def test_tolerance_is_not_held_against_the_loss_before_controls() -> None:
    page = appraised(LATE + PASSED)
    (objective,) = page.objectives
    assert objective.beyond is not None
    proven = float((objective.proven.total.trials > 5_000).mean())
    before = float((objective.inherent.total.trials > 5_000).mean())
    assert objective.beyond.worst.probability == pytest.approx(proven)
    assert proven < before


def test_an_inherent_estimate_comes_before_one_of_things_as_they_are() -> None:
    other = estimate("late_margin", 'from_contract = "net loss"', "current")
    found = only(appraised(LATE + other).impacts)
    assert found.is_inherent


def test_what_is_aimed_at_is_a_loss_of_its_own() -> None:
    smaller = GUESS.replace("40 %", "10 %")
    found = only(appraised(LATE + estimate("late_margin", smaller, "target")).impacts)
    assert found.target is not None
    assert found.losses is not None
    assert found.target.mean.value < found.losses.proven.mean.value / 2
    assert only(appraised(LATE).impacts).target is None


def test_proven_controls_move_a_risk_on_the_map_and_things_as_they_are_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(appraising, "lint", lambda _: None)  # It takes longest, and is not asked.
    matrix = MATRIX.format(number=1, corner="low")

    def often(text: str) -> float:
        placed = appraised(text + matrix).placed
        assert placed is not None
        (one,) = placed.risks
        return sum(cell.share for cell in one.region.cells if cell.cell.frequency_band == 1)

    assert often(LATE) > often(LATE + PASSED)
    as_it_is = MARGIN + risk("late") + estimate("late_margin", GUESS, "current")
    assert often(as_it_is) == often(as_it_is + PASSED)


def test_only_proven_controls_make_a_loss_smaller_on_the_map(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(appraising, "lint", lambda _: None)

    def cells(text: str) -> list[tuple[int, float]]:
        placed = appraised(text + MATRIX.format(number=1, corner="low")).placed
        assert placed is not None
        (one,) = placed.risks
        return [(cell.cell.severity_band, cell.share) for cell in one.region.cells]

    failed, passed = (
        controls.replace('acts_on = "frequency"', 'acts_on = "severity"')
        for controls in (FAILED, PASSED)
    )
    assert cells(LATE + failed) == cells(LATE) != cells(LATE + passed)
