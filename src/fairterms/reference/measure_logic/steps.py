"""The steps of a judgement as they are taken, and the populations that follow from them."""

from fairterms.reference.measure import Population, TraceStep


class Steps:
    """The steps taken so far, for one case.

    Examples
    --------
    >>> steps = Steps()
    >>> steps.ask("18 or older on the index day", 17 >= 18, "aged 17 on 2025-01-01")
    False
    >>> print(steps.taken[0])
    no: 18 or older on the index day (aged 17 on 2025-01-01)
    """

    def __init__(self, taken: tuple[TraceStep, ...] = ()) -> None:
        self.taken = taken

    def ask(self, rule: str, is_met: bool, because: str) -> bool:
        """Note a question, its answer and what decided it; give the answer back."""
        self.taken += (TraceStep(rule, is_met, because),)
        return is_met


def sort_case(
    is_initial: bool,
    *,
    is_excluded: bool = False,
    is_excepted: bool = False,
    is_reached: bool = False,
) -> dict[Population, int]:
    """Return the populations of a case of a proportion.

    Parameters
    ----------
    is_initial
        Whether the measure is about this case at all; it is then also in the denominator.
    is_excluded
        Whether it is taken out whatever happened; it then never counts as reached.
    is_excepted
        Whether there is an accepted reason for not reaching the numerator; without effect when it
        was reached.
    is_reached
        Whether the numerator was reached.

    Examples
    --------
    >>> counts = sort_case(True, is_excluded=True, is_reached=True)
    >>> counts[Population.EXCLUSION], counts[Population.NUMERATOR]
    (1, 0)
    """
    is_counted = is_initial and not is_excluded
    return {
        Population.INITIAL: int(is_initial),
        Population.DENOMINATOR: int(is_initial),
        Population.EXCLUSION: int(is_initial and is_excluded),
        Population.EXCEPTION: int(is_counted and is_excepted and not is_reached),
        Population.NUMERATOR: int(is_counted and is_reached),
    }


def word_count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> word_count(0, "visit"), word_count(1, "visit"), word_count(2, "visit")
    ('no visit', '1 visit', '2 visits')
    """
    if number == 0:
        return f"no {one}"
    return f"1 {one}" if number == 1 else f"{number} {many or one + 's'}"
