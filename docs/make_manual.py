"""Make the manual pages that come from the program itself: commands, models, measures and more.

Run ``python docs/make_manual.py``; a test fails when the pages are out of step.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from fairterms.cli.overview import page, verbs
from fairterms.payment.model import Model, TermSpec
from fairterms.payment.models_catalogue import MODELS
from fairterms.records.catalogues import RULES, TABLES
from fairterms.records.table import Table
from fairterms.reference.law import TOPICS
from fairterms.reference.measure import MEASURES, Measure
from fairterms.review.check import Check, Theme
from fairterms.review.reading import CHECKS
from fairterms.units.finding import TACTICS
from fairterms.units.quantity import Kind

DOCS = Path(__file__).parent
MANUAL = DOCS / "manual"
SOURCE = DOCS.parent / "src" / "fairterms"


def commands() -> str:
    """Return the page of all verbs."""
    intro = (
        "# Commands\n\nMade from the program's own help. `fairterms VERB --help` says the same.\n"
    )
    return intro + "".join(f"\n#{page(verb)}" for verb in verbs())


def models() -> str:
    """Return the page of all payment models."""
    intro = (
        "# Payment models\n\nMade from the catalogue. `fairterms show --model NAME` says the same. "
        "A number never has a default; where a choice has a plain reading, a silent contract is "
        "read that way, and the report says so and prices the other readings.\n"
    )
    return intro + "".join(_model(MODELS[name]) for name in MODELS)


def checks() -> str:
    """Return the page of all checks."""
    found = sorted(CHECKS.values(), key=lambda check: (-check.severity.rank, check.id))
    intro = (
        f"# Checks\n\nMade from the catalogue: the {len(found)} things a reading looks for. A "
        "finding is a place to look at and a better question to ask, not legal advice. "
        "The wording is ours; figures in it are examples to negotiate.\n"
    )
    parts = "".join(
        f"\n## {theme.value.capitalize()}\n{_of_theme(found, theme)}" for theme in Theme
    )
    return intro + parts


def _of_theme(found: Iterable[Check], theme: Theme) -> str:
    return "".join(_check(check) for check in found if check.theme is theme)


def _check(check: Check) -> str:
    ways = ", ".join(way.value for way in check.detects)
    signs = "; ".join(TACTICS[tactic] for tactic in check.tactics)
    return (
        f"\n### {check.title} (`{check.id}`)\n\n"
        f"{check.severity.value.capitalize()}; finds: {ways}. {_compared(check)}\n\n{check.why}\n\n"
        f"{' '.join(check.asks)}\n\nOffer: *{check.wording}*\n"
        + (f"\nMay be a sign of: {signs}.\n" if signs else "")
    )


def _compared(check: Check) -> str:
    if not check.laws:
        return "Its measure is good practice."
    return f"To compare with laws on {', '.join(TOPICS[topic] for topic in check.laws)}."


def coverage() -> str:
    """Return the page that says where each requirement is met."""
    wanted = tomllib.loads((DOCS / "requirements.toml").read_text(encoding="utf-8"))
    intro = (
        "# Coverage\n\nMade from `docs/requirements.toml`: what Fairterms must do so far, and "
        "where it is done. A test fails when something named here is gone, or when a check or a "
        "question serves no requirement.\n\n| Requirement | Checks | Questions | Elsewhere |\n"
        "| --- | --- | --- | --- |\n"
    )
    return intro + "".join(_requirement(name, where) for name, where in wanted.items())


def _requirement(name: str, where: dict[str, object]) -> str:
    elsewhere = [
        *(f"`fairterms {verb}`" for verb in _listed(where, "verbs")),
        *(f"[{page}]({page})" for page in _listed(where, "pages")),
        *(f"`{module}`" for module in _listed(where, "modules")),
    ]
    checked = ", ".join(f"`{check}`" for check in _listed(where, "checks"))
    asked = ", ".join(question.removeprefix("gf_q") for question in _listed(where, "questions"))
    return f"| {name} {where['text']} | {checked} | {asked} | {', '.join(elsewhere)} |\n"


def _listed(where: dict[str, object], key: str) -> list[str]:
    value = where.get(key, [])
    assert isinstance(value, list), f"{key} is a list"
    return value


def measures() -> str:
    """Return the page of all contract measures."""
    found = [MEASURES[name] for name in MEASURES]
    intro = (
        f"# Contract measures\n\nMade from the catalogue: {len(found)} measures that outcomes.toml "
        "can name under `by`. The logic is ours, restated from what the stewards publish; no "
        "steward's text and no code list is shipped. A measure that needs code lists reads them "
        "from `records/value-sets.csv` with the columns value_set, name, system, code.\n\n"
        "An option without a published value is one the contract must state: a number that "
        "moves money is never guessed.\n"
    )
    return intro + "".join(_measure(measure) for measure in found)


def _measure(measure: Measure) -> str:
    reads = ", ".join(f"`{name}`" for name in measure.reads)
    head = (
        f"\n## {measure.name}\n\n**{measure.title}**. Steward: {measure.steward}. Version: "
        f"{measure.version}. {measure.kind.value.capitalize()}, {measure.direction.value}. "
        f"Reads {reads}.\n"
    )
    parts = [
        head,
        _bullets("Who counts", measure.populations),
        _bullets("Days", measure.windows),
        _bullets("Who is excused", measure.exclusions),
        _bullets("Mind", measure.traps),
        _bullets("Code lists", measure.value_sets),
    ]
    if measure.options:
        rows = "".join(
            f"| `{one.name}` | {one.unit} | {one.meaning} | "
            f"{'the contract must say' if one.default is None else one.default} |\n"
            for one in measure.options
        )
        parts.append(f"\n| Option | Unit | Meaning | Value |\n| --- | --- | --- | --- |\n{rows}")
    parts.append(f"\nSource: {measure.basis.source}. {measure.licence}\n")
    return "".join(parts)


def _bullets(title: str, lines: Iterable[str]) -> str:
    found = "".join(f"- {line}\n" for line in lines)
    return f"\n{title}:\n\n{found}" if found else ""


def tables() -> str:
    """Return the page of the tables of records and the rules a feed is tested by."""
    intro = (
        "# Tables of records\n\nMade from the catalogues. Each file in a deal's `records` folder "
        "is one table, named after it: `visits.csv`, `claims.parquet`, `assessments.xlsx`. Columns "
        "may have our names, the names of the Tuva input layer, or others: a column map is "
        "proposed by `fairterms records DEAL --columns` and saved by `--save`. Columns with names, "
        "addresses or notes are left out while reading.\n"
    )
    rules = "".join(
        f"| {rule.title} | {rule.why} | {rule.fix} | "
        f"{'set aside' if rule.sets_aside else 'kept'} |\n"
        for rule in RULES.values()
    )
    return (
        intro
        + "".join(_table(table) for table in TABLES.values())
        + "\n## Rules of acceptance\n\n| Looks for | Why | What to do | The row is |\n"
        + f"| --- | --- | --- | --- |\n{rules}"
    )


def _table(table: Table) -> str:
    rows = "".join(
        f"| `{column.name}` | {column.meaning} | {column.unit} | "
        f"{'yes' if column.is_required else ''} | {', '.join(column.tuva)} |\n"
        for column in table.columns
    )
    return (
        f"\n## {table.name}\n\nOne row: {table.meaning}.\n\n| Column | Meaning | Unit | Required | "
        f"Tuva name |\n| --- | --- | --- | --- | --- |\n{rows}"
    )


def _model(model: Model) -> str:
    rows = "".join(_term(spec) for spec in model.terms)
    return (
        f"\n## {model.title} (`{model.name}`)\n\n{model.summary} It {model.role.value}.\n\n"
        f"| Term | What it is | May be | Needed |\n| --- | --- | --- | --- |\n{rows}"
    )


def _term(spec: TermSpec) -> str:
    need = "yes" if spec.is_required else f"plain reading: {spec.plain}" if spec.plain else "no"
    return f"| `{spec.name}` | {spec.meaning} | {_form(spec)} | {need} |\n"


def _form(spec: TermSpec) -> str:
    if spec.choices:
        return ", ".join(f"“{choice}”" for choice in spec.choices)
    if spec.columns:
        return "rows of " + ", ".join(f"`{column.name}`" for column in spec.columns)
    if spec.is_yes_no:
        return "true or false"
    units = [unit.value if isinstance(unit, Kind) else str(unit) for unit in spec.units]
    form = " or ".join(units) or "names"
    if spec.has_base:
        form += "; a percentage names its base"
    return form + ("; of several the least applies" if spec.may_be_many else "")


def main() -> None:
    """Write the pages."""
    (MANUAL / "commands.md").write_text(commands(), encoding="utf-8")
    (MANUAL / "models.md").write_text(models(), encoding="utf-8")
    (MANUAL / "checks.md").write_text(checks(), encoding="utf-8")
    (MANUAL / "coverage.md").write_text(coverage(), encoding="utf-8")
    (MANUAL / "measures.md").write_text(measures(), encoding="utf-8")
    (MANUAL / "tables.md").write_text(tables(), encoding="utf-8")


if __name__ == "__main__":
    main()
