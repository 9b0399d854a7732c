"""The seven tactics, each with a reply that stays calm and asks for something."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.inline import Emphasis
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.review.tactics import Signs
from fairterms.units.finding import TACTICS

ANCHOR = "brief-replies"
REPLIES: Mapping[str, str] = MappingProxyType(
    {
        "take_it_or_leave_it": (
            "“We want to sign. Which of these points could you change if we showed you what each "
            "is worth?”"
        ),
        "strategic_ambiguity": (
            "“Let us work one example together and attach it. Then nobody has to guess later.”"
        ),
        "ratcheting": (
            "“We can take that on. Here is what it costs a year; what would you add or take away "
            "for it?”"
        ),
        "network_secrecy": (
            "“To plan for our patients we need the panel and its capacity. By which day can you "
            "send them?”"
        ),
        "withheld_information": (
            "“We will gladly answer once we have the facts. Let us count the days from then.”"
        ),
        "unfunded_mandates": (
            "“This task takes our people hours. Who should pay for them, and from which amount?”"
        ),
        "weak_definitions": (
            "“Let us write down how it is counted, from whom and by when, so that both of us get "
            "the same number.”"
        ),
    }
)
"""What to say; our words."""


def reply_blocks(signs: Sequence[Signs]) -> list[Block]:
    """Show each tactic with its reply, those with the most signs first.

    Parameters
    ----------
    signs
        What the review and the log show; tactics that are not among them have none.
    """
    counts = {one.tactic: one.count for one in signs}
    ordered = sorted(TACTICS, key=lambda one: -counts.get(one, 0))
    return [
        Heading(2, "If the talk gets hard", ANCHOR),
        Prose(
            "A sign is something to ask about; it never shows what anyone intended. Do not name "
            "the tactic in the room: ask, and write down the answer."
        ),
        Table(
            "Seven tactics, and a calm reply to each",
            (Column("Tactic"), Column("Signs seen", "right"), Column("A calm reply")),
            tuple(_row(one, counts.get(one, 0)) for one in ordered),
            footnote="Signs are findings in the text and entries of the log.",
            anchor=f"{ANCHOR}-table",
        ),
    ]


def _row(tactic: str, count: int) -> Row:
    name = tactic.replace("_", " ").capitalize()
    return Row((f"{name}: {TACTICS[tactic]}", str(count), (Emphasis(REPLIES[tactic]),)))
