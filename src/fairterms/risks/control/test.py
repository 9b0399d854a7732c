"""A test of a control, of whether it is designed to work and whether it worked every time.

Tests are added and never changed. Who tests, who owns or carries out the control, and who approves
the test are three people.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fairterms.risks.control.bound import upper_bound_of_list
from fairterms.risks.control.control import Control
from fairterms.risks.control.impossible import Impossible
from fairterms.risks.control.sampling import draw_places


class Part(Enum):
    """What a test asks of a control."""

    DESIGN = "design"
    OPERATING = "operating"


class Method(Enum):
    """How a tester looked."""

    INQUIRY = "inquiry"
    OBSERVATION = "observation"
    INSPECTION = "inspection"
    REPERFORMANCE = "reperformance"


class Result(Enum):
    """What a test found."""

    PASSED = "passed"
    FAILED = "failed"


LONGEST_REPLAYED = 100_000
"""The longest list a sample is drawn from again (our choice: within a second)."""

_CREDIT = "a control earns credit by this test"


@dataclass(frozen=True)
class Sampled:
    """What a tester looked at, and how much of it had failed.

    Attributes
    ----------
    population
        Items on the whole list.
    items
        The items looked at, by their place in the list or by a number of the test's own; never a
        number of a member or a claim. Empty where every item was looked at.
    seed
        The published words the sample was drawn by; empty where every item was looked at.
    expected
        The most failures under which the test counts as passed, set before anybody looked.
    deviations
        Failures found.
    """

    population: int
    items: tuple[str, ...]
    seed: str
    expected: int
    deviations: int

    def __post_init__(self) -> None:
        """Refuse counts that cannot be."""
        if len(set(self.items)) < len(self.items):
            raise Impossible(
                "sample",
                "an item of the sample stands twice",
                "it would prove twice what was seen once",
                "write every item once",
            )
        if self.size > self.population:
            raise Impossible(
                "sample",
                f"the sample has {self.size} items, the whole list {self.population}",
                "a sample is a part of its list",
                "count the whole list in population",
            )
        if self.deviations > self.size:
            raise Impossible(
                "deviations",
                f"{self.deviations} deviations were found in a sample of {self.size}",
                "an item fails once or not at all",
                "count the items that failed",
            )
        if self.items and not self.seed:
            raise Impossible(
                "seed",
                "the sample has no seed",
                "without it the other side cannot draw the sample again",
                'write the words it was drawn by: seed = "cedar 2027 first quarter"',
            )

    @property
    def is_whole(self) -> bool:
        """Whether every item of the list was looked at."""
        return not self.items or len(self.items) == self.population

    @property
    def size(self) -> int:
        """How many items were looked at."""
        return len(self.items) or self.population

    @property
    def bound95(self) -> float:
        """The largest share of failures on the list that the sample does not rule out (95 %)."""
        return upper_bound_of_list(self.deviations, self.size, self.population)

    @property
    def is_replayed(self) -> bool | None:
        """Whether the seed draws this very sample.

        True where every item was looked at; None where the items are not places of the list, so
        that only who has the list can tell, and for lists too long to draw from here.
        """
        if self.is_whole:
            return True
        if self.population > LONGEST_REPLAYED or not all(map(str.isdecimal, self.items)):
            return None
        return set(draw_places(self.population, self.seed, self.size)) == set(self.items)


@dataclass(frozen=True)
class ControlTest:
    """One test of one control.

    Attributes
    ----------
    id, control
        Its own id and that of the control.
    part
        Whether the design was tested or the operation.
    methods
        How the tester looked; at least one way.
    sampled
        What was looked at; a test of operation has it, a test of design may.
    tester, approver
        Two roles, neither of which owns or carries out the control.
    valid_from, valid_to
        The first and the last day on which the result counts.
    result
        Passed or failed.
    """

    id: str
    control: str
    part: Part
    methods: tuple[Method, ...]
    sampled: Sampled | None
    tester: str
    approver: str
    valid_from: date
    valid_to: date
    result: Result

    def __post_init__(self) -> None:
        """Refuse a test that cannot have been so, or that proves nothing."""
        self._check_days()
        if self.part is Part.OPERATING:
            self._check_operating()
        if self.is_pass and self.sampled and self.sampled.deviations > self.sampled.expected:
            raise Impossible(
                "result",
                f"the test is passed, and it found {self.sampled.deviations} of at most "
                f"{self.sampled.expected} deviations",
                _CREDIT,
                'write result = "failed", or correct the deviations',
            )
        if _same(self.tester, self.approver):
            raise Impossible(
                "approver",
                f"the {self.tester} both tests and approves",
                "nobody approves their own work",
                "let a third role approve the test",
            )

    def _check_days(self) -> None:
        if self.valid_to < self.valid_from:
            raise Impossible(
                "valid_to",
                f"the test stops counting ({self.valid_to}) before it begins ({self.valid_from})",
                _CREDIT,
                "give the last day on which the result may be relied on",
            )

    def _check_operating(self) -> None:
        if self.sampled is None:
            raise Impossible(
                "population",
                "a test of operation has no sample",
                _CREDIT,
                'say of how many and which: population = "250 claims", sample = "all" or a list',
            )
        if self.is_pass and set(self.methods) == {Method.INQUIRY}:
            raise Impossible(
                "method",
                "the test of operation was passed by asking alone",
                "what somebody says about a control does not show that it ran",
                "look at what the control left behind, or carry it out again, and add that method",
            )

    @property
    def is_pass(self) -> bool:
        """Whether it was passed."""
        return self.result is Result.PASSED

    def is_current(self, on: date) -> bool:
        """Say whether its result counts on a day."""
        return self.valid_from <= on <= self.valid_to

    def shared_person(self, control: Control) -> str:
        """Return who does two of three jobs: test, approve, own or carry out; empty for nobody."""
        both = (self.tester, self.approver)
        return next(
            (name for name in both if any(_same(name, other) for other in control.people)), ""
        )


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
