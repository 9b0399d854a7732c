"""Random small tables, and the plain slow way to see what they give away."""

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.small_cells.attack import Marks
from fairterms.outcomes.small_cells.table import Table

SIZES = (0, 0, 1, 2, 3, 7, 10, 11, 12, 14, 20, 35)


def draw(generator: np.random.Generator, rows: int, columns: int, most: int = 99) -> Table:
    shape = (rows, columns) if columns else (rows,)
    return Table(
        "visits",
        tuple(f"r{at}" for at in range(rows)),
        tuple(f"c{at}" for at in range(columns)),
        generator.choice([size for size in SIZES if size <= most], size=shape),
    )


def possible(table: Table, texts: tuple[str, ...], most: int, marks: Marks) -> list[set[int]]:
    """Try every whole-number table up to ``most`` a cell; return the values each place takes."""
    shape = table.with_margins().shape
    places = np.arange(len(texts)).reshape(shape)
    inner = (places[:-1, :-1] if len(shape) == 2 else places[:-1]).reshape(-1)
    choices = [_choices(texts[place], most, marks) for place in inner]
    trials = np.stack([axis.reshape(-1) for axis in np.meshgrid(*choices, indexing="ij")], axis=1)
    full = trials.reshape(len(trials), *table.counts.shape)
    for axis in range(1, full.ndim):
        full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
    values = full.reshape(len(trials), -1)
    for place, text in enumerate(texts):
        low, high = _ends(text, marks)
        values = values[(values[:, place] >= low) & (values[:, place] <= high)]
    return [set(values[:, place].tolist()) for place in range(len(texts))]


def _choices(text: str, most: int, marks: Marks) -> npt.NDArray[np.int64]:
    low, high = _ends(text, marks)
    return np.arange(low, min(high, max(most, low)) + 1)


def _ends(text: str, marks: Marks) -> tuple[int, int]:
    if text == "1 to 10":
        return 1, 10
    if text == "not shown":
        return (11 if marks is Marks.BY_KIND else 1), 10**9
    return int(text), int(text)
