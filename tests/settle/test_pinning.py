"""The pinning score counts what the scripts would catch, and proposes the rest."""

from pathlib import Path

import pytest

from fairterms.contract.clause import Contract
from fairterms.settle.pinning import Pinning, pin, read_equivalents
from fairterms.settle.recording import record
from fairterms.settle.script import Script, read_text
from fairterms.settle.settlement import settle
from tests.settle.deals import figures, savings


def recorded(contract: Contract, cost: str) -> Script:
    settlement = settle(contract, figures(cost))
    return read_text(record(settlement, cost), f"{cost}.toml")


def test_without_scripts_nothing_is_caught() -> None:
    pinning = pin(savings(), [], [figures()])
    assert pinning.score == 0
    assert len(pinning.survivors) > 15


def test_the_proposed_scripts_catch_everything_that_can_be_caught() -> None:
    first = pin(savings(), [recorded(savings(), "$4,845,120.00")], [figures()])
    assert 0 < first.score < 1
    scripts = [recorded(savings(), "$4,845,120.00")]
    for proposal in first.proposals:
        settlement = settle(savings(), proposal.figures)
        scripts.append(read_text(record(settlement, "proposed"), "p.toml"))
    second = pin(savings(), scripts, [figures()])
    assert {m.id for m in second.survivors} == {m.id for m in first.undistinguished}
    assert len(scripts) <= 6


def test_a_script_that_pins_only_the_amount_catches_fewer() -> None:
    whole = recorded(savings(), "$4,700,000.00")
    amount = settle(savings(), figures("$4,700,000.00")).lines[-1].written
    text = (
        'title = "amount only"\n[given]\nmember_months = "120,000 member-months"\n'
        f'cost = "$4,700,000.00"\n[expect]\npayable = "{amount}"\n'
    )
    only = read_text(text, "a.toml")
    assert len(pin(savings(), [only], []).caught) < len(pin(savings(), [whole], []).caught)


def test_declared_equivalents_leave_the_score() -> None:
    everything = pin(savings(), [recorded(savings(), "$4,845,120.00")], [figures()])
    declared = {m.id: "one-sided: nothing is ever owed" for m in everything.undistinguished}
    pinning = pin(savings(), [recorded(savings(), "$4,845,120.00")], [figures()], declared)
    assert len(pinning.equivalent) == len(declared) > 0
    assert pinning.score > everything.score


def test_the_score_by_kind_adds_up() -> None:
    pinning = pin(savings(), [recorded(savings(), "$4,845,120.00")], [figures()])
    kinds = pinning.by_kind()
    assert sum(all_of for _, all_of in kinds.values()) == len(pinning.caught) + len(
        pinning.survivors
    )
    assert Pinning((), ()).score == 1


def test_equivalents_are_read_with_their_reason(tmp_path: Path) -> None:
    assert read_equivalents(tmp_path) == {}
    text = '[[equivalent]]\nmutant = "a"\nwhy = "b"\n'
    (tmp_path / "equivalent.toml").write_text(text)
    assert read_equivalents(tmp_path) == {"a": "b"}


@pytest.mark.parametrize("cost", ["$4,845,120.00", "$4,500,000.00"])
def test_a_right_contract_is_never_caught_by_its_own_scripts(cost: str) -> None:
    pinning = pin(savings(), [recorded(savings(), cost)], [figures()])
    assert all(m.contract != savings() for m in pinning.caught)
