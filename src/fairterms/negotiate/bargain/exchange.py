"""Private preferences, exchanged by commitment: both rank packages, then both show at once.

Worths stay at home. Each side ranks the packages, hands over a hash of its ranking, and shows the
ranking only when both hashes are there: neither can adapt to the other. Every round tells the other
side something, so rounds are few.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from fairterms.units.refusal import Refusal

Side = Literal["group", "plan"]
SIDES: tuple[Side, ...] = ("group", "plan")

MOST_ROUNDS = 3
"""Rounds after which an exchange ends; our choice."""

FEWEST_SECRET = 16
"""Characters of a secret that cannot be found by trying; our choice."""


def commit(ranking: Sequence[str], secret: str) -> str:
    """Return the hash that binds a side to its ranking without showing it.

    Parameters
    ----------
    ranking
        Names of packages, the best first.
    secret
        Letters nobody else knows, new for each round; without them a short ranking could be found
        by trying all of them.

    Raises
    ------
    Refusal
        When the secret is short.
    """
    if len(secret) < FEWEST_SECRET:
        raise Refusal(
            "the secret",
            f"has fewer than {FEWEST_SECRET} characters",
            "the other side could find the ranking by trying",
            'take a new one for each round: python -c "import secrets; print(secrets.token_hex())"',
        )
    text = json.dumps([secret, *ranking], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _empty() -> Mapping[Side, str]:
    return MappingProxyType({})


def _unranked() -> Mapping[Side, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Exchange:
    """One exchange of rankings; every step returns a new one.

    Attributes
    ----------
    packages
        Names of the packages both sides rank.
    number
        The round, counted from 1.
    commitments, rankings
        By side, of this round.
    """

    packages: tuple[str, ...]
    number: int = 1
    commitments: Mapping[Side, str] = field(default_factory=_empty)
    rankings: Mapping[Side, tuple[str, ...]] = field(default_factory=_unranked)

    def with_commitment(self, side: Side, commitment: str) -> "Exchange":
        """Take a side's hash.

        Raises
        ------
        Refusal
            When the side has given one already: a commitment cannot be changed.
        """
        if side in self.commitments:
            what = "is committed in this round"
            raise _refusal(side, what, "show the ranking, or begin another round")
        found = MappingProxyType({**self.commitments, side: commitment})
        return replace(self, commitments=found)

    def with_ranking(self, side: Side, ranking: Sequence[str], secret: str) -> "Exchange":
        """Take a side's ranking, when both hashes are there and this one fits.

        Raises
        ------
        Refusal
            When a hash is missing, does not fit, or the ranking is not one of the packages.
        """
        waiting = [one for one in SIDES if one not in self.commitments]
        if waiting:
            what = f"may not show yet: the {waiting[0]} has not committed"
            raise _refusal(side, what, "wait for its hash")
        if sorted(ranking) != sorted(self.packages):
            raise _refusal(side, "does not rank each package once", "rank all packages, each once")
        if commit(ranking, secret) != self.commitments[side]:
            what = "shows another ranking than it committed to"
            raise _refusal(side, what, "show the ranking and secret of the hash")
        return replace(self, rankings=MappingProxyType({**self.rankings, side: tuple(ranking)}))

    @property
    def agreed(self) -> tuple[str, ...]:
        """The packages with the best sum of ranks, when both have shown; else none."""
        if len(self.rankings) < len(SIDES):
            return ()
        ranks = {
            name: sum(ranking.index(name) for ranking in self.rankings.values())
            for name in self.packages
        }
        best = min(ranks.values())
        return tuple(name for name in self.packages if ranks[name] == best)

    def next_round(self, packages: Sequence[str]) -> "Exchange":
        """Begin another round with new packages.

        Raises
        ------
        Refusal
            When the rounds are used up.
        """
        if self.number >= MOST_ROUNDS:
            raise Refusal(
                "the exchange",
                f"has had its {MOST_ROUNDS} rounds",
                "every answer tells the other side something about what matters to us",
                "go on at the table with what is known",
            )
        return Exchange(tuple(packages), self.number + 1)


def _refusal(side: str, what: str, fix: str) -> Refusal:
    return Refusal(f"the {side}", what, "neither side may adapt its ranking to the other's", fix)
