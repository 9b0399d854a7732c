"""What this room must know of an instrument: the range of its total and the codes it goes by.

The definitions live with the reference works; whoever knows both rooms hands these in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class KnownInstrument:
    """An instrument as far as a row can be checked against it.

    Attributes
    ----------
    name
        As the catalogue calls it, such as "phq9" or "audit_c"; a row may write it "AUDIT-C".
    lowest, highest
        The range of the total, in points.
    loinc_codes
        Codes of its total, and of its panel.
    item_count
        How many answers it has; 0 when its answers are not looked at.
    total_is_sum
        Whether the total is the plain sum of its answers.
    """

    name: str
    lowest: Decimal
    highest: Decimal
    loinc_codes: frozenset[str] = frozenset()
    item_count: int = 0
    total_is_sum: bool = False

    def __post_init__(self) -> None:
        assert self.name.isidentifier(), f"{self.name!r} is no name of an instrument"
        assert self.name == self.name.lower(), f"{self.name}: names are in lower case"
        assert self.lowest < self.highest, f"{self.name}: a total has a range"


Instruments = Mapping[str, KnownInstrument]
"""Instruments by name."""


def plain(name: str) -> str:
    """Write an instrument's name in letters and digits alone, so that spellings agree.

    Examples
    --------
    >>> plain("PHQ-9")
    'phq9'
    """
    return "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum())


def known(instruments: Iterable[KnownInstrument]) -> Instruments:
    """Order instruments by name.

    Raises
    ------
    ValueError
        When two share a LOINC code or a name: a row could then not be told apart.
    """
    found: dict[str, KnownInstrument] = {}
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for instrument in instruments:
        for code in instrument.loinc_codes:
            if code in codes:
                raise ValueError(f"{code} is a code of {codes[code]} and of {instrument.name}")
            codes[code] = instrument.name
        twin = names.setdefault(plain(instrument.name), instrument.name)
        if twin != instrument.name:
            raise ValueError(f"{twin} and {instrument.name} are one name")
        found[instrument.name] = instrument
    return found
