"""The same years drawn again under other assumptions, chance between patients held.

What a change does not touch keeps its bytes. Patients' cost takes nearly all the time of a panel,
and most changes leave it alone, so it is remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from fairterms.payment.book import Given
from fairterms.simulate.draws.year_points import YearPoints
from fairterms.simulate.forecast.declaration import MeasureSpec, Patients
from fairterms.simulate.forecast.figure_panel import figures_of_year
from fairterms.simulate.forecast.measure_panel import measure_counts
from fairterms.simulate.forecast.panel import Plan, drawn
from fairterms.simulate.forecast.patient_panel import Listed, PatientLaw, Place, listed_patients
from fairterms.simulate.forecast.year_moves import YearMoves, moves_of, points_of
from fairterms.simulate.years import FloatArray, Years
from fairterms.units.quantity import Quantity

Key = tuple[object, ...]


@dataclass(frozen=True)
class SameChance:
    """Draws years again; patients and measures whose years are the same are not drawn twice.

    Attributes
    ----------
    lists
        Lists of people drawn so far, with the law they were drawn from.
    counts
        Counts of measures drawn so far.
    """

    lists: dict[Key, tuple[PatientLaw | None, Listed]] = field(default_factory=dict)
    counts: dict[Key, dict[str, FloatArray]] = field(default_factory=dict)

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
            found |= self._counted(spec, plan, moves, (lists, place))
        found |= figures_of_year(declared, expected, moves, lists, place)
        return _with(plan, drawn(_still(plan), points, first), found)

    def _listed(
        self, spec: Patients, law: PatientLaw | None, moves: YearMoves, place: Place
    ) -> Listed:
        columns = (moves.multiplier(spec.moved_by), moves.multiplier({"attribution": 1.0}))
        named = (spec.id, spec.roster, spec.listed, spec.paid, spec.above)
        key = (*named, id(law.tables) if law else 0, place, *_digests(*columns))
        if key not in self.lists:
            # The law is kept too: its place in memory is the key, and may not be used again.
            self.lists[key] = (law, listed_patients(spec, law, moves, place))
        return self.lists[key][1]

    def _counted(
        self,
        spec: MeasureSpec,
        plan: Plan,
        moves: YearMoves,
        others: tuple[Mapping[str, Listed], Place],
    ) -> dict[str, FloatArray]:
        lists, place = others
        known = plan.known.get(spec.id) if spec.from_records else None
        levels = tuple(plan.expected.values[f"{spec.id}.{end}"] for end in ENDS)
        people = lists.get(spec.patients)
        columns = [
            moves.multiplier(spec.rate_moves),
            moves.multiplier(spec.count_moves),
            moves.scores[f"rate of {spec.id}"],
        ]
        if people is not None:
            columns.append(people.ratio)
        stream = people.cost_stream if people else ""
        law = (spec.id, spec.spread, spec.dearer, known, levels, stream)
        key = (*law, place, *_digests(*columns))
        if key not in self.counts:
            self.counts[key] = measure_counts(spec, plan.expected, moves, others, known)
        return self.counts[key]


ENDS = ("numerator", "denominator")


def _digests(*columns: FloatArray) -> tuple[bytes, ...]:
    return tuple(sha256(column.tobytes()).digest() for column in columns)


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
