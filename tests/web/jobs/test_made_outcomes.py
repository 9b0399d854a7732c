"""What of a group's records may be seen in which room, from made-up patients."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from fairterms.contract import deal as deals
from fairterms.decide import own_records
from fairterms.decide.basis import Basis
from fairterms.payment.loading import load
from fairterms_web.jobs.kinds.decision import laid_aside
from fairterms_web.jobs.made import outcomes
from tests.cli.made_up_records import copy_cedar
from tests.decide.small_basis import basis_of
from tests.outcomes.group_results.made_up_deal import OUTCOMES, PROGRESS_TOML, RESPONSE

DAY = date(2026, 11, 22)
SMALL = re.compile(r"[1-9]|10")
COUNTED = re.compile(
    r"\b(?:[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten) (?:more |of the )?"
    r"(?:patients?|people|persons?|clinicians?|courses?|members?|episodes?)\b",
    re.IGNORECASE,
)
PEOPLE = ("patients", "people", "courses", "clinicians", "reached", "rows", "n", "set aside")


def small_deal(folder: Path) -> Basis:
    """Cedar's terms with forty-four made-up patients: as much of a basis as is asked for."""
    deal = deals.read(copy_cedar(folder, OUTCOMES + RESPONSE + PROGRESS_TOML))
    contract = load(deal.terms).contract
    assert contract is not None
    return basis_of(deal=deal, contract=contract, records=None)


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory) -> Basis:
    """The small deal."""
    return small_deal(tmp_path_factory.mktemp("deal") / "small")


@pytest.fixture(scope="module")
def outside(basis: Basis) -> Mapping[str, bytes]:
    """What is made of it outside the group's room."""
    return dict(outcomes.make_protected(basis, DAY, lambda _: None))


@pytest.fixture(scope="module")
def inside(basis: Basis) -> Mapping[str, bytes]:
    """What is made of it in the group's room."""
    records = own_records.look(basis.deal, basis.contract, lambda _: None)
    whole = basis_of(deal=basis.deal, contract=basis.contract, records=records)
    return dict(outcomes.make(whole, DAY))


def text_of(element: html.HtmlElement) -> str:
    """Everything an element says."""
    return str(element.text_content()).strip()


def small_cells(page: bytes) -> list[str]:
    """The cells of a page's tables that count 1 to 10 people."""
    found = []
    for table in html.fromstring(page.decode()).iter("table"):
        heads = [text_of(one).lower() for one in table.iterfind(".//thead//th")]
        for row in table.iterfind(".//tbody/tr"):
            cells = [text_of(one) for one in row]
            for head, cell in zip(heads, cells, strict=False):
                is_count = any(re.search(rf"\b{word}\b", head) for word in PEOPLE)
                if is_count and SMALL.fullmatch(cell):
                    found.append(f"{head}: {cell}")
    return found


def sentences(page: bytes) -> list[str]:
    """What a page says of 1 to 10 people."""
    text = " ".join(str(one) for one in html.fromstring(page.decode()).itertext())
    # That there are 1 to 10 is what may be said.
    return COUNTED.findall(text.replace("1 to 10 people", ""))


@pytest.mark.slow
def test_outside_no_number_from_1_to_10_counts_people(
    inside: Mapping[str, bytes], outside: Mapping[str, bytes]
) -> None:
    whole, protected = inside[outcomes.PAGE], outside[outcomes.OUTSIDE]
    assert small_cells(whole) + sentences(whole), "else there would be nothing to protect"
    assert small_cells(protected) == []
    assert sentences(protected) == []


@pytest.mark.slow
def test_outside_the_whole_page_and_the_exceptions_are_not_even_made(
    outside: Mapping[str, bytes],
) -> None:
    assert sorted(outside) == [
        "outcomes-outside.html",
        "outcomes-outside.pdf",
        "outcomes-outside.xlsx",
        "outcomes.json",
    ]
    text = outside[outcomes.OUTSIDE].decode()
    assert not re.search(r"\bP\d\d\d\b", text)


@pytest.mark.slow
def test_inside_both_pages_are_made_and_the_one_to_hand_over_is_the_same(
    inside: Mapping[str, bytes], outside: Mapping[str, bytes]
) -> None:
    assert outcomes.PAGE in inside
    assert inside[outcomes.OUTSIDE] == outside[outcomes.OUTSIDE]
    assert json.loads(inside[outcomes.STATE]) == {"lacks": ""}
    assert "stands beside this one" in inside[outcomes.PAGE].decode()
    assert "--outside" not in inside[outcomes.PAGE].decode()


@pytest.mark.slow
def test_a_file_that_is_refused_says_why_inside_alone(tmp_path: Path) -> None:
    basis = small_deal(tmp_path / "small")
    path = basis.deal.folder / "records" / "visits.csv"
    path.write_text("patient,date\n", encoding="utf-8")
    records = own_records.look(basis.deal, basis.contract, lambda _: None)
    whole = basis_of(deal=basis.deal, contract=basis.contract, records=records)
    made = dict(outcomes.make(whole, DAY))
    assert "no rows under it" in made[outcomes.PAGE].decode()
    assert "no rows under it" not in made[outcomes.OUTSIDE].decode()
    assert "visits.csv could not be read." in made[outcomes.OUTSIDE].decode()


def _lacks(basis: Basis) -> dict[str, object]:
    found = dict(outcomes.make(basis, DAY))
    assert list(found) == [outcomes.STATE]
    lacks: dict[str, object] = json.loads(found[outcomes.STATE])
    return lacks


def test_what_is_lacking_is_named_in_the_order_in_which_it_is_needed(tmp_path: Path) -> None:
    basis = small_deal(tmp_path / "small")
    declared = basis.deal.folder / "outcomes.toml"
    declared.write_text("[records]\nreached = 3\n", encoding="utf-8")
    told = _lacks(basis)
    assert told["lacks"] == "outcomes.toml must be mended first."
    assert "outcomes.toml:2" in str(told["problems"])
    assert str(tmp_path) not in str(told)
    declared.unlink()
    assert "There is no outcomes.toml yet" in str(_lacks(basis)["lacks"])
    with laid_aside(basis.deal.folder, is_needed=True):
        assert "holds no records" in str(_lacks(basis)["lacks"])


def test_records_are_laid_aside_and_put_back_even_when_the_work_fails(tmp_path: Path) -> None:
    folder = tmp_path / "deal"
    (folder / "records").mkdir(parents=True)
    (folder / "records" / "patients.csv").write_text("made up", encoding="utf-8")

    def gather() -> None:
        with laid_aside(folder, is_needed=True):
            assert not (folder / "records").exists()
            assert [one.name for one in folder.rglob("*")] == []
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the test's own
        gather()
    assert (folder / "records" / "patients.csv").exists()
    with laid_aside(folder, is_needed=False):
        assert (folder / "records").exists()
