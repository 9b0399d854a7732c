"""The states by postal code, and how people write them."""

from collections.abc import Mapping
from types import MappingProxyType

FEDERAL = "US"
"""The jurisdiction of a law of the United States."""

STATES: Mapping[str, str] = MappingProxyType(
    {
        "AL": "Alabama",
        "AK": "Alaska",
        "AZ": "Arizona",
        "AR": "Arkansas",
        "CA": "California",
        "CO": "Colorado",
        "CT": "Connecticut",
        "DE": "Delaware",
        "DC": "District of Columbia",
        "FL": "Florida",
        "GA": "Georgia",
        "HI": "Hawaii",
        "ID": "Idaho",
        "IL": "Illinois",
        "IN": "Indiana",
        "IA": "Iowa",
        "KS": "Kansas",
        "KY": "Kentucky",
        "LA": "Louisiana",
        "ME": "Maine",
        "MD": "Maryland",
        "MA": "Massachusetts",
        "MI": "Michigan",
        "MN": "Minnesota",
        "MS": "Mississippi",
        "MO": "Missouri",
        "MT": "Montana",
        "NE": "Nebraska",
        "NV": "Nevada",
        "NH": "New Hampshire",
        "NJ": "New Jersey",
        "NM": "New Mexico",
        "NY": "New York",
        "NC": "North Carolina",
        "ND": "North Dakota",
        "OH": "Ohio",
        "OK": "Oklahoma",
        "OR": "Oregon",
        "PA": "Pennsylvania",
        "RI": "Rhode Island",
        "SC": "South Carolina",
        "SD": "South Dakota",
        "TN": "Tennessee",
        "TX": "Texas",
        "UT": "Utah",
        "VT": "Vermont",
        "VA": "Virginia",
        "WA": "Washington",
        "WV": "West Virginia",
        "WI": "Wisconsin",
        "WY": "Wyoming",
    }
)
"""Postal code to name."""

_CODES = {name.casefold(): code for code, name in STATES.items()}


def state_code(text: str) -> str:
    """Return the postal code of a state written as its code or name; empty when it is none.

    Examples
    --------
    >>> state_code("or"), state_code(" Oregon "), state_code("Oregonia"), state_code("")
    ('OR', 'OR', '', '')
    """
    word = text.strip()
    if word.upper() in STATES:
        return word.upper()
    return _CODES.get(word.casefold(), "")


def place_name(code: str) -> str:
    """Return the name of a jurisdiction, for a reader.

    Examples
    --------
    >>> place_name("OR"), place_name("US")
    ('Oregon', 'United States')
    """
    return "United States" if code == FEDERAL else STATES[code]
