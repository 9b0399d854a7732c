"""What was typed into a form is written down or asked about, and never dropped."""

import pytest

from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.writing import appended
from fairterms.units.refusal import Refusal
from fairterms_web.audit.entry_form import Known
from fairterms_web.audit.work_forms import ProcedureForm, WorkpaperForm
from tests.web.audit.steps import MAREN, ON, WORK

KNOWN = Known(read_text(WORK).book, who=MAREN, on=ON)
PROCEDURE = {"engagement": "engagement_1", "objective": "Is it so?", "expected": "it is"}
PAPER = {"procedure": "procedure_1", "result": "It is.", "deviations": "0"}


def test_a_sample_without_the_length_of_its_list_is_asked_about() -> None:
    form = ProcedureForm(KNOWN, {**PROCEDURE, "size": "5", "seed": "larch"})
    assert form.is_valid()
    with pytest.raises(Refusal, match="how long its list is"):
        appended(WORK, "procedure", {"id": "procedure_2", **form.told()})
    none = ProcedureForm(KNOWN, PROCEDURE)
    assert none.is_valid()
    text = appended(WORK, "procedure", {"id": "procedure_2", **none.told()})
    assert read_text(text).book.procedures[1].sample is None


def test_a_hash_without_its_file_is_asked_about() -> None:
    form = WorkpaperForm(KNOWN, {**PAPER, "elsewhere_hash": "ab" * 32})
    assert form.is_valid()
    with pytest.raises(Refusal, match="names no file"):
        appended(WORK, "workpaper", {"id": "workpaper_2", **form.told()})
