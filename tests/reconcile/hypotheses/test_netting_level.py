"""Another netting level is found again in the plan's numbers."""

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import HEADER, contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals

STREAM = """
[[clause]]
id = "{name}"
model = "formula"
pays = false
steps = [{{ name = "result", value = "= {name}_target - {name}_cost" }}]
"""
FIGURE = """
[[figure]]
id = "{name}"
unit = "$"
"""
NET = """
[[clause]]
id = "net"
title = "Net result"
model = "netting"
of = ["hmo", "ppo"]
level = "each"
upside_only = ["hmo"]
sharing_rate = "50 %"
loss_rate = "80 %"
cite = { document = "01-agreement.pdf", section = "3.2" }
"""
NAMES = ("hmo_target", "hmo_cost", "ppo_target", "ppo_cost")


def terms(net: str = NET) -> Contract:
    declared = "".join(FIGURE.format(name=name) for name in NAMES)
    streams = STREAM.format(name="hmo") + STREAM.format(name="ppo")
    return contract(declared + streams + net, HEADER + 'payable = ["net"]\n')


def year(hmo: str = "$2,000.00", ppo: str = "$4,100.00") -> FigureSet:
    return read_toml(
        f'[given]\nhmo_target = "$3,000.00"\nhmo_cost = "{hmo}"\n'
        f'ppo_target = "$3,500.00"\nppo_cost = "{ppo}"\n',
        "year.toml",
    )


@pytest.mark.parametrize(
    ("key", "hmo", "ppo"),
    [
        ("net pooled", "$2,000.00", "$4,100.00"),
        ("net each, at least 0: ", "$3,400.00", "$4,100.00"),
        ("net each, at least 0: hmo, ppo", "$2,000.00", "$4,100.00"),
    ],
)
def test_another_level_is_named(key: str, hmo: str, ppo: str) -> None:
    one = proposals("netting_level", terms(), year(hmo, ppo))[key]
    assert is_found(explained(terms(), year(hmo, ppo), one), "netting_level", key)


def test_a_pool_may_be_taken_apart() -> None:
    pooled = NET.replace('"each"', '"pooled"').replace('upside_only = ["hmo"]\n', "")
    one = proposals("netting_level", terms(pooled), year())["net each"]
    assert one.sentence == "each of hmo, ppo stands alone, in “Net result” (3.2)"
    assert is_found(explained(terms(pooled), year(), one), "netting_level", "net each")


def test_a_floor_under_the_total_may_be_missing() -> None:
    floored = NET + "total_upside_only = true\n"
    one = proposals("netting_level", terms(floored), year(ppo="$6,000.00"))["net total floor"]
    found = explained(terms(floored), year(ppo="$6,000.00"), one)
    assert is_found(found, "netting_level", "net total floor")
