"""Question 1: whether a stop-loss or loss cap is agreed."""

from fairterms.review import safeguards
from fairterms.review.scorecard import Answer, Material, Question, evidence_of
from fairterms.review.weighing import Because, Scales, absent, does_not_apply, weigh
from fairterms.units.finding import Evidence

_CHECKS = ("stop-loss", "loss-cap")
_BECAUSE = Because(
    yes=(
        "The text or the terms state an amount above which a loss, or one costly "
        "patient, no longer counts"
    ),
    no="The text says that losses have no limit",
    absent="The whole text was read, and no limit on losses is in it",
    doubt="A limit is named without its amount, or losses are owed and no limit was found",
    nothing=("Some of your pay is at risk, and no limit with an amount was found in what was read"),
)


def _answer(material: Material) -> Answer:
    reading = material.reading
    stated = material.stated("stop_loss", "loss_cap")
    if not stated and not reading.features.has_downside:
        return does_not_apply(
            "The agreement asks for no money back by results, so there is no loss to limit."
        )
    met = (
        *safeguards.LOSS_CAP.seen(reading),
        *safeguards.STOP_LOSS.seen(reading),
        *stated,
    )
    seen = evidence_of((*material.plain(*_CHECKS), *material.unclear(*_CHECKS)))
    contrary = safeguards.NO_LIMIT.seen(reading) or _nowhere(material, met)
    scales = Scales(met, contrary, () if met else seen, seen)
    return weigh(material, scales, _BECAUSE)


def _nowhere(material: Material, met: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return a verified absence where neither limit is so much as named."""
    if met or safeguards.STOP_LOSS_NAMED.seen(material.reading) or not material.plain("loss-cap"):
        return ()
    return absent(material, safeguards.LOSS_CAP.words, safeguards.STOP_LOSS.words)


QUESTION = Question(
    id="gf_q01",
    text="Is a stop-loss or loss cap agreed?",
    rule=(
        "Yes when an amount is stated in dollars or per cent. Unclear when a limit is only named; "
        "no when the text was read whole and none is in it, or it says that there is none."
    ),
    checks=_CHECKS,
    answer=_answer,
)
