"""Read ``readiness.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from fairterms.prepare.partner.replies import read_replies
from fairterms.prepare.readiness.declaration import (
    Administration,
    Amount,
    Budget,
    Care,
    Declaration,
    Dependence,
    Experiment,
    Expertise,
    Investors,
    Leverage,
    People,
    Population,
    Reserves,
    Roles,
    Staff,
    State,
    Technology,
)
from fairterms.prepare.readiness.form_section import FILE, WHY, FormSection
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

SECTIONS = tuple(one.name for one in fields(Declaration) if one.name != "problems")
_HEADS = ("person", "clinician")


def read(folder: Path) -> Declaration | None:
    """Read what a group says of itself and of the plan.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Declaration or None
        None when the deal has no such file. Problems of the file are part of the result.
    """
    text = text_of(folder / FILE)
    if text is None:
        return None
    opened = text if isinstance(text, Problem) else parsed(text, FILE)
    if isinstance(opened, Problem):
        return Declaration(problems=(opened,))
    return _declared(*opened)


def _declared(document: Mapping[str, Any], notes: Notes) -> Declaration:
    for name in document.keys() - set(SECTIONS):
        notes.unknown((name,), name, SECTIONS, "section")
    form = _Form(document, notes)
    found = Declaration(
        people=form.people(),
        care=form.care(),
        staff=form.staff(),
        roles=form.roles(),
        technology=form.technology(),
        expertise=form.expertise(),
        reserves=form.reserves(),
        dependence=form.dependence(),
        investors=form.investors(),
        population=form.population(),
        budget=form.budget(),
        experiment=form.experiment(),
        administration=form.administration(),
        state=form.state(),
        leverage=form.leverage(),
        partner=read_replies(document.get("partner"), notes),
    )
    form.close()
    _check_heads(found.people, notes)
    return replace(found, problems=notes.problems())


class _Form:
    """The sections of the file, each read key by key."""

    def __init__(self, document: Mapping[str, Any], notes: Notes) -> None:
        self._document = document
        self._notes = notes
        self._read: list[FormSection] = []

    def _section(self, name: str) -> FormSection:
        section = FormSection(name, self._document.get(name), self._notes)
        self._read.append(section)
        return section

    def close(self) -> None:
        """Note the keys of every section that nothing reads."""
        for section in self._read:
            section.close()

    def people(self) -> People:
        """Read who treats."""
        section = self._section("people")
        return People(
            section.count("clinicians", "clinician", "person"),
            section.count("full_time_equivalents", "clinician", "person"),
            section.count("w2", *_HEADS),
            section.count("contractors_1099", *_HEADS),
            section.count("contractors_held", *_HEADS),
            section.count("left_last_year", *_HEADS),
            section.count("patients_per_week", "patient"),
            section.flag("records_are_a_sample"),
        )

    def care(self) -> Care:
        """Read how care is measured."""
        section = self._section("care")
        return Care(
            section.count("years_measured", "year"),
            section.names("instruments", tuple(INSTRUMENTS)),
            section.names("other_instruments"),
            section.share("followed_up"),
        )

    def staff(self) -> Staff:
        """Read who works for the contract."""
        section = self._section("staff")
        return Staff(
            section.count("full_time", "person"),
            section.flag("online_communication"),
            section.flag("training"),
            section.flag("administration"),
        )

    def roles(self) -> Roles:
        """Read who coordinates."""
        section = self._section("roles")
        return Roles(
            section.work("care_coordinator"),
            section.work("compliance_officer"),
            section.work("multidisciplinary_team"),
            section.work("community_partners"),
        )

    def technology(self) -> Technology:
        """Read what the group works with."""
        section = self._section("technology")
        return Technology(
            section.work("record_system"),
            section.work("measurement_software"),
            section.work("plan_files"),
            section.work("workflows"),
        )

    def expertise(self) -> Expertise:
        """Read who knows what the contract takes."""
        section = self._section("expertise")
        return Expertise(
            section.work("legal"),
            section.work("financial"),
            section.work("contracting"),
            section.work("analytics"),
            section.work("auditing"),
        )

    def reserves(self) -> Reserves:
        """Read what carries the group through a bad year."""
        section = self._section("reserves")
        return Reserves(
            section.money("cash"),
            section.money("credit"),
            section.money("other_revenue"),
            section.words("forecast"),
            section.share("accepted_chance_of_loss"),
            section.share("accepted_chance_of_luck"),
        )

    def dependence(self) -> Dependence:
        """Read how much of the revenue is this plan's."""
        section = self._section("dependence")
        return Dependence(
            section.share("share_of_revenue"),
            section.share("largest_share_accepted"),
            section.count("plans", "plan"),
        )

    def investors(self) -> Investors:
        """Read about outside money."""
        section = self._section("investors")
        return Investors(
            section.flag("outside_owners"),
            section.flag("offers"),
            section.flag("clinicians_decide"),
            section.count("stable_years", "year"),
            section.count("plan_contracts", "contract"),
        )

    def population(self) -> Population:
        """Read what can change for these patients."""
        section = self._section("population")
        return Population(
            section.flag("cost_can_change"),
            section.flag("quality_can_change"),
            section.flag("access_can_change"),
            section.share("care_elsewhere"),
            section.flag("shared_care"),
        )

    def budget(self) -> Budget:
        """Read the group's own money for the contract."""
        section = self._section("budget")
        return Budget(
            section.money("gross_revenue"),
            section.money("per_year"),
            section.count("years", "year"),
            section.flag("tools_exist"),
        )

    def experiment(self) -> Experiment:
        """Read how the group finds out whether the deal works."""
        section = self._section("experiment")
        return Experiment(
            section.words("pilot"), section.words("stop_rule"), section.words("review")
        )

    def administration(self) -> Administration:
        """Read what the plan would run."""
        section = self._section("administration")
        return Administration(
            section.names("by_plan"), section.flag("can_take_back"), section.flag("own_copy")
        )

    def state(self) -> State:
        """Read what the contract gives beside the state's goals."""
        section = self._section("state")
        return State(
            section.share("cost_growth_target"),
            section.share("benchmark_trend"),
            section.share("value_payment_goal"),
            section.share("value_payment_share"),
        )

    def leverage(self) -> Leverage:
        """Read what the group brings to the table."""
        section = self._section("leverage")
        return Leverage(
            section.flag("able_to_decline"),
            section.words("alternatives"),
            section.words("outcomes"),
            section.flag("costs_known"),
            section.words("reputation"),
        )


def _check_heads(people: People, notes: Notes) -> None:
    """Note heads that contradict each other; which of them is right nobody can guess."""
    parts, whole = (people.w2, people.contractors_1099), people.clinicians
    if all(parts) and whole:
        together = sum(part.value for part in parts if part)
        if together != whole.value:
            what = f"w2 and contractors_1099 are {together} together, clinicians are {whole.value}"
            fix = "count heads in all three, on the same day"
            notes.add(("people", "clinicians"), what, "do-not-add-up", WHY, fix)
    _check_part(people.contractors_held, people.contractors_1099, "contractors", notes)


def _check_part(part: Amount, whole: Amount, noun: str, notes: Notes) -> None:
    if part and whole and part.value > whole.value:
        what = f"contractors_held is {part.value}, more than all {whole.value} {noun}"
        fix = "count those whose own agreement lets the group set targets"
        notes.add(("people", "contractors_held"), what, "more-than-all", WHY, fix)
