"""Each gap of a charter is named before a vote turns on it, and a sound charter has none."""

from dataclasses import replace
from fractions import Fraction

import pytest

from fairterms.audit.committee.charter import Charter, MotionClass, Tie, Touches
from fairterms.audit.committee.lint import lint
from tests.audit.committee.slow_oracle import Mode, charter_of

SOUND = charter_of(Mode())
CONCURRING = charter_of(Mode(share=Fraction(2, 3), is_chairs_tie=False, concurring="p"))


# In the three below: fields by name.
def of_class(charter: Charter, **changes: object) -> Charter:
    kind: MotionClass = replace(charter.motion_classes[0], **changes)  # type: ignore[arg-type]
    return replace(charter, motion_classes=(kind,))


def of_quorum(charter: Charter, **changes: object) -> Charter:
    return replace(charter, quorum=replace(charter.quorum, **changes))  # type: ignore[arg-type]


def of_chair(charter: Charter, **changes: object) -> Charter:
    return replace(charter, chair=replace(charter.chair, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "charter",
    [
        SOUND,
        CONCURRING,
        of_class(CONCURRING, touches=Touches.CONFIDENTIAL),
        of_class(SOUND, touches=Touches.CHARTER, threshold=Fraction(2, 3), tie=Tie.LOST),
    ],
)
def test_a_sound_charter_has_nothing_to_mend(charter: Charter) -> None:
    assert lint(charter).problems == ()


@pytest.mark.parametrize(
    ("charter", "code", "what"),
    [
        (of_chair(SOUND, ties=("p",)), "chair-with-ties", "the chair has ties to pair p"),
        (of_chair(SOUND, deputy=""), "no-deputy", "there is no deputy"),
        (of_chair(SOUND, in_base=None), "base-open", "whether the chair counts"),
        (of_quorum(SOUND, recused_count=None), "recusal-open", "whether a recused member counts"),
        (
            of_quorum(SOUND, min_per_constituency=0),
            "quorum-without-constituency",
            "a quorum without pair f; without pair a; without pair g; without pair p",
        ),
        (of_quorum(SOUND, min_present=9), "quorum-unreachable", "cannot be reached"),
        (of_quorum(SOUND, min_per_constituency=3), "quorum-unreachable", "cannot be reached"),
        (of_class(SOUND, basis=None), "basis-open", "“Motions” has no majority basis"),
        (
            of_class(CONCURRING, concurrence_if_recused=""),
            "recusal-open",
            "nothing says what follows when all who could give it are recused",
        ),
        (
            charter_of(Mode("entire", Fraction(1), is_chairs_tie=False, does_chair_count=True)),
            "threshold-unreachable",
            "cannot be carried, even when every seat says yes",
        ),
        (
            of_class(CONCURRING, concurrence_if_recused="lost"),
            "recusal-blocks",
            "cannot be decided after 2 recusals in pair p",
        ),
        (
            of_quorum(SOUND, recused_count=False, min_present=8),
            "recusal-blocks",
            "cannot be decided after one recusal in pair f",
        ),
        (
            of_class(SOUND, touches=Touches.CONFIDENTIAL),
            "bloc-trap",
            "touches confidential data, and by simple majority the others can outvote pair f",
        ),
        (of_class(SOUND, touches=Touches.CHARTER), "bloc-trap", "touches the charter"),
    ],
)
def test_each_gap_is_named(charter: Charter, code: str, what: str) -> None:
    found = lint(charter).problems
    assert {one.code for one in found} == {code}
    assert what in found[0].what
    assert all(one.why and one.fix and one.file == "charter.toml" for one in found)


def test_a_quorum_that_no_other_constituencies_fill_needs_no_rule_for_each() -> None:
    assert lint(of_quorum(SOUND, min_per_constituency=0, min_present=7)).problems == ()


def test_the_bloc_trap_tells_how_many_patterns_tie() -> None:
    (found,) = lint(of_class(SOUND, touches=Touches.CHARTER)).problems
    assert "6 of 16 patterns tie" in found.why


def test_the_facts_are_those_of_every_class_that_can_be_counted() -> None:
    assert len(lint(SOUND).facts) == 2
    assert lint(of_class(SOUND, basis=None)).facts == ()
