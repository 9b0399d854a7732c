"""What an entry of the catalogue of payment models is."""

from decimal import Decimal

import pytest

from fairterms.payment.model import (
    Category,
    Model,
    Role,
    TermSpec,
    no_objections,
    share,
)
from fairterms.payment.models_catalogue import MODELS
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Kind, count, per
from tests.payment.one_clause import contract


@pytest.mark.parametrize(
    ("category", "words"),
    [
        (Category("3A", "ssp"), "LAN 3A, VBPR ssp"),
        (Category("4A"), "LAN 4A, no VBPR code"),
        (Category(vbpr="ccf"), "no LAN category, VBPR ccf"),
        (Category(), "no LAN category, no VBPR code"),
    ],
)
def test_a_category_says_both_labels(category: Category, words: str) -> None:
    assert str(category) == words


def test_a_term_accepts_a_unit_or_a_kind_of_unit() -> None:
    spec = TermSpec("rate", "what is paid", (MONEY, Kind.MONEY_PER))
    assert spec.accepts(MONEY)
    assert spec.accepts(PMPM)
    assert spec.accepts(per("visit"))
    assert not spec.accepts(FRACTION)
    assert not spec.accepts(count("visit"))
    assert not TermSpec("word", "a word").accepts(MONEY)


def test_a_term_of_one_unit_accepts_no_other_of_its_kind() -> None:
    spec = TermSpec("limit", "how many", (count("visit"),))
    assert spec.accepts(count("visit"))
    assert not spec.accepts(count("day"))


def test_a_share_lies_between_nothing_and_the_whole() -> None:
    spec = share("sharing_rate", "the group's share", is_required=True)
    assert (spec.lowest, spec.highest, spec.units) == (Decimal(0), Decimal(1), (FRACTION,))
    assert spec.is_required
    assert not share("other", "another").is_required


def test_a_plain_reading_must_be_one_of_the_choices() -> None:
    with pytest.raises(AssertionError, match="how: no such choice"):
        TermSpec("how", "in which way", choices=("one", "two"), plain="three")


def nothing(sheet: Sheet) -> None:
    sheet.step("nothing", 0, MONEY, "nothing")


MODEL = Model(
    name="model",
    title="Model",
    summary="Pays nothing.",
    role=Role.STREAM,
    terms=(
        TermSpec("how", "in which way", choices=("one", "two"), plain="two"),
        TermSpec("why", "for which reason", choices=("one", "two")),
    ),
    category=lambda _clause: Category(),
    settle=nothing,
)


def test_a_model_finds_its_terms_and_its_plain_readings() -> None:
    assert MODEL.plain_readings == {"how": "two"}
    assert MODEL.term("why") is MODEL.terms[1]
    assert MODEL.term("when") is None


def test_a_model_objects_to_nothing_unless_it_says_so() -> None:
    clause = contract('[[clause]]\nid = "a"\nmodel = "model"\n').clauses[0]
    assert MODEL.check is no_objections
    assert tuple(MODEL.check(clause)) == ()


@pytest.mark.parametrize("name", sorted(MODELS))
def test_an_entry_is_called_as_its_module_and_explains_itself(name: str) -> None:
    model = MODELS[name]
    assert model.name == name
    assert model.title[0].isupper()
    assert model.summary.endswith(".")
    assert len({spec.name for spec in model.terms}) == len(model.terms)


def every_term(specs: tuple[TermSpec, ...]) -> list[TermSpec]:
    return [found for spec in specs for found in (spec, *every_term(spec.columns))]


@pytest.mark.parametrize("name", sorted(MODELS))
def test_no_number_has_a_default_and_every_term_has_a_meaning(name: str) -> None:
    for spec in every_term(MODELS[name].terms):
        assert spec.meaning[0].islower() or not spec.meaning[0].isalpha(), spec.name
        assert not (spec.units and spec.plain), f"{spec.name} is a number with a plain reading"
        shapes = (spec.units, spec.choices, spec.columns, spec.is_names, spec.is_yes_no)
        assert sum(map(bool, shapes)) == 1, f"{spec.name} must be exactly one sort of thing"
