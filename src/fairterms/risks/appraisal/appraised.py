"""One impact with its numbers, and all of one objective together."""

from dataclasses import dataclass

from fairterms.risks.control.credit import Residual
from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.portfolio import Portfolio
from fairterms.risks.loss.ranking import Ranking
from fairterms.risks.loss.tolerance import Beyond
from fairterms.risks.matrix.lint import LintReport
from fairterms.risks.matrix.region import PlacedRisk
from fairterms.risks.matrix.version import MatrixVersion, TwoLevels
from fairterms.risks.register.estimate import Estimate, Stage
from fairterms.risks.register.impact import Impact
from fairterms.risks.register.objective import Objective
from fairterms.risks.register.register import Register
from fairterms.risks.register.risk import Risk


@dataclass(frozen=True)
class Losses:
    """What an impact loses in a year, stage by stage.

    Attributes
    ----------
    inherent
        Without any control.
    claimed
        With every control in use doing what is claimed.
    proven
        With credit for proven controls alone.
    """

    inherent: AnnualLoss
    claimed: AnnualLoss
    proven: AnnualLoss


@dataclass(frozen=True)
class Appraised:
    """One impact of an open risk.

    Attributes
    ----------
    impact, risk, objective
        What it is of.
    estimate
        The estimate its losses rest on; None where nobody made one.
    losses
        None where there is no estimate, or where its loss could not be computed.
    residual
        What controls leave of it.
    current
        What was estimated of things as they are, beside an estimate without controls; else None.
    target
        What is aimed at, in a year; None where nobody said.
    why_not
        Why there are no losses, as a sentence; empty where there are.
    """

    impact: Impact
    risk: Risk
    objective: Objective
    estimate: Estimate | None
    losses: Losses | None
    residual: Residual
    current: AnnualLoss | None = None
    target: AnnualLoss | None = None
    why_not: str = ""

    @property
    def is_inherent(self) -> bool:
        """Whether the estimate is of the risk without controls; else it is of things as they are.

        Of things as they are, the three losses are the same: nobody knows them without controls.
        """
        return self.estimate is not None and self.estimate.stage is Stage.INHERENT


@dataclass(frozen=True)
class ObjectiveLoss:
    """All impacts on one objective together, beside what is bearable.

    Attributes
    ----------
    objective
        The objective.
    inherent, proven
        Added up year by year, before controls and with what is proven.
    beyond
        The proven loss against the tolerance; None where nobody said what is bearable.
    left_out
        Ids of impacts that are part of another one that is counted.
    """

    objective: Objective
    inherent: Portfolio
    proven: Portfolio
    beyond: Beyond | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placed:
    """The matrix in force, with every impact of its unit as a region.

    Attributes
    ----------
    version, lint
        The matrix, and what is wrong with it.
    risks
        The impacts on it.
    releveled
        Levels under the version before and this one.
    """

    version: MatrixVersion
    lint: LintReport
    risks: tuple[PlacedRisk, ...]
    releveled: tuple[TwoLevels, ...] = ()


@dataclass(frozen=True)
class Appraisal:
    """A register with its numbers.

    Attributes
    ----------
    register
        As it is written.
    impacts
        Those of open risks, in the order of the file.
    objectives
        Those that some impact with a loss touches, in the order of the file.
    rankings
        One for each unit, on what is proven.
    placed
        The matrix in force; None where the register has none.
    about
        Which simulated years computed losses come from; empty where none do.
    """

    register: Register
    impacts: tuple[Appraised, ...]
    objectives: tuple[ObjectiveLoss, ...]
    rankings: tuple[Ranking, ...]
    placed: Placed | None = None
    about: str = ""
