"""Whether an instrument and a record's LOINC code say the same."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.refusal import Refusal


@cache
def codes() -> Mapping[str, str]:
    """Return every recorded code of a panel or a total, and whose it is.

    Examples
    --------
    >>> codes()["44249-1"], codes()["70274-6"]
    ('phq9', 'gad7')
    """
    found: dict[str, str] = {}
    for name, instrument in INSTRUMENTS.items():
        for code in instrument.loinc.codes if instrument.loinc is not None else ():
            assert code not in found, f"{code} is a code of {found[code]} and of {name}"
            found[code] = name
    return MappingProxyType(found)


def check_code(instrument: str, code: str) -> bool:
    """Refuse a code that is known to be another instrument's.

    Parameters
    ----------
    instrument
        A name in the catalogue.
    code
        A LOINC code of a panel or of a total; empty when the record has none.

    Returns
    -------
    bool
        True when the code is known to be this instrument's; False when nothing is recorded of it.

    Raises
    ------
    Refusal
        When the code is another instrument's, or of a form that is easily taken for this one.

    Examples
    --------
    >>> check_code("gad7", "69737-5"), check_code("gad7", "12345-6"), check_code("gad7", "")
    (True, False, False)
    """
    known = INSTRUMENTS[instrument].loinc
    owner = codes().get(code, "")
    if owner == instrument:
        return True
    meaning = known.often_mistaken.get(code, "") if known is not None else ""
    if owner:
        meaning = INSTRUMENTS[owner].title
    if meaning:
        raise Refusal(
            f"{INSTRUMENTS[instrument].title}",
            f"the record's code {code} is that of another form: {meaning}",
            "one of the two is wrong, and the score would be judged by the wrong range",
            "ask the sender which form was filled in",
        )
    return False
