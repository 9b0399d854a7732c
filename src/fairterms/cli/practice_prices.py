"""The prices of the practice: those that are kept where they fit, else worked out from the deal."""

from pathlib import Path

from fairterms.cli.console import err, stop
from fairterms.contract import deal as deals
from fairterms.contract.deal import Deal
from fairterms.decide.basis import UnusableDeal, gather
from fairterms.document import quotes
from fairterms.document.reader import read_all
from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.practice import priced
from fairterms.negotiate.practice.priced import Prices
from fairterms.negotiate.practice.script import Script
from fairterms.units.problem import Problem


def prices_of(folder: Path, script: Script, kept: Path | None) -> Prices:
    """Return what the points of a script are worth in a deal; end where it is another deal.

    Parameters
    ----------
    folder
        The deal folder.
    script
        It names the asks, and quotes the clauses.
    kept
        A file to read the prices from, and to keep them in; None for what comes with the program.
    """
    deal = deals.read(folder)
    _must_fit(deal, script)
    of = priced.hash_of(folder)
    found = _read(kept) if kept is not None else priced.kept_prices()
    if found is not None and found.of == of:
        return found
    new = priced.priced(_asks(deal, script), script, of)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(priced.text_of(new), encoding="utf-8", newline="\n")
    return new


def _read(path: Path) -> Prices | None:
    """Read kept prices; None where there are none that can be read, so that they are made anew."""
    try:
        return priced.read_text(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _must_fit(deal: Deal, script: Script) -> None:
    documents, _ = read_all(deal.documents)
    for one in script.rounds:
        if not any(quotes.find(document, one.quote) for document in documents):
            _stop(deal, f"{one.section} of the practice is not in this contract: “{one.quote}”")


def _asks(deal: Deal, script: Script) -> dict[str, Ask]:
    with err.status("Pricing the points, once…") as status:
        try:
            basis = gather(deal, lambda stage: status.update(f"{stage}…"))
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)
    found = {one.id: one for one in basis.position.asks.asks}
    for name in script.asks:
        if name not in found:
            _stop(deal, f"the contract gives no reason for the ask {name} any more")
    return found


def _stop(deal: Deal, what: str) -> None:
    why = "the script speaks of the clauses of the sample deal Cedar"
    fix = "play it with examples/cedar"
    stop([Problem(deal.folder.name, 0, what, "another-deal", why, fix)])
