"""A released table is kept with its true counts, and later tables are proved against it."""

import numpy as np
import pytest

from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.evidence import release
from fairterms.audit.release.kept_tables import read, write
from fairterms.units.refusal import Refusal

CLINICS = Axis("clinic", ("Elm", "Oak", "Ash"))
SEX = Axis("sex", ("women", "men"))
COUNTS = np.array([[4, 30], [20, 25], [50, 60]])


def test_a_release_is_read_back_as_it_was_written() -> None:
    impossible = np.zeros((3, 2), bool)
    first = release([CountTable("visits", ("2027",), (CLINICS, SEX), COUNTS, impossible)])
    again = read(write(first))
    assert write(again) == write(first)
    assert again.tables[0].grid() == first.tables[0].grid()
    assert again.tables[0].table.axes == (CLINICS, SEX)
    assert again.proof == first.proof


def test_parts_of_groups_are_kept() -> None:
    ages = Axis("age", ("under 65", "65 or over"), (("0-17", "18-64"), ("65+",)))
    table = CountTable("visits", ("2027",), (ages,), np.array([40, 50]))
    assert read(write(release([table]))).tables[0].table.axes == (ages,)


def test_a_later_table_is_proved_against_the_kept_one() -> None:
    table = CountTable("visits", ("first half",), (CLINICS,), np.array([40, 30, 50]))
    kept = read(write(release([table])))
    year = CountTable("visits", ("first half", "second half"), (CLINICS,), np.array([44, 60, 90]))
    # Four people came in the second half: the year's count of that clinic cannot be shown.
    assert release([year], [kept]).tables[0].grid()[0] == ("not shown",)
    wrong = CountTable("visits", ("first half",), (CLINICS,), np.array([41, 30, 50]))
    with pytest.raises(Refusal, match="different counts of the same people"):
        release([wrong], [kept])
