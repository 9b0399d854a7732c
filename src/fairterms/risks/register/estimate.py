"""One estimate of one impact: how often, how bad, how it is known, and which one it replaces."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fairterms.risks.control.impossible import Impossible
from fairterms.risks.loss.frequency import Frequency
from fairterms.risks.loss.limits import NO_LIMITS, Limits
from fairterms.risks.loss.severity import Severity
from fairterms.risks.register.contract_loss import ContractLoss
from fairterms.units.quantity import MONEY, Quantity, Unit

_WHY = "an estimate nobody can check is only an opinion"
_TWO = "a guess beside a computed loss would be believed by whoever likes it better"


class Stage(Enum):
    """Before any control, as things are, or as they should become."""

    INHERENT = "inherent"
    CURRENT = "current"
    TARGET = "target"


class Knowledge(Enum):
    """How well the numbers are known."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True)
class Estimate:
    """A frozen judgement. It is never changed: a later one supersedes it.

    Attributes
    ----------
    id
        Its name in the file.
    impact
        The id of the impact it measures.
    stage
        Inherent, current or target.
    as_of
        The day on which it was made.
    horizon
        How long it holds for, such as "1 year". Frequencies are per year whatever the horizon.
    basis
        How the numbers are known, in words.
    knowledge
        Weak, fair or strong.
    assessor
        The role that made it.
    unit
        The unit of a loss; the objective's.
    frequency
        Events per year; None where the contract computes the loss.
    severity
        The loss of one event, in ``unit``; None where the contract computes it.
    limits
        What the contract lets through of an event and of a year.
    from_contract
        The simulated loss it stands for, instead of frequency and severity.
    supersedes
        The id of the estimate it replaces; empty for the first of its impact and stage.
    """

    id: str
    impact: str
    stage: Stage
    as_of: date
    horizon: Quantity
    basis: str
    knowledge: Knowledge
    assessor: str
    unit: Unit
    frequency: Frequency | None = None
    severity: Severity | None = None
    limits: Limits = NO_LIMITS
    from_contract: ContractLoss | None = None
    supersedes: str = ""

    def __post_init__(self) -> None:
        """Refuse an estimate nobody can check, and a guess where the contract has the answer."""
        for key in ("basis", "assessor"):
            if not getattr(self, key):
                what = f"the estimate {self.id} leaves {key} out"
                raise Impossible(key, what, _WHY, f"add {key}")
        if self.from_contract is None:
            if self.frequency is None or self.severity is None:
                what = f"the estimate {self.id} does not say how often and how bad"
                raise Impossible("", what, _WHY, "give frequency and severity, or from_contract")
            return
        if (self.frequency, self.severity, self.limits) != (None, None, NO_LIMITS):
            what = f"the contract can compute this loss, and {self.id} gives a number beside it"
            raise Impossible("from_contract", what, _TWO, "keep from_contract, drop the numbers")
        if self.unit != MONEY:
            what = f"what the contract computes is in dollars, and {self.id} is in {self.unit}"
            raise Impossible("from_contract", what, _WHY, "give frequency and severity instead")

    @property
    def chain(self) -> tuple[str, Stage]:
        """What one chain of estimates has in common: the impact and the stage."""
        return self.impact, self.stage

    @property
    def is_computed(self) -> bool:
        """Whether the contract's simulation gives the numbers."""
        return self.from_contract is not None
