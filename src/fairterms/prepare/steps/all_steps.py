"""The twenty-two steps, in the order to take them (our choice)."""

from fairterms.prepare.steps import own_side, the_deal, the_talks
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Judged, Step, together

STEPS: tuple[Step, ...] = (
    Step(
        "value-case",
        "Say what you bring",
        "The other side pays for results it can see; a case in two sentences opens the talks.",
        ("R-F1", "R-F3"),
        own_side.value_case,
    ),
    Step(
        "own-records",
        "Test your own records",
        "A figure that the other side can pick apart is worse than none.",
        ("R-F1",),
        own_side.own_records,
    ),
    Step(
        "documents",
        "Gather every document that binds",
        "A manual that was never read can change the price of every clause.",
        ("R-F11",),
        the_deal.documents,
    ),
    Step(
        "terms",
        "Write the payment terms as data",
        "What both sides can compute, nobody needs to argue about.",
        ("R-F11",),
        the_deal.terms,
    ),
    Step(
        "costs",
        "Cost the work",
        "A payment that is less than its work is a loss with a good name.",
        ("R-F1", "R-F9"),
        own_side.costs,
    ),
    Step(
        "walk-away",
        "Set your limits",
        "A limit set before the talks is a decision; one set during them is a mood.",
        ("R-F1",),
        own_side.walk_away,
    ),
    Step(
        "alternatives",
        "Know what you do without this deal",
        "Who has another way can take the time a good deal needs.",
        ("R-F3",),
        own_side.alternatives,
    ),
    Step(
        "interests",
        "Write the goals of both sides",
        "Positions collide; the goals behind them often do not.",
        ("R-F2", "R-D10"),
        the_talks.interests,
    ),
    Step(
        "diligence",
        "Ask about the plan",
        "How a partner kept its word before is the best guess at how it will.",
        ("R-D9", "R-D11"),
        the_deal.diligence,
    ),
    Step(
        "other-contracts",
        "Align the goals with other contracts",
        "The same patient counted two ways is work twice and a result that means nothing.",
        ("R-F6",),
        the_talks.other_contracts,
    ),
    Step(
        "definitions",
        "Have every word defined that moves money",
        "A word that each side reads in its own way is settled by the one who pays.",
        ("R-F4",),
        the_deal.definitions,
    ),
    Step(
        "baselines",
        "Work out each measure from your own past",
        "A target is fair or not against what you and others reach today.",
        ("R-F4",),
        the_deal.baselines,
    ),
    Step(
        "sample",
        "Test a sample of the plan's data",
        "Without data nobody can see a loss coming: no data, no risk.",
        ("R-F5",),
        the_deal.sample,
    ),
    Step(
        "responsibilities",
        "Settle who does and pays what",
        "Work that nobody was given, or nobody pays for, ends with the clinicians.",
        ("R-F9", "R-G2"),
        the_deal.responsibilities,
    ),
    Step(
        "risks",
        "Write down the risks",
        "What can go wrong is talked about calmly only before it has.",
        ("R-F4",),
        the_deal.risks,
    ),
    Step(
        "team",
        "Name the team and its roles",
        "One leads, one counts, one reads, one writes down; nobody does all four at once.",
        ("R-F1", "R-F9"),
        own_side.team,
    ),
    Step(
        "criteria",
        "Find objective criteria",
        "“The law, the guide and our own records say so” is calmer than “we want”.",
        ("R-F2",),
        the_talks.criteria,
    ),
    Step(
        "options",
        "Prepare several options",
        "Three offers that are worth the same to you show what the other side prefers.",
        ("R-F2", "R-F4"),
        the_talks.options,
    ),
    Step(
        "asks",
        "Choose the asks, with their wording",
        "An ask that comes with its sentence is answered; a complaint is heard.",
        ("R-F4", "R-F8"),
        the_talks.asks,
    ),
    Step(
        "concessions",
        "Know what you can give, and for what",
        "What is cheap to you and dear to them buys what is cheap to them and dear to you.",
        ("R-F2",),
        the_talks.concessions,
    ),
    Step(
        "talks",
        "Know the signs of tactics; keep the log",
        "A calm reply prepared is better than a sharp one made up, and a log ends most disputes.",
        ("R-F2", "R-F7"),
        lambda deal: together(the_talks.tactics(deal), the_talks.log(deal)),
    ),
    Step(
        "counsel",
        "Have counsel read, and know who may sign",
        "Counsel reads before anybody signs, and says what may be shared with other groups.",
        ("R-F10", "R-F11"),
        lambda deal: together(
            own_side.counsel(deal), the_talks.lawful_voice(deal), own_side.signing(deal)
        ),
    ),
)
"""Every step."""


def judge(deal: DealShows) -> tuple[Judged, ...]:
    """Judge every step.

    Parameters
    ----------
    deal
        What the deal folder shows.

    Returns
    -------
    tuple of Judged
        In the order of :data:`STEPS`, numbered from 1.
    """
    return tuple(
        Judged(number, step, step.judge(deal)) for number, step in enumerate(STEPS, start=1)
    )
