"""Read one ``[[notice_rule]]`` of ``amendments.toml``."""

from enum import StrEnum
from typing import TypeVar

from fairterms.contract.clause import Contract
from fairterms.monitor.amendments.change import Kind, Way
from fairterms.monitor.amendments.declared_entry import DAY, DeclaredEntry
from fairterms.monitor.amendments.notice_rule import NoticeRule, Said
from fairterms.reference.law import Setting, register
from fairterms.units.quantity import FRACTION, Quantity

_KEYS = (
    *("id", "kinds", "notice", "objection", "ways", "needs_both", "no_backdating", "above"),
    *("opens", "only", "document", "section", "quote", "law"),
)
_E = TypeVar("_E", bound=StrEnum)
_WHY = "a rule that nobody can look up binds nobody"


def read_rule(
    entry: DeclaredEntry, taken: set[str], contract: Contract | None
) -> NoticeRule | None:
    """Read one rule; None where a part that must be there is missing.

    Parameters
    ----------
    entry
        Its keys.
    taken
        Ids in use; its own is added.
    contract
        Whose state's laws it may name; None to look no law up.
    """
    entry.only(_KEYS)
    name, kinds = entry.id("notice_rule", taken), _choices(entry, "kinds", Kind)
    if not kinds and "kinds" not in entry.raw:
        fix = 'write kinds = ["policy notice"]'
        entry.add("kinds", "the rule does not say which changes it is about", "missing", fix)
    said, where = _said(entry, contract)
    ways = _choices(entry, "ways", Way)
    objection, above = entry.days("objection"), _above(entry)
    if objection is not None and objection.unit != DAY:
        fix = 'write it like "15 days"'
        entry.add("objection", "objection is in business days", "wrong-unit", fix)
        objection = None
    notice, opens, only = entry.days("notice"), entry.text("opens"), entry.listed("only")
    needs_both, no_backdating = entry.is_true("needs_both"), entry.is_true("no_backdating")
    if not name or not kinds or said is None:
        return None
    return NoticeRule(
        id=name,
        kinds=kinds,
        said=said,
        where=where,
        notice=notice,
        objection_days=int(objection.amount) if objection else None,
        ways=ways,
        needs_both=needs_both,
        no_backdating=no_backdating,
        above=above,
        opens=opens,
        only=only,
    )


def _choices(entry: DeclaredEntry, key: str, kinds: type[_E]) -> tuple[_E, ...]:
    found = entry.names(key, [one.value for one in kinds])
    return tuple(kinds(one) for one in found)


def _above(entry: DeclaredEntry) -> Quantity | None:
    found = entry.share("above")
    return None if found is None else Quantity(found, FRACTION)


def _said(entry: DeclaredEntry, contract: Contract | None) -> tuple[Said | None, str]:
    """Read where the rule stands: a law of the register, or words of the contract."""
    law = entry.text("law")
    if law:
        return _law(entry, law, contract)
    document = entry.needed("document", "01-agreement.pdf")
    section = entry.needed("section", "10.3")
    quote = entry.needed("quote", "the words of the contract, letter for letter")
    if not document or not section or not quote:
        return None, ""
    return Said(document, section, quote, line=entry.line), f"Section {section}"


def _law(entry: DeclaredEntry, law: str, contract: Contract | None) -> tuple[Said | None, str]:
    if contract is None:
        return Said(law=law, line=entry.line), law
    setting = Setting(
        contract.jurisdiction, contract.line_of_business, contract.starts, contract.ends
    )
    known = {one.id: one for one in register(setting)}
    if law not in known:
        place = (*entry.path, "law")
        entry.notes.unknown(place, law, known, "law that may reach this contract")
        return None, ""
    found = known[law]
    return Said(law=law, line=entry.line), f"{found.title} {found.locator}"
