"""A small register as text, with made-up numbers."""

from datetime import date

import numpy as np

from fairterms.risks.appraisal.appraised import Appraisal
from fairterms.risks.appraisal.appraising import appraise
from fairterms.risks.appraisal.contract_years import ContractYears
from fairterms.risks.register.reader import read_text

DAY = date(2026, 11, 2)

MARGIN = """
[[value]]
id = "open"
statement = "Both sides can work out every payment."
adopted = { group = 2026-09-28 }

[[objective]]
id = "margin"
value = "open"
kind = "O1"
holder = "group"
measure = "what the deal adds in a year"
unit = "$"
direction = "higher is better"
target = "$25,000.00"
period = "1 year"
tolerance = [{ loss = "$5,000.00", at_most = "20 %" }]

[[objective]]
id = "access"
kind = "O4"
holder = "public"
measure = "people who wait too long"
unit = "people"
direction = "lower is better"
target = "0 people"
period = "1 year"
"""


def risk(name: str, objective: str = "margin", status: str = "open", library: str = "F5") -> str:
    return f"""
[[risk]]
id = "{name}"
library = "{library}"
cause = "a cause of {name}"
event = "{name} happens"
effect = "money is lost"
area = "money"
owner = "contracting lead"
status = "{status}"

[[impact]]
id = "{name}_{objective}"
risk = "{name}"
objective = "{objective}"
source = {{ kind = "clause", ref = "{name}" }}
statement = "It costs."
"""


def estimate(impact: str, numbers: str, stage: str = "inherent") -> str:
    return f"""
[[estimate]]
id = "{impact}_{stage}"
impact = "{impact}"
stage = "{stage}"
as_of = 2026-10-01
horizon = "1 year"
{numbers}
basis = "a made-up basis"
knowledge = "fair"
assessor = "contracting lead"
"""


GUESS = """frequency = { chance_in_a_year = "40 %" }
severity = { low = "$1,000.00", high = "$20,000.00" }"""

CONTROLS = """
[[control]]
id = "check"
title = "A second person checks"
aim = "prevent"
mode = "manual"
cadence = "monthly"
key = true
owner = "office manager"
operator = "billing lead"
evidence_kind = "initialed sheet"

[[effect]]
control = "check"
impact = "late_margin"
acts_on = "frequency"
leaves = "50 %"
rationale = "half of them came from one person being away"

[[test]]
id = "check_design"
control = "check"
kind = "design"
method = "inspection"
tester = "outside bookkeeper"
approver = "managing partner"
valid_from = 2026-08-14
valid_to = 2027-08-13
result = "passed"

[[test]]
id = "check_works"
control = "check"
kind = "operating"
method = "inspection"
population = "12 files"
sample = "all"
expected = "0 deviations"
deviations = "{deviations} deviations"
tester = "outside bookkeeper"
approver = "managing partner"
valid_from = 2026-10-09
valid_to = 2027-10-08
result = "{result}"
"""

FAILED = CONTROLS.format(deviations=2, result="failed")
PASSED = CONTROLS.format(deviations=0, result="passed")

YEARS = ContractYears(
    {
        "net loss": np.tile([0.0, 0.0, 4_000.0, 10_000.0], 8),
        "clause withhold": np.tile([0.0, 0.0, 1_000.0, 1_000.0], 8),
    },
    "32 simulated years of 2027",
)

LATE = MARGIN + risk("late") + estimate("late_margin", GUESS)


def appraised(text: str, years: ContractYears = YEARS, on: date = DAY) -> Appraisal:
    register = read_text(text)
    assert register.problems == ()
    return appraise(register, on, years)
