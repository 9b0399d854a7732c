"""Eighteen concerns about incentive programmes, each looked for in the text."""

from fairterms.review import care_safeguards, mutual_terms, safeguards
from fairterms.review.cards import GOOD_FAITH
from fairterms.review.safeguard import Safeguard
from fairterms.review.scorecard import Answer, Material, Question, Reply
from fairterms.review.signs import Sign

_TURNED = {Reply.YES: Reply.NO, Reply.NO: Reply.YES, Reply.UNCLEAR: Reply.UNCLEAR}


def _concern(number: int, text: str, checks: tuple[str, ...], *sound: Safeguard) -> Question:
    return Sign(f"concern_{number:02}", text, checks, sound).question


def _turned(number: int, text: str, question: str) -> Question:
    """Take a question of the good-faith card whose no is the concern, and its yes the contrary."""
    asked = GOOD_FAITH[question]

    def answer(material: Material) -> Answer:
        told = asked.answer(material)
        return Answer(_TURNED[told.reply], told.because, told.evidence_against, told.evidence_for)

    rule = f"As “{asked.text}” of the good-faith card, turned round: its no is a yes here."
    return Question(f"concern_{number:02}", text, rule, asked.checks, answer)


CONCERNS = (
    _concern(
        1,
        "Goals without measures",
        ("shared-objectives", "quality-term-undefined"),
        mutual_terms.OBJECTIVES,
    ),
    _concern(
        2,
        "Governance at will",
        ("incentive-at-will", "measure-change", "amend-unilateral"),
        mutual_terms.BOTH_SIGN,
    ),
    _concern(
        3,
        "Rewards unrelated to what clinicians do",
        ("quality-term-undefined",),
        care_safeguards.MEASURES,
    ),
    _concern(4, "No controls or exception route", ("controls-exceptions",), mutual_terms.CONTROLS),
    _concern(
        5,
        "No fair sharing of risk",
        ("gain-loss-asymmetry", "loss-cap", "risk-phase-in"),
        safeguards.LOSS_CAP,
    ),
    _turned(6, "No risk adjustment", "gf_q10"),
    _concern(7, "Hidden benchmark", ("benchmark-method",), safeguards.FORMULA),
    _concern(
        8,
        "Ratcheting targets",
        ("benchmark-ratchet", "measure-change"),
        safeguards.FIXED_TARGETS,
    ),
    _concern(
        9,
        "Unclear attribution",
        ("attribution-method", "new-member-rule"),
        safeguards.ATTRIBUTION,
    ),
    _concern(
        10,
        "Small numbers and all-or-nothing gates",
        ("quality-gate",),
        mutual_terms.SMALL_NUMBERS,
    ),
    _concern(11, "Late or missing data", ("data-feed",), safeguards.DATA_FILES),
    _concern(
        12,
        "Results nobody can check",
        ("audit-of-plan", "reconciliation-terms"),
        safeguards.OPEN_RESULTS,
    ),
    _turned(13, "Work without pay", "gf_q08"),
    _concern(
        14,
        "Rules kept outside the contract",
        ("vbp-terms-outside", "manual-incorporated"),
        mutual_terms.OWN_DOCUMENTS,
    ),
    _concern(
        15,
        "Pay for less care or easier patients",
        ("care-limiting-incentive",),
        mutual_terms.CLINICAL_JUDGMENT,
    ),
    _turned(16, "High need punished", "gf_q16"),
    _concern(
        17,
        "No early warning and no joint review",
        ("leading-indicators", "meeting-cadence"),
        mutual_terms.EARLY_SIGNS,
        safeguards.JOINT_MEETINGS,
    ),
    _concern(
        18,
        "Individual ranking and gaming",
        ("group-reward-rule",),
        mutual_terms.GROUP_LEVEL,
    ),
)
"""The concerns, in order. "Yes" means that the concern is seen."""
