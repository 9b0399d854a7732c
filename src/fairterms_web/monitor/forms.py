"""What is asked for on the page After signing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from fairterms.monitor.obligations.event import Event, Kind

_KINDS = {
    Kind.DONE: "It was done",
    Kind.STARTED: "What it waits for has happened",
    Kind.WAIVED: "It was waived",
    Kind.DISPUTED: "A side says it is not owed, or was not kept",
    Kind.REMINDED: "The other side was reminded",
    Kind.NOTE: "A note",
}
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
"""Days that a person means: a year of two digits is none of them (our choice)."""


class DayField(forms.DateField):
    """A day that a person can mean, picked or written as 2027-07-31."""

    def __init__(self, **named: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}), **named)

    def clean(self, value: Any) -> date | None:
        """Read the day."""
        day: date | None = super().clean(value)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError("Write the year with four digits, such as 2027.")
        return day


class Day(forms.Form):
    """The day as of which to look."""

    on = DayField(
        label="As of",
        required=False,
        help_text="Empty: today. What came or was said later is left out.",
    )


class Happened(forms.Form):
    """What became of an obligation."""

    of = forms.ChoiceField(label="Obligation")
    kind = forms.ChoiceField(
        label="What happened", choices=[(kind.value, words) for kind, words in _KINDS.items()]
    )
    on = DayField(label="On")
    reason = forms.CharField(
        label="Why, or what to remember",
        max_length=500,
        required=False,
        help_text="Needed for a waiver, a dispute or a note. Name no patient.",
    )
    approved_by = forms.CharField(
        label="Approved by (a role)", max_length=100, required=False, help_text="For a waiver."
    )

    def __init__(self, *given: Any, known: Sequence[Mapping[str, str]], **named: Any) -> None:
        # A page has another field of that name: each needs a name of its own.
        super().__init__(*given, **{"auto_id": "happened_%s", **named})
        self.fields["of"].choices = [  # type: ignore[attr-defined]
            (f"{one['obligation']} {one['key']}", f"{one['name']}, {one['due'] or 'no day yet'}")
            for one in known
        ]

    @property
    def event(self) -> Event:
        """The event as the core keeps it; who wrote it down is added when it is saved."""
        told = self.cleaned_data
        obligation, _, key = told["of"].partition(" ")
        kind = Kind(told["kind"])
        name = "_".join(part.replace("-", "_") for part in (obligation, key, kind.value) if part)
        return Event(
            id=name,
            line=0,
            obligation=obligation,
            key=key,
            kind=kind,
            on=told["on"],
            by="",
            reason=told["reason"],
            approved_by=told["approved_by"],
        )
