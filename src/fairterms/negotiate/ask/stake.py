"""What is at stake in each check of a contract: how it is priced, and what comes second."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Kind(StrEnum):
    """How what is at stake can be worked out."""

    TERMS = "terms"
    STRESS = "stress"
    ENDED = "ended"
    FEES = "fees"
    WORK = "work"
    READINGS = "readings"
    NONE = "none"


class Effort(StrEnum):
    """What a fair plan gives up by agreeing; our judgement."""

    NOTHING = "nothing"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(Effort).index(self)


@dataclass(frozen=True)
class Stake:
    """What is at stake in one check.

    Attributes
    ----------
    check
        The check's id.
    kind
        How it is priced.
    effort
        What the ask costs a plan that means to be fair.
    fallback
        The next best wording.
    terms
        Pairs of payment model and term that are struck to price it.
    stress
        The stress test that prices it; empty for the other kinds.
    is_risk_adjustment
        Whether the study of sicker patients prices it.
    is_broader
        Whether striking the terms gives more than is asked, so that its price is the most.
    """

    check: str
    kind: Kind
    effort: Effort
    fallback: str
    terms: tuple[tuple[str, str], ...] = ()
    stress: str = ""
    is_risk_adjustment: bool = False
    is_broader: bool = False

    def __post_init__(self) -> None:
        assert self.fallback, f"{self.check}: an ask has a fallback"
        assert (self.kind is Kind.STRESS) == bool(self.stress), f"{self.check}: which stress?"


@cache
def stakes() -> Mapping[str, Stake]:
    """Return the stakes of every check, by the check's id."""
    text = files(__package__).joinpath("stakes.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: _stake(name, raw) for name, raw in tomllib.loads(text).items()})


def _stake(check: str, raw: Mapping[str, Any]) -> Stake:
    return Stake(
        check,
        Kind(raw["stake"]),
        Effort(raw["effort"]),
        raw["fallback"],
        tuple((model, term) for model, term in raw.get("terms", ())),
        raw.get("stress", ""),
        bool(raw.get("risk_adjustment", False)),
        bool(raw.get("broader", False)),
    )
