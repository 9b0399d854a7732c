"""The work of laying a statement beside ours: which versions, for which room, and what it makes."""

import json
import re
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import docx
import openpyxl
import pytest
from lxml import html

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish import pdf
from fairterms.publish.blocks import Prose
from fairterms.publish.page import Report
from fairterms.reconcile.reconciliation import Asked
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import reconciliation
from fairterms_web.jobs.kinds.reconciliation import KIND, PAGE, PATHS
from tests.web.jobs.test_made_outcomes import sentences, small_cells
from tests.web.journeys.workspace import ROOT

JUNIPER = ROOT / "examples" / "juniper"
INTERIM, FINAL = "2028-04-28-interim.csv", "2028-08-31-final.csv"
FEW = b"""depression_response.numerator,Depression reached,"7 patients"
depression_response.denominator,Depression counted,"9 patients"
"""
OUTSIDE = ("plan", "independent", "joint", "auditor", "")


def quiet(stage: str) -> None:
    """Hear a stage, and say nothing of it."""


def laid(folder: Path, chosen: Mapping[str, str], content: Mapping[str, bytes]) -> Path:
    """Lay chosen versions beside a deal's folder, as the worker does."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder.parent / "beside"
    beside.mkdir()
    (beside / PATHS).write_text(json.dumps(chosen), encoding="utf-8")
    for side, bytes_ in content.items():
        (beside / side).write_bytes(bytes_)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deal with a newer version of the statement than the one that was chosen."""
    chosen = {"statement": "statements/a.csv", "earlier": "statements/a-version-1.csv"}
    content = {"statement": b"chosen", "earlier": b"the first"}
    folder = laid(tmp_path / "scratch" / "deal", chosen, content)
    (folder / "statements").mkdir()
    (folder / "statements" / "a.csv").write_bytes(b"newer")
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What the core is asked, while it finds no dispute."""
    found: list[Asked] = []

    def reconcile(told: Asked, tell: object) -> object:
        found.append(told)
        return SimpleNamespace(dispute=None)

    def page(_: object, audience: Audience, today: object) -> Report:
        return Report(title="A page", blocks=(Prose(f"For {audience.name}: {found[0].deal}/x."),))

    monkeypatch.setattr(reconciliation, "reconcile", reconcile)
    monkeypatch.setattr(reconciliation, "page", page)
    monkeypatch.setattr(pdf, "render", lambda _: b"%PDF")
    return found


def made(folder: Path, **told: str) -> Mapping[str, bytes]:
    """What the work makes."""
    return dict(reconciliation.run(folder, quiet, told))


def test_the_versions_that_were_chosen_are_compared(folder: Path, asked: list[Asked]) -> None:
    parts = made(folder, room="group", delivered="2028-09-04")
    (told,) = asked
    assert told.statement.read_bytes() == b"chosen"
    assert told.earlier is not None
    assert told.earlier.read_bytes() == b"the first"
    assert str(told.delivered) == "2028-09-04"
    assert set(parts) == {PAGE, "worksheet.xlsx", "reconciliation.pdf"}
    assert str(folder) not in parts[PAGE].decode()


@pytest.mark.parametrize("room", OUTSIDE)
def test_outside_the_groups_room_the_core_is_told_so(
    folder: Path, asked: list[Asked], room: str
) -> None:
    parts = made(folder, **({"room": room} if room else {}))
    assert not asked[0].is_own_room
    assert "For OUTSIDE" in parts[PAGE].decode()


def test_inside_the_groups_room_all_is_shown(folder: Path, asked: list[Asked]) -> None:
    assert "For GROUP" in made(folder, room="group")[PAGE].decode()
    assert asked[0].is_own_room


def test_without_a_statement_it_is_said_what_to_do(tmp_path: Path) -> None:
    folder = laid(tmp_path / "deal", {}, {})
    with pytest.raises(CannotBeDone, match="Choose one on the page Reconcile"):
        made(folder, room="group")


def test_a_refusal_is_told_without_the_scratch_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(asked: Asked, tell: object) -> object:
        fix = 'install it with: pip install "fairterms[remittance]"'
        raise Refusal(f"{folder}/statements/a.835", "cannot be read", "a library is missing", fix)

    monkeypatch.setattr(reconciliation, "reconcile", refuse)
    with pytest.raises(CannotBeDone) as refused:
        made(folder, room="group")
    told = str(refused.value)
    assert told.startswith("statements/a.835: cannot be read.")
    assert told.endswith("Ask who runs this workspace to install it.")


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """What is made of Juniper's statements: both in the group's room, the final in the plan's."""
    found = {}
    for name, room, file in (
        ("interim", "group", INTERIM),
        ("final", "group", FINAL),
        ("outside", "plan", FINAL),
    ):
        place = tmp_path_factory.mktemp(name)
        folder = copy_of_juniper(place / "deal")
        earlier = {} if name == "interim" else {"earlier": f"statements/{INTERIM}"}
        chosen = {"statement": f"statements/{file}", **earlier}
        more = FEW if name == "outside" else b""
        content = {side: (JUNIPER / path).read_bytes() + more for side, path in chosen.items()}
        laid(folder, chosen, content)
        stages: list[str] = []
        parts = dict(reconciliation.run(folder, stages.append, {"room": room}))
        assert KIND.stages / 2 <= len(stages) <= KIND.stages * 2, stages
        for part, bytes_ in parts.items():
            assert str(place).encode() not in bytes_, part
        found[name] = parts
    return found


def copy_of_juniper(folder: Path) -> Path:
    """Copy the sample without what no statement needs."""
    for path in JUNIPER.rglob("*"):
        inside = path.relative_to(JUNIPER)
        if path.is_file() and inside.parts[0] != "records":
            (folder / inside).parent.mkdir(parents=True, exist_ok=True)
            (folder / inside).write_bytes(path.read_bytes())
    return folder


def words(part: bytes) -> str:
    """What a page says."""
    return " ".join("".join(map(str, html.fromstring(part.decode()).itertext())).split())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["interim", "final"])
def test_a_page_says_the_difference_its_reason_and_until_when(
    statements: Mapping[str, Mapping[str, bytes]], name: str
) -> None:
    told = words(statements[name][PAGE])
    assert "The plan's statement says $" in told
    assert "The plan's number comes out if " in told
    assert re.search(r"Until 2028-\d\d-\d\d, counted from 2028-", told)
    assert not re.findall(r"fairterms [a-z-]+", told)


@pytest.mark.slow
def test_the_letter_and_the_worksheet_open(
    statements: Mapping[str, Mapping[str, bytes]],
) -> None:
    parts = statements["final"]
    letter = docx.Document(BytesIO(parts["letter.docx"]))
    assert len([one for one in letter.paragraphs if one.text.strip()]) > 5
    assert openpyxl.load_workbook(BytesIO(parts["worksheet.xlsx"])).sheetnames
    assert json.loads(parts["our-settlement.json"])["resourceType"] == "MeasureReport"
    assert parts["reconciliation.pdf"].startswith(b"%PDF")


@pytest.mark.slow
def test_outside_nothing_counts_few_people_and_our_settlement_is_not_given(
    statements: Mapping[str, Mapping[str, bytes]],
) -> None:
    parts = statements["outside"]
    assert "our-settlement.json" not in parts
    assert re.search(r"Depression reached ?1 to 10", words(parts[PAGE]))
    assert re.search(r"Depression reached ?1 to 10", words(parts[PAGE]))
    letter = docx.Document(BytesIO(parts["letter.docx"]))
    sheets = openpyxl.load_workbook(BytesIO(parts["worksheet.xlsx"]))
    said = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    said += [str(cell) for sheet in sheets for row in sheet.values for cell in row]
    assert {"Depression reached", "1 to 10"} <= set(said)
    assert not {"7", "9"} & {one.partition(" ")[0] for one in said if "patients" in one}
    assert small_cells(parts[PAGE]) == []
    assert sentences(parts[PAGE]) == []


@pytest.mark.slow
def test_headings_are_in_order_and_wide_tables_scroll(
    statements: Mapping[str, Mapping[str, bytes]],
) -> None:
    page = html.fromstring(f"<div>{statements['final'][PAGE].decode()}</div>")
    levels = [int(str(one.tag)[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 2
    assert all(later <= before + 1 for before, later in pairwise(levels))
    for table in page.iter("table"):
        around = table.getparent()
        assert around is not None
        assert "scroll" in str(around.get("class")), table.findtext("caption")
