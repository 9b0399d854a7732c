"""What may go wrong, in the decision: the register or where to begin, then what is proposed."""

from pathlib import Path
from types import SimpleNamespace

from fairterms.decide.risk_section import proposal_blocks, risk_section
from fairterms.decide.risk_study import RiskStudy
from fairterms.publish import structure
from fairterms.publish.blocks import Block, Callout, Heading
from fairterms.risks.library.waking import wake
from fairterms.units.problem import Problem
from tests.decide.small_basis import basis_of
from tests.prepare.findings import seen
from tests.risks.appraisal.small_register import LATE, appraised
from tests.risks.library.awake import PAID
from tests.simulate.small_outlook import records_of, words_of

WOKEN = wake((seen("recoup-limits"),), PAID)
WRONG = Problem("risks.toml", 7, "there is no key x", "bad", "why", "mend it")


def section(study: RiskStudy) -> list[Block]:
    deal = SimpleNamespace(folder=Path("deals/small"))
    return risk_section(basis_of(position=SimpleNamespace(risks=study), deal=deal))


def test_without_a_register_the_section_says_where_to_begin() -> None:
    words = words_of(section(RiskStudy(None, WOKEN)))
    assert "The deal has no risks.toml" in words
    assert "Start from the proposals below." in words
    assert "fairterms risks deals/small" in words


def test_a_register_shows_its_losses_and_no_advice_to_begin_one() -> None:
    blocks = section(RiskStudy(appraised(LATE), WOKEN))
    words = words_of(blocks)
    assert "late happens" in words
    assert "The deal has no risks.toml" not in words
    structure.check(structure.with_anchors(blocks))


def test_problems_are_counted_in_words() -> None:
    titles = [
        [one.title for one in records_of(section(RiskStudy(None, (), wrong)), Callout)]
        for wrong in ((WRONG,), (WRONG, WRONG), ())
    ]
    assert "risks.toml has 1 problem; what is concerned is left out." in titles[0]
    assert "risks.toml has 2 problems; what is concerned is left out." in titles[1]
    assert not any("problem" in str(one) for one in titles[2])
    told = section(RiskStudy(appraised(LATE), (), (WRONG,)))
    assert "risks.toml has 1 problem" in words_of(told)


def test_what_the_register_has_is_not_proposed_again() -> None:
    both = [words_of(proposal_blocks(RiskStudy(given, WOKEN))) for given in (None, appraised(LATE))]
    title = next(one.risk.title for one in WOKEN if one.risk.id == "F5")
    assert both[0].count(title) > both[1].count(title)
    sections = [words_of(section(RiskStudy(given, WOKEN))) for given in (None, appraised(LATE))]
    assert title in sections[0]
    assert title not in sections[1]


def test_the_advice_to_begin_a_register_stands_under_the_heading_of_risks() -> None:
    first, second, *_ = section(RiskStudy(None, WOKEN))
    assert isinstance(first, Heading)
    assert isinstance(second, Callout)
    assert "The deal has no risks.toml" in str(second.title)
