"""The codes of value-based performance reports, and the unit each metric is defined in.

Sources
-------
HL7 Da Vinci Value-Based Performance Reporting, STU 1.1, code systems "vbp-performance-metric",
"payment-stream" and "threshold-type" (CC0). The units are read from the definitions of the codes.
"""

from dataclasses import dataclass
from types import MappingProxyType

from fairterms.units.quantity import (
    FACTOR,
    FRACTION,
    MEMBER_MONTH,
    MONEY,
    PMPM,
    Unit,
    count,
    per,
)

GUIDE = "http://hl7.org/fhir/us/davinci-vbpr"
METRIC_SYSTEM = f"{GUIDE}/CodeSystem/vbp-performance-metric"
STREAM_SYSTEM = f"{GUIDE}/CodeSystem/payment-stream"
OWN_SYSTEM = "urn:fairterms:settlement-line"
"""Our own list of codes, for the lines of a settlement that the guide has no code for."""
STAR = count("star")

UNITS: MappingProxyType[str, tuple[Unit, ...]] = MappingProxyType(
    {
        "$": (MONEY,),
        "$ or %": (MONEY, FRACTION),
        "% or $": (FRACTION, MONEY),
        "PMPM": (PMPM,),
        "%": (FRACTION,),
        "factor": (FACTOR,),
        "months": (count(MEMBER_MONTH),),
        "members": (count("member"),),
        "members or %": (count("member"), FRACTION),
        "conditions": (count("condition"),),
        "events": (count("event"),),
        "days": (count("day"),),
        "stars": (STAR,),
        "rate": (per("member"), MONEY, PMPM),
    }
)
"""What the table says of a unit, and the units it allows; a plain number has the first."""

_TABLE = """
avg-risk-score | factor | Average risk score
avg-risk-score-market | factor | Market average risk score
capitation | $ | Capitation
capitation-pmpm | PMPM | Capitation per member per month
dental-capitation | $ | Dental capitation
dental-capitation-pmpm | PMPM | Dental capitation PMPM
reinsurance-capitation | $ | Reinsurance capitation
reinsurance-capitation-pmpm | PMPM | Reinsurance capitation PMPM
ccf | $ | Care coordination fee
goal-hcc-raf | factor | Goal HCC RAF
actual-hcc-raf | factor | Actual HCC RAF
earnings-ccf | $ | Earnings CCF
performance-ccf | $ or % | Performance CCF
potential-upside-ccf | $ | Potential upside CCF
potential-downside-ccf | $ | Potential downside CCF
earned-incentive | $ | Earned incentive
earnings-qip | $ | Earnings QIP
performance-qip | $ or % | Performance QIP
potential-upside-qip | $ | Potential upside QIP
potential-downside-qip | $ | Potential downside QIP
earnings-ssl | $ | Earnings SSL
performance-ssl | $ or % | Performance SSL
potential-upside-ssl | $ | Potential upside SSL
potential-downside-ssl | $ | Potential downside SSL
earnings-cap | $ | Earnings capitated
performance-cap | $ or % | Performance capitated
potential-upside-cap | $ | Potential upside capitated
potential-downside-cap | $ | Potential downside capitated
quality-gate-percentage | % | Quality gate percentage
quality-gate-performance-percentage | % | Quality gate performance percentage
interim-pmt-rate | rate | Interim payment rate
ibnr-pmpm | PMPM | IBNR PMPM
med-ibnr | $ | Medical IBNR
rx-ibnr | $ | Pharmacy IBNR
med-rx-ibnr | $ | Medical pharmacy IBNR
revenue | $ | Revenue
revenue-pmpm | PMPM | Revenue PMPM
avg-revenue-pmpm-market | PMPM | Market average revenue PMPM
cost-target | $ or % | Cost target
admin-cost | $ | Administrative cost
rx-cost | $ | Pharmacy cost
rx-cost-target | $ or % | Pharmacy cost target
rx-cost-pmpm | PMPM | Pharmacy cost PMPM
rx-cost-pmpm-target | PMPM | Pharmacy cost PMPM target
med-cost | $ | Medical cost
med-cost-target | $ or % | Medical cost target
med-cost-pmpm | PMPM | Medical cost PMPM
med-cost-pmpm-target | PMPM | Medical cost PMPM target
med-cost-fund | $ | Medical cost fund
avg-med-cost-fund-market | % or $ | Market average medical cost fund
med-rx-cost | $ | Medical pharmacy cost
med-rx-cost-target | $ or % | Medical pharmacy cost target
med-rx-cost-pmpm | PMPM | Medical pharmacy cost PMPM
avg-med-rx-cost-pmpm-market | PMPM | Market average medical pharmacy cost PMPM
variance-cost | $ | Variance cost
med-loss-ratio | % | Medical loss ratio
med-loss-ratio-target | % | Medical loss ratio target
med-expense-ratio | % | Medical expense ratio
med-expense-ratio-pmpm | % or $ | Medical expense ratio PMPM
member-months | months | Member months
med-member-months | months | Medical member months
rx-member-months | months | Pharmacy member months
adjusted-paid-claim | $ | Adjusted paid claim
annual-care-visit-bonus | $ | Annual care visit bonus
avg-star-rating-bonus | $ | Average star rating bonus
avg-star-rating-improvement-bonus | $ | Average star rating improvement bonus
quality-metric-performance-incentive | $ | Quality metric performance incentive
quality-pmt-chronic | $ | Quality payment chronic disease management
quality-pmt-office-visit | $ | Quality payment annual office visit
shared-saving-deficit | $ | Shared saving deficit
weighted-avg-star | stars | Weighted average star
condition-count | conditions | Condition count
1-gap-closed | members | 1 gap closed
2-gap-closed | members | 2 gaps closed
paid-claim | $ | Paid claim
paid-claim-pmpm | PMPM | Paid claim PMPM
drg-expense | $ | DRG expense
drg-expense-pmpm | PMPM | DRG expense PMPM
provider-quality-expense-pmpm | PMPM | Provider quality expense PMPM
subrogation-pmpm | PMPM | Subrogation PMPM
avg-member-office-visit | members or % | Average members with office visit
ed-visit | events | ED visit
eligible-member | members | Eligible members
inpatient-acute | events | Inpatient acute
inpatient-admission | events | Inpatient admission
nurse-hotline | $ | Nurse hotline
nurse-hotline-pmpm | PMPM | Nurse hotline PMPM
snf-avg-los | days | Skilled Nursing Facility average length of stay
readmission | events | Readmission
snf-admission | events | Skilled Nursing Facility admission
provider-quality-expense | $ | Provider quality expense
subrogation | $ | Subrogation
avg-membership | members | Average membership
"""


@dataclass(frozen=True)
class Metric:
    """A metric of the guide.

    Attributes
    ----------
    code
        As written in a report.
    display
        The guide's own words.
    units
        The units its definition allows; a number without a unit has the first.
    """

    code: str
    display: str
    units: tuple[Unit, ...]

    @property
    def counts_events(self) -> bool:
        """Whether it may also be stated as a rate per 100 or per 1,000 members."""
        return self.units == UNITS["events"]


def _metrics() -> dict[str, Metric]:
    rows = [line.split(" | ") for line in _TABLE.strip().splitlines()]
    return {code: Metric(code, display, UNITS[sort]) for code, sort, display in rows}


METRICS: MappingProxyType[str, Metric] = MappingProxyType(_metrics())
"""Every code of the guide's list of metrics."""

STREAMS = MappingProxyType(
    {
        "ccf": "care coordination fee",
        "ccf-with-risk": "care coordination fee with risk adjustment",
        "eoc": "episode of care",
        "pcpcp": "primary care capitation",
        "ssq": "shared savings gated on quality",
        "ssl": "shared savings and losses",
        "ssp": "shared savings",
        "tcoc": "total cost of care",
        "qip": "quality incentive",
        "aha": "annual health assessment",
        "cdm": "chronic disease management",
        "p4r": "pay for reporting",
        "p4p": "pay for performance",
        "sip": "stars incentive",
        "sst": "star score threshold",
        "ubip": "utilization incentive",
    }
)
"""The payment streams, in plain words."""

UPSIDE_ONLY = "3A"
"""The category of payment models that shares savings and no losses."""

THRESHOLDS = ("star", "hedis")
"""How the names of threshold types begin."""
