"""Promises of joint work: sound, only named, or missing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from fairterms.review import absence, places, sieve
from fairterms.review.check import Sighting
from fairterms.review.context import Reading
from fairterms.review.places import Place


@dataclass(frozen=True)
class Promise:
    """What a sound agreement says, and how a hollow one sounds.

    Attributes
    ----------
    stems
        Letters, in lower case, of which one stands wherever the matter is spoken of.
    sound
        Any of these clears the agreement; the net is wide, so that nothing is called missing that
        stands there in other words.
    hollow
        What only names the matter.
    searched_for
        What was looked for, in words.
    missing
        "no ... was found", without a full stop.
    only_named
        What to say where it is only named, as a sentence.
    """

    stems: tuple[str, ...]
    sound: tuple["re.Pattern[str]", ...]
    hollow: tuple["re.Pattern[str]", ...]
    searched_for: tuple[str, ...]
    missing: str
    only_named: str


def anything(_place: Place) -> bool:
    """Accept every place."""
    return True


def sightings(
    reading: Reading,
    promise: Promise,
    *,
    is_sound: Callable[[Place], bool] = anything,
    is_hollow: Callable[[Place], bool] = anything,
) -> Iterator[Sighting]:
    """Look for a promise: nothing where it is sound, else what names it, else its absence.

    Parameters
    ----------
    reading
        The agreement.
    promise
        What to look for.
    is_sound, is_hollow
        Which matches count, beyond the patterns.
    """
    spoken_of = sieve.holding(reading.passages, *promise.stems)
    if places.within(spoken_of, *promise.sound, where=is_sound):
        return
    named = places.within(spoken_of, *promise.hollow, where=is_hollow)
    if named:
        yield places.sighting(named, promise.only_named, unclear_because=reading.cut)
    else:
        yield absence.sighting(reading, promise.searched_for, promise.missing)


def with_quotes(sighting: Sighting, shown: Sequence[Place]) -> Sighting:
    """Add places to an absence that show why it matters."""
    quotes = dict.fromkeys(place.quote for place in shown[: places.MOST_PLACES])
    return replace(sighting, more_evidence=tuple(quotes))


def pays_by_results(reading: Reading) -> bool:
    """Apply where pay depends on results: an incentive, a target or a loss to share."""
    features = reading.features
    return features.has_incentive or features.has_target or features.has_downside
