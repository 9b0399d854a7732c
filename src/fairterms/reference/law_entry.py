"""One law as recorded: where it stands, since when, whom it reaches, and how well we know it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from fairterms.reference.law_topics import ALL_LINES, LINES, TOPICS
from fairterms.units.finding import Authority, Checked, Source

NOT_RECORDED = "not recorded"
NOT_CHECKED = "not checked"
COUNSEL = "counsel must confirm"
EXAMPLE = "another state's rule; shown as an example"
_FEW = 3
"""Lines of business not checked that are still named one by one."""


def _words(lines: Iterable[str]) -> str:
    return ", ".join(LINES[line] for line in lines)


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Law:
    """A law, rule or public goal to compare a contract with; never advice on whether it holds.

    Attributes
    ----------
    id
        A slug that begins with the place: ``"or-patient-talk"``.
    jurisdiction
        A state's postal code, or ``"US"``.
    title, locator, url
        Its name, the place in it, and where its text stands; the address may be empty.
    topics
        Of :data:`fairterms.reference.law_topics.TOPICS`.
    says
        What it says, short and in our words.
    about
        Which plans, contracts and clinicians it speaks of.
    reaches, leaves_out
        Lines of business it is known to reach, and known not to reach. Of every other line of
        :data:`fairterms.reference.law_topics.LINES` it was not checked.
    since, until
        First and last day; None where not recorded.
    known_through
        Which edition or copy was read, or who told of it.
    last_checked
        ``"2026-11"`` or ``"2026-11-21"``; ``"not checked"`` when nobody looked.
    warning
        What a reader must know beyond that: a bill under way, a part that was not read.
    is_analogue
        It speaks of something else (insurance policies, other clinicians); like, but not the same.
    figures
        Numbers it sets, each with its unit in the text: ``{"target": "3.4 %"}``.
    """

    id: str
    jurisdiction: str
    title: str
    locator: str
    topics: tuple[str, ...]
    says: str
    about: str
    known_through: str
    last_checked: str
    checked: Checked
    status: Authority
    url: str = ""
    reaches: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    warning: str = ""
    is_analogue: bool = False
    figures: Mapping[str, str] = field(default_factory=_nothing)

    def __post_init__(self) -> None:
        assert self.id.startswith(f"{self.jurisdiction.lower()}-"), f"{self.id}: whose law is it?"
        assert set(self.topics) <= TOPICS.keys(), f"{self.id}: an unknown topic"
        lines = {*self.reaches, *self.leaves_out}
        assert lines <= LINES.keys(), f"{self.id}: an unknown line of business"
        assert len(lines) == len(self.reaches) + len(self.leaves_out), f"{self.id}: reached or not?"

    def may_reach(self, line: str) -> bool:
        """Say whether it may reach a line of business; what was not checked may be reached."""
        if line in ("", ALL_LINES):
            return True
        return line not in self.leaves_out

    def is_in_force(self, starts: date | None, ends: date | None) -> bool:
        """Say whether it was in force on a day of a contract, as far as the dates are known."""
        begins_later = self.since is not None and ends is not None and ends < self.since
        ended_before = self.until is not None and starts is not None and self.until < starts
        return not (begins_later or ended_before)

    @property
    def not_checked(self) -> tuple[str, ...]:
        """The lines of business of which it was not checked whether it reaches them."""
        return tuple(line for line in LINES if line not in (*self.reaches, *self.leaves_out))

    @property
    def caution(self) -> str:
        """What to be careful of; always that a lawyer must confirm."""
        return f"{self.warning}; {COUNSEL}" if self.warning else COUNSEL

    @property
    def dates(self) -> str:
        """Since and until when it holds, in words."""
        if self.since is None and self.until is None:
            return f"dates {NOT_RECORDED}"
        begun = f"since {self.since}" if self.since else f"beginning {NOT_RECORDED}"
        return f"{begun}, until {self.until}" if self.until else f"{begun}, end {NOT_RECORDED}"

    @property
    def reach(self) -> str:
        """Which lines of business it reaches, leaves out, or was not checked for, in words."""
        parts = [
            f"{verb} {_words(lines)}"
            for verb, lines in (("reaches", self.reaches), ("leaves out", self.leaves_out))
            if lines
        ]
        if len(self.not_checked) > _FEW:
            other = "other " if parts else ""
            parts.append(f"{NOT_CHECKED} for any {other}line of business")
        elif self.not_checked:
            parts.append(f"{NOT_CHECKED} for {_words(self.not_checked)}")
        return "; ".join(parts)

    def source(self, *, is_example: bool = False) -> Source:
        """Return it as a source of a finding.

        Parameters
        ----------
        is_example
            It is the law of a state that is not the contract's own.
        """
        confirm = "" if self.checked is Checked.READ else "; confirm before use"
        first = (EXAMPLE,) if is_example else ()
        return Source(
            title=self.title,
            locator=self.locator,
            jurisdiction=self.jurisdiction,
            known_through=(
                f"{self.dates}; {self.known_through}; last checked: {self.last_checked}{confirm}"
            ),
            status=self.status,
            checked=self.checked,
            scope="; ".join((*first, self.about, self.reach, self.caution)),
            says=self.says,
        )
