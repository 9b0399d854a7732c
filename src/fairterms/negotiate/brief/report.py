"""The brief as one report: page one, then all that stands behind it."""

from datetime import date

from fairterms.negotiate.ask.page import ask_blocks
from fairterms.negotiate.brief.calm_replies import reply_blocks
from fairterms.negotiate.brief.material import Material
from fairterms.negotiate.brief.phrasing import within
from fairterms.negotiate.brief.position_page import position_blocks
from fairterms.negotiate.brief.questions import question_blocks, question_groups
from fairterms.negotiate.brief.redline import changes_of_words, redline_blocks
from fairterms.negotiate.brief.talks_so_far import talk_blocks
from fairterms.publish.blocks import Block, Bullets, Callout, Contents, Heading, Prose
from fairterms.publish.page import Report

FOOTER = (
    "For the group alone. Not legal advice.",
    "Made with Fairterms. Have counsel review every wording before it is used.",
)
TITLE_ROOM = 30
"""Letters of the deal's name that leave the title on one line of page one."""
_NO_TRADES = (
    "Nobody has written down what could be traded. Write positions.toml into the deal folder: the "
    "issues, their options, and what the plan seems to want."
)
_FOR_WHOM = (
    "This brief shows where the group stops. Hand over the questions and the redline, never the "
    "rest."
)
ANTITRUST = (
    "Groups that compete must not agree with each other on prices, on fees, or on what they would "
    "refuse: that can break antitrust law. Before you talk with another group about this "
    "contract, ask counsel. “fairterms pool” shares counts of results, and refuses prices."
)
CAUTIONS = (
    "Counsel reviews every wording before it is used. This brief is not legal advice.",
    _FOR_WHOM,
    ANTITRUST,
    "Prices are of simulated years: they are no better than what the group said of its years.",
)


def brief_report(material: Material, today: date) -> Report:
    """Build the negotiation brief.

    Parameters
    ----------
    material
        What it is made of.
    today
        The day it is made, and on which the log is looked at.
    """
    return Report(
        title=f"Negotiation brief: {within(material.deal, TITLE_ROOM)}",
        subtitle=f"For {material.group} alone, about the contract offered by {material.plan}",
        blocks=(
            *position_blocks(material),
            Contents(),
            *ask_blocks(material.asks, material.command, anchor="brief-asks"),
            *_trades(material),
            *material.leverage,
            *question_blocks(material, today),
            *redline_blocks(material.asks, material.places),
            *reply_blocks(material.signs),
            *talk_blocks(material.log, today, material.command),
            *_cautions(),
        ),
        footer=FOOTER,
        made_on=today.isoformat(),
        identity=material.identity,
    )


def questions_report(material: Material, today: date) -> Report:
    """Build the questions alone, to be handed over once counsel has read them.

    Parameters
    ----------
    material
        What the brief is made of.
    today
        The day it is made, and on which the log is looked at.
    """
    opening = "We ask these questions before we go on. Please answer them in writing."
    blocks = question_groups(material, today) or [Prose("We have no questions at present.")]
    return _handed_over(material, today, ("Questions about", opening), blocks)


def redline_report(material: Material, today: date) -> Report:
    """Build the redline alone, to be handed over once counsel has read it.

    Parameters
    ----------
    material
        What the brief is made of.
    today
        The day it is made.
    """
    opening = (
        "In the order of the text. Struck words are the agreement's, added words are ours, and the "
        "others stay."
    )
    changes = changes_of_words(material.asks, material.places)
    blocks = changes or [Prose("We ask for no change of words.")]
    return _handed_over(material, today, ("Changes we ask for in", opening), blocks)


def _handed_over(
    material: Material, today: date, words: tuple[str, str], blocks: list[Block]
) -> Report:
    title, opening = words
    return Report(
        title=f"{title} the proposed agreement",
        subtitle=f"From {material.group} to {material.plan}",
        blocks=(Heading(2, "In detail", "detail"), Prose(opening), *blocks),
        footer=("A draft, to be read by counsel before it is sent.",),
        made_on=today.isoformat(),
    )


def _trades(material: Material) -> tuple[Block, ...]:
    if material.trades:
        return material.trades
    return (Heading(2, "What can be traded", "brief-trades"), Prose(_NO_TRADES))


def _cautions() -> tuple[Block, ...]:
    title = "Before you use this brief"
    return (
        Heading(2, "Cautions", "brief-cautions"),
        Callout("warning", title, (Bullets(CAUTIONS),)),
    )
