"""What is asked for when a statement came."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from django import forms

from fairterms.reconcile.statement.reader import FOLDER
from fairterms_web.deals.access import Listed
from fairterms_web.deals.archive import checked
from fairterms_web.deals.contents import NotTaken

SUFFIXES = (".csv", ".json", ".txt", ".835", ".edi", ".x12")
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
"""Days that a person means: a year of two digits is none of them (our choice)."""


class Arrival(forms.Form):
    """A statement that came, as the plan's file."""

    statement = forms.FileField(
        label="The plan’s statement",
        help_text="CSV, VBPR (JSON) or a remittance (835).",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(SUFFIXES), "data-drop": ""}),
        error_messages={
            "required": "Choose the plan’s file first.",
            "empty": "The file is empty. Choose it again.",
        },
    )

    def clean_statement(self) -> dict[str, bytes]:
        """Lay the file into ``statements/``, or say why it is not taken."""
        given = self.cleaned_data["statement"]
        name = PurePosixPath(given.name).name
        if PurePosixPath(name).suffix.lower() not in SUFFIXES:
            raise forms.ValidationError(
                f"{name}: a statement is CSV, JSON or 835. Save an Excel sheet as CSV first."
            )
        try:
            return checked({f"{FOLDER}/{name}": given.read()})
        except NotTaken as wrong:
            raise forms.ValidationError(str(wrong).split("\n")) from wrong


class Chosen(forms.Form):
    """Which statement is laid beside ours, and what it is compared with."""

    statement = forms.ChoiceField(label="Statement")
    earlier = forms.ChoiceField(
        label="Earlier statement of the same year",
        required=False,
        help_text="Say which, when the plan restated the year: you see what changed.",
    )
    delivered = forms.DateField(
        label="The day it came",
        required=False,
        help_text="The time to question it runs from this day. Empty: the day it is dated.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(
        self,
        *given: Any,
        statements: Sequence[Listed],
        versions: Sequence[Listed],
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        now = {one.id for one in statements}
        choices = [(one.id, PurePosixPath(one.path).name) for one in statements]
        older = [
            (one.id, f"{PurePosixPath(one.path).name}, version {one.number}")
            for one in versions
            if one.id not in now
        ]
        self.fields["statement"].choices = choices  # type: ignore[attr-defined]
        self.fields["earlier"].choices = [("", "none"), *choices, *older]  # type: ignore[attr-defined]

    def clean_delivered(self) -> date | None:
        """Refuse a day that nobody can mean."""
        day: date | None = self.cleaned_data.get("delivered")
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError("Write the year with four digits, such as 2028.")
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse to compare a statement with itself."""
        told = super().clean() or {}
        if told.get("earlier") and told["earlier"] == told.get("statement"):
            self.add_error("earlier", "Choose another statement than the one above.")
        return told

    @property
    def arguments(self) -> dict[str, str]:
        """What the work is told."""
        told = self.cleaned_data
        day = told.get("delivered")
        found = {
            "statement": told["statement"],
            "earlier": told.get("earlier", ""),
            "delivered": day.isoformat() if day else "",
        }
        return {name: value for name, value in found.items() if value}
