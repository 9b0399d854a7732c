"""Which spans of membership a contract is about: payers, lines of business, products."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairterms.records.staged import literal


@dataclass(frozen=True)
class Selection:
    """Which spans count; an empty choice counts all.

    Attributes
    ----------
    payers
        Names in ``enrolment.payer``, as recorded.
    lines_of_business
        Names in ``enrolment.payer_type``, as recorded.
    plans
        Names in ``enrolment.plan``, as recorded.

    Examples
    --------
    >>> Selection(plans=("Silver", "Gold")).condition("e")
    "e.plan IN ('Gold', 'Silver')"
    >>> Selection().condition("e")
    'TRUE'
    """

    payers: tuple[str, ...] = ()
    lines_of_business: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()

    def condition(self, alias: str) -> str:
        """Return the condition in SQL on a table of spans.

        Parameters
        ----------
        alias
            What the table is called in the statement.
        """
        columns = {"payer": self.payers, "payer_type": self.lines_of_business, "plan": self.plans}
        parts = [f"{alias}.{name} IN {listed(words)}" for name, words in columns.items() if words]
        return " AND ".join(parts) or "TRUE"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in SQL, in alphabetical order.

    Examples
    --------
    >>> listed(["b", "a"])
    "('a', 'b')"
    """
    return "(" + ", ".join(literal(word) for word in sorted(words)) + ")"
