"""A world: the numbers a made-up group is drawn from; ``sources`` says where each is from."""

from dataclasses import dataclass, field
from datetime import date

LOGISTIC_VARIANCE = 3.2898681336964524
"""Of the standard logistic distribution, π² / 3: a patient's own chance on the logit scale."""


@dataclass(frozen=True)
class Providers:
    """How clinics and clinicians differ.

    Attributes
    ----------
    clinics, clinicians
        How many of each; clinicians are spread evenly over clinics.
    clinic_sigma
        Standard deviation of clinics' true effects, in logits of a good outcome.
    clinician_correlation
        Intraclass correlation of patients of one clinician within a clinic, as a fraction.
    size_sigma
        Standard deviation of the logarithm of clinicians' caseloads.
    """

    clinics: int = 6
    clinicians: int = 24
    clinic_sigma: float = 0.35
    clinician_correlation: float = 0.05
    size_sigma: float = 0.5

    def __post_init__(self) -> None:
        assert 1 <= self.clinics <= self.clinicians, "every clinic has a clinician"
        assert self.clinic_sigma >= 0, "a spread is 0 or more"
        assert 0 <= self.clinician_correlation < 1, "a correlation from 0 to below 1"

    @property
    def clinician_sigma(self) -> float:
        """Standard deviation of clinicians' true effects in their clinic, in logits.

        Notes
        -----
        ICC = σ² / (σ² + π² / 3), solved for σ.
        """
        share = self.clinician_correlation
        sigma: float = (LOGISTIC_VARIANCE * share / (1 - share)) ** 0.5
        return sigma


@dataclass(frozen=True)
class Scale:
    """How answers to a questionnaire follow a patient's state, by graded response.

    Attributes
    ----------
    instrument
        Its name in the catalogue.
    title, loinc_code
        As records write them; the code is that of the total.
    items
        How many, each answered 0 to 3.
    discrimination
        How sharply an item tells states apart.
    location, spread
        Where the middle steps of the items lie, and how far the steps of one item are apart, in
        standard deviations of patients at their start.
    unrest
        Standard deviation of a patient's state from week to week, in the same unit.
    """

    instrument: str
    title: str
    loinc_code: str
    items: int
    discrimination: float
    location: float
    spread: float
    unrest: float


@dataclass(frozen=True)
class Course:
    """How patients change: state = first state − slope × ln(1 + visits so far).

    Attributes
    ----------
    slope, anxiety_slope
        Mean slope of those who respond, in standard deviations of first states.
    severity_interaction
        How much steeper, for each standard deviation above the mean at the start.
    slope_sigma
        Standard deviation of slopes between patients.
    slope_correlation, state_correlation
        Of depression with anxiety: slopes, and states at the start.
    still_share
        Share of patients whose slope has a mean of 0.
    harm_share, harm_slope
        Share of patients who get worse, and how fast.
    lowest_state
        Nobody comes whose depression lies below this.
    slope_per_logit
        What one logit of a provider's or a subgroup's effect adds to a slope.
    """

    slope: float
    anxiety_slope: float
    severity_interaction: float
    slope_sigma: float
    still_share: float
    harm_share: float
    harm_slope: float = 0.387
    slope_correlation: float = 0.97
    state_correlation: float = 0.9
    lowest_state: float = -1.35
    slope_per_logit: float = 0.25

    def __post_init__(self) -> None:
        assert self.still_share + self.harm_share < 1, "somebody responds"


@dataclass(frozen=True)
class Attendance:
    """How many visits patients have, and when.

    Attributes
    ----------
    visits
        Mean number of visits attended.
    visits_sigma
        Standard deviation of the logarithm of planned visits.
    fewest
        The fewest visits a patient plans.
    dropout
        Share of patients who leave before the end of their plan.
    missed
        Share of appointments missed.
    weekly
        So many visits are a week apart, later ones two.
    wait_days, wait_sigma
        Median days from the first request to the first visit, and the spread of its logarithm.
    telehealth
        Share of patients who prefer video.
    """

    visits: float
    dropout: float
    visits_sigma: float = 0.6
    fewest: int = 1
    missed: float = 0.10
    weekly: int = 6
    wait_days: float = 8.0
    wait_sigma: float = 0.7
    telehealth: float = 0.5

    @property
    def planned_visits(self) -> float:
        """Mean number of visits planned: those who leave lose half of theirs on average."""
        return self.visits / (1 - self.dropout / 2)


@dataclass(frozen=True)
class FollowUp:
    """Who fills in forms.

    Attributes
    ----------
    first_form, session_form
        Share of first and of later visits with a filled form.
    half_year_form
        Share of patients out of care who answer when asked half a year after the start.
    trend
        How much likelier those who are better answer: logits for each standard deviation gained.
    habit
        Standard deviation between patients of how readily they answer, in logits.
    satisfaction_form
        Share who fill in a satisfaction form at the fourth visit.
    item_left_out
        Share of forms with one answer left out, and so without a total.
    """

    first_form: float
    session_form: float
    half_year_form: float
    trend: float = 0.5
    habit: float = 1.2
    satisfaction_form: float = 0.3
    item_left_out: float = 0.004


@dataclass(frozen=True)
class Population:
    """Who the patients are, as shares.

    Attributes
    ----------
    state, zip_codes
        Where they live.
    races, languages
        Words as recorded, and their shares; the last race, an empty word, is a question left open.
    hispanic
        Share of patients.
    factors
        Circumstances asked about: word, share who say yes, ICD-10-CM code.
    asked
        Share of patients who are asked about circumstances.
    second_problems
        Other diagnoses: code and share of patients.
    """

    state: str = "OR"
    zip_codes: tuple[str, ...] = ("97401", "97402", "97404", "97405", "97477", "97321", "97322")
    races: tuple[tuple[str, float], ...] = (
        ("White", 0.70),
        ("Black or African American", 0.05),
        ("Asian", 0.06),
        ("American Indian or Alaska Native", 0.02),
        ("Native Hawaiian or Other Pacific Islander", 0.01),
        ("Two or more races", 0.06),
        ("", 0.10),
    )
    hispanic: float = 0.16
    languages: tuple[tuple[str, float], ...] = (
        ("English", 0.86),
        ("Spanish", 0.09),
        ("Vietnamese", 0.02),
        ("Russian", 0.02),
        ("Chinese", 0.01),
    )
    factors: tuple[tuple[str, float, str], ...] = (
        ("housing", 0.20, "Z59811"),
        ("food", 0.15, "Z5941"),
        ("transport", 0.12, "Z5982"),
        ("living alone", 0.24, "Z602"),
    )
    asked: float = 0.92
    second_problems: tuple[tuple[str, float], ...] = (
        ("F4310", 0.15),
        ("F1020", 0.08),
        ("F902", 0.10),
        ("G894", 0.12),
        ("F603", 0.04),
    )


@dataclass(frozen=True)
class Money:
    """What visits and hospital stays cost.

    Attributes
    ----------
    payer, plan, payer_type
        As the plan's files call them.
    fees_cents
        The fee of each service code, in cents.
    percent_charged
        What is charged, in per cent of the fee.
    own_percent
        What a patient owes of a bill, in per cent.
    stay_share
        Share of patients with a stay in hospital in their course, at average severity.
    day_cents
        What a day in hospital costs.
    paid_after
        Mean days from visit to payment.
    """

    payer: str = "Example Health Plan of Oregon"
    plan: str = "Example PPO"
    payer_type: str = "commercial"
    fees_cents: tuple[tuple[str, int], ...] = (
        ("90791", 16840),
        ("90832", 7215),
        ("90834", 10460),
        ("90837", 14825),
        ("90847", 11285),
        ("90853", 3870),
    )
    percent_charged: int = 145
    own_percent: int = 20
    stay_share: float = 0.02
    day_cents: int = 118437
    paid_after: int = 24


PHQ9 = Scale("phq9", "PHQ-9", "44261-6", 9, 2.176, 0.051, 1.148, 0.212)
GAD7 = Scale("gad7", "GAD-7", "70274-6", 7, 2.566, -0.256, 0.902, 0.06)


@dataclass(frozen=True)
class World:
    """Everything a made-up group is drawn from.

    Attributes
    ----------
    name
        The preset it comes from.
    patients
        How many start care in the whole time.
    first_day, last_day
        The records' time, both included.
    """

    name: str
    course: Course
    attendance: Attendance
    follow_up: FollowUp
    providers: Providers = field(default_factory=Providers)
    population: Population = field(default_factory=Population)
    money: Money = field(default_factory=Money)
    depression: Scale = PHQ9
    anxiety: Scale = GAD7
    patients: int = 1200
    first_day: date = date(2024, 1, 1)
    last_day: date = date(2026, 12, 31)

    def __post_init__(self) -> None:
        assert self.patients >= 1, "a group has patients"
        assert self.first_day < self.last_day, "time goes on"

    @property
    def days(self) -> int:
        """How many days the records span."""
        return (self.last_day - self.first_day).days + 1
