"""Which assumption reproduces the plan's number.

Notes
-----
Every assumption the terms have a place for is tried on the plan's own figures: first one by one,
then in pairs when none fits, and three together when no pair does. A pair has at least one that
alone brings a line or the amount nearer to the statement. Ranked are the lines of the
statement that come out to the last printed digit, then what is left of the amount, then how few
assumptions it takes. An assumption is taken as the explanation only when it reproduces more lines
than the agreed terms do; one that merely comes nearer is listed, and explains nothing. What no
assumption explains is shown as such.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice, product

from fairterms.reconcile.comparison import Comparison
from fairterms.reconcile.hypothesis import Alternative, Ground, Hypothesis, hypotheses
from fairterms.reconcile.recomputation import Numbers, Recomputation
from fairterms.reconcile.variation import Variation, alone, join

MOST_SHOWN = 12
"""Most fits kept for a page."""
MOST_PAIRED = 120
"""Most assumptions with an effect of their own that are put in pairs."""
BEST_PAIRS = 15
"""Pairs to which a third assumption is added when nothing fits."""
_BATCH = 200

Progress = Callable[[int, int], None]
"""Told how many of how many trials are done."""


@dataclass(frozen=True)
class Fit:
    """How well the plan's lines come out under some assumptions.

    Attributes
    ----------
    assumptions
        None, for the agreed terms.
    numbers
        One for each step of the statement, in its order; None where it is not written.
    amount
        The amount under them, in dollars.
    reproduced
        How many steps of the statement come out to the last printed digit.
    rest
        The plan's amount less this one; 0 when they agree to the last printed digit.
    """

    assumptions: tuple[Hypothesis, ...]
    numbers: Numbers
    amount: Decimal
    reproduced: int
    rest: Decimal

    @property
    def rank(self) -> tuple[int, Decimal, int]:
        """The lower, the better; equal for a tie."""
        return -self.reproduced, abs(self.rest), len(self.assumptions)

    @property
    def id(self) -> str:
        """The ids of the assumptions, joined."""
        return " + ".join(one.id for one in self.assumptions)


@dataclass(frozen=True)
class Explanation:
    """What reproduces the plan's number, and what does not.

    Attributes
    ----------
    agreed
        The agreed terms, without any assumption.
    best
        What is taken as the explanation: the first in rank when it reproduces more lines than the
        agreed terms do, else the agreed terms.
    ties
        The others that rank the same as the best: the statement cannot tell them apart.
    nearest
        The first in rank that come nearer than the agreed terms, whether or not they explain
        anything.
    tried
        How many trials were run.
    refused
        How many of them could not be settled.
    most_together
        Most assumptions put together.
    """

    agreed: Fit
    best: Fit
    ties: tuple[Fit, ...]
    nearest: tuple[Fit, ...]
    tried: int
    refused: int
    most_together: int

    @property
    def is_found(self) -> bool:
        """Whether some assumption explains something."""
        return bool(self.best.assumptions)

    @property
    def rest(self) -> Decimal:
        """What nothing explains, in dollars: the plan's amount less the best one."""
        return self.best.rest


def explain(
    comparison: Comparison,
    alternatives: Mapping[str, tuple[Alternative, ...]] | None = None,
    *,
    most_together: int = 3,
    progress: Progress | None = None,
) -> Explanation:
    """Find the assumptions that reproduce the plan's number.

    Parameters
    ----------
    comparison
        The statement beside the agreed terms.
    alternatives
        Figure to other values it has had, such as the member-months of an earlier list.
    most_together
        Most assumptions tried together: 1, 2 or 3.
    progress
        Told how far the trials of one round are.

    Returns
    -------
    Explanation
        Ranked; ties told as ties; the rest told as such.
    """
    ground = Ground(comparison.contract, comparison.plans_figures, alternatives or {})
    search = _Search(comparison, progress or _tell_nobody)
    if search.agreed.reproduced < len(comparison.steps):
        search.alone(hypotheses(ground))
        if most_together > 1 and not search.fits:
            search.in_pairs()
        if most_together > 2 and not search.fits:
            search.in_threes()
    return search.result()


def _tell_nobody(_done: int, _of: int) -> None:
    """Take no note of progress."""


class _Search:
    """The trials of one statement, round by round."""

    def __init__(self, comparison: Comparison, progress: Progress) -> None:
        self._comparison = comparison
        self._progress = progress
        self._runs = Recomputation(comparison)
        self._found: list[tuple[Variation, Fit]] = []
        self._tried = self._refused = 0
        self._together = 0
        self.agreed = self._fit(
            Variation((), comparison.contract), tuple(one.on_plans for one in comparison.steps)
        )

    @property
    def fits(self) -> bool:
        """Whether some assumptions reproduce every line of the statement."""
        whole = len(self._comparison.steps)
        return any(fit.reproduced == whole for _, fit in self._found)

    def alone(self, assumptions: Sequence[Hypothesis]) -> None:
        """Try every assumption by itself."""
        self._round(1, [alone(one) for one in assumptions])

    def in_pairs(self) -> None:
        """Try two together, one of each number they give; then those without effect alone."""
        groups = self._groups()
        inert = groups.pop(self.agreed.numbers, [])
        nearer, others = self._by_help(groups)
        self._round(2, self._joined([*combinations(nearer, 2), *product(nearer, others)]))
        if not self.fits:
            # An assumption may change nothing until another one makes its clause count.
            self._round(2, self._joined(product(nearer, inert)))
        self._spread(groups)

    def in_threes(self) -> None:
        """Add a third to the best pairs."""
        groups = self._groups()
        groups.pop(self.agreed.numbers, None)
        nearer, others = self._by_help(groups)
        pairs = [(v, fit) for v, fit in self._found if len(fit.assumptions) == 2]
        pairs.sort(key=lambda each: (each[1].rank, each[1].id))
        best = [variation for variation, _ in pairs[:BEST_PAIRS]]
        self._round(3, self._joined(product(best, [*nearer, *others])))

    def result(self) -> Explanation:
        """Rank what was found."""
        fits = [fit for _, fit in self._found]
        ranked = sorted(fits, key=lambda fit: (fit.rank, fit.id))
        is_better = bool(ranked) and ranked[0].reproduced > self.agreed.reproduced
        best = ranked[0] if is_better else self.agreed
        ties = tuple(fit for fit in ranked if is_better and fit.rank == best.rank)[1:]
        return Explanation(
            self.agreed,
            best,
            ties,
            tuple(fit for fit in ranked[:MOST_SHOWN] if fit.rank < self.agreed.rank),
            self._tried,
            self._refused,
            self._together,
        )

    def _round(self, together: int, variations: Sequence[Variation]) -> None:
        self._together = together
        for start in range(0, len(variations), _BATCH):
            batch = variations[start : start + _BATCH]
            self._take(batch)
            self._progress(start + len(batch), len(variations))

    def _take(self, variations: Sequence[Variation]) -> None:
        for variation, numbers in zip(variations, self._runs.numbers(variations), strict=True):
            self._tried += 1
            fit = self._fit_or_none(variation, numbers)
            if fit is None:
                self._refused += 1
            else:
                self._found.append((variation, fit))

    def _fit_or_none(self, variation: Variation, numbers: Numbers | None) -> Fit | None:
        at = self._comparison.steps.index(self._comparison.amount)
        return None if numbers is None or numbers[at] is None else self._fit(variation, numbers)

    def _fit(self, variation: Variation, numbers: Numbers) -> Fit:
        steps = self._comparison.steps
        target = self._comparison.amount
        amount = numbers[steps.index(target)]
        assert amount is not None, "a fit has its amount"
        agreeing = sum(line.agrees(own) for line, own in zip(steps, numbers, strict=True))
        rest = Decimal(0) if target.agrees(amount) else target.plan - amount
        return Fit(variation.assumptions, numbers, amount, agreeing, rest)

    def _groups(self) -> dict[Numbers, list[Variation]]:
        """Gather the single assumptions by the numbers they give."""
        groups: dict[Numbers, list[Variation]] = {}
        for variation, fit in self._found:
            if len(variation.assumptions) == 1:
                groups.setdefault(fit.numbers, []).append(variation)
        return groups

    def _by_help(
        self, groups: Mapping[Numbers, list[Variation]]
    ) -> tuple[list[Variation], list[Variation]]:
        """Part one of each group: those that alone bring the statement nearer, and the others."""
        nearer: list[Variation] = []
        others: list[Variation] = []
        for numbers, members in groups.items():
            fit = self._fit(members[0], numbers)
            brings_lines = any(
                line.agrees(own) and not line.agrees(line.on_plans)
                for line, own in zip(self._comparison.steps, numbers, strict=True)
            )
            is_nearer = brings_lines or abs(fit.rest) < abs(self.agreed.rest)
            (nearer if is_nearer else others).append(members[0])
        return nearer[:MOST_PAIRED], others[:MOST_PAIRED]

    def _joined(self, pairs: Iterable[tuple[Variation, Variation]]) -> list[Variation]:
        agreed = self._comparison.contract
        found: dict[frozenset[str], Variation] = {}
        for one, other in pairs:
            names = frozenset(each.id for each in (*one.assumptions, *other.assumptions))
            if len(names) == len(one.assumptions) + len(other.assumptions) and names not in found:
                joined = join(agreed, one, other.assumptions[0])
                if joined is not None:
                    found[names] = joined
        return list(found.values())

    def _spread(self, groups: Mapping[Numbers, list[Variation]]) -> None:
        """Try the others that alone gave the same numbers in the place of the best pair's two."""
        pairs = [fit for _, fit in self._found if len(fit.assumptions) == 2]
        if not pairs:
            return
        best = min(pairs, key=lambda fit: (fit.rank, fit.id))
        one, other = (list(self._alike(groups, each)) for each in best.assumptions)
        known = {frozenset(one.id for one in fit.assumptions) for fit in pairs}
        others = self._joined(islice(product(one, other), _BATCH))
        new = [v for v in others if frozenset(one.id for one in v.assumptions) not in known]
        self._round(2, new)

    @staticmethod
    def _alike(
        groups: Mapping[Numbers, list[Variation]], hypothesis: Hypothesis
    ) -> Iterator[Variation]:
        for members in groups.values():
            if any(member.assumptions[0] is hypothesis for member in members):
                yield from members
                return
        yield alone(hypothesis)
