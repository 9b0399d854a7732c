"""A declared interest, or the statement that there is none; both are asked for every year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fairterms.risks.control.impossible import Impossible

BANDS = (
    "under $1,000",
    "$1,000 to $10,000",
    "$10,000 to $100,000",
    "over $100,000",
    "not in money",
)
"""Value bands. Sources: our choice; a band says enough and no more than is needed."""

_WHY = "a tie that is known can be weighed; one that is not costs trust in every decision"
_ROLE = 'write role = "contracting lead"'


@dataclass(frozen=True)
class Interest:
    """What one role declared on one day.

    Attributes
    ----------
    role
        Who declared, by role: "contracting lead". No names.
    declared
        The day of the declaration.
    interest
        What ties the role to somebody else; empty in a nil return.
    party
        Whom it ties the role to: "plan", "group" or an outside body in words.
    value_band
        One of ``BANDS``.
    since, until
        How long it has been there, and when it ends; None where it has no known end.
    mitigation
        What is done about it.
    recusal
        The matters this role leaves to others.
    """

    role: str
    declared: date
    interest: str = ""
    party: str = ""
    value_band: str = ""
    since: date | None = None
    until: date | None = None
    mitigation: str = ""
    recusal: str = ""

    def __post_init__(self) -> None:
        """Refuse a declaration that is half one thing and half the other."""
        if not self.role:
            raise Impossible("role", "a declaration names no role", _WHY, _ROLE)
        if self.is_nil:
            self._refuse_details()
            return
        for key in ("party", "value_band", "mitigation"):
            if not getattr(self, key):
                what = f"the interest of the {self.role} leaves {key} out"
                raise Impossible(key, what, _WHY, f"add {key}, or declare nil = true")
        if self.value_band not in BANDS:
            what = f'"{self.value_band}" is not one of the value bands'
            raise Impossible("value_band", what, _WHY, f"write one of: {'; '.join(BANDS)}")
        if self.since and self.until and self.until < self.since:
            what = f"the interest of the {self.role} ends before it begins"
            raise Impossible("to", what, _WHY, "check the days after from and to")

    def _refuse_details(self) -> None:
        details = (self.party, self.value_band, self.mitigation, self.recusal)
        if any(details) or self.since or self.until:
            what = f"the {self.role} declares no interest, and gives details of one"
            raise Impossible("nil", what, _WHY, "say what the interest is, or take them out")

    @property
    def is_nil(self) -> bool:
        """Whether the role declared that it has no interest."""
        return not self.interest

    def runs_on(self, day: date) -> bool:
        """Say whether the interest is there on a day."""
        begun = self.since is None or self.since <= day
        return not self.is_nil and begun and (self.until is None or day <= self.until)


def a_year_after(day: date) -> date:
    """Return the same day of the next year; 1 March after a leap day.

    Examples
    --------
    >>> a_year_after(date(2024, 2, 29))
    datetime.date(2025, 3, 1)
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def overdue(interests: Iterable[Interest], day: date) -> tuple[str, ...]:
    """Return the roles whose latest declaration is more than a year old, in order of role.

    Parameters
    ----------
    interests
        Every declaration, nil returns too.
    day
        The day to judge on; later declarations do not count.

    Returns
    -------
    tuple of str
        Roles that must declare again.
    """
    latest: dict[str, date] = {}
    for one in interests:
        if one.declared <= day:
            latest[one.role] = max(one.declared, latest.get(one.role, one.declared))
    return tuple(sorted(role for role, on in latest.items() if a_year_after(on) < day))
