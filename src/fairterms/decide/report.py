"""Build the report as a page: answer first, then money, text, asks, gaps, and what it rests on."""

from datetime import date

from fairterms.decide.ahead_section import ahead_section
from fairterms.decide.answer_section import answer_section, rule_section
from fairterms.decide.asks_section import asks_section
from fairterms.decide.basis import Basis
from fairterms.decide.basis_section import (
    identity,
    readings_section,
    scripts_section,
    terms_section,
)
from fairterms.decide.good_faith_section import good_faith_section
from fairterms.decide.money_section import money_section, worksheet_section
from fairterms.decide.offer_section import offer_section
from fairterms.decide.preparation_section import preparation_section
from fairterms.decide.records_section import records_section
from fairterms.decide.risk_section import risk_section
from fairterms.decide.text_section import text_section
from fairterms.decide.trades_section import trades_section
from fairterms.decide.unknown_section import unknown_section
from fairterms.publish.blocks import Block, Contents
from fairterms.publish.page import Report

FOOTER = (
    "Made with Fairterms. It helps you ask better questions; it is not legal advice.",
    "Have counsel review a contract before you sign it.",
)


def build(basis: Basis, made_on: date) -> Report:
    """Build the decision report.

    Parameters
    ----------
    basis
        What the other rooms found.
    made_on
        The day the report is made, for its head; nothing else depends on it.
    """
    blocks: list[Block] = [
        *answer_section(basis),
        Contents(),
        *offer_section(basis),
        *money_section(basis),
        *ahead_section(basis),
        *asks_section(basis),
        *trades_section(basis),
        *risk_section(basis),
        *preparation_section(basis),
        *records_section(basis),
        *text_section(basis),
        *good_faith_section(basis, made_on),
        *readings_section(basis),
        *unknown_section(basis),
        *rule_section(basis),
        *terms_section(basis),
        *worksheet_section(basis),
        *scripts_section(basis),
    ]
    deal = basis.deal
    return Report(
        title=f"{deal.name}: sign, negotiate or walk away?",
        subtitle=f"For {deal.group.name}, about the contract offered by {deal.plan.name}",
        blocks=tuple(blocks),
        footer=FOOTER,
        made_on=made_on.isoformat(),
        identity=identity(basis),
    )
