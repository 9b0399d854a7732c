"""What must hold for a statement in whatever format it came, alone and beside the terms."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from fairterms.contract.clause import Contract
from fairterms.contract.performance_year import performance_years
from fairterms.payment.evaluation import survey
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.years import named
from fairterms.units.period import Period, calendar_year
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import Kind, Unit
from fairterms.units.refusal import Refusal

NOTES = frozenset(
    {
        "fact-not-read",
        "line-not-mapped",
        "lines-not-there",
        "not-in-terms",
        "other-years",
        "shown-twice",
        "small-cells",
    }
)
"""Codes of problems that only inform: the lines they speak of are kept, or were not wanted."""

COUNTED = frozenset(
    {
        "member",
        "member-month",
        "patient",
        "person",
        "beneficiary",
        "enrollee",
        "visit",
        "discharge",
        "claim",
        "episode",
        "month",
    }
)
"""What can be none, but not fewer than none."""

_PLAIN = {Kind.FRACTION, Kind.POINTS, Kind.FACTOR}


def is_note(problem: Problem) -> bool:
    """Say whether a problem only informs, and nothing has to be mended before comparing."""
    return problem.code in NOTES


def alone(statement: Statement) -> Statement:
    """Check a statement by itself: lines that stand twice, counts below nought, crossed days.

    Parameters
    ----------
    statement
        As read.

    Returns
    -------
    Statement
        Without the lines that cannot be right, and with a problem for each.
    """
    found = [*_twice(statement), *_negative(statement)]
    dropped = {place for one in found for place in one.lines}
    lines = [line for place, line in enumerate(statement.lines) if place not in dropped]
    problems = [*(one.problem for one in found), *_crossed_days(statement)]
    return _with(replace(statement, lines=tuple(lines)), problems)


def against(
    statement: Statement, contract: Contract, also_called: tuple[str, ...] = ()
) -> Statement:
    """Check a statement beside the terms: the same contract, a year of it, units that agree.

    Parameters
    ----------
    statement
        As :func:`alone` left it.
    contract
        The terms, bound to the catalogue.
    also_called
        What the plan calls this contract.

    Returns
    -------
    Statement
        Its period cut to the contract's first and last day; names that the terms do not have are
        taken from its lines, and lines in another unit are left out.
    """
    problems = list(_other_contract(statement, contract, also_called))
    period = _year_of(statement, contract)
    terms = _Terms.of(contract, period if isinstance(period, Period) else contract.period)
    if isinstance(period, Problem):
        problems.append(period)
    lines = []
    for line in statement.lines:
        kept, problem = terms.checked(statement, line)
        lines += [kept] if kept else []
        problems += [problem] if problem else []
    checked = replace(statement, lines=tuple(lines))
    if isinstance(period, Period):
        checked = replace(checked, period=period)
    return _with(*_shown_twice(checked, terms, problems))


def not_there(
    statement: Statement, plan_lines: Iterable[str], seen: Iterable[str] = ()
) -> Statement:
    """Note which lines a map names that the statement does not have.

    Parameters
    ----------
    statement
        As read, before lines were left out.
    plan_lines
        The plan's ids in the map.
    seen
        Ids of lines that the file has and that could not be read.
    """
    have = {line.code.casefold() for line in statement.lines}
    have |= {line.id.casefold() for line in statement.lines} | {name.casefold() for name in seen}
    missing = [name for name in plan_lines if name.casefold() not in have]
    if not missing or not statement.lines:
        return statement
    listed = ", ".join(f'"{name}"' for name in missing)
    note = _problem(
        statement,
        "",
        f"map.toml names lines that the statement does not have: {listed}",
        "lines-not-there",
        "the plan may print fewer lines this time, or may have numbered them anew",
        "look whether the numbers still mean the same",
    )
    return _with(statement, [note])


def _with(statement: Statement, problems: list[Problem]) -> Statement:
    every = sorted(dict.fromkeys((*statement.problems, *problems)), key=lambda one: one.line)
    return replace(statement, problems=tuple(every))


@dataclass(frozen=True)
class _Found:
    """A problem, and the places of the lines that it leaves out."""

    problem: Problem
    lines: tuple[int, ...]


def _problem(statement: Statement, place: str, what: str, code: str, why: str, fix: str) -> Problem:
    """Return a problem at a line's place; a path inside the file is told with what is wrong."""
    number = re.fullmatch(r"line (\d+)", place)
    where = f"{place}: " if place and not number else ""
    line = int(number[1]) if number else 0
    return Problem(statement.file, line, f"{where}{what}", code, why, fix)


def _twice(statement: Statement) -> Iterator[_Found]:
    first: dict[str, int] = {}
    for place, line in enumerate(statement.lines):
        earlier = statement.lines[first.setdefault(line.id, place)]
        if earlier is line:
            continue
        if earlier.value == line.value:
            what = f'the line "{line.id}" stands twice, both times with {line.value}'
            why = "counted twice, it would be double"
            fix = "keep one; ask the plan whether another line was meant here"
            problem = _problem(statement, line.place, what, "duplicate-line", why, fix)
            yield _Found(problem, (place,))
        else:
            at = f" ({earlier.place})" if earlier.place else ""
            what = f'the line "{line.id}" is {line.value} here, and {earlier.value} before{at}'
            why = "nobody can say which of the two the plan means"
            fix = "ask the plan for the one number"
            problem = _problem(statement, line.place, what, "contradicting-lines", why, fix)
            yield _Found(problem, (first[line.id], place))


def _negative(statement: Statement) -> Iterator[_Found]:
    for place, line in enumerate(statement.lines):
        unit, amount = line.value.unit, line.value.amount
        if unit.kind is Kind.COUNT and unit.noun in COUNTED and amount < 0:
            what = f'the line "{line.id}" counts {line.value}'
            why = f"a count of {unit} can be nought, and never less"
            fix = (
                "ask the plan for the count; where it prints with a minus what was taken off, "
                'write sign = "-1" for the line in map.toml'
            )
            problem = _problem(statement, line.place, what, "negative-count", why, fix)
            yield _Found(problem, (place,))


def _crossed_days(statement: Statement) -> Iterator[Problem]:
    issued, paid, period = statement.issued, statement.paid_through, statement.period
    why = "claims are counted up to a day, and the statement is written after it"
    if issued and paid and issued < paid:
        what = f"the statement is of {issued}, and counts claims paid through {paid}"
        yield _problem(statement, "", what, "crossed-days", why, "ask the plan for the right days")
    if paid and period and paid < period.first:
        what = f"claims are counted as paid through {paid}, before {named(period)} begins"
        yield _problem(statement, "", what, "crossed-days", why, "ask the plan for the right day")


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.casefold()).strip()


def _other_contract(
    statement: Statement, contract: Contract, also_called: tuple[str, ...]
) -> Iterator[Problem]:
    known = {_bare(name) for name in (contract.name, *also_called)}
    if statement.contract and _bare(statement.contract) not in known:
        yield _problem(
            statement,
            "",
            f'the statement is about "{statement.contract}", the terms are "{contract.name}"',
            "another-contract",
            "the numbers of one contract say nothing about another",
            "give this contract's statement; or, if the plan only calls it so, write in "
            f'statements/map.toml: contract_names = ["{statement.contract}"]',
        )


def _year_of(statement: Statement, contract: Contract) -> Period | Problem:
    """Return the performance year that a statement is about, or why it is none."""
    found, every = statement.period, performance_years(contract)
    runs = f"the contract runs from {contract.starts} to {contract.ends}"
    why = "each performance year is settled by itself"
    if found is None:
        if len(every) == 1:
            return every[0]
        what = f"the statement does not say which year it is about, and {runs}"
        fix = (
            f'write in statements/map.toml: [[file]] name = "{statement.file}", '
            f"year = {contract.starts.year}"
        )
        return _problem(statement, "", what, "no-year", why, fix)
    for year in every:
        is_its_calendar_year = found == calendar_year(year.first.year)
        if (found.first in year and found.last in year) or (
            is_its_calendar_year and year.first.year == year.last.year
        ):
            return year if is_its_calendar_year else found
    what = f"the statement is about {named(found)}, and {runs}"
    fix = "give a statement of one of its years, or mend the year in statements/map.toml"
    return _problem(statement, "", what, "outside-term", why, fix)


@dataclass(frozen=True)
class _Terms:
    """The names that the terms have for figures and steps, and their units."""

    figures: Mapping[str, Unit | Kind]
    steps: Mapping[str, Unit]

    @classmethod
    def of(cls, contract: Contract, period: Period) -> "_Terms":
        """Find the names that a contract has in a year: its terms may change."""
        try:
            found = survey(contract.on(period.first))
        except Refusal:
            found = survey(contract)  # a term that must be there has not begun on that day
        figures: dict[str, Unit | Kind] = {
            name: wanted.unit for name, wanted in found.wanted.items()
        }
        figures |= {figure.id: figure.unit for figure in contract.figures}
        return cls(figures, {step.id: step.unit for step in found.worksheet.steps})

    def meant(self, name: str) -> tuple[str, ...]:
        """Return what a name may stand for, as a settlement finds its lines: full names."""
        if name in self.figures or name in self.steps:
            return (name,)
        bare = tuple(step for step in self.steps if step.rpartition(".")[2] == name)
        of_clause = tuple(step for step in self.steps if step.partition(".")[0] == name)[-1:]
        return bare if len(bare) == 1 else of_clause or bare

    def checked(
        self, statement: Statement, line: StatementLine
    ) -> tuple[StatementLine | None, Problem | None]:
        """Return a line as it can be compared, and what is wrong with it."""
        if not line.ours:
            return line, None
        meant = self.meant(line.ours)
        if len(meant) != 1:
            return replace(line, ours=""), self._not_in_terms(statement, line, meant)
        unit = self.figures.get(meant[0]) or self.steps[meant[0]]
        if _agrees(line.value.unit, unit):
            return line, None
        wanted = unit.value if isinstance(unit, Kind) else str(unit)
        what = (
            f'the line "{line.id}" is in {line.value.unit}; the terms have {meant[0]} in {wanted}'
        )
        why = "a number in another unit is another number"
        fix = "ask the plan what it counts, or mend in map.toml which of ours the line shows"
        return None, _problem(statement, line.place, what, "wrong-unit", why, fix)

    def _not_in_terms(
        self, statement: Statement, line: StatementLine, meant: tuple[str, ...]
    ) -> Problem:
        why = "the line is shown in the plan's words and compared with nothing"
        if meant:
            what = f'"{line.ours}" may be {" or ".join(meant)}'
            fix = f'write which one, like "{meant[0]}"'
        else:
            what = f'the terms have no figure and no step called "{line.ours}"'
            known = {*self.figures, *self.steps, *(step.partition(".")[0] for step in self.steps)}
            fix = nearest(line.ours, known) or (
                "say in statements/map.toml what the line shows: [[line]] "
                f'plan = "{line.code or line.id}", ours = "..."'
            )
        return _problem(statement, line.place, what, "not-in-terms", why, fix)


def _agrees(found: Unit, wanted: Unit | Kind) -> bool:
    kind = wanted if isinstance(wanted, Kind) else wanted.kind
    return found == wanted or found.kind is wanted or {found.kind, kind} <= _PLAIN


def _shown_twice(
    statement: Statement, terms: _Terms, problems: list[Problem]
) -> tuple[Statement, list[Problem]]:
    """Note lines of the whole panel that show the same; equal ones count once, others not."""
    first: dict[str, int] = {}
    lines = list(statement.lines)
    for place, line in enumerate(statement.lines):
        if not line.ours or line.scope:
            continue
        earlier = statement.lines[first.setdefault(terms.meant(line.ours)[0], place)]
        if earlier is line:
            continue
        is_equal = earlier.value.amount == line.value.amount
        lines[place] = replace(line, ours="")
        if not is_equal:
            at = statement.lines.index(earlier)
            lines[at] = replace(earlier, ours="")
        problems = [*problems, _shown_again(statement, earlier, line, is_equal=is_equal)]
    return replace(statement, lines=tuple(lines)), problems


def _shown_again(
    statement: Statement, earlier: StatementLine, line: StatementLine, *, is_equal: bool
) -> Problem:
    both = f'the lines "{earlier.id}" and "{line.id}" both show {line.ours}'
    if is_equal:
        why, fix = "they agree, and the first is compared", "nothing has to be done"
        return _problem(statement, line.place, both, "shown-twice", why, fix)
    what = f"{both}, and differ: {earlier.value} and {line.value}"
    why = "nobody can say which of the two the plan means"
    fix = "ask the plan which one holds, or mend in map.toml what they show"
    return _problem(statement, line.place, what, "shown-unlike", why, fix)
