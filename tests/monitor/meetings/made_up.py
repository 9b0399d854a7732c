"""A file of meetings for tests; everything is made up."""

TEXT = """
[[meeting_rule]]
every = "quarter"
document = "agreement.pdf"
section = "9.2"
quote = "at least once in each calendar quarter"

[[report]]
id = "counts"
what = "Counts by month"
owed_by = "group"
reporter = "data analyst"
contact = "intake lead"
every = "each quarter"
fields = ["month", "office"]
hours_a_year = "90 hours"

[[meeting]]
id = "spring"
on = 2027-03-18
kind = "Committee" # spring
group = ["clinical director"]
plan = ["actuary", "data lead"]
items = ["file layout"]

[[meeting]]
id = "summer"
on = 2027-06-17
kind = "Committee"
group = ["clinical director"]
plan = ["actuary"]

[[decision]]
id = "layout"
meeting = "spring"
what = "The old layout is taken until July."
agreed_by = ["data analyst", "data lead"]
owner = "data lead"
due = 2027-04-15

[[decision]]
id = "factors"
meeting = "summer"
what = "The factors are shown."
agreed_by = ["actuary"]
owner = "actuary"
due = 2027-09-15

[[done]]
decision = "layout"
on = 2027-04-12
shown_by = "an email"

[[initiative]]
id = "evenings"
aim = "Nobody waits three weeks"
measure = "first_appointment"
change = "evening hours"
owner = "intake lead"
start = 2027-03-22
review = 2027-10-31
baseline = "79.5 %"
target = "85 %"

[[initiative]]
id = "hospital"
aim = "Nobody leaves hospital unseen"
measure = "follow_up"
change = "a call before discharge"
owner = "coordinator"
start = 2027-07-01
review = 2028-03-31

[[result]]
initiative = "evenings"
on = 2027-10-29
value = "86.2 %"
people = "1,148 patients"
source = "own records"
closes = true
"""
