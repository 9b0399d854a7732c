"""What is answered to moved numbers: a first answer from few years, and a surer one from more."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from fairterms.decide.trial_run.blocks import key_numbers, trial_blocks
from fairterms.decide.trial_run.run import TrialRun, first_years, run
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.wording import for_the_web
from fairterms_web.rooms.entered import Entered
from fairterms_web.simulate.access import in_words
from fairterms_web.simulate.asked import Asked
from fairterms_web.simulate.shelf import SHELF

SURER = 2_048
"""Years of the surer answer: what a request can do in two seconds (benchmarks/web_sliders.py). The
report's years, with every price, are long work."""

Tell = Callable[[str], None]


def first(by: Entered, asked: Asked) -> TrialRun:
    """Work out a first answer; a surer one the same person waits for is given up.

    Raises
    ------
    Refusal
        When the deal cannot be settled with these settings.
    """
    SHELF.turn(by.room.id, by.actor.person)
    return _run(asked, first_years(asked.ready.prepared, asked.moves.settings), lambda _: None)


def surer(by: Entered, asked: Asked) -> TrialRun:
    """Work out a surer answer.

    Raises
    ------
    Refusal
        When the deal cannot be settled with these settings.
    Overtaken
        When the same person moved something meanwhile.
    """
    return _run(asked, SURER, SHELF.turn(by.room.id, by.actor.person))


def unhurried(by: Entered, asked: Asked) -> TrialRun:
    """Work out a surer answer for who waits for the whole page; nothing overtakes it.

    Raises
    ------
    Refusal
        When the deal cannot be settled with these settings.
    """
    SHELF.turn(by.room.id, by.actor.person)
    return _run(asked, SURER, lambda _: None)


def _run(asked: Asked, years: int, tell: Tell) -> TrialRun:
    ready = asked.ready
    with ready.lock:
        tell("Beginning")
        try:
            return run(ready.prepared, asked.moves.settings, years, tell)
        except Refusal as refusal:
            raise in_words(refusal) from refusal


def told(by: Entered, asked: Asked, found: TrialRun | None = None) -> Mapping[str, object]:
    """Return what the part of the page with the answer shows.

    Parameters
    ----------
    by
        The room as entered.
    asked
        What was asked.
    found
        The answer; None where there is none.
    """
    page = reverse("simulate:page", args=[by.room.id])
    return {
        "asked": asked,
        "query": asked.query(),
        "undo": f"{page}?{asked.query(asked.moves.without_last())}",
        "reset": f"{page}?{asked.query(type(asked.moves)())}",
        "is_surer": found is not None and found.years >= SURER,
        "surer_years": SURER,
        "said": said(found) if found else "",
        "blocks_shown": for_the_web(tuple(trial_blocks(found))) if found else (),
        "moved_count": len(found.sliders) if found else 0,
    }


def said(found: TrialRun) -> str:
    """Say the answer in a sentence, for those who listen to the page."""
    return ". ".join(f"{one.label}: {one.value}" for one in key_numbers(found).numbers) + "."
