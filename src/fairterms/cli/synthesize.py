"""Make up a psychotherapy group's records, with what is true of them in a file apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from fairterms.cli.console import err, say, stop
from fairterms.outcomes.synthetic.destination import clear, obstacle
from fairterms.outcomes.synthetic.history import (
    RECORDS,
    STATEMENT,
    TRUTH,
    Made,
    Recipe,
    sized,
    synthesize,
)
from fairterms.outcomes.synthetic.presets import PRESETS
from fairterms.outcomes.synthetic.truths import NAMES, Plants, conflict, plant
from fairterms.outcomes.synthetic.world import World
from fairterms.outcomes.synthetic.writing import Form
from fairterms.units.problem import nearest

LARGEST_SEED = 999_999_999
LONG_WORK = 20_000
"""So many patients take long enough for a bar of progress."""


def run(  # noqa: PLR0913 -- one argument an option
    folder: Annotated[Path, typer.Argument(help="Where to write.", metavar="FOLDER")],
    *,
    seed: Annotated[
        int, typer.Option(help="The same seed makes the same people.", min=0, max=LARGEST_SEED)
    ] = 1,
    patients: Annotated[int, typer.Option(help="How many start care.", min=1)] = 1200,
    clinicians: Annotated[int, typer.Option(help="How many treat them.", min=1)] = 24,
    clinics: Annotated[int, typer.Option(help="How many clinics they work in.", min=1)] = 6,
    preset: Annotated[
        str, typer.Option(help=f"What they are like: {', '.join(PRESETS)}.")
    ] = "private-practice",
    planted: Annotated[
        list[str] | None,
        typer.Option(
            "--plant", help=f"A fault to plant, as often as you like: {', '.join(NAMES)}."
        ),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Write CSV in place of Parquet.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over made-up records that are there.")
    ] = False,
) -> None:
    """Make up records and tell what was made."""
    world = _world(preset, patients, clinicians, clinics)
    recipe = Recipe(world, seed, _plants(planted or [], world))
    problem = obstacle(folder, replace=replace)
    if problem is not None:
        stop([problem])
    clear(folder)
    form = Form.CSV if csv else Form.PARQUET
    _tell(folder, recipe, _made(recipe, folder, form), form)


def _world(preset: str, patients: int, clinicians: int, clinics: int) -> World:
    if preset not in PRESETS:
        raise typer.BadParameter(
            f'there is no preset called "{preset}"; {_advice(preset, list(PRESETS))}'
        )
    if clinics > clinicians:
        raise typer.BadParameter(
            f"{clinics} clinics need at least {clinics} clinicians, and there are {clinicians}"
        )
    return sized(PRESETS[preset], patients, clinicians, clinics)


def _plants(names: list[str], world: World) -> Plants:
    for name in names:
        if name not in NAMES:
            raise typer.BadParameter(
                f'nothing called "{name}" can be planted; {_advice(name, list(NAMES))}'
            )
    clash = conflict(names, world)
    if clash:
        raise typer.BadParameter(clash)
    return plant(names)


def _advice(word: str, choices: list[str]) -> str:
    return nearest(word, choices) or f"choose of: {', '.join(choices)}"


def _made(recipe: Recipe, folder: Path, form: Form) -> Made:
    """Make it up; show a bar when there is time to look at one."""
    if recipe.world.patients < LONG_WORK:
        return synthesize(recipe, folder, form)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("Making up patients", total=recipe.world.patients)

        def told(done: int, _total: int) -> None:
            progress.update(task, completed=done)

        hears: Callable[[int, int], None] = told
        return synthesize(recipe, folder, form, hears)


def _tell(folder: Path, recipe: Recipe, made: Made, form: Form) -> None:
    world = recipe.world
    say(
        f"Made up {world.patients:,} patients of {world.providers.clinicians} clinicians in "
        f"{world.providers.clinics} clinics ({world.name}, seed {recipe.seed}).",
        style="bold",
    )
    say("Nobody in these records exists.")
    say(f"\n{folder / RECORDS}:")
    for path in sorted((folder / RECORDS).iterdir()):
        say(f"  {path.name:24} {made.rows[path.stem]:>12,} rows")
    if made.counts:
        say("\nPlanted:")
        for name, count in made.counts.items():
            say(f"  {count:>8,}  {name}")
    say(f"\nWhat is true of them: {folder / TRUTH}. Look at it after the analysis, not before.")
    if recipe.plants.payer_redefinition is not None:
        say(f"The plan's statement: {folder / STATEMENT}.")
    assessments = folder / RECORDS / f"assessments.{form}"
    say("\nTo look at a table:")
    say(f"""  python -c "import duckdb; duckdb.read_{form}('{assessments}').show()\"""")
