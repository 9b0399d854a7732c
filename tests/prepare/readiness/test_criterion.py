from decimal import Decimal

import pytest

from fairterms.prepare.readiness.criterion import CRITERIA, Case, Criterion, Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, told


def hear(case: Case, is_shown: bool) -> Decimal | None:
    stated = amount("3") if is_shown else told(Decimal(3))
    return case.hear(stated, "how many there are", lambda n: f"There are {n}")


def test_what_is_shown_makes_ready() -> None:
    case = Case()
    assert hear(case, is_shown=True) == 3
    judgement = case.judged(Standing.READY, "Enough.")
    assert (judgement.standing, judgement.missing) == (Standing.READY, ())
    assert [str(proof) for proof in judgement.evidence] == [
        "There are 3 (readiness.toml, line 7: a document)"
    ]


def test_a_word_alone_is_watched_and_asked_for() -> None:
    case = Case()
    hear(case, is_shown=False)
    judgement = case.judged(Standing.READY, "Enough.")
    assert judgement.standing is Standing.WATCH
    assert judgement.because == "Enough. The group says so; nothing named shows it."
    assert judgement.first == "Name in readiness.toml what shows how many there are."
    assert judgement.missing == ("Said, but nothing shows it: how many there are.",)


def test_a_word_alone_does_not_soften_what_is_not_ready() -> None:
    case = Case()
    hear(case, is_shown=False)
    assert case.judged(Standing.NOT_YET, "Too few.", "Find more.").standing is Standing.NOT_YET


def test_what_is_no_claim_needs_no_proof() -> None:
    case = Case()
    case.hear(told(Decimal(0)), "how many", str, lambda n: n > 0)
    assert case.judged(Standing.READY, "Fine.").missing == ()


def test_silence_is_missing_and_what_stands_beside_is_not() -> None:
    case = Case()
    nothing = None
    assert case.hear(nothing, "how many there are", str) is None
    assert case.note(nothing, str) is None
    judgement = case.unknown("Not known.", "Count.")
    assert judgement.missing == ("Nobody said how many there are.",)


def test_a_judgement_is_ready_or_says_what_to_do() -> None:
    with pytest.raises(AssertionError):
        Judgement(Standing.READY, "Fine.", first="Do it.")
    with pytest.raises(AssertionError):
        Judgement(Standing.WATCH, "Fine.")
    with pytest.raises(AssertionError):
        Judgement(Standing.READY, "Fine")


@pytest.mark.parametrize("name", CRITERIA)
def test_an_entry_has_its_modules_name_and_is_unknown_or_watched_when_nobody_said_anything(
    name: str,
) -> None:
    criterion = CRITERIA[name]
    assert criterion.name == name
    judgement = criterion.judge(Declaration(), Situation())
    assert judgement.standing is Standing.UNKNOWN
    assert judgement.first


@pytest.mark.parametrize("name", CRITERIA)
def test_a_criterion_is_a_pure_function(name: str) -> None:
    judge = CRITERIA[name].judge
    assert judge(Declaration(), Situation()) == judge(Declaration(), Situation())


def test_every_requirement_of_readiness_has_its_criterion() -> None:
    served = {one for criterion in CRITERIA.values() for one in criterion.requirements}
    wanted = {f"R-D{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14)}
    assert wanted | {"R-F3", "R-B3", "R-B10", "R-B12"} <= served


def test_a_criterion_serves_a_requirement() -> None:
    one = CRITERIA["size"]
    with pytest.raises(AssertionError):
        Criterion("size", "Size", "Is it large?", "Why", (), one.when, one.judge)
