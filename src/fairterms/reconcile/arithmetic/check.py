"""What an entry of the list of arithmetic checks is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fairterms.reconcile.arithmetic.outcome import Outcome
from fairterms.reconcile.statement.submission import Submission


@dataclass(frozen=True)
class Check:
    """One kind of check.

    Attributes
    ----------
    name
        As the module is called.
    title
        What is compared, in a few words.
    run
        Gives an outcome for every comparison that could be made, in the order of the statement.
    """

    name: str
    title: str
    run: Callable[[Submission], Iterator[Outcome]]
