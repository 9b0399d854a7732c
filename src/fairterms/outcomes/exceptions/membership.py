"""Membership: who may be counted in a category, decided before anybody knows how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.outcomes.exceptions.risk_category import RiskCategory
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Claim:
    """A patient said to belong to a category; known here by row number only.

    Attributes
    ----------
    row
        The patient's row in the group's file.
    intake_on
        The day of intake.
    facts_recorded_on
        The day the last of the facts it rests on was recorded.
    claimed_on
        The day membership was claimed.
    result_known_on
        The day the patient's result was known; None while it is not.
    """

    row: int
    intake_on: date
    facts_recorded_on: date
    claimed_on: date
    result_known_on: date | None


@dataclass(frozen=True)
class Sorted:
    """Claims admitted, and claims refused with the reason.

    Attributes
    ----------
    admitted
        Rows.
    refused
        The refusals, by row.
    """

    admitted: tuple[int, ...]
    refused: tuple[tuple[int, Refusal], ...]


def admit(category: RiskCategory, claim: Claim) -> None:
    """Refuse a claim that comes too late, or rests on facts recorded too late.

    Raises
    ------
    Refusal
        Where membership was claimed on the day the result was known or later, or a fact was
        recorded after the days the contract allows.
    """
    if claim.result_known_on is not None and claim.claimed_on >= claim.result_known_on:
        raise Refusal(
            f"row {claim.row}",
            f"membership of ‘{category.name}’ was claimed when the result was known",
            "whoever knows the result could choose whom to excuse",
            "claim membership at intake; this patient counts with all others",
        )
    days = category.limits.intake_days
    if claim.facts_recorded_on > claim.intake_on + timedelta(days=days):
        raise Refusal(
            f"row {claim.row}",
            f"a fact of ‘{category.name}’ was recorded more than {days} days after intake",
            "facts that arise in treatment can be made by treatment",
            "record the facts at intake; this patient counts with all others",
        )


def sort_claims(category: RiskCategory, claims: Sequence[Claim]) -> Sorted:
    """Admit or refuse each claim; nothing is dropped in silence."""
    admitted, refused = [], []
    for claim in claims:
        try:
            admit(category, claim)
        except Refusal as refusal:
            refused.append((claim.row, refusal))
        else:
            admitted.append(claim.row)
    return Sorted(tuple(admitted), tuple(refused))
