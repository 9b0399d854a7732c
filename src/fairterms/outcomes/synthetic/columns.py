"""From arrays to tables as records have them: the tables' own names, ids that mean nothing.

A column that the catalogue of tables does not have is left out, so that what is written always
fits the store.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.compute as pc  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.synthetic.assessments import (
    NO_ANSWER,
    NO_VISIT,
    Occasions,
    is_given,
    totals,
)
from fairterms.outcomes.synthetic.claims import Claims
from fairterms.outcomes.synthetic.clinicians import LICENCES, SPECIALTIES, Staff
from fairterms.outcomes.synthetic.diagnoses import Diagnoses
from fairterms.outcomes.synthetic.draws import Flags, Whole
from fairterms.outcomes.synthetic.enrolment import LASTS, Spans
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.visits import INTAKE_CODE, LATER_CODES, Visits
from fairterms.outcomes.synthetic.workdays import epoch_day
from fairterms.outcomes.synthetic.world import World
from fairterms.records.catalogues import TABLES

WRITTEN = (
    "assessments",
    "claims",
    "clinicians",
    "diagnoses",
    "enrolment",
    "patients",
    "social_factors",
    "visits",
)
"""The tables that are made up."""
ICD = "icd-10-cm"
CPT = "cpt"
_CODES = (*(code for code, _ in LATER_CODES), INTAKE_CODE)
_KINDS = {"90791": "intake", "90847": "family psychotherapy", "90853": "group psychotherapy"}
_STATUS = ("finished", "missed")
_WIDTH = 7


@dataclass(frozen=True, eq=False)
class Block:
    """Everything made up about one block of patients.

    Attributes
    ----------
    first
        How many rows of each table with ids of its own come before this block.
    """

    world: World
    people: People
    clinician: Whole
    requested: Whole
    visits: Visits
    occasions: Occasions
    diagnoses: Diagnoses
    spans: Spans
    claims: Claims
    first: Mapping[str, int]


def identify(letter: str, numbers: Whole) -> pa.Array:
    """Write ids: a letter and a number with leading zeros.

    Examples
    --------
    >>> identify("p", np.array([0, 12])).to_pylist()
    ['p0000001', 'p0000013']
    """
    digits = pc.utf8_lpad(pc.cast(pa.array(numbers + 1), pa.string()), _WIDTH, "0")
    return pc.binary_join_element_wise(letter, digits, "")


def npi(numbers: Whole) -> pa.Array:
    """Write provider identifiers that belong to nobody: real ones begin with 1 or 2.

    Examples
    --------
    >>> npi(np.array([3])).to_pylist()
    ['9000000003']
    """
    return pc.cast(pa.array(9_000_000_000 + numbers), pa.string())


def _words(words: Sequence[str], places: Whole) -> pa.Array:
    """Write words by their places; an empty word and a place below 0 are empty cells."""
    known = pa.array([word or None for word in words], pa.string())
    places = np.asarray(places)
    return known.take(pa.array(places, mask=places < 0))


def _same(word: str, count: int) -> pa.Array:
    return pa.repeat(pa.scalar(word), count)


def _days(world: World, days: Whole, is_there: Flags | None = None) -> pa.Array:
    mask = None if is_there is None else ~is_there
    numbers = (days + epoch_day(world)).astype(np.int32)
    return pa.array(numbers, mask=mask).cast(pa.date32())


def of_table(name: str, columns: Mapping[str, pa.Array]) -> pa.Table:
    """Return a table with the columns that the catalogue knows, in its order.

    Parameters
    ----------
    name
        Of the table.
    columns
        Columns by name.
    """
    known = [one.name for one in TABLES[name].columns if one.name in columns]
    return pa.table({one: columns[one] for one in known})


def patients(block: Block) -> pa.Table:
    """Return the table of patients."""
    people, population = block.people, block.world.population
    count = people.number.size
    origin = np.where(people.race == len(population.races) - 1, -1, people.is_hispanic * 1)
    return of_table(
        "patients",
        {
            "person_id": identify("p", people.number),
            "birth_date": _days(block.world, people.birth_day),
            "sex": _words(("male", "female"), people.is_female * 1),
            "race": _words([word for word, _ in population.races], people.race),
            "ethnicity": _words(("Not Hispanic or Latino", "Hispanic or Latino"), origin),
            "language": _words([word for word, _ in population.languages], people.language),
            "state": _same(population.state, count),
            "zip_code": _words(population.zip_codes, people.zip_code),
        },
    )


def clinicians(staff: Staff) -> pa.Table:
    """Return the table of clinicians."""
    count = staff.clinic.size
    names = [name for name, _ in LICENCES]
    return of_table(
        "clinicians",
        {
            "clinician_id": identify("c", np.arange(count)),
            "npi": npi(100 + np.arange(count)),
            "specialty": _words([SPECIALTIES[name] for name in names], staff.licence),
            "licence": _words(names, staff.licence),
            "clinic_id": identify("g", staff.clinic),
        },
    )


def visits(block: Block) -> pa.Table:
    """Return the table of visits."""
    made, world = block.visits, block.world
    count = made.day.size
    service = np.where(made.service < 0, len(_CODES) - 1, made.service)
    day = _days(world, made.day)
    kinds = [_KINDS.get(code, "psychotherapy") for code in _CODES]
    requested = block.requested[made.patient]
    return of_table(
        "visits",
        {
            "visit_id": identify("v", block.first["visits"] + np.arange(count)),
            "person_id": identify("p", block.people.number[made.patient]),
            "clinician_id": identify("c", made.clinician),
            "requested_on": _days(world, requested, made.place == 0),
            "starts": day,
            "ends": day,
            "visit_type": _words(kinds, service),
            "status": _words(_STATUS, made.is_missed * 1),
            "code_system": _same(CPT, count),
            "service_code": _words(_CODES, service),
            "is_telehealth": pa.array(made.is_telehealth),
            "diagnosis_code": _words(block.diagnoses.codes, block.diagnoses.main[made.patient]),
        },
    )


def assessments(block: Block) -> pa.Table:
    """Return the table of assessments: each form a row, in order of the days they were given."""
    made, world = block.occasions, block.world
    parts = []
    for scale, answers in ((world.depression, made.depression), (world.anxiety, made.anxiety)):
        keep = np.flatnonzero(is_given(answers))
        score, given = totals(answers[keep]), answers[keep]
        values = pa.array(given.ravel().astype(np.int8), mask=given.ravel() == NO_ANSWER)
        offsets = pa.array(np.arange(keep.size + 1, dtype=np.int32) * scale.items)
        parts.append(
            _forms(
                block,
                keep,
                (scale.title, scale.loinc_code),
                pa.array(np.nan_to_num(score).astype(np.int16), mask=np.isnan(score)),
                pa.ListArray.from_arrays(offsets, values),
            )
        )
    keep = np.flatnonzero(made.satisfaction > 0)
    score = pa.array(made.satisfaction[keep].astype(np.int16))
    parts.append(
        _forms(block, keep, ("CSQ-8", ""), score, pa.nulls(keep.size, pa.list_(pa.int8())))
    )
    both = pa.concat_tables(parts)
    order = pc.sort_indices(both, sort_keys=[("at", "ascending"), ("kind", "ascending")])
    both = both.take(order)
    ids = identify("a", block.first["assessments"] + np.arange(both.num_rows))
    columns = {name: both.column(name).combine_chunks() for name in both.column_names}
    return of_table("assessments", {"assessment_id": ids, **columns})


def _forms(
    block: Block, keep: Whole, name: tuple[str, str], score: pa.Array, items: pa.Array
) -> pa.Table:
    made = block.occasions
    visit = made.visit[keep]
    ids = identify("v", block.first["visits"] + np.maximum(visit, 0))
    has_visit = pa.array(visit != NO_VISIT)
    title, code = name
    return pa.table(
        {
            "person_id": identify("p", block.people.number[made.patient[keep]]),
            "instrument": _same(title, keep.size),
            "loinc_code": _words((code,), np.zeros(keep.size, dtype=np.int64)),
            "assessed_on": _days(block.world, made.day[keep]),
            "score": score,
            "items": items,
            "visit_id": pc.if_else(has_visit, ids, pa.scalar(None, pa.string())),
            "clinician_id": identify("c", made.clinician[keep]),
            "status": _same("final", keep.size),
            "is_self_reported": pa.repeat(pa.scalar(value=True), keep.size),
            "at": pa.array(keep),
            "kind": _same({"PHQ-9": "1", "GAD-7": "2"}.get(title, "3"), keep.size),
        }
    )


def diagnoses(block: Block) -> pa.Table:
    """Return the table of diagnoses."""
    made = block.diagnoses
    count = made.patient.size
    day = _days(block.world, made.day)
    return of_table(
        "diagnoses",
        {
            "diagnosis_id": identify("d", block.first["diagnoses"] + np.arange(count)),
            "person_id": identify("p", block.people.number[made.patient]),
            "code_system": _same(ICD, count),
            "diagnosis_code": _words(made.codes, made.code),
            "recorded_on": day,
            "starts": day,
            "status": _same("active", count),
        },
    )


def social_factors(block: Block) -> pa.Table:
    """Return the table of social factors: an answer to every question for whoever was asked."""
    people, factors = block.people, block.world.population.factors
    who = np.repeat(np.flatnonzero(people.is_asked), len(factors))
    which = np.tile(np.arange(len(factors)), int(people.is_asked.sum()))
    is_so = people.circumstances[who, which]
    return of_table(
        "social_factors",
        {
            "person_id": identify("p", people.number[who]),
            "factor": _words([word for word, _, _ in factors], which),
            "answer": _words(("no", "yes"), is_so * 1),
            "recorded_on": _days(block.world, people.first_day[who]),
            "code_system": _words((ICD,), np.where(is_so, 0, -1)),
            "factor_code": _words([code for _, _, code in factors], np.where(is_so, which, -1)),
        },
    )


def enrolment(block: Block) -> pa.Table:
    """Return the table of enrolment."""
    spans, money = block.spans, block.world.money
    count = spans.starts.size
    return of_table(
        "enrolment",
        {
            "person_id": identify("p", block.people.number),
            "starts": _days(block.world, spans.starts),
            "ends": _days(block.world, spans.ends, spans.ends != LASTS),
            "payer": _same(money.payer, count),
            "payer_type": _same(money.payer_type, count),
            "plan": _same(money.plan, count),
            "clinician_id": identify("c", block.clinician),
            "risk_score": pa.array(np.rint(1000 * spans.risk_score) / 1000),
        },
    )


def claims(block: Block, staff: Staff) -> pa.Table:
    """Return the table of claims: visits are professional, stays institutional."""
    made, money = block.claims, block.world.money
    count, is_stay = made.patient.size, made.is_stay
    line = np.where(is_stay, -1, np.where(made.service < 0, len(_CODES) - 1, made.service))
    clinician = np.maximum(made.clinician, 0)
    hospital = np.where(is_stay, 0, -1)
    return of_table(
        "claims",
        {
            "claim_id": identify("k", block.first["claims"] + np.arange(count)),
            "claim_line": pa.array(np.ones(count, dtype=np.int32)),
            "person_id": identify("p", block.people.number[made.patient]),
            "claim_type": _words(("professional", "institutional"), is_stay * 1),
            "payer": _same(money.payer, count),
            "plan": _same(money.plan, count),
            "starts": _days(block.world, made.starts),
            "ends": _days(block.world, made.ends),
            "admitted": _days(block.world, made.starts, is_stay),
            "discharged": _days(block.world, made.ends, is_stay),
            "paid_on": _days(block.world, made.paid_on),
            "place_code": _words(("11", "10", "21"), np.where(is_stay, 2, made.is_telehealth * 1)),
            "bill_type_code": _words(("111",), hospital),
            "revenue_code": _words(("0124",), hospital),
            "code_system": _words((CPT,), np.where(is_stay, -1, 0)),
            "service_code": _words(_CODES, line),
            "units": pa.array(made.units.astype(np.int32)),
            "diagnosis_code": _words(block.diagnoses.codes, block.diagnoses.main[made.patient]),
            "rendering_npi": npi(np.where(is_stay, 9, 100 + clinician)),
            "billing_npi": npi(np.where(is_stay, 9, 10 + staff.clinic[clinician])),
            "paid_cents": pa.array(made.paid_cents),
            "allowed_cents": pa.array(made.allowed_cents),
            "charge_cents": pa.array(made.charge_cents),
            "coinsurance_cents": pa.array(made.coinsurance_cents),
            "deductible_cents": pa.array(made.deductible_cents),
            "is_in_network": pa.repeat(pa.scalar(value=True), count),
        },
    )
