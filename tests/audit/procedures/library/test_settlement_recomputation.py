"""A settlement is worked out again from the terms, to the cent, and small counts stay hidden."""

from collections.abc import Mapping

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds
from fairterms.audit.procedures.stated_settlement import StatedSettlement
from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.contract.reader import read_text
from fairterms.settle import script
from fairterms.units.quantity import parse
from tests.audit.procedures.made_up import held, of, ran

TERMS = """
[contract]
name = "Made up"
jurisdiction = "OR"
line_of_business = "commercial"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"

[[figure]]
id = "visits"
unit = "visits"
meaning = "visits of the year"

[[figure]]
id = "patients"
unit = "patients"
meaning = "patients of the year"

[[clause]]
id = "fee"
model = "formula"
steps = [{ name = "fee", value = "= $10.335 per visit * visits", words = "fee × visits" }]
cite = { document = "a.pdf", section = "1" }
"""
LINES = {"visits": "1,001 visits", "fee": "$10,345.34"}


@pytest.fixture(scope="module")
def contract() -> Contract:
    reading = read_text(TERMS)
    assert reading.contract is not None, [str(one) for one in reading.problems]
    return reading.contract


def figures(patients: str = "500 patients") -> FigureSet:
    return read_toml(f'[given]\nvisits = "1,001 visits"\npatients = "{patients}"', "f.toml")


def stated(lines: Mapping[str, str], given: FigureSet | None = None, year: int = 2027) -> Evidence:
    said = {name: parse(words) for name, words in lines.items()}
    return Evidence(stated=(StatedSettlement("final", year, given or figures(), said),))


def test_a_statement_that_follows_from_the_terms_holds(contract: Contract) -> None:
    found = ran("settlement_recomputation", _with(stated(LINES), contract))
    assert held(found) == [Holds.YES, Holds.YES]
    assert found[1].where == "final, line fee"


def test_one_cent_is_found_and_named(contract: Contract) -> None:
    found = ran("settlement_recomputation", _with(stated({"fee": "$10,345.35"}), contract))
    assert held(found) == [Holds.NO]
    assert found[0].seen == "Worked out again it is $10,345.335."
    found = ran("settlement_recomputation", _with(stated({"payable": "$10,345.35"}), contract))
    assert (found[0].holds, found[0].figure) == (Holds.NO, "$0.01")


def test_a_wrong_figure_is_found_too(contract: Contract) -> None:
    found = ran("settlement_recomputation", _with(stated({"visits": "1,011 visits"}), contract))
    assert (found[0].holds, found[0].seen) == (Holds.NO, "Our figure is 1,001 visits.")
    assert found[0].figure == "10 visits"


def test_a_few_people_more_or_less_are_said_without_a_number(contract: Contract) -> None:
    found = ran("settlement_recomputation", _with(stated({"patients": "497 patients"}), contract))
    assert (found[0].holds, found[0].figure) == (Holds.NO, "")
    assert "497" not in found[0].expected + found[0].seen
    same = _with(stated({"patients": "7 patients"}, figures("7 patients")), contract)
    (one,) = ran("settlement_recomputation", same)
    assert (one.holds, one.figure, one.seen) == (Holds.YES, "", "They agree.")
    assert "7" not in one.expected


def test_a_line_of_another_unit_or_of_no_name_never_passes(contract: Contract) -> None:
    lines = {"fee": "10,345.34 visits", "bonus": "$1.00"}
    found = ran("settlement_recomputation", _with(stated(lines), contract))
    assert held(found) == [Holds.NO, Holds.NOT_TESTED]


def test_what_cannot_be_settled_is_not_tested(contract: Contract) -> None:
    lacking = read_toml('[given]\npatients = "500 patients"', "f.toml")
    broken = read_toml('[given]\nvisits = "1,001"', "f.toml")
    for evidence in (stated(LINES, lacking), stated(LINES, broken), stated(LINES, year=2031)):
        assert held(ran("settlement_recomputation", _with(evidence, contract))) == [
            Holds.NOT_TESTED
        ]


def test_a_figure_taken_from_the_statement_itself_is_no_pass(contract: Contract) -> None:
    said = {"visits": parse("1,001 visits")}
    own = StatedSettlement("final", 2027, figures(), said, takes_own_figures=True)
    found = ran("settlement_recomputation", Evidence(contract=contract, stated=(own,)))
    assert held(found) == [Holds.NOT_TESTED]


def test_every_agreed_script_is_run(contract: Contract) -> None:
    given = '[given]\nvisits = "2 visits"\n[expect]\n'
    scripts = tuple(
        script.read_text(f'title = "{title}"\n{given}fee = "{fee}"', f"{title}.toml")
        for title, fee in (("right", "$20.67"), ("wrong", "$20.68"), ("none", "twenty"))
    )
    found = ran("settlement_recomputation", _with(Evidence(scripts=scripts), contract))
    assert of(found, "right").holds is Holds.YES
    assert of(found, "wrong").holds is Holds.NO
    assert "fee" in of(found, "wrong").seen
    assert of(found, "none").holds is Holds.NOT_TESTED


def _with(evidence: Evidence, contract: Contract) -> Evidence:
    return Evidence(contract=contract, stated=evidence.stated, scripts=evidence.scripts)
