"""An offer's file, from the terms that somebody moved."""

import json
from collections.abc import Iterator
from datetime import date

from fairterms.contract.value import Lookup, NotStated, Row, Value, show
from fairterms.decide.trial_run.case import case_of
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.slider import Settings
from fairterms.units.refusal import Refusal


def offer_text(prepared: Prepared, settings: Settings, title: str, why: str = "") -> str:
    """Write moved terms as an offer, as :mod:`fairterms.contract.offer` reads it.

    Parameters
    ----------
    prepared
        The deal.
    settings
        Slider to the value it is set to; assumptions are no part of an offer and are left out.
    title
        What the offer is called.
    why
        Why these terms, in one's own words.

    Raises
    ------
    Refusal
        When no term was moved, or the terms cannot stand together.
    """
    changes = list(_changes(prepared, settings, why))
    if not changes:
        raise Refusal(
            "an offer",
            "needs at least one term that was moved",
            "an offer without changes is the text as it stands",
            "move a term of the contract, then keep it as an offer",
        )
    return "\n".join([f"title = {_text(title)}", *changes])


def _changes(prepared: Prepared, settings: Settings, why: str) -> Iterator[str]:
    changed = case_of(prepared, settings).prepared.contract
    for before in prepared.contract.clauses:
        after = changed.clause(before.id)
        for name, term in after.terms.items():
            if term.value != before.terms[name].value:
                lines = [
                    "",
                    "[[change]]",
                    f"clause = {_text(before.id)}",
                    f"term = {_text(name)}",
                    f"value = {toml_of(term.value)}",
                ]
                yield "\n".join([*lines, *([f"why = {_text(why)}"] if why else []), ""])


def toml_of(value: Value) -> str:
    """Write a value as TOML that is read back as the same value.

    Parameters
    ----------
    value
        Of a term.

    Examples
    --------
    >>> from fairterms.contract.value import read
    >>> toml_of(read({"share": "50 %", "upto": ["2 %", "$1.00"]}))
    '{ share = "50 %", upto = ["2 %", "$1.00"] }'
    """
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(toml_of(item) for item in value)}]"
        case Row(cells):
            return _table({name: toml_of(cell) for name, cell in cells.items()})
        case NotStated(says, section, ask):
            named = {"not_stated": says, "section": section, "ask": ask}
            return _table({name: _text(part) for name, part in named.items()})
        case Lookup(by, rows, is_interpolated):
            pairs = ", ".join(f"[{_text(str(at))}, {_text(str(to))}]" for at, to in rows)
            parts = {"by": _text(by), "interpolate": "true" if is_interpolated else "false"}
            return _table({**parts, "rows": f"[{pairs}]"})
        case _:
            return _text(show(value))


def _table(parts: dict[str, str]) -> str:
    return f"{{ {', '.join(f'{name} = {part}' for name, part in parts.items())} }}"


def _text(words: str) -> str:
    """Write a text of one line; TOML's escapes are those of JSON."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    return json.dumps(plain, ensure_ascii=False)
