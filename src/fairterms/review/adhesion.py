"""Signs of adhesion: a form that one side writes and the other can only take or leave.

Signs are information and no fault. A form deserves a closer reading; whether it is fair depends on
its terms, and on what happened when it was offered: of that the log of the talks tells, if anyone
keeps one.
"""

from fairterms.correspondence.entry import Side
from fairterms.review import mutual_terms, talks
from fairterms.review.scorecard import Material
from fairterms.review.signs import Sign, always
from fairterms.units.finding import Evidence

_NO_LOG = "Who proposed and refused what is not in the text, and no log is kept in what was given."


def _offered(material: Material) -> str:
    """Say how often the plan refused a change and conceded one, or that nobody kept a log."""
    plan = talks.of_side(material, Side.PLAN)
    if plan is None:
        return _NO_LOG
    refused = len(talks.refused(material))
    return (
        f"{talks.up_to(material)} shows {_counted(refused, 'ask')} about the terms that the plan "
        f"refused, and {_counted(plan.concessions, 'concession')} by it."
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _refusals(material: Material) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Return refusals as the sign, where nothing was conceded; else concessions as the contrary."""
    conceded = talks.conceded(material)
    return (() if conceded else talks.lines(talks.refused(material))), talks.lines(conceded)


ADHESION = (
    Sign(
        "adhesion_drafted",
        "Drafted by one side",
        ("standard-form-signs", "drafter-rule-waived"),
        (mutual_terms.BOTH_DRAFTED,),
        applies=always,
        caution=_offered,
    ).question,
    Sign(
        "adhesion_power",
        "Unequal power",
        (
            "plan-discretion",
            "amend-unilateral",
            "immediate-termination",
            "assignment-one-way",
            "liability-limit",
            "indemnity-direction",
        ),
        (mutual_terms.BOTH_SIGN,),
        applies=always,
        caution="The plan's share of your income tells more, and is not in the text.",
    ).question,
    Sign(
        "adhesion_choice",
        "No real choice",
        ("amend-objection-right", "all-products", "exclusivity", "arbitration-only"),
        (mutual_terms.EITHER_MAY_LEAVE,),
        applies=always,
        caution=_offered,
        talks=_refusals,
    ).question,
    Sign(
        "adhesion_fitting",
        "No fitting to the group",
        (),
        (mutual_terms.OWN_FACTS,),
        (mutual_terms.BLANKS,),
        applies=always,
    ).question,
)
"""The four groups of signs. "Yes" means that the sign is seen."""
