"""A risk that somebody accepts as it is, knowingly and for a time."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Acceptance:
    """One acceptance; added, never changed.

    Attributes
    ----------
    impact
        The id of the impact accepted.
    estimate
        The id of the estimate it was accepted on.
    rating
        How that estimate was rated on that day, in the words of the map: frozen.
    reason
        Why it is bearable.
    approver
        The role that accepted it.
    expires
        The last day on which the acceptance holds.
    """

    impact: str
    estimate: str
    rating: str
    reason: str
    approver: str
    expires: date

    def stale_because(self, estimate: str, rating: str, on: date) -> str:
        """Say why the acceptance no longer holds.

        Parameters
        ----------
        estimate, rating
            The id of the current estimate of the impact, and how it is rated now; each empty where
            nobody knows.
        on
            The day asked about.

        Returns
        -------
        str
            Reasons without a full stop; empty while the acceptance holds.

        Examples
        --------
        >>> held = Acceptance("f1_pay", "e1", "high", "small", "board", date(2027, 6, 30))
        >>> held.stale_because("e2", "high", date(2027, 1, 1))
        'it was given on estimate e1, and the current one is e2'
        """
        reasons = []
        if on > self.expires:
            reasons.append(f"it ended on {self.expires}")
        if estimate != self.estimate:
            current = f"the current one is {estimate}" if estimate else "there is none now"
            reasons.append(f"it was given on estimate {self.estimate}, and {current}")
        if rating != self.rating:
            current = f"it is now {rating}" if rating else "nobody rates it now"
            reasons.append(f'the risk was rated "{self.rating}", and {current}')
        return "; ".join(reasons)
