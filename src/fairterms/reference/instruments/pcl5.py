"""PCL-5: symptoms of posttraumatic stress in twenty items."""

from types import MappingProxyType

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Change,
    ChangeKind,
    Cluster,
    Criterion,
    Direction,
    Licence,
    Loinc,
    MayEmbed,
    Reliability,
    ReliabilityKind,
    Subscale,
)
from fairterms.reference.nhs_outcomes import nhs_case, nhs_change
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_VA = Basis("National Center for PTSD (VA), PTSD Checklist for DSM-5, scoring", Evidence.READ)
_FORKUS = Basis(
    "Forkus and others 2022, Clin Psychol 30:110-121, PMC10292741, abstract", Evidence.READ
)
_BLEVINS = Basis(
    "Blevins and others 2015, J Trauma Stress 28:489-498, abstract, study 1", Evidence.READ
)
_MARX = Basis(
    "Marx and others 2022, on reliable and clinically significant change of the PCL-5",
    Evidence.READ,
)
_BLANCHARD = Basis(
    "Blanchard and others 2023, on the minimal important difference of the PCL-5", Evidence.READ
)

_RE_EXPERIENCING = (1, 2, 3, 4, 5)
_AVOIDANCE = (6, 7)
_MOOD = (8, 9, 10, 11, 12, 13, 14)
_AROUSAL = (15, 16, 17, 18, 19, 20)

INSTRUMENT = Instrument(
    name="pcl5",
    title="PTSD Checklist for DSM-5 (PCL-5)",
    version="DSM-5 form, past month",
    measures="symptoms of posttraumatic stress over the past month",
    respondent="the patient",
    ages="adults",
    source=_VA,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 80, _VA, items=Items(20, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence("made by an agency of the United States, not copyrighted", MayEmbed.YES, _VA),
    caseness=(
        Caseness("lower", 31, "various samples; to miss few", _FORKUS),
        Caseness("upper", 33, "various samples; to accuse few", _FORKUS),
        Caseness(
            "good-end-state",
            28,
            "the paper's samples; above 28 is no good end state",
            _MARX,
            includes_cut=False,
        ),
        nhs_case(32),
    ),
    subscales=(
        Subscale("re-experiencing", _RE_EXPERIENCING, _VA),
        Subscale("avoidance", _AVOIDANCE, _VA),
        Subscale("mood-and-thinking", _MOOD, _VA),
        Subscale("arousal", _AROUSAL, _VA),
    ),
    reliability=(
        Reliability(0.94, ReliabilityKind.ALPHA, "students with trauma (278)", _BLEVINS),
        Reliability(0.82, ReliabilityKind.RETEST, "students with trauma, a week apart", _BLEVINS),
    ),
    change=(
        Change("marx-2022-low", 15, ChangeKind.RELIABLE, "one of the samples", _MARX),
        Change("marx-2022-high", 18, ChangeKind.RELIABLE, "another of the samples", _MARX),
        Change("blanchard-2023-low", 8.5, ChangeKind.MINIMAL, "the lowest estimate", _BLANCHARD),
        Change("blanchard-2023-high", 12.5, ChangeKind.MINIMAL, "the highest estimate", _BLANCHARD),
        nhs_change(10),
    ),
    criteria=(
        Criterion(
            "provisional-ptsd",
            (
                Cluster("re-experiencing", _RE_EXPERIENCING, 1, 2),
                Cluster("avoidance", _AVOIDANCE, 1, 2),
                Cluster("mood-and-thinking", _MOOD, 2, 2),
                Cluster("arousal", _AROUSAL, 2, 2),
            ),
            _VA,
        ),
    ),
    loinc=Loinc(
        Basis("findacode.com, LOINC 101697-1 and 101698-9", Evidence.SECOND_HAND),
        panel="101697-1",
        total="101698-9",
        often_mistaken=MappingProxyType(
            {"70221-7": "the PCL-C for DSM-IV, 17 items, another range"}
        ),
    ),
    notes=("It suggests a diagnosis; only an interview makes one.",),
)
