"""Load the terms of a deal: read them, bind them to the catalogue, and gather every problem."""

from dataclasses import dataclass
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.offer import Offer, apply
from fairterms.contract.offer import problems as offer_problems
from fairterms.contract.reader import read
from fairterms.payment import binding
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Loaded:
    """The terms of a deal with all their problems, in the order of the file."""

    contract: Contract | None
    problems: tuple[Problem, ...]

    @property
    def unstated(self) -> tuple[Problem, ...]:
        """The numbers the contract does not give."""
        return tuple(p for p in self.problems if p.code == "not-stated")

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """The problems that are the file's own."""
        return tuple(p for p in self.problems if p.code != "not-stated")


def load(path: Path) -> Loaded:
    """Load a terms file."""
    reading = read(path)
    if reading.contract is None:
        return Loaded(None, reading.problems)
    found = (*reading.problems, *binding.problems(reading.contract))
    ordered = sorted(dict.fromkeys(found), key=lambda problem: problem.line)
    return Loaded(reading.contract, tuple(ordered))


def with_offer(loaded: Loaded, offer: Offer | None) -> Loaded:
    """Return the terms with an offer's changes, bound to the catalogue again.

    Parameters
    ----------
    loaded
        The terms on the table.
    offer
        None leaves them as they are.
    """
    if offer is None or loaded.contract is None or loaded.mistakes:
        return loaded
    wrong = (*offer.problems, *offer_problems(loaded.contract, offer))
    if wrong:
        return Loaded(loaded.contract, wrong)
    changed = apply(loaded.contract, offer)
    return Loaded(changed, tuple(dict.fromkeys(binding.problems(changed))))
