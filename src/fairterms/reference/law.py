"""Which laws to compare a contract with: its own state's, the federal ones, others' as examples.

A law is data: one file a state in ``laws``, and ``us.toml``. A file is read when it is first asked
for. Nothing here says that a law is broken, or that it holds for a given contract.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from fairterms.reference.law_entry import Law
from fairterms.reference.law_reader import read_text
from fairterms.reference.law_topics import LINES, TOPICS
from fairterms.reference.states import FEDERAL, STATES, state_code
from fairterms.units.finding import Checked, Source
from fairterms.units.problem import Problem

__all__ = [
    "LINES",
    "TOPICS",
    "Law",
    "Setting",
    "UnusableLaws",
    "for_topics",
    "laws_of",
    "recorded_states",
    "register",
]

FOLDER = Path(__file__).parent / "laws"
MOST_EXAMPLES = 3
_ORDER = tuple(Checked)


@dataclass(frozen=True)
class Setting:
    """Where a contract stands, as far as it says.

    Attributes
    ----------
    state
        A postal code, or a state's name; empty when it is not known.
    line_of_business
        As terms.toml names it; empty when it is not known.
    starts, ends
        The contract's first and last day; None when not known.

    Examples
    --------
    >>> Setting("Oregon").state
    'OR'
    """

    state: str = ""
    line_of_business: str = ""
    starts: date | None = None
    ends: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "state", state_code(self.state))

    def has(self, law: Law) -> bool:
        """Say whether a law may matter: in force on these days, and not known to pass it by."""
        return law.is_in_force(self.starts, self.ends) and law.may_reach(self.line_of_business)


class UnusableLaws(Exception):
    """A file of laws has problems; ``problems`` holds them all."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def recorded_states() -> tuple[str, ...]:
    """Return the postal codes of the states that have a file, in alphabetical order."""
    codes = {path.stem.upper() for path in FOLDER.glob("*.toml")}
    return tuple(sorted(codes & STATES.keys()))


@cache
def laws_of(jurisdiction: str) -> tuple[Law, ...]:
    """Return every law recorded of a state or of the United States, in written order.

    Parameters
    ----------
    jurisdiction
        A postal code or ``"US"``. A state without a file has no laws recorded.

    Raises
    ------
    UnusableLaws
        When the file has problems.
    """
    path = FOLDER / f"{jurisdiction.lower()}.toml"
    if jurisdiction not in (*recorded_states(), FEDERAL):
        return ()
    name = f"reference/laws/{path.name}"
    laws, problems = read_text(path.read_text(encoding="utf-8"), name, jurisdiction)
    if problems:
        raise UnusableLaws(problems)
    return laws


def register(setting: Setting) -> tuple[Law, ...]:
    """Return the laws of a legal page: the state's own, then the federal ones."""
    everything = (*laws_of(setting.state), *laws_of(FEDERAL)) if setting.state else laws_of(FEDERAL)
    return tuple(law for law in everything if setting.has(law))


def for_topics(topics: Iterable[str], setting: Setting) -> tuple[Source, ...]:
    """Return what to compare with on some topics, the nearest first.

    Parameters
    ----------
    topics
        Of :data:`TOPICS`.
    setting
        Where the contract stands. A law known not to reach its line of business, or not in force
        on any of its days, is left out; what is not known is said in the source's scope.

    Returns
    -------
    tuple of Source
        The state's own laws; the federal ones; and, for topics on which the own state has none,
        at most three of other states, as examples and marked so.
    """
    wanted = set(topics)
    assert wanted <= TOPICS.keys(), f"unknown topics: {sorted(wanted - TOPICS.keys())}"
    near = [law for law in register(setting) if wanted & set(law.topics)]
    answered = {t for law in near if law.jurisdiction == setting.state for t in law.topics}
    lacking = wanted - answered
    examples = sorted(_elsewhere(lacking, setting), key=lambda law: _rank(law, lacking))
    return (
        *(law.source() for law in near),
        *(law.source(is_example=True) for law in examples[:MOST_EXAMPLES]),
    )


def _elsewhere(topics: set[str], setting: Setting) -> Iterator[Law]:
    """Return the states' laws on topics; of topics the own state lacks, that is other states'."""
    for state in recorded_states() if topics else ():
        laws = laws_of(state)
        yield from (law for law in laws if topics & set(law.topics) and setting.has(law))


def _rank(law: Law, topics: set[str]) -> tuple[bool, int, int, bool, str]:
    """Order examples: first those on provider contracts, read, on more topics, without warning."""
    spoken_of = len(topics & set(law.topics))
    return (law.is_analogue, _ORDER.index(law.checked), -spoken_of, bool(law.warning), law.id)
