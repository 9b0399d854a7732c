"""Read controls and their effects: the blocks ``control`` and ``effect`` of ``risks.toml``."""

from collections.abc import Collection
from datetime import date

from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.control import Aim, Control, Mode, Status
from fairterms.risks.control.effect import Effect, Leaves, Side
from fairterms.risks.control.entry import Entry

_CONTROL_KEYS = (
    "id",
    "title",
    "aim",
    "mode",
    "cadence",
    "key",
    "owner",
    "operator",
    "evidence_kind",
    "coso_principle",
    "status",
    "retired",
)
_EFFECT_KEYS = ("control", "impact", "acts_on", "leaves", "rationale")
_LEAVES = "40 %"


def read_control(entry: Entry, taken: set[str]) -> Control | None:
    """Read one control; None where something it needs is missing.

    Parameters
    ----------
    entry
        Its block.
    taken
        Ids in use; its own is added.
    """
    entry.only(_CONTROL_KEYS)
    name = entry.id(taken)
    title = entry.words("title", "the monthly list is compared with our roster")
    aim, mode = entry.choice("aim", Aim), entry.choice("mode", Mode)
    cadence, is_key = entry.choice("cadence", Cadence), entry.flag("key")
    owner = entry.words("owner", "contracting lead")
    operator = entry.words("operator", "billing lead")
    evidence_kind = entry.words("evidence_kind", "signed comparison")
    if aim is None or mode is None or cadence is None or is_key is None:
        return None
    if not all((name, title, owner, operator, evidence_kind)):
        return None
    principle = _principle(entry)
    # A retired control without its day has long been out of use: it must not earn credit.
    retired = (entry.day("retired") or date.min) if _is_retired(entry) else None
    return entry.build(
        lambda: Control(
            name,
            title,
            aim,
            mode,
            cadence,
            is_key,
            owner,
            operator,
            evidence_kind,
            principle,
            retired,
        )
    )


def _principle(entry: Entry) -> int | None:
    found = entry.raw.get("coso_principle")
    if found is None or (isinstance(found, int) and not isinstance(found, bool)):
        return found
    entry.refuse("coso_principle", "coso_principle is not a number", "write coso_principle = 10")
    return None


def _is_retired(entry: Entry) -> bool:
    """Say whether a control is retired; the day and the word must agree."""
    status = entry.choice("status", Status) if entry.has("status") else None
    if status is Status.ACTIVE and entry.has("retired"):
        what = "this control is active, and it has a day on which it retired"
        entry.refuse("retired", what, 'write status = "retired", or take the day out')
    return status is Status.RETIRED or entry.has("retired")


def read_effect(entry: Entry, controls: Collection[str], impacts: Collection[str]) -> Effect | None:
    """Read one effect; None where something it needs is missing.

    Parameters
    ----------
    entry
        Its block.
    controls, impacts
        The ids it may name.
    """
    entry.only(_EFFECT_KEYS)
    control = entry.known("control", controls, "control")
    impact = entry.known("impact", impacts, "impact")
    acts_on, leaves = entry.choice("acts_on", Side), _leaves(entry)
    if not (control and impact) or acts_on is None or leaves is None:
        return None
    rationale = entry.raw.get("rationale")
    words = rationale.strip() if isinstance(rationale, str) else ""
    return entry.build(lambda: Effect(control, impact, acts_on, leaves, words))


def _leaves(entry: Entry) -> Leaves | None:
    raw = entry.raw.get("leaves")
    if not isinstance(raw, list):
        share = entry.share("leaves", raw, _LEAVES)
        return None if share is None else entry.build(lambda: Leaves.exactly(share))
    if len(raw) != 3:
        fix = 'write leaves = "40 %", or leaves = ["30 %", "40 %", "60 %"]'
        entry.refuse("leaves", "leaves is not one share, and not three", fix)
        return None
    shares = [entry.share("leaves", one, _LEAVES) for one in raw]
    found = [share for share in shares if share is not None]
    if len(found) < 3:
        return None
    low, likely, high = found
    return entry.build(lambda: Leaves(low, likely, high))


def note_twice(entry: Entry, effect: Effect, seen: set[object]) -> bool:
    """Note an effect that is written a second time; say whether it is."""
    if effect.key not in seen:
        seen.add(effect.key)
        return False
    side = effect.acts_on.value
    what = f"what {effect.control} does to the {side} of {effect.impact} is written twice"
    entry.refuse("control", what, "keep one of the two", "duplicate")
    return True
