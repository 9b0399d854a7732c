"""Make the manual pages that come from the program itself: the commands and the payment models.

Run ``python docs/make_manual.py``; a test fails when the pages are out of step.
"""

from pathlib import Path

from fairterms.cli.overview import page, verbs
from fairterms.payment.model import Model, TermSpec
from fairterms.payment.models_catalogue import MODELS
from fairterms.units.quantity import Kind

MANUAL = Path(__file__).parent / "manual"


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


if __name__ == "__main__":
    main()
