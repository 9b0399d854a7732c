"""WHO-5: well-being in five items."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Band,
    Bands,
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

_TOPP = Basis(
    "Topp, Østergaard, Søndergaard and Bech 2015, Psychother Psychosom 84:167-176, as retold "
    "by others",
    Evidence.SECOND_HAND,
)
_GENERAL = Basis("Topp and others 2015, Psychother Psychosom 84:167", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="who5",
    title="World Health Organization Five Well-Being Index (WHO-5)",
    version="1998 wording",
    measures="well-being over the last two weeks",
    respondent="the patient",
    ages="9 and older",
    source=_TOPP,
    direction=Direction.HIGHER_IS_BETTER,
    scorings=(Scoring("percentage", 0, 100, _TOPP, 4, Items(5, 0, 5), multiplier=4),),
    missing_items=(COMPLETE_ONLY, RECORDED_TOTAL),
    licence=Licence(
        "the licence was changed; read the current one before any use",
        MayEmbed.ON_CONDITIONS,
        Basis("WHO, WHO-5 web page", Evidence.GENERAL),
    ),
    bands=(
        Bands(
            "standard",
            (
                Band("very low well-being", 0),
                Band("low well-being", 29),
                Band("no sign of low well-being", 51),
            ),
            _GENERAL,
        ),
    ),
    caseness=(
        Caseness("standard", 50, "screening for depression", _TOPP),
        Caseness("strict", 28, "likely depression", _GENERAL),
    ),
    reliability=(Reliability(0.84, ReliabilityKind.ALPHA, "several samples", _GENERAL),),
    change=(Change("topp-2015", 10, ChangeKind.CLINICAL, "several trials", _TOPP),),
    notes=(
        (
            "Reported as 0 to 100, four times the raw sum of 0 to 25; a value that is no multiple "
            "of 4 is a raw sum, or a slip."
        ),
    ),
)
