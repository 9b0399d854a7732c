"""The sixteen published classifications of one clinical sample, and a peer's wrong cut-off."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.patient_change.change import ChangeClass, Classification, classify
from fairterms.outcomes.patient_change.change_declaration import (
    AtCutOff,
    CutOff,
    CutOffKind,
    Declaration,
    Reliability,
    Sample,
    ZeroBaseline,
    describe,
)
from fairterms.outcomes.patient_change.cut_offs import find
from fairterms.outcomes.patient_change.scores import Scores, series
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Direction

FOLDER = Path(__file__).resolve().parents[3] / "shared/data/outcomes/clinical_significance"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published samples may not be passed on and are not here"
)

METHODS = {
    "JT": "jacobson_truax",
    "EN": "edwards_nunnally",
    "HLL": "hsu_linn_lord",
    "GLN": "gulliksen_lord_novick",
    "NK": "nunnally_kotsch",
    "HA": "hageman_arrindell",
    "HLM": "hierarchical",
    "50 %": "percentage",
    "50 % / 30 %": "percentage",
}
BASIS = Basis("the published sample", Evidence.RECOMPUTED)
NEITHER = CutOff(CutOffKind.C, AtCutOff.NEITHER)
PATIENTS = 43


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def sample() -> Scores:
    """Return depression scores of the first and the fourth time, and all four as a series."""
    patient, time, score = [], [], []
    for row in rows_of("claus_2020.csv"):
        patient.append(int(row["id"]) - 1)
        time.append(int(row["time"]))
        score.append(np.nan if row["hamd"] == "NA" else float(row["hamd"]))
    dated = series(patient, time, score, PATIENTS)
    columns = np.full((2, PATIENTS), np.nan)
    for column, when in zip(columns, (1, 4), strict=True):
        here = dated.day == when
        column[dated.patient[here]] = dated.score[here]
    return Scores(columns[0], columns[1], dated)


def declaration(row: dict[str, str]) -> Declaration:
    scores = sample()
    first = np.where(scores.is_paired, scores.first, np.nan)
    last = np.where(scores.is_paired, scores.last, np.nan)
    both = scores.is_paired
    return Declaration(
        METHODS[row["method"]],
        Direction.HIGHER_IS_WORSE,
        0,
        52,
        cut_off=NEITHER if row["cutoff"] == "c" else None,
        critical=1.644854 if row["method"] == "HA" else 1.959964,
        improvement=0.5,
        deterioration=0.3 if "/" in row["method"] else 0.5,
        reliability=Reliability(
            float(row["reliability"] or 0.8), BASIS, float(row["reliability_post"] or 0.5)
        ),
        intake=describe(first, BASIS),
        last=describe(last, BASIS),
        functional=Sample(8, 8, BASIS),
        correlation=float(np.corrcoef(first[both], last[both])[0, 1]),
        zero_baseline=ZeroBaseline.BY_DIRECTION,
        zero_point=0,
    )


def expected() -> list[dict[str, str]]:
    return rows_of("expected.csv") if FOLDER.is_dir() else []


@pytest.mark.parametrize("row", expected(), ids=lambda row: f"{row['approach']} {row['method']}")
def test_a_published_classification_is_reproduced(row: dict[str, str]) -> None:
    found = classify(declaration(row), sample())
    assert found.n == int(row["n_used"])
    for kind in list(ChangeClass)[:5]:
        printed = row[kind.name.lower()]
        assert found.counts()[kind] == int(printed or 0), kind.name


def test_all_sixteen_are_here() -> None:
    assert len(expected()) == 16


def test_the_published_cut_offs_and_error_come_out() -> None:
    terms = declaration({**expected()[0], "method": "JT"})
    assert find(terms) == pytest.approx(19.887, abs=5e-4)
    assert terms.standard_error == pytest.approx(1.4937, abs=5e-5)
    by_true_scores = classify(declaration({**expected()[0], "method": "HA"}), sample())
    assert by_true_scores.cut_off == pytest.approx(20.2091, abs=5e-5)


def recovered(terms: Declaration) -> int:
    return classify(terms, sample()).counts()[ChangeClass.RECOVERED]


def test_cut_off_b_takes_the_functional_spread_where_a_peer_takes_the_patients() -> None:
    ours = replace(declaration(expected()[0]), cut_off=CutOff(CutOffKind.B, AtCutOff.NEITHER))
    intake, functional = ours.known_intake, ours.known_functional
    assert find(ours) == functional.mean + 2 * functional.sd == 24
    theirs = functional.mean + 2 * intake.sd
    wrong = replace(ours, cut_off=CutOff(CutOffKind.DECLARED, AtCutOff.NEITHER, theirs))
    assert (recovered(ours), recovered(wrong)) == (17, 19)


def changed(method: str) -> Classification:
    row = next(r for r in expected() if r["approach"] == "distribution" and r["method"] == method)
    return classify(declaration(row), sample())


@pytest.mark.parametrize(("method", "improved"), [("HLL", 12), ("HLM", 11)])
def test_a_method_against_the_average_finds_few_improved_and_warns(
    method: str, improved: int
) -> None:
    against_none = changed("JT").counts()[ChangeClass.IMPROVED]
    found = changed(method)
    assert (found.counts()[ChangeClass.IMPROVED], against_none) == (improved, 29)
    assert "average" in found.caution


def test_the_same_slopes_against_no_change_find_them() -> None:
    row = next(r for r in expected() if r["approach"] == "distribution" and r["method"] == "HLM")
    terms = replace(declaration(row), method="hierarchical_from_none")
    counts = classify(terms, sample()).counts()
    assert (counts[ChangeClass.IMPROVED], counts[ChangeClass.DETERIORATED]) == (33, 0)
