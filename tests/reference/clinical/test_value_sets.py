"""Code lists are the user's own file; a missing list is refused by name."""

from pathlib import Path

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.units.refusal import Refusal

TEXT = """value_set,name,system,code
1.2.3,Visits,http://www.nlm.nih.gov/research/umls/hcpcs,A1
1.2.3,Visits,https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets,A1
1.2.3,Visits,https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets,A2
1.2.4,Diagnoses,http://hl7.org/fhir/sid/icd-10-cm,F32.1
"""


def sets_of(folder: Path, text: str) -> ValueSets:
    path = folder / "sets.csv"
    path.write_text(text, encoding="utf-8")
    return ValueSets.read(path)


def test_a_list_is_found_by_its_name_and_its_number(tmp_path: Path) -> None:
    sets = sets_of(tmp_path, TEXT)
    assert sets["Visits"] == sets["1.2.3"] == {Code("hcpcs", "A1"), Code("hcpcs", "A2")}
    assert sets.any_of("Visits", "Diagnoses") >= {Code("icd-10-cm", "F321")}
    assert "Visits" in sets
    assert "Others" not in sets


def test_a_missing_list_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        sets_of(tmp_path, TEXT)["Others"]
    assert str(refused.value).splitlines()[0] == 'value set "Others": not in the file'
    assert "Value Set Authority Center" in refused.value.fix


def test_a_file_without_a_column_or_not_in_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="the column system is missing"):
        sets_of(tmp_path, "value_set,name,code\n1,Visits,A1\n")
    path = tmp_path / "latin.csv"
    path.write_bytes(TEXT.replace("Visits", "Visités").encode("latin-1"))
    with pytest.raises(Refusal, match="no CSV file in UTF-8"):
        ValueSets.read(path)


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    assert "Visits" in sets_of(tmp_path, "\ufeff" + TEXT)
