"""ORS: how life goes, on four lines; totals only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Caseness,
    Change,
    ChangeKind,
    Direction,
    Licence,
    MayEmbed,
)
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_MILLER = Basis(
    "Miller and others 2003, J Brief Ther 2:91-100, as retold by others", Evidence.SECOND_HAND
)

INSTRUMENT = Instrument(
    name="ors",
    title="Outcome Rating Scale (ORS)",
    version="2003, adults",
    measures="how the person, relationships and social life have been over the last week",
    respondent="the patient",
    ages="13 and older",
    source=_MILLER,
    direction=Direction.HIGHER_IS_BETTER,
    scorings=(Scoring("standard", 0, 40, _MILLER, step=None),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "groups need a licence; words may not be shown",
        MayEmbed.NO,
        Basis("developers' licence pages, as retold by others", Evidence.SECOND_HAND),
    ),
    caseness=(
        Caseness("standard", 25, "adults; a score of 25 itself is no case", _MILLER, False),
        Caseness("at-25", 25, "adults; a score of 25 itself is a case", _MILLER),
    ),
    change=(Change("miller-2003", 5, ChangeKind.RELIABLE, "adults", _MILLER),),
    notes=(
        "Sources differ on whether exactly 25 is a case; a contract must say.",
        "Marks on lines of ten centimetres: tenths occur.",
    ),
)
