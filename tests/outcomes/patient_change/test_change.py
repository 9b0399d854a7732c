"""Classes of change."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.patient_change.change import ChangeClass, classify
from fairterms.outcomes.patient_change.change_declaration import (
    AtCutOff,
    CutOff,
    CutOffKind,
    Reliability,
)
from fairterms.outcomes.patient_change.change_method import SENTENCES, Reason
from fairterms.outcomes.patient_change.change_methods_catalogue import CHANGE_METHODS
from fairterms.outcomes.patient_change.scores import scores
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import (
    AT_TEN,
    DECLARATION,
    HEARSAY,
    classes,
    declared,
    judged,
    mirrored,
)

NAN = float("nan")
SIMPLE = sorted(set(CHANGE_METHODS) - {"hierarchical", "hierarchical_from_none"})
point = st.integers(0, 27)
pairs = st.lists(st.tuples(point, point), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("first", "last", "expected", "words"),
    [
        (20, 9, "RECOVERED", "left the clinical range"),
        (20, 10, "IMPROVED", "still in the clinical range"),
        (9, 3, "IMPROVED", "began outside the clinical range"),
        (12, 9, "UNCHANGED", "left or entered the clinical range"),
        (12, 12, "UNCHANGED", "less than the declared size"),
        (12, 18, "DETERIORATED", "without entering"),
        (3, 9, "DETERIORATED", "without entering"),
        (4, 10, "HARMED", "entered the clinical range"),
        (NAN, 9, "NOT_JUDGED", "no first score"),
        (9, NAN, "NOT_JUDGED", "no last score"),
        (20, 300, "NOT_JUDGED", "cannot give"),
        (-1, NAN, "NOT_JUDGED", "cannot give"),
    ],
)
def test_each_patient_has_a_class_and_a_reason(
    first: float, last: float, expected: str, words: str
) -> None:
    assert classes(DECLARATION, (first, last)) == [expected]
    assert words in judged(DECLARATION, (first, last)).reason(0)


def test_a_score_at_the_cut_off_lies_where_the_contract_says() -> None:
    def at(where: AtCutOff) -> list[str]:
        cut_off = CutOff(CutOffKind.DECLARED, where, 10)
        return classes(replace(DECLARATION, cut_off=cut_off), (20, 10), (10, 3))

    assert at(AtCutOff.CLINICAL) == ["IMPROVED", "RECOVERED"]
    assert at(AtCutOff.FUNCTIONAL) == ["RECOVERED", "IMPROVED"]
    assert at(AtCutOff.NEITHER) == ["IMPROVED", "IMPROVED"]


def test_an_index_of_exactly_the_critical_value_is_judged_alike_whichever_way_it_is_computed() -> (
    None
):
    # x̂ = 0.84·(2 − 15) + 15 = 4.08, and (8 − 4.08)/2 is 1.96 on paper, a hair less or more in bits.
    terms = declared("edwards_nunnally")
    assert classes(terms, (2, 8)) == classes(mirrored(terms), (25, 19)) == ["UNCHANGED"]


def test_without_a_cut_off_nobody_recovers() -> None:
    assert classes(replace(DECLARATION, cut_off=None), (20, 2), (2, 20), (9, 9)) == [
        "IMPROVED",
        "DETERIORATED",
        "UNCHANGED",
    ]


def test_every_missing_term_is_named_at_once() -> None:
    bare = replace(
        DECLARATION,
        critical=None,
        reliability=None,
        functional=None,
        cut_off=CutOff(CutOffKind.B, AtCutOff.NEITHER),
    )
    with pytest.raises(Refusal) as refused:
        classes(bare, (20, 9))
    assert str(refused.value) == (
        "jacobson_truax: needs critical, reliability, functional\n"
        "      why: without it two readers of the contract count different patients as improved\n"
        "      fix: write it into the contract, or declare a method that does without it"
    )


def test_an_unknown_method_is_refused_with_its_nearest_name() -> None:
    with pytest.raises(Refusal, match="is not a method") as refused:
        classes(declared("jacobsen_truax"), (20, 9))
    assert refused.value.fix == 'did you mean "jacobson_truax"?'


def test_an_unconfirmed_constant_reaches_the_result() -> None:
    doubtful = replace(DECLARATION, reliability=Reliability(0.84, HEARSAY))
    assert judged(doubtful, (20, 9)).unconfirmed == ("reliability",)
    assert judged(DECLARATION, (20, 9)).unconfirmed == ()


def test_the_counts_add_up_and_n_leaves_out_who_was_not_judged() -> None:
    found = judged(DECLARATION, (20, 9), (20, 10), (20, NAN))
    assert sum(found.counts().values()) == 3
    assert found.n == 2


@pytest.mark.parametrize("method", SIMPLE)
@settings(max_examples=30, deadline=None)
@given(group=pairs)
def test_turning_the_scale_round_changes_no_class(
    method: str, group: list[tuple[int, int]]
) -> None:
    # A percentage is taken from the zero point, which turns round with the scale.
    turned = [(27 - a, 27 - b) for a, b in group]
    assert classes(declared(method), *group) == classes(mirrored(declared(method)), *turned)


@pytest.mark.parametrize("method", SIMPLE)
@settings(max_examples=30, deadline=None)
@given(group=pairs, better=st.integers(1, 5))
def test_a_better_last_score_is_never_a_worse_class(
    method: str, group: list[tuple[int, int]], better: int
) -> None:
    now = judged(declared(method), *group).classes
    then = judged(declared(method), *[(a, max(0, b - better)) for a, b in group]).classes
    judged_now = now != ChangeClass.NOT_JUDGED
    assert np.all(then[judged_now] <= now[judged_now])


@settings(max_examples=30, deadline=None)
@given(group=pairs, others=pairs)
def test_a_patient_is_judged_alone_once_the_terms_are_declared(
    group: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    assert classes(DECLARATION, *group, *others)[: len(group)] == classes(DECLARATION, *group)


@settings(max_examples=30, deadline=None)
@given(group=pairs)
def test_the_columns_agree_with_one_patient_at_a_time(group: list[tuple[int, int]]) -> None:
    assert classes(DECLARATION, *group) == [plain_class(a, b) for a, b in group]


def plain_class(first: int, last: int) -> str:
    """Judge one patient in the words of the definition: 5.54 points, a case from 10."""
    fall = first - last
    if fall > 1.96 * 2 * 2**0.5:
        return "RECOVERED" if first >= 10 > last else "IMPROVED"
    if -fall > 1.96 * 2 * 2**0.5:
        return "HARMED" if first < 10 <= last else "DETERIORATED"
    return "UNCHANGED"


def test_every_reason_has_a_sentence_without_figures() -> None:
    assert set(SENTENCES) == set(Reason)
    assert not any(character.isdigit() for text in SENTENCES.values() for character in text)


def test_the_declared_cut_off_is_in_the_result() -> None:
    assert classify(replace(DECLARATION, cut_off=AT_TEN), scores([20], [9])).cut_off == 10
