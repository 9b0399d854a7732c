"""Options are read with their unit, or refused in words."""

from fractions import Fraction

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MEASURES, Kind, Options
from fairterms.reference.measure_logic import contract_options
from fairterms.units.refusal import Refusal
from tests.reference.made_patients import YEAR, day

DECLARED = sorted(n for n, m in MEASURES.items() if m.steward == contract_options.STEWARD)
NAMES = (
    "alliance",
    "completion_of_measurement",
    "continuity_of_care",
    "cost_per_episode",
    "cost_per_improved_patient",
    "days_to_first_visit",
    "dropout",
    "follow_up_after_discharge",
    "no_show",
    "reliable_improvement",
    "remission_or_response",
    "satisfaction",
    "sessions_to_reliable_improvement",
    "third_next_available",
    "total_cost_of_care",
    "utilisation_per_1000",
)


def test_the_measures_a_contract_declares_are_all_here() -> None:
    assert set(NAMES) <= set(DECLARED)


@pytest.mark.parametrize("name", DECLARED)
def test_no_option_of_a_declared_measure_has_a_default(name: str) -> None:
    measure = MEASURES[name]
    assert measure.name == name
    assert measure.options
    assert [one.name for one in measure.options if one.default is not None] == []
    assert len({one.name for one in measure.options}) == len(measure.options)
    assert measure.traps
    assert measure.windows
    assert measure.populations
    assert measure.basis.is_unconfirmed
    assert measure.value_sets == ()


@pytest.mark.parametrize("name", DECLARED)
def test_a_contract_that_says_nothing_is_refused_by_the_name_of_the_option(name: str) -> None:
    measure = MEASURES[name]
    with pytest.raises(Refusal) as told:
        measure.judged(PatientRecord("p1"), YEAR, ValueSets())
    assert told.value.subject == f"{name}, {measure.options[0].name}"
    assert told.value.what == "the contract does not say"


def test_medians_are_of_time_to_an_event() -> None:
    kinds = {name for name in NAMES if MEASURES[name].kind is Kind.MEDIAN}
    assert kinds == {"sessions_to_reliable_improvement", "third_next_available"}


def read(options: Options) -> object:
    """Read the only option given, by its name."""
    (name,) = options
    match name:
        case "points":
            return contract_options.number(options, name, least=0)
        case "days":
            return contract_options.whole(options, name, least=1)
        case "which":
            return contract_options.choice(options, name, "first", "last")
        case "until":
            return contract_options.day(options, name)
    return contract_options.instrument(options)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("points", "six", "a number"),
        ("points", "nan", "a number"),
        ("points", -1, "a number, 0 or more"),
        ("days", 1.5, "a whole number, 1 or more"),
        ("days", 0, "a whole number, 1 or more"),
        ("which", "best", '"first" or "last"'),
        ("until", "31.12.2027", "a day, such as 2027-12-31"),
    ],
)
def test_what_cannot_be_read_is_refused_word_for_word(
    name: str, value: str | float, wanted: str
) -> None:
    with pytest.raises(Refusal) as told:
        read({name: value})
    assert str(told.value) == (
        f'option {name}: "{value}" is not {wanted}\n'
        "      why: the measure would count other patients than the contract means\n"
        f"      fix: write {wanted}"
    )


def test_a_questionnaire_nobody_knows_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refusal) as told:
        read({"instrument": "phq_9"})
    assert str(told.value) == (
        'option instrument: "phq_9" is no questionnaire known here\n'
        "      why: without its range and direction no score can be judged\n"
        '      fix: did you mean "phq9"?'
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"points": 0}, Fraction(0)),
        ({"points": " 5.2 "}, Fraction(26, 5)),
        ({"points": 0.1}, Fraction(1, 10)),
        ({"days": "90"}, 90),
        ({"days": 1}, 1),
        ({"which": " Last "}, "last"),
        ({"until": "2027-12-31"}, day("12-31")),
    ],
)
def test_what_can_be_read_is_read_exactly(
    options: dict[str, str | float], expected: object
) -> None:
    assert read(options) == expected


def test_none_and_any_are_words_of_their_own() -> None:
    assert contract_options.number_or_none({"cut": " None"}, "cut") is None
    assert contract_options.number_or_none({"cut": 10}, "cut") == 10
    assert contract_options.words({"w": "none"}, "w") == frozenset()
    assert contract_options.words_or_any({"w": "Any"}, "w") is None
    assert contract_options.words_or_any({"w": "B, a,,"}, "w") == frozenset({"a", "b"})
    assert contract_options.words_or_any({"w": "none"}, "w") == frozenset()
