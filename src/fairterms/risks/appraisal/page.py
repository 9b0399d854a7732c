"""The risk pages: the whole register with its numbers, and the part that a decision needs."""

from datetime import date

from fairterms.publish.blocks import Block, Callout, Contents, Heading, Prose
from fairterms.publish.page import Report
from fairterms.risks.appraisal.appraised import Appraisal
from fairterms.risks.appraisal.losses_section import loss_blocks, objective_blocks
from fairterms.risks.appraisal.register_section import record_blocks, value_blocks
from fairterms.risks.appraisal.wording import mean
from fairterms.risks.control.page import LossWords, control_blocks
from fairterms.risks.control.rcm import NamedImpact
from fairterms.risks.matrix.page import matrix_blocks

ANCHOR = "risks"

_FOOTER = (
    "Made with Fairterms. It helps you ask better questions; it is not legal advice.",
    "People are named by their role; nothing here is of a patient.",
)


def risk_report(
    appraisal: Appraisal, on: date, deal: str, proposals: tuple[Block, ...] = ()
) -> Report:
    """Build the page of all risks.

    Parameters
    ----------
    appraisal
        The register with its numbers.
    on
        The day the page holds for.
    deal
        The deal's name.
    proposals
        What the library proposes, as blocks.
    """
    blocks: list[Block] = [
        Contents(),
        Heading(2, "What may go wrong, and what it may cost", f"{ANCHOR}-losses"),
        *_about(appraisal),
        *loss_blocks(appraisal, ANCHOR),
        *objective_blocks(appraisal, ANCHOR),
        *_matrix(appraisal),
        *control_blocks(named(appraisal), appraisal.register.controls, on, _words(appraisal)),
        *proposals,
        *value_blocks(appraisal.register, ANCHOR),
        *record_blocks(appraisal.register, on, ANCHOR),
    ]
    return Report(
        title=f"{deal}: risks to what both sides want",
        subtitle=f"As the register stood on {on.isoformat()}",
        blocks=tuple(blocks),
        footer=_FOOTER,
        made_on=on.isoformat(),
    )


def risk_section(appraisal: Appraisal) -> list[Block]:
    """Show what a decision needs: losses, what is bearable, and the map.

    Parameters
    ----------
    appraisal
        The register with its numbers.
    """
    return [
        Heading(2, "What may go wrong, and what it may cost", ANCHOR),
        *_about(appraisal),
        *loss_blocks(appraisal, ANCHOR),
        *objective_blocks(appraisal, ANCHOR),
        *_matrix(appraisal),
    ]


def named(appraisal: Appraisal) -> tuple[NamedImpact, ...]:
    """Name the impacts of open risks in words."""
    return tuple(
        NamedImpact(one.impact.id, one.risk.event, one.objective.measure)
        for one in appraisal.impacts
    )


def _about(appraisal: Appraisal) -> list[Block]:
    if not appraisal.impacts:
        words = "The register has no open risk. A risk stands against an objective: add both."
        return [Callout("note", words)]
    blocks: list[Block] = []
    beyond = [one for one in appraisal.objectives if one.beyond and one.beyond.is_breached]
    if beyond:
        places = "; ".join(one.objective.measure for one in beyond)
        title = f"Losses are likelier than is bearable, against: {places}."
        blocks.append(Callout("warning", title))
    if appraisal.about:
        blocks.append(Prose(f"Computed losses come from {appraisal.about}."))
    return blocks


def _matrix(appraisal: Appraisal) -> list[Block]:
    placed = appraisal.placed
    if placed is None:
        return []
    return matrix_blocks(placed.version, placed.lint, placed.risks, placed.releveled)


def _words(appraisal: Appraisal) -> dict[str, LossWords]:
    return {
        one.impact.id: LossWords(
            mean(one.losses.inherent) if one.is_inherent else "not known",
            mean(one.losses.claimed),
            mean(one.losses.proven),
        )
        for one in appraisal.impacts
        if one.losses is not None
    }
