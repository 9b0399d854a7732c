"""The numbers a provider goes by: an NPI or a TIN, and whether an NPI can be one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NPI, TIN, OTHER = "NPI", "TIN", "other"
_SYSTEMS = {"us-npi": NPI, "2.16.840.1.113883.4.4": TIN}
_TYPES = {"NPI": NPI, "TAX": TIN}


@dataclass(frozen=True)
class ProviderNumber:
    """A provider by number.

    Attributes
    ----------
    system
        "NPI" or "TIN"; "other" for the sender's own number, empty when the provider was not sent.
    value
        The number as sent.
    """

    system: str
    value: str

    @property
    def fails_check(self) -> bool:
        """Whether it should be an NPI and is none."""
        return self.system == NPI and not is_npi(self.value)


def is_npi(number: str) -> bool:
    """Say whether a number is an NPI: ten digits whose last one checks the others.

    Notes
    -----
    The Luhn sum of 80840 and the ten digits ends in 0.

    Sources
    -------
    Centers for Medicare & Medicaid Services, Requirements for National Provider Identifier (NPI)
    and NPI Check Digit.

    Examples
    --------
    >>> is_npi("1234567893"), is_npi("1234567890"), is_npi("12345")
    (True, False, False)
    """
    if not re.fullmatch(r"[0-9]{10}", number):
        return False
    total = 0
    for place, digit in enumerate(reversed("80840" + number)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def number_of(identifier: Mapping[str, Any]) -> ProviderNumber:
    """Read a FHIR identifier: its list tells an NPI or a TIN, else its type does."""
    codes = [coding.get("code") for coding in identifier.get("type", {}).get("coding", ())]
    by_type = next((_TYPES[code] for code in codes if code in _TYPES), OTHER)
    ends = re.split(r"[/:]", str(identifier.get("system", "")))[-1]
    value = str(identifier.get("value", "")).strip()
    return ProviderNumber(_SYSTEMS.get(ends, by_type), value)


def best(numbers: Sequence[ProviderNumber]) -> ProviderNumber | None:
    """Return the first NPI, else the first TIN, else the first number of any kind.

    Examples
    --------
    >>> best([ProviderNumber("other", "12"), ProviderNumber("TIN", "123456789")])
    ProviderNumber(system='TIN', value='123456789')
    """
    for system in (NPI, TIN, OTHER):
        for number in numbers:
            if number.system == system and number.value:
                return number
    return None
