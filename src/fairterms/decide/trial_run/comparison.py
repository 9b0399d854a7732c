"""Two versions of the terms on the same made-up years."""

from collections.abc import Callable
from dataclasses import dataclass

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.decide.trial_run.blocks import figures_table, quick_price_blocks
from fairterms.decide.trial_run.case import case_of
from fairterms.decide.trial_run.changed_terms import TermChange, changed_terms
from fairterms.decide.trial_run.prepared import Prepared, refusal_of
from fairterms.decide.trial_run.quick_prices import prices_given_the_rest
from fairterms.decide.trial_run.run import FIRST, Side, check_years, compared_sides, side
from fairterms.decide.trial_run.slider import Settings
from fairterms.payment import binding
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.simulate.clause_price.price_list import ClausePrices
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.page.forecast_section import loss_curve

NAMES = ("First version", "Second version")

Tell = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two versions of the terms.

    Attributes
    ----------
    changes
        What the second version says differently.
    first, second
        The same years under each.
    difference
        Second less first, in net margin, year by year.
    prices
        What striking each clause today is worth, in the first and in the second.
    """

    changes: tuple[TermChange, ...]
    first: Side
    second: Side
    difference: Outcome
    prices: tuple[ClausePrices, ClausePrices]


def compared(
    prepared: Prepared,
    text_a: str,
    text_b: str,
    years: int = FIRST,
    tell: Tell = lambda _: None,
) -> Comparison:
    """Compare two versions of terms.toml on the years of a prepared deal.

    Parameters
    ----------
    prepared
        It says what the year may bring; its own terms do not count.
    text_a, text_b
        The two versions.
    years
        How many years.
    tell
        Called with a short sentence before each part.

    Raises
    ------
    Refusal
        When a version has a problem, does not cover the year, or cannot be settled.
    """
    check_years(years)
    versions = [_contract(text, name) for text, name in zip((text_a, text_b), NAMES, strict=True)]
    first, second = (_side(prepared, one, years, tell) for one in versions)
    tell("Pricing every clause")
    neutrals = prepared.declared.neutrals
    prices = tuple(
        prices_given_the_rest(one.case.deal, one.contract, one.years, neutrals)
        for one in (first, second)
    )
    return Comparison(
        changed_terms(*versions),
        first,
        second,
        compared_sides(second, first),
        (prices[0], prices[1]),
    )


def comparison_blocks(found: Comparison) -> list[Block]:
    """Show two versions of the terms side by side, under a heading of the second level.

    Parameters
    ----------
    found
        The comparison.
    """
    words = tuple(one.words for one in found.changes)
    changes: Block = Bullets(words) if words else Prose("Both versions say the same.")
    nets = [(NAMES[0], found.first.settled.net), (NAMES[1], found.second.settled.net)]
    blocks: list[Block] = [
        Heading(2, "Two versions of the terms", "comparison"),
        changes,
        figures_table(NAMES, found.first, found.second, found.difference, "comparison"),
        loss_curve(nets, found.first.case.deal.appetite),
    ]
    for name, prices in zip(NAMES, found.prices, strict=True):
        anchor = f"comparison-{name.split()[0].lower()}"
        blocks.append(Heading(3, f"{name}: what each clause is worth", anchor))
        blocks += quick_price_blocks(prices, anchor)
    return blocks


def _contract(text: str, name: str) -> Contract:
    reading = read_text(text, f"terms.toml ({name.lower()})")
    if reading.contract is None:
        raise refusal_of(reading.problems)
    bound = binding.problems(reading.contract)
    # A number that a later year lacks keeps no other year from being settled.
    wrong = (*reading.problems, *(one for one in bound if one.code != "not-stated"))
    if wrong:
        raise refusal_of(wrong)
    return reading.contract


def _side(prepared: Prepared, contract: Contract, years: int, tell: Tell) -> Side:
    settings: Settings = {}
    return side(case_of(prepared.with_terms(contract), settings), years, tell)
