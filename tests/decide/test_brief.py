"""A brief's material is what the basis holds: nothing is made up, and the log is read."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, gather
from fairterms.decide.brief import SAMPLE_QUESTION, _is_answered, material_of
from fairterms.negotiate.brief.report import brief_report
from fairterms.prepare.data_demand.sample import Result
from fairterms.review.scorecard import Answer, Line, Question, Reply
from tests.decide.small_basis import basis_of, small_folder
from tests.simulate.small_outlook import words_of

DAY = date(2026, 11, 22)
LOG = """
[[entry]]
id = "asked"
on = 2026-10-01
kind = "request"
side = "group"
by = "managing partner"
to = "contracting lead"
summary = "Asked for the claims."
"""
VALUES = '\n[values]\nwho_signs = "managing partner"\n'
AGREEMENT = """\
PROVIDER AGREEMENT

1. This Agreement is between Made-up Plan ("Plan"), a health plan, and Made-up Group ("Group"), a
group of psychotherapists who furnish behavioral health services to members of Plan.

2. Plan may amend this Agreement at any time by giving Group thirty (30) days' written notice.

3. Plan pays Group a bonus of five percent of fees when members improve by its quality measures.
"""


def gathered(folder: Path) -> Basis:
    return gather(deals.read(folder), lambda _: None, has_records=False)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = small_folder(tmp_path / "small", forecast=None)
    (folder / "contract").mkdir()
    (folder / "contract" / "agreement.txt").write_text(AGREEMENT)
    return folder


def test_what_the_basis_holds_is_in_the_material(small: Path) -> None:
    (small / "log.toml").write_text(LOG)
    deal = small / "deal.toml"
    deal.write_text(deal.read_text() + VALUES)
    basis = gathered(small)
    found = material_of(basis, DAY)
    assert (found.deal, found.group, found.plan) == (
        "A small deal",
        "Made-up Group",
        "Made-up Plan",
    )
    assert found.command == small.as_posix()
    assert found.answer == basis.decision.answer.value
    assert found.reasons == basis.decision.reasons
    assert found.asks is basis.position.asks
    signing, ending = found.where_to_stop
    assert "less than −$9,000.00, or if a bad one loses more than $60,000.00." in signing
    assert ending == "A loss beyond $90,000.00 ends the talks."
    assert found.who_agrees[0] == "For the group: only the managing partner."
    assert found.log is not None
    assert [one.id for one in found.log.entries] == ["asked"]
    assert found.on_the_table[0].endswith("from 2027-01-01 to 2028-12-31")
    assert "what moves money: " in found.on_the_table[1]
    quotes = {quote.text for quote in found.places}
    assert any("Plan may amend" in one for one in quotes)
    assert set(found.places.values()) == {"PROVIDER AGREEMENT, 2"}
    assert {one.tactic for one in found.signs if one.count} >= {"take_it_or_leave_it"}
    assert found.suggestions == ()
    assert "The deal has no positions.toml" in words_of(list(found.trades))
    assert found.leverage == ()


def test_what_nobody_said_stays_empty(small: Path) -> None:
    deal = small / "deal.toml"
    text = deal.read_text()
    deal.write_text(text[: text.index("[appetite]")] + text[text.index("[[cost]]") :])
    for one in (small / "contract").iterdir():
        one.unlink()
    found = material_of(gathered(small), DAY)
    assert found.years is None, "without a forecast there are no figures"
    assert (found.where_to_stop, found.who_agrees, found.log) == ((), (), None)
    assert (found.good_faith, found.signs, dict(found.places)) == ((), (), {})
    assert brief_report(found, DAY).blocks


def test_a_question_that_the_agreement_does_not_raise_is_not_asked(small: Path) -> None:
    basis = gathered(small)
    asked = " ".join(one.question.text for one in material_of(basis, DAY).good_faith)
    assert "Is risk phased in?" not in asked, "no clause has the group owe money back"
    assert asked, "something else is not clear"


@pytest.mark.slow
def test_the_figures_are_those_of_the_riskiest_year(tmp_path: Path) -> None:
    basis = gather(deals.read(small_folder(tmp_path / "small")), lambda _: None)
    found = material_of(basis, DAY)
    assert found.years is not None
    assert basis.ahead.outlook is not None
    riskiest = basis.ahead.outlook.forecast.riskiest
    assert riskiest is not None
    assert found.years.year == riskiest.period.first.year
    assert found.years.outcome.mean == riskiest.forecast.net_margin
    assert found.years.outcome.worst == riskiest.forecast.worst_years
    assert found.years.outcome.loses == riskiest.forecast.loses


def test_a_sample_that_was_accepted_is_not_asked_after() -> None:
    answer = Answer(Reply.UNCLEAR, "No sample was seen")
    for name, result, is_answered in (
        (SAMPLE_QUESTION, Result.ACCEPTED, True),
        (SAMPLE_QUESTION, Result.NOT_YET, False),
        ("gf_q04", Result.ACCEPTED, False),
    ):
        line = Line(Question(name, "Are data shared?", "By rule.", (), lambda _: answer), answer)
        data = SimpleNamespace(sample=SimpleNamespace(result=result))
        prepared = SimpleNamespace(prepared=SimpleNamespace(data=data))
        assert _is_answered(line, basis_of(preparation=prepared)) is is_answered
    assert not _is_answered(line, basis_of(preparation=None))
