"""How many of the plan's members the group treats."""

from fairterms.prepare.partner.question import Question, Theme

QUESTION = Question(
    name="members_in_common",
    title="Members in common",
    text="How many of this plan's members does the group treat, and could it treat?",
    why=(
        "A contract on results needs enough patients of this plan. With few of them chance "
        "decides, and the plan has little reason to listen."
    ),
    theme=Theme.FIT,
    requirements=("R-D9",),
    good="A number for each of the last two years, counted by both sides in the same way.",
    warning="The plan names a number of lives in its market, not of patients treated here.",
    evidence=(
        "a count of members treated in each of the last two years, by month",
        "the plan's own list, to compare with the group's",
    ),
    hints=("attribution-method",),
)
