"""Change in two trials with repeated scores: what was published, and what the words leave open."""

import csv
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.group_effects import effect_size
from fairterms.outcomes.patient_change.carrying_forward import carry_forward
from fairterms.outcomes.patient_change.change import ChangeClass, classify
from fairterms.outcomes.patient_change.change_declaration import (
    Declaration,
    Reliability,
    ZeroBaseline,
    describe,
)
from fairterms.outcomes.patient_change.definition import Definition, Points
from fairterms.outcomes.patient_change.definition_sensitivity import (
    OpenTerm,
    Option,
    Sensitivity,
    compare,
)
from fairterms.outcomes.patient_change.episodes import EpisodeRule
from fairterms.outcomes.patient_change.response import Missing, ResponseReason, ResponseRule, judge
from fairterms.outcomes.patient_change.score_choice import Pick, Tie, choose
from fairterms.outcomes.patient_change.scores import Floats, Scores, Series, scores, series
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Direction

FOLDER = Path(__file__).resolve().parents[3] / "shared/data/outcomes"

pytestmark = pytest.mark.skipif(
    not (FOLDER / "enrichd_bdi").is_dir(),
    reason="the trials' scores may not be passed on and are not here",
)

WORSE = Direction.HIGHER_IS_WORSE
OWN = Basis("the trial's patients", Evidence.RECOMPUTED)


@cache
def enrichd() -> Series:
    with (FOLDER / "enrichd_bdi/bdi_repeated.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    patients = {name: at for at, name in enumerate(dict.fromkeys(row["ID"] for row in rows))}
    return series(
        [patients[row["ID"]] for row in rows],
        [int(float(row["time"])) for row in rows],
        [float(row["BDI"]) for row in rows],
        len(patients),
    )


@cache
def first_and_last() -> Scores:
    first = choose(enrichd(), Pick.FIRST, Tie.FIRST_RECORDED, WORSE).score
    last = choose(enrichd(), Pick.LAST, Tie.LAST_RECORDED, WORSE).score
    return Scores(first, last)


def test_the_means_and_the_effect_size_of_the_heart_trial_come_out() -> None:
    pairs = first_and_last()
    first, last = describe(pairs.first, OWN), describe(pairs.last, OWN)
    assert (round(first.mean, 2), round(first.sd, 2)) == (18.36, 7.32)
    assert (round(last.mean, 2), round(last.sd, 2)) == (6.85, 6.71)
    effect = effect_size.find(
        effect_size.summarise(pairs), effect_size.own_spread(pairs, OWN), WORSE, is_corrected=False
    )
    assert round(effect.value, 3) == 1.572


def test_reliable_change_in_the_heart_trial_comes_out() -> None:
    pairs = first_and_last()
    terms = Declaration(
        "jacobson_truax",
        WORSE,
        0,
        63,
        critical=1.96,
        reliability=Reliability(0.93, OWN),
        intake=describe(pairs.first, OWN),
    )
    assert round(1.96 * np.sqrt(2) * terms.standard_error, 2) == 5.37
    counts = classify(terms, pairs).counts()
    assert counts[ChangeClass.IMPROVED] == 466
    assert counts[ChangeClass.UNCHANGED] + counts[ChangeClass.DETERIORATED] == 91
    assert counts[ChangeClass.DETERIORATED] == 9


def readings() -> Sensitivity:
    rule = EpisodeRule(
        WORSE,
        Tie.LAST_RECORDED,
        index=Pick.FIRST,
        index_within=0,
        index_at_least=None,
        last=Pick.LAST,
        last_from=120,
        last_until=240,
        seen_until=10_000,
    )
    # A lambda's default binds the loop's value, and has no type: hence the three ignores.
    points = tuple(
        # mypy does not infer a lambda that keeps a loop's value as its default.
        Option(f"at least {p}", lambda d, p=p: d.reading(Points(p)))  # type: ignore[misc]
        for p in (5, 6)
    )
    picks = tuple(
        Option(
            pick.value,
            lambda d, pick=pick: replace(d, scores=replace(d.scores, last=pick)),  # type: ignore[misc]
        )
        for pick in (Pick.LAST, Pick.BEST)
    )
    missing = tuple(
        Option(kind.value, lambda d, kind=kind: replace(d, missing=kind))  # type: ignore[misc]
        for kind in (Missing.FAILURE, Missing.LEFT_OUT)
    )
    terms = (
        OpenTerm("reliable change", points),
        OpenTerm("score of the window", picks),
        OpenTerm("no score in the window", missing),
    )
    base = Definition(Points(5), rule, Missing.FAILURE)
    return compare(base, terms, enrichd(), payment_per_point=Decimal(1_000))


def test_the_words_of_a_contract_move_the_rate_more_than_care_could() -> None:
    found = readings()
    assert len(found.readings) == 8
    assert float(found.points) > 15
    assert found.dollars(found.points) == pytest.approx(Decimal(float(found.points) * 1000), abs=1)


@cache
def beat_the_blues() -> tuple[list[str], Floats]:
    with (FOLDER / "beat_the_blues/bdi_five_times.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = ("bdi.pre", "bdi.2m", "bdi.3m", "bdi.5m", "bdi.8m")
    table = [[np.nan if row[n] == "NA" else float(row[n]) for n in names] for row in rows]
    return [row["treatment"] for row in rows], np.array(table)


RULE = ResponseRule(
    WORSE,
    response=0.5,
    partial=0.25,
    remission=10,
    entry=None,
    zero_point=0,
    missing=Missing.FAILURE,
    zero_baseline=ZeroBaseline.LEFT_OUT,
)
RESPONSE = (ResponseReason.REMISSION_AND_RESPONSE, ResponseReason.RESPONSE_ONLY)


def test_the_missing_scores_of_the_computer_trial_are_counted() -> None:
    _, table = beat_the_blues()
    assert np.isnan(table).sum(axis=0).tolist() == [0, 3, 27, 42, 48]


def test_what_missing_counts_as_decides_the_rate() -> None:
    _, table = beat_the_blues()
    pairs = scores(table[:, 0], table[:, 4])
    failure = judge(RULE, pairs)
    left_out = judge(replace(RULE, missing=Missing.LEFT_OUT), pairs).response
    carried = judge(RULE, scores(table[:, 0], carry_forward(table)[:, 4])).response
    low, high = failure.bounds(*RESPONSE, name="response")
    assert (failure.response.numerator, failure.response.denominator) == (31, 100)
    assert (left_out.numerator, left_out.denominator) == (31, 52)
    assert (carried.numerator, carried.denominator) == (41, 100)
    assert (low.percent, high.percent) == (31.0, 79.0)


def test_no_rule_shows_that_treatment_did_better_for_sure() -> None:
    arms, table = beat_the_blues()
    is_treated = np.array([arm == "BtheB" for arm in arms])
    ends = [
        judge(RULE, scores(table[rows, 0], table[rows, 4])).bounds(*RESPONSE, name="response")
        for rows in (is_treated, ~is_treated)
    ]
    (treated_low, _), (_, usual_high) = ends
    assert treated_low.value < usual_high.value
