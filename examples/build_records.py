"""Make the example groups' records: made-up people, the same on every run.

    python examples/build_records.py

writes ``records/`` and ``truth.toml`` into ``cedar`` and ``juniper``. What is planted in them, and
what is true of them, stands in ``truth.toml``; no analysis may read it.
"""

from dataclasses import replace
from pathlib import Path

from fairterms.outcomes.synthetic.history import Made, Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.outcomes.synthetic.truths import plant

EXAMPLES = Path(__file__).parent

CEDAR = replace(
    sized(PRIVATE_PRACTICE, patients=2700, clinician_count=38, clinics=6),
    course=replace(PRIVATE_PRACTICE.course, slope=0.47, anxiety_slope=0.54),
)
JUNIPER = replace(
    sized(PRIVATE_PRACTICE, patients=4500, clinician_count=64, clinics=8),
    course=replace(PRIVATE_PRACTICE.course, slope=0.44, anxiety_slope=0.50),
    attendance=replace(PRIVATE_PRACTICE.attendance, visits=8.0, dropout=0.30),
    follow_up=replace(PRIVATE_PRACTICE.follow_up, session_form=0.28, half_year_form=0.35),
    population=replace(
        PRIVATE_PRACTICE.population,
        state="CO",
        zip_codes=("80011", "80202", "80219", "80301", "80401", "80501", "80521", "80524"),
    ),
    money=replace(
        PRIVATE_PRACTICE.money, payer="Summit Example Health Plan", plan="Summit Example EPO"
    ),
)
RECIPES = {
    "cedar": Recipe(CEDAR, 20270104, plant(["harmed-subgroup"])),
    "juniper": Recipe(JUNIPER, 20270102, plant(["gaming-clinic"])),
}


def build(name: str, folder: Path) -> Made:
    """Make one example's records and truth in a folder."""
    return synthesize(RECIPES[name], folder)


if __name__ == "__main__":
    for example in RECIPES:
        build(example, EXAMPLES / example)
