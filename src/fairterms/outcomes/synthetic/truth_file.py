"""The truth of a made-up group, as TOML: kept apart from its records, read by no analysis."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.sources import BASES, parameters
from fairterms.outcomes.synthetic.world import World

if TYPE_CHECKING:
    from fairterms.outcomes.synthetic.history import Recipe

MARK = "Nobody in these records exists."
"""Stands in every truth file; whoever replaces made-up records looks for it first."""


def write(
    path: Path,
    recipe: "Recipe",
    staff: Staff,
    files: Iterable[str],
    counts: Mapping[str, int],
) -> None:
    """Write what is true of a made-up group.

    Parameters
    ----------
    path
        The file; its folder is made when it is not there.
    recipe
        What was made up.
    staff
        Clinicians with their true effects.
    files
        Every file that belongs to the group, from the folder of the truth.
    counts
        How much each planted fault changed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (*_heading(recipe, files), *_planted(recipe, counts), *_numbers(recipe.lived))
    text = "\n".join((*lines, *_effects(staff))) + "\n"
    path.write_text(text, encoding="utf-8")


def made_up_files(path: Path) -> tuple[str, ...]:
    """Return which files the truth of a made-up group names; none when it is no such truth.

    Parameters
    ----------
    path
        The file of the truth.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return ()
    return tuple(said["files"]) if said.get("mark") == MARK else ()


def _heading(recipe: "Recipe", files: Iterable[str]) -> Iterator[str]:
    world = recipe.world
    yield "# What is true of these made-up records. An analysis is scored by it and never reads it."
    yield f'mark = "{MARK}"'
    yield f'preset = "{world.name}"'
    yield f"seed = {recipe.seed}"
    yield f"patients = {world.patients}"
    yield f"first_day = {world.first_day}"
    yield f"last_day = {world.last_day}"
    yield f"is_null_world = {_plain(recipe.plants.is_null)}"
    yield f"files = {_plain(tuple(files))}"


def _planted(recipe: "Recipe", counts: Mapping[str, int]) -> Iterator[str]:
    for one in fields(recipe.plants):
        planted = getattr(recipe.plants, one.name)
        if one.name != "is_null" and planted is not None:
            yield from ("", f"[planted.{one.name}]")
            yield from (f"{name} = {_plain(value)}" for name, value in asdict(planted).items())
    if counts:
        yield from ("", "# How much was changed.", "[counts]")
        yield from (f'"{name}" = {number}' for name, number in counts.items())


def _numbers(world: World) -> Iterator[str]:
    yield from ("", "# The numbers the people are drawn from, each with where it is from.")
    yield "[world]"
    for name, value in parameters(world).items():
        yield from (f"# {BASES[name].source}", f'"{name}" = {_plain(value)}')


def _effects(staff: Staff) -> Iterator[str]:
    yield from ("", "# True effects in logits of a good outcome, against the mean of all patients.")
    for number, effect in enumerate(staff.clinic_effect):
        yield from ("[[clinic]]", f'clinic_id = "{_id("g", number)}"', f"effect = {effect:.4f}")
    for number, effect in enumerate(staff.effect):
        yield "[[clinician]]"
        yield f'clinician_id = "{_id("c", number)}"'
        yield f'clinic_id = "{_id("g", int(staff.clinic[number]))}"'
        yield f"effect = {effect:.4f}"


def _id(letter: str, number: int) -> str:
    return f"{letter}{number + 1:07d}"


def _plain(value: object) -> str:
    """Write a value as TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_plain(one) for one in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)
