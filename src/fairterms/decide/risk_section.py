"""What may go wrong: the register with its numbers, and what the library proposes."""

from fairterms.decide.basis import Basis
from fairterms.decide.risk_study import RiskStudy
from fairterms.decide.wording import counted
from fairterms.publish.blocks import Block, Callout, Prose
from fairterms.publish.inline import Code
from fairterms.risks.appraisal.page import risk_section as appraised_section
from fairterms.risks.library.page import library_blocks, summary_blocks

_NO_REGISTER = (
    "The deal has no risks.toml: nobody has said what both sides want, and what may keep them from "
    "it. Start from the proposals below."
)


def risk_section(basis: Basis) -> list[Block]:
    """Show the register, if there is one, and in one table what the library proposes."""
    study = basis.position.risks
    heading, *proposed = summary_blocks(study.woken, study.registered)
    if study.appraisal is None:
        # Without a section of its own the advice stands under the heading of what is proposed.
        return [heading, *_register(study), *proposed, _more(basis)]
    return [*_register(study), heading, *proposed, _more(basis)]


def proposal_blocks(study: RiskStudy) -> list[Block]:
    """Show everything the library proposes."""
    return library_blocks(study.woken, study.registered)


def _register(study: RiskStudy) -> list[Block]:
    blocks: list[Block] = []
    if study.problems:
        number = counted(len(study.problems), "problem")
        title = f"risks.toml has {number}; what is concerned is left out."
        blocks.append(Callout("warning", title))
    if study.appraisal is None:
        return [*blocks, Callout("note", _NO_REGISTER)]
    return [*appraised_section(study.appraisal), *blocks]


def _more(basis: Basis) -> Block:
    command = Code(f"fairterms risks {basis.deal.folder.as_posix()}")
    words = "Controls, indicators, incidents and each proposal in full: "
    return Prose((words, command, "."))
