"""What each point of the practice is worth: the asks of the deal with their prices, kept as text.

Pricing simulates thousands of years and takes most of a minute. So the prices of the sample deal
come with the program, together with the hash of the files they were worked out from; a deal whose
files say something else is priced anew.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.brief.position_page import worth_words
from fairterms.negotiate.practice.script import Script
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.page.wording import about, dollars
from fairterms.simulate.results.estimate import Estimate

FILE = "prices.toml"
READ = (
    *("terms.toml", "deal.toml", "duties.toml", "forecast.toml", "outcomes.toml"),
    *("positions.toml", "contract", "records", "scenarios"),
)
"""What prices are worked out from, in a deal folder."""
_FIGURES = ("mean", "worst", "loses")


@dataclass(frozen=True)
class PricedAsk:
    """An ask as the practice needs it.

    Attributes
    ----------
    id, what, wording
        As in :class:`fairterms.negotiate.ask.ask.Ask`.
    second, second_price
        The next best wording, and what that is worth; no price where none could be worked out.
    price
        What the ask is worth.
    is_must_have
        Whether the group does not sign without it.
    """

    id: str
    what: str
    wording: str
    price: AskPrice
    second: str
    second_price: AskPrice | None
    is_must_have: bool


@dataclass(frozen=True)
class Prices:
    """The asks of a script with their prices.

    Attributes
    ----------
    of
        The hash of what they were worked out from; see :func:`hash_of`.
    asks
        By id.
    """

    of: str
    asks: Mapping[str, PricedAsk]

    def fill(self, words: str, ask: str) -> str:
        """Fill ``{dollars}`` and ``{second}`` of an ask into words."""
        found = self.asks.get(ask)
        if found is None:
            return words
        return words.replace("{dollars}", _dollars(found.price)).replace("{second}", found.second)


def priced(asks: Mapping[str, Ask], script: Script, of: str) -> Prices:
    """Take the asks that a script needs.

    Parameters
    ----------
    asks
        Every ask of the deal, by id.
    script
        It names the asks it is about.
    of
        The hash of the deal's files.
    """
    return Prices(of, {name: _taken(asks[name]) for name in script.asks})


def _taken(ask: Ask) -> PricedAsk:
    second = ask.fallback
    return PricedAsk(
        ask.id,
        ask.what,
        ask.wording,
        ask.price,
        second.wording if second else "",
        second.price if second else None,
        ask.is_must_have,
    )


def hash_of(folder: Path) -> str:
    """Return the SHA-256 of what prices are worked out from in a deal folder, in hexadecimal."""
    whole = sha256()
    for path in _read(folder):
        digest = sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()} {digest}\n".encode())
    return whole.hexdigest()


def _read(folder: Path) -> Iterator[Path]:
    for name in READ:
        path = folder / name
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.is_file())
        elif path.is_file():
            yield path


def _dollars(price: AskPrice) -> str:
    """Write dollars as the brief does: rounded to what the simulated years know."""
    return dollars(price.worth(0)) if price.outcome is None else about(price.outcome.mean)


@cache
def kept_prices() -> Prices:
    """Return the prices of the sample deal, as they come with the program."""
    return read_text(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def worth(price: AskPrice | None) -> str:
    """Say what something is worth in a few words."""
    return "no price of its own" if price is None else worth_words(price)


def text_of(prices: Prices) -> str:
    """Write prices as the text of a file."""
    lines = [
        "# What the points of the practice are worth, worked out by: fairterms practice --prices",
        f"of = {json.dumps(prices.of)}",
    ]
    for one in prices.asks.values():
        fields = {"id": one.id, "what": one.what, "wording": one.wording, "second": one.second}
        lines += ["", "[[ask]]", *_lines(fields), f"must_have = {str(one.is_must_have).lower()}"]
        lines += [f"price = {_inline(one.price)}"]
        if one.second_price is not None:
            lines.append(f"second_price = {_inline(one.second_price)}")
    return "\n".join((*lines, ""))


def _lines(fields: Mapping[str, str]) -> list[str]:
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]


def _inline(price: AskPrice) -> str:
    parts = [*_lines({"read_as": price.sort.value, "words": price.words})]
    if price.outcome is not None:
        parts += [f"{name} = {_pair(getattr(price.outcome, name))}" for name in _FIGURES]
    if price.plan_cost is not None:
        parts.append(f"plan_cost = {_pair(price.plan_cost)}")
    if price.at_most is not None:
        parts.append(f"at_most = {price.at_most!r}")
    return f"{{ {', '.join(parts)} }}"


def _pair(found: Estimate) -> str:
    return f"[{found.value!r}, {found.error!r}, {found.blocks}]"


def read_text(text: str) -> Prices:
    """Read prices from the text of a file.

    Raises
    ------
    ValueError, KeyError, TypeError
        When it is not what :func:`text_of` writes.
    """
    raw = tomllib.loads(text)
    found = (_ask(one) for one in raw["ask"])
    return Prices(raw["of"], {one.id: one for one in found})


def _ask(raw: Mapping[str, Any]) -> PricedAsk:
    second = raw.get("second_price")
    return PricedAsk(
        raw["id"],
        raw["what"],
        raw["wording"],
        _price(raw["price"]),
        raw["second"],
        _price(second) if second else None,
        raw["must_have"],
    )


def _price(raw: Mapping[str, Any]) -> AskPrice:
    outcome = Outcome(*(_estimate(raw[name]) for name in _FIGURES)) if "mean" in raw else None
    cost = _estimate(raw["plan_cost"]) if "plan_cost" in raw else None
    return AskPrice(Sort(raw["read_as"]), raw["words"], outcome, cost, raw.get("at_most"))


def _estimate(raw: Sequence[float]) -> Estimate:
    value, error, blocks = raw
    return Estimate(float(value), float(error), int(blocks))
