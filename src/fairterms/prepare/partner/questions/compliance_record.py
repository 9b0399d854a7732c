"""Whether the plan keeps the law."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="compliance_record",
    title="Compliance",
    text="Does the plan keep the law, and how does it show that?",
    why=(
        "A plan that broke rules on mental health care before may do so again, and its partners "
        "are drawn in."
    ),
    theme=Theme.DILIGENCE,
    requirements=("R-D11",),
    good=(
        "A compliance programme with an officer, no open order of a regulator on mental health "
        "care, licences in force."
    ),
    warning="Orders or fines for denying mental health care, or no answer to the question.",
    evidence=(
        "the licence and its last day",
        "orders and market-conduct reports of the regulator",
        "the plan's analysis of parity",
        "a search of the federal exclusion lists",
    ),
    hints=(
        "parity-terms",
        "bh-record-privacy",
        "retaliation-protection",
    ),
)
