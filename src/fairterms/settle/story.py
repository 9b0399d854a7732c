"""The story of one number: which lines of a settlement another line rests on."""

from collections.abc import Collection

from fairterms.settle.settlement import Line, Settlement


def source_line(settlement: Settlement, line: Line, name: str) -> Line | None:
    """Return the line that gave a value a line read; None where it is a figure or a term.

    Parameters
    ----------
    settlement
        The whole arithmetic.
    line
        Who read it.
    name
        As the line names what it read.
    """
    for candidate in (f"{line.clause}.{name}", name):
        for other in settlement.lines:
            if other.id == candidate and other.id != line.id:
                return other
    results = [other for other in settlement.lines if other.clause == name]
    return results[-1] if results and name != line.clause else None


def earlier_lines(settlement: Settlement, line: Line, told: Collection[str] = ()) -> list[Line]:
    """Return the earlier steps of the same clause that a step rests on.

    Those its formula names in words; and under a clause's result every other step of the clause,
    so that nothing is left untold.

    Parameters
    ----------
    settlement
        The whole arithmetic.
    line
        The step.
    told
        Ids of steps that need no second telling.
    """
    own = [other for other in settlement.lines if other.clause == line.clause]
    earlier = own[: own.index(line)]
    named = [other for other in earlier if other.name.replace("_", " ") in line.words]
    is_result = own[-1] is line
    if named and not is_result:
        return named
    return [*named, *(one for one in earlier if one not in named and one.id not in told)]
