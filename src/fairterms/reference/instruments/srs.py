"""SRS: the patient's view of a session; totals only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Caseness, Direction, Licence, MayEmbed
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_DUNCAN = Basis("Duncan and others 2003, J Brief Ther 3:3-12", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="srs",
    title="Session Rating Scale, version 3 (SRS)",
    version="3",
    measures="how the patient found the session: relationship, goals, approach, overall",
    respondent="the patient",
    ages="13 and older",
    source=_DUNCAN,
    direction=Direction.HIGHER_IS_BETTER,
    scorings=(Scoring("standard", 0, 40, _DUNCAN, step=None),),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "groups need a licence; words may not be shown",
        MayEmbed.NO,
        Basis("developers' licence pages, as retold by others", Evidence.SECOND_HAND),
    ),
    caseness=(Caseness("talk-about-it", 36, "adults", _DUNCAN),),
    notes=("Few answer low: never a sole reason to pay.",),
)
