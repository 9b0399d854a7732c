"""Made-up bills: one line for each visit and each stay that the plan had paid by the last day."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.synthetic.draws import Draws, Flags, Whole
from fairterms.outcomes.synthetic.stays import Stays
from fairterms.outcomes.synthetic.visits import INTAKE_CODE, LATER_CODES, Visits
from fairterms.outcomes.synthetic.world import World

HIGH_DEDUCTIBLE = 0.15
"""Share of patients who pay their first visits of a course themselves."""
OWN_VISITS = 4
NO_CLINICIAN = -1


@dataclass(frozen=True, eq=False)
class Claims:
    """Lines of claims, by patient and day; every column of shape (lines,).

    Attributes
    ----------
    patient
        Place of the patient in the block.
    clinician
        Who treated; :data:`NO_CLINICIAN` for a hospital.
    starts, ends, paid_on
        Days counted from the records' first day.
    is_telehealth
        Whether by video.
    service
        Place in the codes of later visits, -1 for the intake.
    units
        Visits, or days in hospital.
    allowed_cents, charge_cents, coinsurance_cents, deductible_cents
        In whole cents; what the plan paid is allowed less the last two.
    """

    patient: Whole
    clinician: Whole
    starts: Whole
    ends: Whole
    paid_on: Whole
    is_telehealth: Flags
    service: Whole
    units: Whole
    allowed_cents: Whole
    charge_cents: Whole
    coinsurance_cents: Whole
    deductible_cents: Whole

    @property
    def is_stay(self) -> Flags:
        """Whether the line is a stay in hospital."""
        found: Flags = self.clinician == NO_CLINICIAN
        return found

    @property
    def paid_cents(self) -> Whole:
        """What the plan paid."""
        return self.allowed_cents - self.coinsurance_cents - self.deductible_cents


def make(
    world: World, draws: Draws, visits: Visits, stays: Stays, takes_place: Flags | None = None
) -> Claims:
    """Make up the bills of a block of patients.

    Parameters
    ----------
    world, draws
        As everywhere.
    visits, stays
        What is billed; a missed visit is not.
    takes_place
        Which appointments take place after all, and are billed; None for all. Shape (visits,).
    """
    come = visits.where(~visits.is_missed)
    patients = int(visits.patient.max(initial=-1)) + 1
    is_billed = np.ones(come.day.size + stays.patient.size, dtype=bool)
    if takes_place is not None:
        is_billed[: come.day.size] = takes_place[~visits.is_missed]
    rows = come.day.size + stays.patient.size
    nights = stays.discharged - stays.admitted
    allowed = np.concatenate([_fees(world)[come.service], nights * world.money.day_cents])
    starts = np.concatenate([come.day, stays.admitted])
    ends = np.concatenate([come.day, stays.discharged])
    pays_first = draws.happens("high deductible", HIGH_DEDUCTIBLE, patients)[come.patient]
    is_own = np.concatenate(
        [pays_first & (come.place < OWN_VISITS), np.zeros(stays.patient.size, dtype=bool)]
    )
    delay = 10 - (world.money.paid_after - 10) * np.log(draws.uniform("paid after", rows))
    # In whole numbers, so that half a cent is rounded up on every machine.
    own_share = (allowed * world.money.own_percent + 50) // 100
    found = Claims(
        patient=np.concatenate([come.patient, stays.patient]),
        clinician=np.concatenate([come.clinician, np.full(stays.patient.size, NO_CLINICIAN)]),
        starts=starts,
        ends=ends,
        paid_on=ends + np.rint(delay).astype(np.int64),
        is_telehealth=np.concatenate([come.is_telehealth, np.zeros(stays.patient.size, bool)]),
        service=np.concatenate([come.service, np.zeros(stays.patient.size, np.int64)]),
        units=np.concatenate([np.ones(come.day.size, np.int64), nights]),
        allowed_cents=allowed,
        charge_cents=(allowed * world.money.percent_charged + 50) // 100,
        coinsurance_cents=np.where(is_own, 0, own_share),
        deductible_cents=np.where(is_own, allowed, 0),
    )
    return _in_order(found, is_billed & (found.paid_on < world.days))


def _fees(world: World) -> Whole:
    """Return the fee of each service in cents; the intake stands last, where -1 finds it."""
    fees = dict(world.money.fees_cents)
    codes = [*(code for code, _ in LATER_CODES), INTAKE_CODE]
    return np.array([fees[code] for code in codes], dtype=np.int64)


def _in_order(claims: Claims, is_paid: Flags) -> Claims:
    order = np.lexsort((claims.starts, claims.patient))
    order = order[is_paid[order]]
    return Claims(*(column[order] for column in vars(claims).values()))
