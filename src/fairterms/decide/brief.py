"""What a negotiation brief is made of, taken from the basis of a decision."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from fairterms.contract.deal import Appetite
from fairterms.decide import good_faith_section
from fairterms.decide.basis import Basis, features_of
from fairterms.decide.basis_section import identity
from fairterms.decide.trades_section import blocks_of
from fairterms.decide.wording import counted, spoken
from fairterms.negotiate.bargain.logroll import short_words_of
from fairterms.negotiate.brief.material import Material, Years
from fairterms.prepare.data_demand.page import data_demand_summary_blocks
from fairterms.prepare.data_demand.sample import Result
from fairterms.prepare.goals import reader as goal_reader
from fairterms.prepare.goals.page import goals_summary_blocks
from fairterms.prepare.readiness.page import criterion_blocks
from fairterms.prepare.steps.page import steps_summary_blocks
from fairterms.publish.blocks import Block, Heading
from fairterms.review import tactics, wording
from fairterms.review.filled_cards import filled
from fairterms.review.scorecard import Line, Reply
from fairterms.review.scorecard import Material as Cards
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.units.dollars import dollars
from fairterms.units.finding import QuoteEvidence

_NOT_RAISED = re.compile(r", so (?:the question does not arise|there is no )")
"""How the review says that an agreement does not raise a question."""
LEVERAGE = "leverage"
"""The criterion of readiness that says how well the group can decline."""

SAMPLE_QUESTION = "gf_q15"
"""The good-faith question that an accepted sample of the plan's data answers."""

MOST_CLAUSES = 6
"""Clauses named as being on the table; the rest are counted."""


def material_of(basis: Basis, today: date) -> Material:
    """Return what the brief of a deal is made of.

    Parameters
    ----------
    basis
        What the other rooms found.
    today
        The day on which the log is looked at.

    Returns
    -------
    Material
        Everything the brief shows; what nobody knows is empty, or says why.
    """
    deal = basis.deal
    cards = good_faith_section.material(basis, today) if basis.documents else None
    return Material(
        deal=deal.name,
        group=deal.group.name,
        plan=deal.plan.name,
        command=deal.folder.as_posix(),
        on_the_table=_on_the_table(basis),
        answer=basis.decision.answer.value,
        reasons=basis.decision.reasons,
        asks=basis.position.asks,
        years=_years(basis),
        where_to_stop=_limits(deal.appetite),
        who_agrees=_who_agrees(basis),
        trades=tuple(blocks_of(basis.position.trades)),
        suggestions=_suggestions(basis),
        log=basis.position.log,
        missing=deal.missing,
        unstated=basis.loaded.unstated,
        good_faith=tuple(one for one in _unclear(cards) if not _is_answered(one, basis)),
        signs=tactics.signs(cards) if cards else (),
        leverage=tuple(_leverage(basis)),
        places=_places(basis),
        identity=identity(basis),
    )


def _suggestions(basis: Basis) -> tuple[str, ...]:
    bargain = basis.position.trades.bargain
    if bargain is None:
        return ()
    return tuple(short_words_of(one, bargain.positions.issues) for one in bargain.trades)


def _leverage(basis: Basis) -> list[Block]:
    """Show what gives the group weight: its leverage, both sides' goals, the data, the steps."""
    found = basis.preparation
    if found is None:
        return []
    judged = [one for one in found.readiness.judged if one.criterion.name == LEVERAGE]
    return [
        Heading(2, "What gives the group weight", "leverage"),
        *[block for one in judged for block in criterion_blocks(one)],
        *goals_summary_blocks(found.prepared.goals),
        *data_demand_summary_blocks(found.prepared.data),
        *steps_summary_blocks(found.prepared.steps),
    ]


def _on_the_table(basis: Basis) -> tuple[str, str]:
    contract = basis.contract
    names = [clause.title or spoken(clause.id) for clause in contract.clauses]
    short = [name.partition(":")[0].partition(" (")[0] for name in names]
    more = len(names) - MOST_CLAUSES
    rest = f", and {counted(more, 'more clause')}" if more > 0 else ""
    owes = (
        "The group can owe money back"
        if features_of(contract, basis.deal).has_downside
        else "No clause has the group owe money back by its results"
    )
    offer = f", with {basis.deal.offer.title}" if basis.deal.offer else ""
    return (
        f"{contract.name}, from {contract.starts} to {contract.ends}{offer}",
        f"{owes}; what moves money: {', '.join(short[:MOST_CLAUSES])}{rest}",
    )


def _years(basis: Basis) -> Years | None:
    outlook = basis.ahead.outlook
    year = outlook.forecast.riskiest if outlook else None
    if year is None:
        return None
    found = year.forecast
    return Years(year.period.first.year, Outcome(found.net_margin, found.worst_years, found.loses))


def _limits(appetite: Appetite | None) -> tuple[str, ...]:
    if appetite is None:
        return ()
    signing = (
        f"Do not sign if an average year leaves less than {dollars(appetite.least_margin)}, or if "
        f"a bad one loses more than {dollars(appetite.largest_loss)}."
    )
    return (
        signing,
        f"A loss beyond {dollars(appetite.walk_away_loss)} ends the talks.",
    )


def _who_agrees(basis: Basis) -> tuple[str, ...]:
    signer = goal_reader.read(basis.deal.folder).who_signs
    if not signer:
        return ()
    return (
        f"For the group: only the {signer.removeprefix('the ')}.",
        f"Ask who may agree for {basis.deal.plan.name}",
    )


def _unclear(cards: Cards | None) -> tuple[Line, ...]:
    """Return the good-faith questions without a clear answer; none of other agreements."""
    if cards is None or not cards.reading.is_provider_agreement:
        return ()
    good_faith, *_ = filled(cards)
    unclear = (one for one in good_faith.lines if one.answer.reply is Reply.UNCLEAR)
    return tuple(one for one in unclear if not _NOT_RAISED.search(one.answer.because))


def _is_answered(line: Line, basis: Basis) -> bool:
    """Tell whether the folder answers what the text and the log leave open: the plan's sample."""
    if line.question.id != SAMPLE_QUESTION or basis.preparation is None:
        return False
    return basis.preparation.prepared.data.sample.result is Result.ACCEPTED


def _places(basis: Basis) -> Mapping[QuoteEvidence, str]:
    return dict(_located(basis))


def _located(basis: Basis) -> Iterator[tuple[QuoteEvidence, str]]:
    documents = {one.name: one for one in basis.documents}
    for ask in basis.position.asks.asks:
        for finding in ask.findings:
            for quote in wording.quotes_of(finding):
                document = documents.get(quote.document)
                if document is not None:
                    yield quote, document.locator(quote.start)
