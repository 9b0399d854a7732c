"""Which aims both sides share, with a measure."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="shared_mission",
    title="Shared aims",
    text="Which aims do both sides share, and where are they written with a measure?",
    why=(
        "Aims that nobody measures are slogans. Shared aims with an owner and a measure settle "
        "disputes before they begin."
    ),
    theme=Theme.FIT,
    requirements=("R-D9",),
    good="A short list of aims in the contract, each with a measure, an owner and a day.",
    warning="Better, cheaper, faster care for all, without saying who pays.",
    evidence=(
        "the aims as the plan writes them for itself",
        "who at the plan is held to them",
    ),
    checks=("shared-objectives",),
    hints=("slogan-rhetoric",),
)
