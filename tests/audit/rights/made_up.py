"""A made-up right to audit, as text and as a value."""

from datetime import date

from fairterms.audit.rights.right import (
    AuditRequest,
    Citation,
    Holder,
    RightToAudit,
    Stated,
)
from fairterms.reference.measure_logic.working_days import DayCount
from fairterms.units.period import Period

QUOTE = "may examine the records on thirty (30) days’ notice"
TEXT = f"""
[[right_to_audit]]
id = "records"
holder = "plan"
of = "the records"
notice_days = 30
response_days = 10
look_back_years = 3
yearly_cap = 1
cost_bearer = "the plan"
survival = "two years"
days = "calendar"
cite = {{ document = "a.txt", section = "7.10", quote = "{QUOTE}" }}
"""
REQUEST_TEXT = """
[[audit_request]]
id = "spring"
right = "records"
noticed = 2028-03-01
from = 2027-01-01
to = 2027-12-31
scope = "first appointments"
"""
RIGHT = RightToAudit(
    "records",
    Holder.PLAN,
    "the records",
    Citation("a.txt", "7.10", QUOTE),
    Stated(30),
    Stated(10),
    Stated(3),
    Stated(1),
    Stated("the plan"),
    Stated("two years"),
    DayCount(False, frozenset()),
)
REQUEST = AuditRequest(
    "spring",
    "records",
    date(2028, 3, 1),
    Period(date(2027, 1, 1), date(2027, 12, 31)),
    "first appointments",
)
