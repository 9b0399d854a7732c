"""A rate as two counts: nobody can argue about a percentage whose denominator is named."""

from dataclasses import dataclass
from fractions import Fraction

from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Rate:
    """A share of patients.

    Attributes
    ----------
    name
        What was reached, for example "response".
    numerator, denominator
        Patients.
    of
        Who the denominator is, in words.

    Examples
    --------
    >>> Rate("recovery", 321_061, 635_185, "finished, without those not at caseness").percent
    50.5
    """

    name: str
    numerator: int
    denominator: int
    of: str

    def __post_init__(self) -> None:
        assert 0 <= self.numerator <= self.denominator, "a part is no more than the whole"

    @property
    def exact(self) -> Fraction:
        """The share as a fraction of two whole numbers.

        Raises
        ------
        Refusal
            When nobody is in the denominator.
        """
        if self.denominator == 0:
            raise Refusal(
                self.name,
                "has no patients in its denominator",
                "a rate of nobody is neither good nor bad",
                "leave the rate out of the calculation, as the contract should say",
            )
        return Fraction(self.numerator, self.denominator)

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return float(self.exact)

    @property
    def percent(self) -> float:
        """The share in per cent with one decimal, half up, for print."""
        return int(self.exact * 1000 + Fraction(1, 2)) / 10
