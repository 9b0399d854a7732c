"""The page of a reconciliation, and the files that go with it."""

from collections.abc import Iterator
from datetime import date

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose, Quote
from fairterms.publish.page import Report
from fairterms.reconcile.arithmetic.section import arithmetic_blocks
from fairterms.reconcile.dispute.letter import Dispute
from fairterms.reconcile.explanation_section import explanation_blocks
from fairterms.reconcile.netting.section import netting_blocks
from fairterms.reconcile.reconciliation import Reconciliation
from fairterms.reconcile.restatement.section import restatement_blocks
from fairterms.reconcile.statement.checks import is_note
from fairterms.reconcile.wording import signed
from fairterms.review import wording
from fairterms.units.dollars import dollars


def page(found: Reconciliation, audience: Audience, today: date) -> Report:
    """Write the page.

    Parameters
    ----------
    found
        The statement, worked through.
    audience
        Counts of 1 to 10 people are shown in the group's own room only.
    today
        The day it is made.
    """
    return Report(
        title=f"{found.name}: the plan's statement beside ours",
        subtitle=f"{found.statement.file}",
        blocks=tuple(_blocks(found, audience)),
        footer=("Made with Fairterms. It is not legal advice.",),
        made_on=today.isoformat(),
    )


def answer(found: Reconciliation) -> str:
    """Say in one or two sentences what became of the statement."""
    dispute = found.dispute
    if dispute is None:
        why = found.why_not.rstrip(".")
        return f"The statement could not be laid beside the terms: {why}.{_own_numbers(found)}"
    bridge, explanation = dispute.bridge, dispute.explanation
    if bridge.difference == 0 and not dispute.is_needed:
        return f"The statement and the terms agree: {dollars(bridge.plan)}."
    words = (
        f"The plan's statement says {dollars(bridge.plan)}; we come to {dollars(bridge.ours)}, "
        f"a difference of {signed(bridge.difference)}."
    )
    if bridge.total("figure"):
        words += f" Other figures than ours make {signed(bridge.total('figure'))} of it."
    if explanation.is_found:
        reasons = " and ".join(one.sentence for one in explanation.best.assumptions)
        words += f" The plan's number comes out if {reasons}."
        if explanation.ties:
            words += f" {len(explanation.ties)} other explanations fit as well."
    if explanation.rest:
        words += f" {signed(explanation.rest)} stays unexplained."
    return words


def _own_numbers(found: Reconciliation) -> str:
    """Say what the statement's own numbers show, as one more sentence or two."""
    compared, differing = len(found.examination.outcomes), len(found.examination.discrepancies)
    words = f" Of {compared} comparisons within it {differing} do not agree." if compared else ""
    netting = found.netting
    asked = netting.asked_hypothesis
    if asked is None or netting.asked is None or netting.payment is None:
        return words
    levels = dict.fromkeys(one.level.words for one, _ in netting.reproducing)
    how = " or ".join(levels) or "no level of netting gives it"
    printed, due = dollars(netting.payment.value.amount), dollars(asked.amounts[0])
    return (
        f"{words} It prints {printed} ({how}); its header asks for {due} ({netting.asked.words})."
    )


def _blocks(found: Reconciliation, audience: Audience) -> Iterator[Block]:
    yield Heading(2, "The answer", "answer")
    yield Prose(answer(found))
    yield from _deadline(found.dispute)
    yield from _problems(found)
    if found.dispute is not None:
        dispute = found.dispute
        yield from explanation_blocks(
            dispute.comparison, dispute.explanation, dispute.bridge, audience
        )
    if found.restatement is not None:
        yield from restatement_blocks(found.restatement, audience)
    if found.examination.outcomes:
        yield from arithmetic_blocks(found.examination, own_room=audience is Audience.GROUP)
    if found.netting.hypotheses:
        yield from netting_blocks(found.netting, own_room=audience is Audience.GROUP)


def _deadline(dispute: Dispute | None) -> Iterator[Block]:
    """Show until when the statement may be questioned, where something differs."""
    if dispute is None or not dispute.is_needed:
        return
    yield Heading(2, "Until when it may be questioned", "deadline")
    if not dispute.windows:
        yield Prose("The contract names no time that could be found. Write soon all the same.")
        return
    window, closes = dispute.windows[0], dispute.closes
    day = f"Until {closes.isoformat()}" if closes else "Count from the day the statement came"
    counted = "" if closes is None else f", counted from {dispute.delivered}"
    yield Prose(f"{day}{counted}: the contract gives {window.time.text}.")
    yield Quote(wording.tidy(window.quote.text), wording.place(window.quote))


def _problems(found: Reconciliation) -> Iterator[Block]:
    if not found.problems:
        return
    notes = [one for one in found.problems if is_note(one)]
    others = [one for one in found.problems if not is_note(one)]
    if others:
        listed = tuple(f"{one.what}. {one.why}. What to do: {one.fix}." for one in others)
        yield Callout("warning", "What could not be used", (Bullets(listed),))
    if notes:
        listed = tuple(f"{one.what}. {one.fix}." for one in notes)
        yield Callout("note", "Noticed on the way", (Bullets(listed),))
