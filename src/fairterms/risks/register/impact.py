"""Where a risk touches an objective: risk x objective x source, written once."""

from dataclasses import dataclass
from enum import Enum

from fairterms.risks.control.impossible import Impossible

_WHY = "a loss is traced from its source to the objective it hurts"


class SourceKind(Enum):
    """Where a risk comes from."""

    CLAUSE = "clause"
    RECORD = "record"
    WORK = "work"
    PEOPLE = "people"
    MODEL = "model"
    COUNTERPARTY = "counterparty"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Source:
    """What an impact comes from.

    Attributes
    ----------
    kind
        The sort of source.
    ref
        Which one: a clause or section, a table of the records, a task, a role, a clause's formula.
    """

    kind: SourceKind
    ref: str

    def __post_init__(self) -> None:
        """Refuse a source that points nowhere."""
        if not self.ref:
            what = f"a source of the kind {self.kind.value} does not say which one"
            raise Impossible(
                "source", what, _WHY, 'write source = { kind = "clause", ref = "fees" }'
            )

    def __str__(self) -> str:
        return f"{self.kind.value}: {self.ref}"


@dataclass(frozen=True)
class Impact:
    """How one risk hurts one objective, through one source.

    Attributes
    ----------
    id
        Its name in the file; estimates and controls point at it.
    risk, objective
        The ids of both.
    source
        Where it comes from. Risk, objective and source together stand once in a register.
    statement
        What it would do to the objective, in one sentence.
    """

    id: str
    risk: str
    objective: str
    source: Source
    statement: str

    def __post_init__(self) -> None:
        """Refuse an impact that does not say what it would do."""
        if not self.statement:
            what = f"the impact {self.id} does not say what it does to the objective"
            raise Impossible("statement", what, _WHY, "say it in one sentence")

    @property
    def key(self) -> tuple[str, str, SourceKind, str]:
        """What may stand only once in a register."""
        return self.risk, self.objective, self.source.kind, self.source.ref
