"""Every common mistake in risks.toml is provoked, and its message compared.

Mistakes in controls have a gallery of their own. To accept changed messages after reading them:
``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from functools import cache
from pathlib import Path

from fairterms.risks.register.reader import read_text
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly

GOLDEN = Path(__file__).parent / "risk_messages.txt"
SOUND = Path(__file__).parent / "risks.toml"

COMPUTED = 'from_contract = "clause withhold"'
CHANCE = 'chance_in_a_year = "20 %"'
FIRST_FREQUENCY = 'frequency = { per_year = "0.5 events per year" }'
FIRST_SEVERITY = 'severity = { exactly = "$2,750.00" }'
SECOND_SEVERITY = 'severity = { low = "$2,750.00", high = "$6,100.00" }'
SUPERSEDES = 'supersedes = "late_files_2025"'

MISTAKES = {
    "a chance is over 100 %": (CHANCE, 'chance_in_a_year = "140 %"'),
    "a chance has no unit": (CHANCE, 'chance_in_a_year = "0.2"'),
    "an event is certain": (CHANCE, 'chance_in_a_year = "100 %"'),
    "an event cannot happen": (CHANCE, 'chance_in_a_year = "0 %"'),
    "the end of a range is over 100 %": (
        CHANCE,
        'chance_in_a_year = { low = "10 %", high = "130 %" }',
    ),
    "a range of chances is upside down": (
        CHANCE,
        'chance_in_a_year = { low = "30 %", high = "10 %" }',
    ),
    "nothing is said on how often": (FIRST_FREQUENCY, ""),
    "how often is only a word": (FIRST_FREQUENCY, 'frequency = "rarely"'),
    "how often is neither chance nor count": (FIRST_FREQUENCY, "frequency = {}"),
    "a count is not of events per year": ("0.5 events per year", "0.5 files"),
    "a count never happens": ("0.5 events per year", "0 events per year"),
    "clusters are thinner than chance": ('"1.5 factor"', '"0.5 factor"'),
    "severity has no unit": ('exactly = "$2,750.00"', 'exactly = "2,750"'),
    "severity is only a word": (FIRST_SEVERITY, 'severity = "high"'),
    "severity has no amount": (FIRST_SEVERITY, "severity = {}"),
    "severity has half a range": ('{ low = "$2,750.00", high', "{ high"),
    "severity runs downwards": (SECOND_SEVERITY, 'severity = { low = "$6.00", high = "$2.00" }'),
    "severity is in two units": ('likely = "12 patients"', 'likely = "$12.00"'),
    "amounts are not a list": (FIRST_SEVERITY, 'severity = { amounts = "$2,750.00" }'),
    "the unit is not the objective's": ('exactly = "$2,750.00"', 'exactly = "12 patients"'),
    "the contract computes dollars only": (
        'objective = "margin"\nsource = { kind = "clause", ref = "withhold" }',
        'objective = "first_visits"\nsource = { kind = "clause", ref = "withhold" }',
    ),
    "a guess stands beside the contract": (
        COMPUTED,
        f'{COMPUTED}\nseverity = {{ exactly = "$100,000.00" }}',
    ),
    "the contract computes no such loss": (COMPUTED, 'from_contract = "reputation"'),
    "an estimate has no numbers at all": (COMPUTED, ""),
    "a limit is in another unit": ('per_year = "$11,000.00"', 'per_year = "4 files"'),
    "a deductible and a cap have no order": (
        'limits = { per_year = "$11,000.00" }',
        'limits = { per_year = "$11,000.00", deductible_per_year = "$500.00" }',
    ),
    "nobody says how an estimate is known": ('basis = "a guess"', 'basis = ""'),
    "knowledge is none of the three": ('knowledge = "fair"', 'knowledge = "good"'),
    "a stage has no such name": ('stage = "inherent"', 'stage = "residual"'),
    "a day is in quotes": ("as_of = 2025-11-04", 'as_of = "2025-11-04"'),
    "a horizon is in patients": ('horizon = "1 year"', 'horizon = "1 patient"'),
    "an estimate overwrites another": (f"{SUPERSEDES}\n", ""),
    "an estimate supersedes nothing known": (SUPERSEDES, 'supersedes = "late_files_2024"'),
    "an estimate supersedes one of another impact": (
        COMPUTED,
        f"{COMPUTED}\n{SUPERSEDES}",
    ),
    "a chain forks": (
        "[[matrix]]",
        """[[estimate]]
id = "late_files_again"
impact = "late_files_margin"
stage = "current"
as_of = 2026-11-01
horizon = "1 year"
frequency = { per_year = "2 events per year" }
severity = { exactly = "$2,750.00" }
basis = "the file of October was late too"
knowledge = "weak"
assessor = "office manager"
supersedes = "late_files_2025"

[[matrix]]""",
    ),
    "a chain runs in a circle": (
        'assessor = "office manager"',
        'assessor = "office manager"\nsupersedes = "late_files_2026"',
    ),
    "a chain runs backwards": ("as_of = 2025-11-04", "as_of = 2026-11-04"),
    "an id stands twice": ('id = "late_files_2026"', 'id = "late_files_2025"'),
    "an objective is unknown": ('objective = "first_visits"', 'objective = "first_visit"'),
    "a risk is unknown": ('risk = "withhold_lost"', 'risk = "withhold"'),
    "an open risk touches nothing": ('risk = "withhold_lost"', 'risk = "late_files"'),
    "an impact stands twice": (
        'objective = "first_visits"\nsource = { kind = "people", ref = "intake staff" }',
        'objective = "margin"\nsource = { kind = "clause", ref = "reporting" }',
    ),
    "a source is of no known kind": ('kind = "people"', 'kind = "person"'),
    "a source is missing": ('source = { kind = "people", ref = "intake staff" }\n', ""),
    "a risk has no cause": ('cause = "one assistant makes every outcome file"\n', ""),
    "an area is none of the five": ('area = "operations"', 'area = "other"'),
    "a library has no such risk": ('library = "A2"', 'library = "late"'),
    "a shared objective is not adopted": (
        'value = "care_that_helps"\nkind = "O3"',
        'value = "open_books"\nkind = "O3"',
    ),
    "a shared objective serves no value": ('value = "care_that_helps"\nkind = "O3"', 'kind = "O3"'),
    "a value is unknown": ('value = "care_that_helps"', 'value = "care_that_help"'),
    "a side that does not sign adopts": ("plan = 2026-11-03", "state = 2026-11-03"),
    "an objective has no unit": ('unit = "patients"\n', ""),
    "a unit is none": ('unit = "patients"', 'unit = "%%"'),
    "a target is in another unit": ('target = "200 patients"', 'target = "10 days"'),
    "a direction is none of the two": ('"lower is better"', '"lower"'),
    "a kind of objective is not known": ('kind = "O4"', 'kind = "O14"'),
    "a tolerance is over 100 %": ('at_most = "20 %"', 'at_most = "120 %"'),
    "a tolerance rises with the loss": ('at_most = "1 %"', 'at_most = "30 %"'),
    "a tolerance is not a list": (
        'tolerance = [{ loss = "$60,000.00", at_most = "20 %" }',
        'tolerance = ["$60,000.00", { loss = "$60,000.00", at_most = "20 %" }',
    ),
    "edges of a matrix do not rise": ('"$20,000.00", "open"', '"$500.00", "open"'),
    "a grid names no such level": ('["low", "high"]]', '["low", "extreme"]]'),
    "an edge has no unit": ('"$1,000.00", "$20', '"1,000", "$20'),
    "a matrix has no number": ("number = 1\n", ""),
    "an incident holds a telephone number": ("the plan's notice\"", 'the plan, 503-555-0142"'),
    "an incident has no loss": ('loss = "$2,750.00"\n', ""),
    "an incident is closed and teaches nothing": (
        'lesson = "A second person can make the file."\n',
        "",
    ),
    "an incident ends before it happens": ("closed = 2026-05-20", "closed = 2026-04-20"),
    "an interest has no value band": ('"$1,000 to $10,000"', '"$4,000"'),
    "nothing is done about an interest": (
        'mitigation = "does not choose the measurement software"\n',
        "",
    ),
    "a nil return names an interest": ("nil = true", 'nil = true\ninterest = "shares"'),
    "a declaration says nothing": ("nil = true\n", ""),
    "a side of the sheet has no such name": ('side = "weakness"', 'side = "weak"'),
    "a note names an unknown risk": (
        'text = "One person makes every file."\nrisk = "late_files"',
        'text = "One person makes every file."\nrisk = "files"',
    ),
    "a key is misspelt": ("statement = ", "statment = "),
    "a section has a name nothing reads": ("[[pestle]]", "[[pestel]]"),
    "a section is not a list": ("[[swot]]", "[swot]"),
    "the file is broken": ("[[value]]", "[[value]"),
}


@cache
def problems_of(name: str) -> tuple[Problem, ...]:
    right, wrong = MISTAKES[name]
    text = SOUND.read_text(encoding="utf-8")
    assert right in text, name
    return read_text(text.replace(right, wrong, 1)).problems


def test_the_messages_read_exactly_so() -> None:
    assert reads_exactly(MISTAKES, problems_of, GOLDEN)


def test_every_message_says_where_what_why_and_what_to_do() -> None:
    for name in MISTAKES:
        holds_complete(problems_of(name), "risks.toml")


def test_no_two_mistakes_are_told_alike() -> None:
    assert len({problems_of(name) for name in MISTAKES}) == len(MISTAKES)


def test_the_file_they_are_made_in_has_none() -> None:
    assert read_text(SOUND.read_text(encoding="utf-8")).problems == ()
