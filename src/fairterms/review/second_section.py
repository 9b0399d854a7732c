"""What a second reader proposed, as a part of the page of findings."""

from collections.abc import Mapping
from typing import Any

from fairterms.publish.blocks import Block, Heading, Prose, Quote
from fairterms.publish.inline import Strong
from fairterms.review import wording
from fairterms.review.check import Check
from fairterms.review.second_reader import SecondReading


def blocks(said: SecondReading, reader: str, checks: Mapping[str, Check]) -> list[Block]:
    """Show the proposals as questions, and count what was dropped.

    Parameters
    ----------
    said
        What the second reader said.
    reader
        Its name and where it stands, as the user named them.
    checks
        Every check by its id.
    """
    shown: list[Block] = [
        Heading(2, "Questions of a second reader", "second-reader"),
        Prose(
            f"{reader} read the text too. It may be wrong, and it changed no finding above. Each "
            "passage was looked up: the words stand in the document as quoted."
        ),
        Prose(summary(said)),
    ]
    for proposal in sorted(said.proposals, key=lambda one: not one.settles_unclear):
        about = "what the checks could not tell" if proposal.settles_unclear else "a check"
        shown += [
            Prose((Strong(f"Is this about {about}: {checks[proposal.check].title}?"),)),
            Quote(wording.tidy(proposal.quote.text), wording.place(proposal.quote), proposal.why),
        ]
    return shown


def summary(said: SecondReading) -> str:
    """Say in one sentence what came back."""
    told = (
        f"{len(said.proposals)} passages to ask about; {said.agreed} that a finding quotes "
        f"already; {said.invented} quotations that do not stand in the document were dropped; "
        f"{said.unknown} answers named no check of ours."
    )
    if said.failures:
        told += f" {len(said.failures)} of {said.parts} parts got no answer: {said.failures[0]}."
    return told


def as_record(said: SecondReading) -> dict[str, Any]:
    """Return the same for other programs."""
    return {
        "proposals": [
            {
                "check": one.check,
                "document": one.quote.document,
                "page": one.quote.page,
                "start": one.quote.start,
                "end": one.quote.end,
                "text": one.quote.text,
                "why": one.why,
                "settles_unclear": one.settles_unclear,
            }
            for one in said.proposals
        ],
        "agreed": said.agreed,
        "invented": said.invented,
        "unknown": said.unknown,
        "parts": said.parts,
        "failures": list(said.failures),
    }
