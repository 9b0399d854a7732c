"""An ask: what to ask the plan for, in its words, with what comes second and where to stop."""

from dataclasses import dataclass, field
from math import isinf

from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.stake import Effort
from fairterms.units.finding import Finding, Severity, Source


@dataclass(frozen=True)
class Fallback:
    """The next best thing.

    Attributes
    ----------
    wording
        In words.
    price
        What it is worth; None where nothing can be worked out.
    """

    wording: str
    price: AskPrice | None = None


@dataclass(frozen=True)
class Ask:
    """One thing to ask the plan for.

    Attributes
    ----------
    id
        A slug: the check's id, or the clause and term.
    what
        In one sentence.
    because
        Why, in one sentence.
    price
        What it is worth.
    effort
        What a fair plan gives up by agreeing.
    wording
        Replacement language to offer; empty when there is none.
    fallback
        What comes second; None when nothing does.
    walk_away
        Where to stop, as a sentence.
    is_must_have
        Whether the group does not sign without it.
    severity
        How much is at stake.
    findings
        What it answers, with its evidence.
    clause
        The clause it changes; empty for one of the whole text.
    authorities
        What may be cited for it.
    criteria
        Objective criteria: market terms, law, own records, as sentences.
    """

    id: str
    what: str
    because: str
    price: AskPrice
    effort: Effort = Effort.LITTLE
    wording: str = ""
    fallback: Fallback | None = None
    walk_away: str = ""
    is_must_have: bool = False
    severity: Severity = Severity.MEDIUM
    findings: tuple[Finding, ...] = ()
    clause: str = ""
    authorities: tuple[Source, ...] = ()
    criteria: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        assert all((self.id, self.what, self.because)), "an ask says what and why"

    def rank(self, weight: float) -> tuple[object, ...]:
        """Return the key by which asks are put in order, the first to ask for first.

        Parameters
        ----------
        weight
            How much the worst 5 % of years count, from 0 to 1.

        Notes
        -----
        Must-haves first. Then what is worth dollars in a mean year, by its worth for each dollar
        of the plan; then what is worth dollars only if something happens, or is known only at
        most; then what has no price. Ties go to the larger worth, the more severe, and what is
        least to give.
        """
        ratio, worth = self.price.ratio(weight), self.price.worth(weight)
        return (
            not self.is_must_have,
            _TIERS[self.price.sort],
            0.0 if isinf(ratio) else 1.0,
            0.0 if isinf(ratio) else -round(ratio, 2),
            -worth,
            -self.severity.rank,
            self.effort.rank,
            self.id,
        )


_TIERS = {Sort.EXPECTED: 0, Sort.WORK: 0, Sort.IF_USED: 1, Sort.OPEN: 1, Sort.NOT_PRICED: 2}
