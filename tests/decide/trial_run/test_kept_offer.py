"""Moved terms kept as an offer are read back as the terms that were moved."""

from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import offer
from fairterms.contract.value import read
from fairterms.decide.trial_run.case import case_of, sliders
from fairterms.decide.trial_run.kept_offer import offer_text, toml_of
from fairterms.decide.trial_run.slider import Kind
from fairterms.units.form_file import parsed
from fairterms.units.refusal import Refusal
from tests.decide.trial_run.made_up import at, paid_on_a_measure, paid_on_cost


def test_an_offer_changes_the_terms_as_the_sliders_did(tmp_path: Path) -> None:
    deal = paid_on_a_measure()
    terms = [one for one in sliders(deal) if one.kind is Kind.TERM]
    settings: dict[str, Decimal] = {}
    for one in terms:
        try:
            more = settings | {one.id: one.most}
            case_of(deal, more)
        except Refusal:
            continue
        settings = more
    assert len(settings) >= 5
    text = offer_text(deal, settings, "Our offer", 'why: "so"')
    (tmp_path / "our.toml").write_text(text, encoding="utf-8")
    found = offer.read(tmp_path / "our.toml")
    assert (found.problems, found.title) == ((), "Our offer")
    assert {one.why for one in found.changes} == {'why: "so"'}
    wanted = case_of(deal, settings).prepared.contract
    for clause in offer.apply(deal.contract, found).clauses:
        for name, term in clause.terms.items():
            assert term.value == wanted.clause(clause.id).terms[name].value


def test_assumptions_are_no_part_of_an_offer() -> None:
    deal = paid_on_cost()
    settings = at(deal, "factor.trend.centre", 3)
    with pytest.raises(Refusal, match="needs at least one term"):
        offer_text(deal, settings, "Ours")


@pytest.mark.parametrize(
    "raw",
    [
        "5 %",
        "10 % of benchmark",
        "$1,200.00",
        "gate",
        "= min(a, b)",
        True,
        False,
        ["1 %", ["2 %"]],
        [],
        {"share": "50 %", "measure": "response"},
        {"by": "members", "rows": [["500 members", "12.2 %"], ["900 members", "9 %"]]},
        {
            "by": "members",
            "interpolate": True,
            "rows": [["500 members", "12.2 %"], ["900 members", "9 %"]],
        },
        {"not_stated": "as the plan decides", "section": "4", "ask": "how much?"},
        'a "quoted" \\ word',
    ],
)
def test_every_sort_of_value_is_read_back_as_it_was(raw: object) -> None:
    value = read(raw)
    opened = parsed(f"x = {toml_of(value)}\n", "a.toml")
    assert isinstance(opened, tuple)
    assert read(opened[0]["x"]) == value


def test_a_title_cannot_write_another_line_into_the_file(tmp_path: Path) -> None:
    deal = paid_on_a_measure()
    title = 'Ours"\n[[change]]\nclause = "x\x7f\x00'
    text = offer_text(deal, at(deal, "performance.budget", 3), title)
    (tmp_path / "our.toml").write_text(text, encoding="utf-8")
    found = offer.read(tmp_path / "our.toml")
    assert found.problems == ()
    assert len(found.changes) == 1
    assert found.title == 'Ours" [[change]] clause = "x  '
