"""What a check of a statement's arithmetic finds: an agreement, or a discrepancy."""

from dataclasses import dataclass
from enum import StrEnum

from fairterms.units.quantity import Quantity


class Verdict(StrEnum):
    """Whether two printed numbers differ, or one cannot be worked out again."""

    DIFFERS = "differs"
    CANNOT_TELL = "cannot be told"


@dataclass(frozen=True)
class Repair:
    """One change that would make the numbers agree.

    Attributes
    ----------
    line
        The id of the line, or of the quality report, that would change.
    words
        The change, such as "the total is $5,000.00".
    to
        The number it would have; None where the change is no number.
    """

    line: str
    words: str
    to: Quantity | None = None


@dataclass(frozen=True)
class Agreement:
    """Printed numbers that agree.

    Attributes
    ----------
    check
        The check that compared them.
    lines
        The ids of the lines.
    words
        What agrees; empty for one of many of a sort.
    """

    check: str
    lines: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True)
class Discrepancy:
    """Printed numbers that do not agree with each other.

    Attributes
    ----------
    check
        The check that compared them.
    what
        What was seen, in one sentence without a full stop.
    lines
        The ids of the lines or quality reports, the one in question first.
    printed
        What is printed; empty where it is no single number.
    expected
        What the other lines give; empty where they give nothing.
    difference
        Expected less printed; None where it is no amount.
    repairs
        The changes that would make it right, each alone.
    note
        What speaks for or against a repair, as a sentence; empty when nothing does.
    verdict
        Whether it differs, or cannot be told.
    people
        The smallest count of people it tells of; None when it counts nobody.
    ask
        What to ask the plan for, where no number is to be repaired, as a sentence.
    """

    check: str
    what: str
    lines: tuple[str, ...]
    printed: str = ""
    expected: str = ""
    difference: Quantity | None = None
    repairs: tuple[Repair, ...] = ()
    note: str = ""
    verdict: Verdict = Verdict.DIFFERS
    people: int | None = None
    ask: str = ""

    def __post_init__(self) -> None:
        assert self.what, f"{self.check}: a discrepancy says what was seen"
        assert self.lines, f"{self.check}: a discrepancy names its lines"

    @property
    def must_ask(self) -> bool:
        """Whether only the plan can say which change is right."""
        return len(self.repairs) != 1

    @property
    def advice(self) -> str:
        """What to do, as a sentence.

        Examples
        --------
        >>> Discrepancy("sums", "a total differs", ("a",)).advice
        'Ask the plan what is meant.'
        """
        words = [repair.words for repair in self.repairs]
        if self.ask or not words:
            return self.ask or "Ask the plan what is meant."
        if len(words) == 1:
            return f"It would agree if {words[0]}. Ask the plan to confirm it."
        joined = f"{', '.join(words[:-1])} or {words[-1]}"
        return f"It would agree if {joined}. Ask the plan which is right."


Outcome = Agreement | Discrepancy
