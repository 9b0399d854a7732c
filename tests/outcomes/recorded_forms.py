"""A database with a few recorded forms, as the store keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
from duckdb import DuckDBPyConnection

COLUMNS = pa.schema(
    {
        "load_id": pa.int32(),
        "row": pa.int64(),
        "person_id": pa.string(),
        "clinician_id": pa.string(),
        "instrument": pa.string(),
        "loinc_code": pa.string(),
        "assessed_on": pa.date32(),
        "score": pa.decimal128(12, 4),
        "items": pa.list_(pa.int32()),
        "status": pa.string(),
    }
)


@dataclass(frozen=True)
class Form:
    """One form: whose, on which day from 1 January 1970, with which answers or total."""

    person: str
    day: int
    score: float | None = None
    items: Sequence[int | None] | None = None
    clinician: str | None = None
    status: str | None = None
    code: str | None = None
    instrument: str = "phq9"


def put(connection: DuckDBPyConnection, forms: Sequence[Form]) -> None:
    """Put forms into the table ``assessments``, in this order, in place of what is there."""
    rows = {
        "load_id": [1] * len(forms),
        "row": list(range(2, len(forms) + 2)),
        "person_id": [form.person for form in forms],
        "clinician_id": [form.clinician for form in forms],
        "instrument": [form.instrument for form in forms],
        "loinc_code": [form.code for form in forms],
        "assessed_on": [form.day for form in forms],
        "score": [None if form.score is None else f"{form.score:.4f}" for form in forms],
        "items": [form.items for form in forms],
        "status": [form.status for form in forms],
    }
    text = [pa.array(rows["score"], pa.string()).cast(pa.decimal128(12, 4))]
    arrays = [
        text[0] if name == "score" else pa.array(values, COLUMNS.field(name).type)
        for name, values in rows.items()
    ]
    # A registration waits for no question asked before; a statement does away with it.
    connection.execute("DROP TABLE IF EXISTS assessments")
    connection.register("given", pa.Table.from_arrays(arrays, schema=COLUMNS))
    connection.execute("CREATE TABLE assessments AS FROM given")
    connection.unregister("given")


def database() -> DuckDBPyConnection:
    """Open a database in memory, on one processor."""
    return duckdb.connect(config={"threads": 1})


def answers_of(forms: Sequence[Form], count: int) -> np.ndarray:
    """Return the answers of forms as the columns scored form by form: NaN where missing."""
    rows = [form.items or [None] * count for form in forms]
    return np.array(
        [[np.nan if answer is None else answer for answer in row] for row in rows], dtype=np.float64
    ).reshape(len(forms), count)
