"""Signs of adhesion: a form that one side writes and the other can only take or leave.

Signs are information and no fault. A form deserves a closer reading; whether it is fair depends on
its terms, and on what happened when it was offered, of which the text says nothing.
"""

from fairterms.review import mutual_terms
from fairterms.review.signs import Sign, always

_NO_LOG = "Who proposed and refused what is not in the text, and no log is kept in what was given."

ADHESION = (
    Sign(
        "adhesion_drafted",
        "Drafted by one side",
        ("standard-form-signs", "drafter-rule-waived"),
        (mutual_terms.BOTH_DRAFTED,),
        applies=always,
        caution=_NO_LOG,
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
        caution=_NO_LOG,
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
