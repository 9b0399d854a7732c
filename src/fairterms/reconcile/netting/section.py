"""The netting levels of a statement, as part of a page."""

from decimal import Decimal

from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.inline import Strong
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.reconcile.arithmetic.few_people import is_few
from fairterms.reconcile.arithmetic.relations import named
from fairterms.reconcile.netting.cost_case import PRINTED, CostCase
from fairterms.reconcile.netting.hypotheses import Netting, NettingHypothesis
from fairterms.units.quantity import MONEY, write

ANCHOR = "netting-levels"
Names = tuple[str, ...]
"""What each case of the costs is called on the page."""


def netting_blocks(
    netting: Netting, level: int = 2, *, own_room: bool = False
) -> tuple[Block, ...]:
    """Return the table of levels, what reproduces the payment and what the header asks for.

    Parameters
    ----------
    netting
        The levels, worked out.
    level
        The level of the section's heading.
    own_room
        Whether the page stays with the group; else numbers about 1 to 10 people are left out.
    """
    heading = Heading(level, "At which level savings and losses are added", ANCHOR)
    if netting.unknown:
        ask = "Ask the plan for target, cost and shared amount of every part, and for both shares."
        sentence = f"This cannot be worked out: {netting.unknown}. {ask}"
        return (heading, Prose(sentence), *_implied(netting))
    names = tuple(_case(case, own_room=own_room) for case in netting.cases)
    return (
        heading,
        Prose(
            "A contract may add the results of all parts and share the sum, or share each part "
            "by itself. The same costs then give different payments. The shares used here are "
            "implied by the statement’s own lines; the statement does not state them."
        ),
        *_implied(netting),
        _levels(netting, names),
        _answer(netting, names),
    )


def _implied(netting: Netting) -> tuple[Block, ...]:
    rows = tuple(
        Row((one.name, one.written, str(len(one.lines)), str(len(one.against))))
        for one in netting.implied
    )
    if not rows:
        return ()
    columns = (
        Column("What"),
        Column("Implied", "right"),
        Column("Lines that agree", "right"),
        Column("Lines that do not", "right"),
    )
    return (Table("What the statement’s lines imply", columns, rows),)


def _levels(netting: Netting, names: Names) -> Table:
    """Lay out one row for each level, one column for each meaning of the costs."""
    costs = tuple(Column(_costs(name), "right") for name in names)
    reproducing = {one.level.id for one, _ in netting.reproducing}
    asked = netting.asked_hypothesis
    rows = []
    for one in netting.hypotheses:
        signs = [
            "gives the printed amount" if one.level.id in reproducing else "",
            "asked for by the header" if one is asked else "",
        ]
        amounts = tuple(_dollars(amount) for amount in one.amounts)
        note = "; ".join(sign for sign in signs if sign)
        rows.append(Row((_named(one), *amounts, note), "highlight" if one is asked else ""))
    return Table(
        "Payment at each netting level",
        (Column("Level"), *costs, Column("Remark")),
        tuple(rows),
        "A minus sign means that the group owes. Amounts are rounded to the cent once at the end.",
    )


def _case(case: CostCase, *, own_room: bool) -> str:
    """Name a case; a repair about 1 to 10 people is not told outside the group's room."""
    if is_few(case.people) and not own_room:
        return "the cost of a small part is repaired"
    return case.words


def _costs(name: str) -> str:
    return f"Costs {name}" if name == PRINTED else f"If {name}"


def _named(one: NettingHypothesis) -> str:
    return "; or ".join(level.words for level in one.levels)


def _answer(netting: Netting, names: Names) -> Block:
    """Say which level gives the printed amount, which is asked for, and the dollars between."""
    if netting.payment is None:
        return Callout(
            "note",
            "The statement prints no payment for the whole, so no level can be named.",
            (Prose("Ask the plan for the amount it pays or claims for all parts together."),),
        )
    return Callout(
        "warning" if netting.difference else "note", _title(netting), _sentences(netting, names)
    )


def _title(netting: Netting) -> str:
    assert netting.payment is not None, "an answer is about a printed payment"
    found = list(dict.fromkeys(one.level.id for one, _ in netting.reproducing))
    if not found:
        return f"No level gives the printed {netting.payment.value}"
    verb = "gives" if len(found) == 1 else "give"
    return f"{' and '.join(found).capitalize()} {verb} the printed {netting.payment.value}"


def _sentences(netting: Netting, names: Names) -> tuple[Prose, ...]:
    assert netting.payment is not None, "an answer is about a printed payment"
    said = [Prose((Strong(named(netting.payment)), f" is printed as {netting.payment.value}."))]
    if not netting.reproducing:
        said.append(Prose("Ask the plan how it came to the amount."))
    asked, difference = netting.asked_hypothesis, netting.difference
    if asked is None or netting.asked is None or difference is None:
        why = "The contract header was not sent, or does not give its cohorts different models"
        said.append(Prose(f"{why}; see the contract for the level."))
        return tuple(said)
    said.append(
        Prose(
            f"The header gives its cohorts different payment models, so it asks for: "
            f"{netting.asked.words}. That is {_dollars(asked.amounts[0])} on the printed costs, "
            f"{_more(difference.amount)} than is printed."
        )
    )
    others = [
        f"{_dollars(amount)} if {name}"
        for name, amount in zip(names[1:], asked.amounts[1:], strict=True)
    ]
    if others:
        said.append(
            Prose(f"With the costs repaired it is {' and '.join(others)}. Ask which is right.")
        )
    return tuple(said)


def _more(amount: Decimal) -> str:
    if not amount:
        return "no other amount"
    side = "more" if amount > 0 else "less"
    return f"{_dollars(abs(amount))} {side} for the group"


def _dollars(amount: Decimal) -> str:
    return write(amount, MONEY)
