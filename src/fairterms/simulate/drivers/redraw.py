"""The same years drawn again under other assumptions, chance between patients held.

What a change does not touch keeps its bytes. Patients' cost takes nearly all the time of a panel,
and most changes leave it alone, so it is remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from fairterms.payment.book import Given
from fairterms.simulate.draws.year_points import YearPoints
from fairterms.simulate.forecast.declaration import Patients
from fairterms.simulate.forecast.figure_panel import figures_of_year
from fairterms.simulate.forecast.measure_panel import measure_counts
from fairterms.simulate.forecast.panel import Plan, drawn
from fairterms.simulate.forecast.patient_panel import Listed, PatientLaw, Place, listed_patients
from fairterms.simulate.forecast.year_moves import YearMoves, moves_of, points_of
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.quantity import Quantity

Remembered = tuple[PatientLaw | None, Listed]


@dataclass(frozen=True)
class SameChance:
    """Draws years again; patients whose year is the same are not drawn twice.

    Attributes
    ----------
    remembered
        Lists of people drawn so far, with the law they were drawn from.
    """

    remembered: dict[tuple[object, ...], Remembered] = field(default_factory=dict)

    def years(self, plan: Plan, number: int) -> Years:
        """Draw the first years of a plan: the same bytes as those of its whole panel."""
        points = points_of(plan.declared, plan.seed, plan.number).part(0, number)
        return self.drawn(plan, points, 0)

    def drawn(self, plan: Plan, points: YearPoints, first: int) -> Years:
        """Draw the figures of years whose year-level points are given.

        Parameters
        ----------
        plan
            What to simulate.
        points
            What each year brings as a whole.
        first
            The number of the first of these years, on which all that is chance depends.

        Returns
        -------
        Years
            The same bytes as :func:`fairterms.simulate.forecast.panel.drawn`.
        """
        declared, expected = plan.declared, plan.expected
        moves = moves_of(declared, points, plan.year)
        place: Place = (plan.seed, f"year {plan.year}", first)
        lists = {
            one.id: self._listed(one, plan.laws.get(one.id), moves, place)
            for one in declared.patients
        }
        found: dict[str, FloatArray] = {}
        for people in lists.values():
            for name, values in people.figures.items():
                found[name] = found.get(name, 0.0) + values
        for spec in declared.measures:
            known = plan.known.get(spec.id) if spec.from_records else None
            found |= measure_counts(spec, expected, moves, (lists, place), known)
        found |= figures_of_year(declared, expected, moves, lists, place)
        return _with(plan, drawn(_still(plan), points, first), found)

    def _listed(
        self, spec: Patients, law: PatientLaw | None, moves: YearMoves, place: Place
    ) -> Listed:
        columns = (moves.multiplier(spec.moved_by), moves.multiplier({"attribution": 1.0}))
        digests = tuple(sha256(column.tobytes()).digest() for column in columns)
        named = (spec.id, spec.roster, spec.listed, spec.paid, spec.above)
        key = (*named, id(law.tables) if law else 0, place, *digests)
        if key not in self.remembered:
            # The law is kept too: its place in memory is the key, and may not be used again.
            self.remembered[key] = (law, listed_patients(spec, law, moves, place))
        return self.remembered[key][1]


def _still(plan: Plan) -> Plan:
    """Return the plan with every figure held, so that only what holds still is drawn from it."""
    declared = replace(plan.declared, patients=(), measures=(), figures=(), deliveries=())
    return replace(plan, declared=declared, laws={})


def _with(plan: Plan, held: Years, found: Mapping[str, FloatArray]) -> Years:
    """Put what was drawn in the place of what was held."""
    figures = dict(held.figures)
    for name, values in found.items():
        figures[name] = Given(values, figures[name].unit)
    delivery = held.delivery
    for one in plan.declared.deliveries:
        level = plan.expected.values[one.figure]
        assert isinstance(level, Quantity), "the check of the plan found it"
        if one.figure in found:
            delivery = delivery + one.cost * (found[one.figure] - float(level.amount))
    return replace(held, figures=figures, delivery=delivery)
