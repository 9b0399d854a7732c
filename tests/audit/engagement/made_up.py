"""A small audit for tests; everything and everybody in it is made up."""

from pathlib import Path

from fairterms.audit.engagement.reader import AuditReading, read_text

HASH = "ab" * 32
HEAD = """\
[programme]
title = "Audit of 2027"
from = 2027-01-01
to = 2027-12-31
universe = ["the settlement"]
objectives = ["both sides can compute it"]
decision = "audit_1"
risks = ["unseen"]
answer_days = 30
follow_up_days = 20

[scope.limited]
hours = "40 hours"
interviews = 2
documents = ["settlement reports"]
"""
WORK = """
[[engagement]]
id = "settlement"
title = "Settlement of 2027"
kind = "assurance"
level = "limited"
criteria = ["Exhibit B"]
from = 2028-09-11
to = 2028-10-20
team = ["Maren", "Idris"]
decision = "audit_1"
budget = "30 hours"

[[independence]]
engagement = "settlement"
member = "Maren"
on = 2028-09-04
interests = "none"
fee = "by hour"
fee_depends_on_result = false

[[independence]]
engagement = "settlement"
member = "Idris"
on = 2028-09-04
interests = "none"
own_work_ended = 2027-09-11
fee = "by hour"
fee_depends_on_result = false

[[procedure]]
id = "recompute"
engagement = "settlement"
uses = "settlement_recomputation"
objective = "Does each line follow?"
expected = "every line agrees"
risks = ["unseen"]
drawn_from = "lines of the payment file"
population = 1000
size = 5
seed = "cedar 2028"
are_people = false

[[workpaper]]
id = "sheet"
procedure = "recompute"
done_by = "Maren"
on = 2028-09-18
result = "one line does not agree"
deviations = 1
hours = "10 hours"

[[review]]
workpaper = "sheet"
by = "Idris"
on = 2028-09-20

[[observation]]
id = "out_of_order"
workpaper = "sheet"
method = "reperformance"
on = 2028-09-18
until = 2029-03-31
what = "Line 13 is taken after Line 15."
"""
FINDING = """
[[finding]]
id = "order"
engagement = "settlement"
title = "The lines are taken out of order"
on = 2028-09-29
about = ["plan"]
criteria = "B-7.4"
condition = "Line 15 comes first."
cause = "An older sheet was used."
effect = "$4,108.00 too little."
recommendation = "Work it out again."
significance = "high"
observations = ["out_of_order"]
risks = ["unseen"]
"""
ISSUE = """
[[issue]]
finding = "order"
on = 2028-10-06
by = "Maren"
"""
AGREED = """
[[response]]
finding = "order"
party = "plan"
by = "actuary"
on = 2028-10-20
answer = "agree"
plan = "It is worked out again."
owner = "Data lead"
due = 2028-11-15
"""
CLOSED = f"""
[[follow_up]]
finding = "order"
verified_by = "Idris"
on = 2028-11-27
test = "Worked out again."
evidence = [{{ file = "new.csv", sha256 = "{HASH}" }}]
result = "closed"
"""
INITIATIVE = """
[[initiative]]
id = "in_order"
finding = "order"
sort = "analytics"
aim = "Lines in order"
measure = "lines that agree"
baseline = "80 %"
target = "99 %"
owner = "data lead"
on = 2028-11-06
"""
EFFECT = """
[[effect]]
initiative = "in_order"
on = 2028-12-12
value = "99 %"
source = "report of December"
closes = true
"""
WHOLE = HEAD + WORK + FINDING + ISSUE + AGREED + CLOSED + INITIATIVE + EFFECT
SHARED = (
    """\
[shared]
title = "Audit of 2027"
on = 2028-10-06
answer_days = 30
follow_up_days = 20

[[engagement]]
id = "settlement"
title = "Settlement of 2027"
kind = "assurance"
level = "limited"
criteria = ["Exhibit B"]
from = 2028-09-11
to = 2028-10-20
team = ["Maren"]

[[independence]]
engagement = "settlement"
member = "Maren"
on = 2028-09-04
interests = "none"
fee = "by hour"
fee_depends_on_result = false

[[observation]]
id = "out_of_order"
method = "reperformance"
on = 2028-09-18
what = "Line 13 is taken after Line 15."
"""
    + FINDING
    + ISSUE
)


def changed(old: str, new: str, text: str = WHOLE, folder: Path | None = None) -> AuditReading:
    """Read an audit with one thing changed."""
    assert old in text, old
    return read_text(text.replace(old, new, 1), folder)


def codes(reading: AuditReading) -> set[str]:
    """Name the sorts of problems there are."""
    return {one.code for one in reading.problems}
