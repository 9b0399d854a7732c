"""How fast slightly wrong contracts are tried against the agreed scripts of the Cedar example.

Run ``python benchmarks/pinning.py``. The peer is the plain way: settling each script on each wrong
contract by itself, as ``fairterms test`` does. Both are measured in this run.
"""

import time
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.payment.loading import load
from fairterms.settle.mutant import mutants
from fairterms.settle.pinning import pin, read_equivalents
from fairterms.settle.script import read_folder
from fairterms.settle.trial import try_script

CEDAR = Path(__file__).resolve().parents[1] / "examples" / "cedar"


def main() -> None:
    """Measure both ways and print the ratio."""
    contract = load(CEDAR / "terms.toml").contract
    assert contract is not None
    scripts = read_folder(CEDAR / "scripts")
    wrong = mutants(contract)
    settlements = len(wrong) * len(scripts)
    seeds, equivalents = deals.read(CEDAR).scenarios, read_equivalents(CEDAR / "scripts")

    started = time.process_time()
    pinning = pin(contract, scripts, seeds, equivalents)
    together = time.process_time() - started

    started = time.process_time()
    caught = sum(
        any(not try_script(mutant.contract, script).passed for script in scripts)
        for mutant in wrong
    )
    apart = time.process_time() - started

    assert caught >= len(pinning.caught), "the plain way catches what the fast way catches"
    print(f"{len(wrong)} wrong contracts x {len(scripts)} scripts = {settlements} settlements")
    print(f"together: {together:.2f} s of processor time, {settlements / together:,.0f} a second")
    print(f"one by one (stops at the first that catches): {apart:.2f} s")
    print(f"ratio: {apart / together:.1f}")
    print(f"pinning score: {pinning.score:.0%}")


if __name__ == "__main__":
    main()
