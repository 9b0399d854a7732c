"""A made-up group's whole history, written block by block; the truth goes to a file apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from fairterms.outcomes.synthetic import (
    assessments,
    claims,
    clinicians,
    columns,
    diagnoses,
    enrolment,
    forms,
    gaming,
    people,
    statement,
    stays,
    truth_file,
    visits,
)
from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.columns import Block
from fairterms.outcomes.synthetic.draws import Draws, Flags, Floats, Whole
from fairterms.outcomes.synthetic.forms import Slopes
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.truths import Plants
from fairterms.outcomes.synthetic.visits import Visits
from fairterms.outcomes.synthetic.world import World
from fairterms.outcomes.synthetic.writing import Form, TableWriter

BLOCK = 5_000
"""Patients made up at once: what memory must hold, and part of what a seed means."""
RECORDS = "records"
TRUTH = "truth.toml"
STATEMENT = "plan-statement.csv"
Told = Callable[[int, int], None]
"""Hears how many patients are made, and how many will be."""


@dataclass(frozen=True)
class Made:
    """What was made.

    Attributes
    ----------
    rows
        Rows of each table.
    counts
        How much each planted fault changed, by name.
    """

    rows: Mapping[str, int]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Recipe:
    """What is made up: the same recipe gives the same rows.

    Attributes
    ----------
    world
        What patients are drawn from.
    seed
        0 or more.
    plants
        Faults planted in it.
    """

    world: World
    seed: int
    plants: Plants = field(default_factory=Plants)

    @property
    def lived(self) -> World:
        """The world as it is after planting."""
        return self.plants.world(self.world)


def synthesize(
    recipe: Recipe, folder: Path, form: Form = Form.PARQUET, told: Told | None = None
) -> Made:
    """Make up a group and write its records and, apart from them, the truth.

    Parameters
    ----------
    recipe
        What is made up.
    folder
        Gets ``records/`` with one file a table, and ``truth.toml``; and ``plan-statement.csv``
        when the plan's redefinition is planted.
    form
        How tables are written.
    told
        Hears of progress.

    Notes
    -----
    Memory holds one block of patients at a time, whatever their number.
    """
    world, counts = recipe.lived, dict[str, int]()
    staff = clinicians.make(world, Draws(recipe.seed, 0))
    tally = statement.Tally.start(recipe.plants.payer_redefinition)
    files = _files(recipe, form)
    # Already before the records: what is half written can be told from records of real people.
    truth_file.write(folder / TRUTH, recipe, staff, files, counts)
    with TableWriter(folder / RECORDS, form) as writer:
        writer.write("clinicians", columns.clinicians(staff))
        for number, first in enumerate(range(0, world.patients, BLOCK)):
            numbers = np.arange(first, min(first + BLOCK, world.patients), dtype=np.int64)
            # Block 0 of the draws is the staff's.
            draws = Draws(recipe.seed, number + 1)
            block, changed = make_block(recipe, draws, staff, numbers, dict(writer.rows))
            for name, count in changed.items():
                counts[name] = counts.get(name, 0) + count
            tally = tally.add(block)
            _write(writer, block, staff)
            if told is not None:
                told(int(numbers[-1]) + 1, world.patients)
        rows = dict(writer.rows)
    truth_file.write(folder / TRUTH, recipe, staff, files, counts)
    if recipe.plants.payer_redefinition is not None:
        statement.write(folder / STATEMENT, tally)
    return Made(rows, counts)


def _files(recipe: Recipe, form: Form) -> tuple[str, ...]:
    """Name every file of a group, apart from the truth."""
    statements = () if recipe.plants.payer_redefinition is None else (STATEMENT,)
    return (*(f"{RECORDS}/{table}.{form}" for table in columns.WRITTEN), *statements)


def make_block(
    recipe: Recipe, draws: Draws, staff: Staff, numbers: Whole, before: Mapping[str, int]
) -> tuple[Block, Mapping[str, int]]:
    """Make up one block of patients, and count what planted faults changed.

    Parameters
    ----------
    recipe, draws, staff
        As everywhere.
    numbers
        Positions of the patients in the group.
    before
        Rows of each table written before this block.
    """
    world, plants = recipe.lived, recipe.plants
    clinician = clinicians.assign(staff, draws, numbers.size)
    folk = people.make(world, draws, numbers)
    if plants.case_mix_gap is not None:
        folk = plants.case_mix_gap.make_sicker(folk, staff, clinician)
    effect, counts = _effects(recipe, staff, folk, clinician)
    slopes = forms.slopes(world, draws, folk, effect)
    attended = visits.planned(world, draws, numbers.size)
    booked = visits.make(world, draws, folk, clinician, attended)
    away = stays.make(world, draws, folk)
    booked = booked.where(~stays.is_in_hospital(away, booked, numbers.size))
    booked, takes_place, played = _play(recipe, draws, staff, slopes, booked)
    # Chance is drawn for every appointment, also those a gaming clinic does away with: so all
    # other patients stay as they were.
    games = None if plants.gaming_clinic is None else (plants.gaming_clinic, staff)
    answered, gamed = assessments.make(world, draws, folk, booked, slopes, games)
    is_home = np.zeros(numbers.size, dtype=bool)
    is_home[booked.patient[~takes_place]] = True
    answered = assessments.kept(answered, takes_place, is_home)
    found, excluded = diagnoses.make(world, draws, folk, answered, games)
    if games is not None:
        played |= {
            "first scores inflated": gamed.inflated,
            "later forms not given": gamed.not_given,
            "excluded after a bad score": excluded,
        }
    seen = booked.where(takes_place)
    block = Block(
        world,
        folk,
        clinician,
        visits.requested(world, draws, folk),
        seen,
        answered,
        found,
        enrolment.make(world, draws, folk, seen),
        claims.make(world, draws, booked, away, takes_place),
        {name: before.get(name, 0) for name in ("visits", "assessments", "diagnoses", "claims")},
    )
    return block, counts | played


def _play(
    recipe: Recipe, draws: Draws, staff: Staff, slopes: Slopes, booked: Visits
) -> tuple[Visits, Flags, dict[str, int]]:
    """Let a gaming clinic send patients home and pass others on, where there is one."""
    player = recipe.plants.gaming_clinic
    if player is None:
        return booked, np.ones(booked.day.size, dtype=bool), {}
    takes_place, discharged = gaming.discharge(player, draws, staff, slopes, booked)
    booked, moved = gaming.transfer(player, draws, staff, slopes, (booked, takes_place))
    return booked, takes_place, {"discharged early": discharged, "transferred": moved}


def _effects(
    recipe: Recipe, staff: Staff, folk: People, clinician: Whole
) -> tuple[Floats, dict[str, int]]:
    """Add up what clinicians and a harmed subgroup do to a good outcome, in logits."""
    effect: Floats = staff.effect[clinician]
    subgroup = recipe.plants.harmed_subgroup
    if subgroup is None:
        return effect, {}
    is_harmed = subgroup.who(recipe.world, folk)
    return effect + subgroup.effect * is_harmed, {"patients in the subgroup": int(is_harmed.sum())}


def _write(writer: TableWriter, block: Block, staff: Staff) -> None:
    writer.write("patients", columns.patients(block))
    writer.write("enrolment", columns.enrolment(block))
    writer.write("visits", columns.visits(block))
    writer.write("assessments", columns.assessments(block))
    writer.write("diagnoses", columns.diagnoses(block))
    writer.write("social_factors", columns.social_factors(block))
    writer.write("claims", columns.claims(block, staff))


def sized(world: World, patients: int, clinician_count: int, clinics: int) -> World:
    """Return a world with other numbers of patients, clinicians and clinics."""
    providers = replace(world.providers, clinicians=clinician_count, clinics=clinics)
    return replace(world, patients=patients, providers=providers)
