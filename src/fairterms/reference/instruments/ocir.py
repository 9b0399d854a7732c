"""OCI-R: obsessive and compulsive symptoms in eighteen items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Change,
    ChangeKind,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_FOA = Basis("Foa and others 2002, Psychol Assess 14:485-496, abstract", Evidence.READ)
_ABRAMOWITZ = Basis(
    "Abramowitz and Deacon 2006, J Anxiety Disord, as retold by others",
    Evidence.SECOND_HAND,
)
_VEALE = Basis(
    "Veale and others 2016, J Obsessive Compuls Relat Disord 9:16-23, as retold by others",
    Evidence.SECOND_HAND,
)
_GENERAL = Basis("Foa and others 2002, Psychol Assess 14:485", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="ocir",
    title="Obsessive-Compulsive Inventory, revised (OCI-R)",
    version="2002, 18 items",
    measures="distress from obsessions and compulsions over the past month",
    respondent="the patient",
    ages="adults",
    source=_FOA,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 72, _GENERAL, items=Items(18, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "ask the authors before use",
        MayEmbed.ON_CONDITIONS,
        _GENERAL,
    ),
    caseness=(
        Caseness("standard", 21, "patients against people without anxiety", _GENERAL),
        Caseness("among-anxious", 14, "patients against other anxiety disorders", _ABRAMOWITZ),
        Caseness("veale-2016", 17, "patients in treatment, England (136)", _VEALE),
    ),
    reliability=(Reliability(0.83, ReliabilityKind.ALPHA, "anxiety clinic", _ABRAMOWITZ),),
    change=(
        Change("veale-2016-moderate", 13, ChangeKind.RELIABLE, "mild to moderate (63)", _VEALE),
        Change("veale-2016-severe", 15, ChangeKind.RELIABLE, "severe (73)", _VEALE),
    ),
    notes=(
        (
            "The NHS numbers, caseness 40 and reliable change 32, belong to the long form of 42 "
            "items (see oci), not to this one."
        ),
    ),
)
