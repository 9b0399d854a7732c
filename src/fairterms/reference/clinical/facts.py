"""What happened to one patient, one record a fact; no file format is known here.

Every fact has the codes it was recorded with, its status as recorded, and when it was.
"""

from dataclasses import dataclass, field

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.supply import Supply, dispense_period, order_period

Codes = tuple[Code, ...]

ACTIVE = ("active", "recurrence", "relapse")
"""A diagnosis with one of these clinical statuses is active."""

ORDERS = ("order", "original-order", "reflex-order", "filler-order", "instance-order")
"""Intents that order something; a plan or a proposal does not."""


@dataclass(frozen=True)
class Encounter:
    """A visit, a call or a stay.

    Attributes
    ----------
    codes
        What kind of encounter.
    status
        As recorded, such as ``finished``.
    period
        From when to when.
    class_code
        Such as ``AMB`` for ambulatory or ``VR`` for virtual.
    reasons, discharge
        Codes of why it took place, and of where the patient went afterwards.
    diagnoses
        The ids of the conditions named as its diagnoses.
    principal_diagnosis
        The id of the one named first for billing; empty when none is.
    places
        Codes of the kinds of place it took place in.
    visit_type
        The group's own word for the kind of visit.
    is_virtual
        Whether by video or telephone; None when not recorded.
    clinician
        Who saw the patient.
    """

    id: str
    codes: Codes = ()
    status: str = ""
    period: Period | None = None
    class_code: str = ""
    reasons: Codes = ()
    discharge: Codes = ()
    diagnoses: tuple[str, ...] = ()
    principal_diagnosis: str = ""
    places: Codes = ()
    visit_type: str = ""
    is_virtual: bool | None = None
    clinician: str = ""


@dataclass(frozen=True)
class Condition:
    """A diagnosis on record.

    Attributes
    ----------
    clinical_status
        Such as ``active`` or ``resolved``.
    verification
        Such as ``confirmed`` or ``refuted``; empty when not recorded.
    onset, abatement
        When it began and when it ended.
    recorded
        When it was written down.
    categories
        ``problem-list-item``, ``encounter-diagnosis`` and the like; empty when not recorded.
    encounter
        The id of the encounter it was recorded in.
    """

    id: str
    codes: Codes = ()
    clinical_status: str = ""
    verification: str = ""
    onset: Period | None = None
    abatement: Period | None = None
    recorded: Moment | None = None
    categories: tuple[str, ...] = ()
    encounter: str = ""

    @property
    def is_active(self) -> bool:
        """Whether it is active, has come back or relapsed."""
        return self.clinical_status in ACTIVE

    @property
    def is_confirmed(self) -> bool:
        """Whether it is on record as confirmed."""
        return self.verification == "confirmed"

    @property
    def is_on_problem_list(self) -> bool:
        """Whether it is on the problem list; a diagnosis of one visit alone is not."""
        return "encounter-diagnosis" not in self.categories or bool(
            {"problem-list-item", "health-concern"} & set(self.categories)
        )

    @property
    def prevalence(self) -> Period:
        """From its onset to its end: open while it is active, unknown when it is over undated."""
        start = self.onset.start if self.onset else None
        end = self.abatement.end if self.abatement else None
        return Period(start, end, is_end_unknown=end is None and not self.is_active)


@dataclass(frozen=True)
class Observation:
    """A questionnaire, a finding, a result; or the note that it was not done.

    Attributes
    ----------
    when
        When it was found.
    number
        Its value when that is a number, such as a total score.
    answers
        Its value when that is a code.
    flag
        Its value when that is yes or no.
    has_value
        Whether any value is recorded, of whatever kind.
    issued
        When it was written down.
    not_done_reasons
        Why it was not done.
    instrument
        Our name of the questionnaire, where the source gives it.
    """

    id: str
    codes: Codes = ()
    status: str = ""
    when: Period | None = None
    number: float | None = None
    answers: Codes = ()
    flag: bool | None = None
    has_value: bool = False
    issued: Moment | None = None
    not_done_reasons: Codes = ()
    instrument: str = ""
    clinician: str = ""
    encounter: str = ""


@dataclass(frozen=True)
class Procedure:
    """Something that was done, or noted as not done."""

    id: str
    codes: Codes = ()
    status: str = ""
    when: Period | None = None
    not_done_reasons: Codes = ()
    encounter: str = ""


@dataclass(frozen=True)
class MedicationOrder:
    """A prescription.

    Attributes
    ----------
    authored
        When it was written.
    allowed_from
        Since when it may be dispensed.
    bounds
        From when to when it is to be taken.
    is_do_not_perform
        An order not to give it.
    """

    id: str
    codes: Codes = ()
    status: str = ""
    intent: str = ""
    authored: Moment | None = None
    allowed_from: Moment | None = None
    bounds: Period | None = None
    supply: Supply = field(default_factory=Supply)
    is_do_not_perform: bool = False

    @property
    def period(self) -> Period | None:
        """The days it covers, refills included; None when they cannot be known."""
        return order_period(self.supply, self.bounds, self.authored or self.allowed_from)


@dataclass(frozen=True)
class MedicationDispense:
    """A medicine handed over."""

    id: str
    codes: Codes = ()
    status: str = ""
    handed_over: Moment | None = None
    prepared: Moment | None = None
    supply: Supply = field(default_factory=Supply)

    @property
    def period(self) -> Period | None:
        """The days it covers; None when they cannot be known."""
        return dispense_period(self.supply, self.handed_over or self.prepared)


@dataclass(frozen=True)
class ServiceRequest:
    """An order or a referral."""

    id: str
    codes: Codes = ()
    status: str = ""
    intent: str = ""
    authored: Moment | None = None
    is_do_not_perform: bool = False
    reasons: Codes = ()


@dataclass(frozen=True)
class Coverage:
    """One unbroken span of membership of a plan."""

    id: str
    status: str = ""
    period: Period | None = None
    payer: str = ""
    plan: str = ""
    clinician: str = ""


@dataclass(frozen=True)
class Bill:
    """One line of one claim.

    Attributes
    ----------
    id
        The claim; its lines share it.
    codes
        The service.
    diagnoses
        As billed.
    period
        The days of service.
    admitted, discharged
        The stay it belongs to.
    paid_on
        When the plan paid.
    paid_cents, allowed_cents
        Cents; None when the plan gave none.
    """

    id: str
    line: int = 0
    codes: Codes = ()
    diagnoses: Codes = ()
    status: str = ""
    period: Period | None = None
    admitted: Moment | None = None
    discharged: Moment | None = None
    paid_on: Moment | None = None
    claim_type: str = ""
    place_code: str = ""
    bill_type_code: str = ""
    revenue_code: str = ""
    units: float | None = None
    paid_cents: int | None = None
    allowed_cents: int | None = None
    clinician: str = ""
