"""K10: psychological distress in ten items, with its two scorings."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_ABS = Basis(
    "Australian Bureau of Statistics 2012, Use of the Kessler Psychological Distress Scale in ABS "
    "Health Surveys 2007-08, 4817.0.55.001, tables D and E",
    Evidence.READ,
)
_ANDREWS = Basis(
    "Andrews and Slade 2001, Aust N Z J Public Health 25:494, as retold by others",
    Evidence.SECOND_HAND,
)
_SHIFTED = Basis(
    "the same cuts, ten lower, since each of ten answers is worth one point less",
    Evidence.RECOMPUTED,
)


def _survey(start: int) -> tuple[Band, ...]:
    """Return the survey's bands on a scale that begins at ``start``."""
    return (
        Band("low", start),
        Band("moderate", start + 6),
        Band("high", start + 12),
        Band("very high", start + 20),
    )


def _clinical(start: int) -> tuple[Band, ...]:
    """Return the clinic's bands on a scale that begins at ``start``."""
    return (
        Band("likely well", start),
        Band("mild", start + 10),
        Band("moderate", start + 15),
        Band("severe", start + 20),
    )


INSTRUMENT = Instrument(
    name="k10",
    title="Kessler Psychological Distress Scale, 10 items (K10)",
    version="2002 English form",
    measures="distress over the last 30 days",
    respondent="the patient",
    ages="adults",
    source=_ABS,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(
        Scoring("one-to-five", 10, 50, _ABS, items=Items(10, 1, 5)),
        Scoring("zero-to-four", 0, 40, _ABS, items=Items(10, 0, 4)),
    ),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "may be copied with its citation line",
        MayEmbed.YES,
        Basis("National Comorbidity Survey, K6 and K10 web page", Evidence.READ),
    ),
    bands=(
        Bands("survey", _survey(10), _ABS, "one-to-five"),
        Bands("clinical", _clinical(10), _ANDREWS, "one-to-five"),
        Bands("survey-from-zero", _survey(0), _SHIFTED, "zero-to-four"),
        Bands("clinical-from-zero", _clinical(0), _ANDREWS, "zero-to-four"),
    ),
    reliability=(
        Reliability(
            0.93,
            ReliabilityKind.ALPHA,
            "adults, United States",
            Basis("Kessler and others 2002, Psychol Med 32:959", Evidence.GENERAL),
        ),
    ),
    notes=(
        (
            "There are two scorings, 10 to 50 and 0 to 40; a total from 10 to 40 fits both, so a "
            "contract must say which."
        ),
        "One Australian survey of 1997 even ran the scale backwards.",
    ),
)
