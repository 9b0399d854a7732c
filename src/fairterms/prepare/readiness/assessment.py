"""Every criterion judged, and what to do first."""

from dataclasses import dataclass

from fairterms.prepare.readiness.criterion import CRITERIA, Criterion, Judgement, Standing, When
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation, SizePoint

_URGENCY = (Standing.NOT_YET, Standing.UNKNOWN, Standing.WATCH, Standing.READY)
_ORDER = tuple(When)


@dataclass(frozen=True)
class Judged:
    """A criterion and what it says of this group and contract."""

    criterion: Criterion
    judgement: Judgement

    @property
    def standing(self) -> Standing:
        """How it stands."""
        return self.judgement.standing


@dataclass(frozen=True)
class FirstStep:
    """Something to do, with the criterion it is for and by when.

    Attributes
    ----------
    do
        In a sentence.
    criterion
        Whose first step it is.
    standing
        How that criterion stands.
    """

    do: str
    criterion: Criterion
    standing: Standing

    @property
    def when(self) -> When:
        """By when."""
        return self.criterion.when


@dataclass(frozen=True)
class Readiness:
    """Every criterion, judged.

    Attributes
    ----------
    judged
        In the order of the catalogue.
    sizes
        What the forecast says by size, for a table; empty where there is no forecast.
    loss_means
        What that forecast calls a loss.
    clinicians
        The group's own size; None where it is not known.
    """

    judged: tuple[Judged, ...]
    sizes: tuple[SizePoint, ...] = ()
    loss_means: str = ""
    clinicians: int | None = None

    def of(self, standing: Standing) -> tuple[Judged, ...]:
        """Return the criteria that stand so."""
        return tuple(one for one in self.judged if one.standing is standing)

    @property
    def by_urgency(self) -> tuple[Judged, ...]:
        """Every criterion, the most urgent first, and within that in the catalogue's order."""
        return tuple(sorted(self.judged, key=lambda one: _URGENCY.index(one.standing)))

    @property
    def first_steps(self) -> tuple[FirstStep, ...]:
        """What to do first: by when it should be ready, and within that the most urgent first."""
        steps = [
            FirstStep(one.judgement.first, one.criterion, one.standing)
            for one in self.judged
            if one.judgement.first
        ]
        return tuple(sorted(steps, key=_urgency))


def _urgency(step: FirstStep) -> tuple[int, int, str]:
    return (_ORDER.index(step.when), _URGENCY.index(step.standing), step.criterion.name)


def judge(declaration: Declaration, situation: Situation) -> Readiness:
    """Judge every criterion.

    Parameters
    ----------
    declaration
        What the group says of itself; an empty one where it says nothing.
    situation
        What other rooms know.
    """
    judged = tuple(Judged(one, one.judge(declaration, situation)) for one in CRITERIA.values())
    sizes = tuple(sorted(situation.loss_by_size, key=lambda point: point.clinicians))
    counted = declaration.people.clinicians or situation.clinicians_on_record
    clinicians = int(counted.value) if counted else None
    return Readiness(judged, sizes, situation.loss_means, clinicians)
