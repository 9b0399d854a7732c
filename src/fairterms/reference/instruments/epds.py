"""EPDS: depression after childbirth; scores only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Caseness, Direction, Licence, Loinc, MayEmbed
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_COX = Basis("Cox, Holden and Sagovsky 1987, Br J Psychiatry 150:782-786", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="epds",
    title="Edinburgh Postnatal Depression Scale (EPDS)",
    version="1987",
    measures="depression in pregnancy and after childbirth, over the past week",
    respondent="the mother",
    ages="adults",
    source=_COX,
    direction=Direction.HIGHER_IS_WORSE,
    scorings=(Scoring("standard", 0, 30, _COX),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "copyright of the Royal College of Psychiatrists; use in software was refused",
        MayEmbed.NO,
        Basis("Royal College of Psychiatrists, permissions", Evidence.READ),
    ),
    caseness=(
        Caseness("possible", 10, "women after childbirth", _COX),
        Caseness("likely", 13, "women after childbirth", _COX),
        Caseness(
            "levis-2020",
            11,
            "pregnant and postpartum women, 58 studies (15,557)",
            Basis("Levis and others 2020, BMJ 371:m4022", Evidence.GENERAL),
        ),
    ),
    loinc=Loinc(
        Basis("public program listings of LOINC codes", Evidence.SECOND_HAND), panel="71354-5"
    ),
    notes=("Its last item asks about self-harm; a total alone never shows it.",),
)
