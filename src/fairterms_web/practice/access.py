"""The practice talks of who asks, and what they came to."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fairterms.correspondence.log import Log
from fairterms.negotiate.practice import cards, talk_log
from fairterms.negotiate.practice.cards import Cards
from fairterms.negotiate.practice.priced import kept_prices
from fairterms.negotiate.practice.score import Score, score
from fairterms.negotiate.practice.script import Script
from fairterms.negotiate.practice.script_reader import own_script
from fairterms.negotiate.practice.talk import Choice, Talk, play
from fairterms.review.scorecard import Material
from fairterms_web.deals.examples import examples
from fairterms_web.practice.models import PracticeTalk
from fairterms_web.rooms.entered import Entered
from fairterms_web.vault.keyring import keyring

TABLE = "practice_practicetalk"


@dataclass(frozen=True)
class Played:
    """A practice as far as it was played.

    Attributes
    ----------
    talk
        The talks.
    """

    talk: Talk

    @cached_property
    def score(self) -> Score:
        """What the answers came to."""
        return score(self.talk, kept_prices())

    @cached_property
    def log(self) -> Log:
        """The practice log."""
        return talk_log.log_of(self.talk)

    @cached_property
    def material(self) -> Material | None:
        """What the scorecards look at; None where the sample deal is not at hand."""
        folder = sample()
        return cards.material(folder, self.log) if folder.is_dir() else None

    @cached_property
    def cards(self) -> Cards | None:
        """The scorecards; None where the sample deal is not at hand."""
        return cards.cards(self.material) if self.material else None


def script() -> Script:
    """Return the script, with the sample's prices in its words."""
    return own_script().told(kept_prices().fill)


def sample() -> Path:
    """Return the folder of the deal that is practised on."""
    return examples() / "cedar"


def player_of(by: Entered) -> str:
    """Return by what a person's own practice is found: their account, whatever their role."""
    return by.actor.person


def played(by: Entered) -> Played:
    """Return the practice of who asks, from its beginning where they have none."""
    return Played(play(script(), choices_of(by)))


def choices_of(by: Entered) -> tuple[Choice, ...]:
    """Return what a person chose in a room by now."""
    row = PracticeTalk.objects.within(by).filter(player=player_of(by)).first()
    if row is None:
        return ()
    opened = keyring(by).open(TABLE, "choices", row.player, bytes(row.choices))
    return tuple(Choice(**one) for one in json.loads(opened))
