"""IES-R: distress after a traumatic event in twenty-two items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Direction,
    Licence,
    MayEmbed,
    Reliability,
    ReliabilityKind,
)
from fairterms.reference.nhs_outcomes import nhs_case, nhs_change
from fairterms.reference.scoring_rule import COMPLETE_ONLY, RECORDED_TOTAL, Items, Scoring

_CREAMER = Basis(
    "Creamer, Bell and Failla 2003, as retold by others",
    Evidence.SECOND_HAND,
)
_MORINA = Basis("Morina, Ehring and Priebe 2013, PLoS One 8:e83916, abstract", Evidence.READ)

INSTRUMENT = Instrument(
    name="iesr",
    title="Impact of Event Scale, revised (IES-R)",
    version="1997, 22 items",
    measures="distress about one event over the past week",
    respondent="the patient",
    ages="adults",
    source=_CREAMER,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 88, _CREAMER, items=Items(22, 0, 4)),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "ask the author before use",
        MayEmbed.ON_CONDITIONS,
        Basis("Weiss and Marmar 1997", Evidence.GENERAL),
    ),
    caseness=(
        Caseness(
            "creamer-2003",
            33,
            "veterans, against another questionnaire",
            _CREAMER,
            sensitivity=0.91,
            specificity=0.82,
        ),
        Caseness(
            "morina-2013",
            34,
            "survivors of war, Balkans (3,313), against interviews",
            _MORINA,
            sensitivity=0.86,
        ),
        nhs_case(33),
    ),
    reliability=(Reliability(0.96, ReliabilityKind.ALPHA, "veterans and others", _CREAMER),),
    change=(nhs_change(9),),
)
