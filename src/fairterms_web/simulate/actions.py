"""What is kept of a trial run: an offer in the folder, or a long run of its years."""

import re

from fairterms.decide.trial_run.kept_offer import offer_text
from fairterms.decide.trial_run.slider import moved
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs.actions import ask
from fairterms_web.jobs.kinds.years import CHOICES
from fairterms_web.jobs.models import Job
from fairterms_web.rooms.entered import Entered
from fairterms_web.simulate.access import OFFERS
from fairterms_web.simulate.asked import Asked

LONGEST_NAME = 60


def file_of(title: str) -> str:
    """Return the file of an offer, from its title.

    Examples
    --------
    >>> file_of("Our second offer: a lower cap")
    'offers/our-second-offer-a-lower-cap.toml'
    """
    name = re.sub(r"[^a-z0-9]+", "-", title.lower())[:LONGEST_NAME].strip("-")
    return f"{OFFERS}{name or 'offer'}.toml"


def keep_offer(*, by: Entered, asked: Asked, title: str, why: str) -> str:
    """Write the moved terms into the folder as an offer; return its path.

    An offer of that name that is there already gets a newer version; older ones are kept.

    Parameters
    ----------
    by
        The room as entered.
    asked
        The deal, with what was moved.
    title, why
        What the offer is called, and why these terms.

    Raises
    ------
    Refusal
        When no term was moved.
    """
    with asked.ready.lock:
        text = offer_text(asked.ready.prepared, asked.moves.settings, title, why)
    path = file_of(title)
    save_files(by=by, files={path: text.encode()}, note="kept from the page Simulate")
    return path


def ask_years(*, by: Entered, asked: Asked, years: str) -> Job:
    """Ask for a long run of what was moved.

    Parameters
    ----------
    by
        The room as entered.
    asked
        The deal, with what was moved.
    years
        How many, one of :data:`fairterms_web.jobs.kinds.years.CHOICES`.
    """
    assert years in CHOICES, "the view offers these alone"
    settings = moved(asked.known, asked.moves.settings)
    said = " ".join(f"{name}:{at:f}" for name, at in settings.items())
    year = f"{asked.ready.prepared.period.first.year}"
    return ask(by=by, kind="years", arguments={"years": years, "year": year, "set": said})
