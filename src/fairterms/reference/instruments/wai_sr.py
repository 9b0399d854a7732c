"""WAI-SR: the working alliance as the patient sees it; scores only."""

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import Direction, Licence, MayEmbed
from fairterms.reference.scoring_rule import RECORDED_TOTAL, Scoring

_SUM = Basis("docs.getrivet.ca, WAI-SR: sum of 12 items of 1 to 5", Evidence.SECOND_HAND)
_HATCHER = Basis("Hatcher and Gillaspy 2006, Psychother Res 16:12-25", Evidence.GENERAL)

INSTRUMENT = Instrument(
    name="wai_sr",
    title="Working Alliance Inventory, short revised form (WAI-SR)",
    version="2006, client form",
    measures="agreement on tasks and goals, and the bond",
    respondent="the patient",
    ages="adults",
    source=_HATCHER,
    direction=Direction.HIGHER_IS_BETTER,
    scorings=(
        Scoring("sum", 12, 60, _SUM),
        Scoring("mean", 1, 5, _HATCHER, step=None),
    ),
    missing_items=(RECORDED_TOTAL,),
    licence=Licence(
        "check the licence with the holder of the rights before use",
        MayEmbed.ON_CONDITIONS,
        Basis("Horvath, Working Alliance Inventory web page", Evidence.GENERAL),
    ),
    notes=(
        "Reported as a sum or as a mean; a contract must say which.",
        "Few answer low: never a sole reason to pay.",
    ),
)
