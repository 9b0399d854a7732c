"""What is asked for when a statement came."""

from pathlib import PurePosixPath
from typing import Any

from django import forms

from fairterms.reconcile.statement.reader import FOLDER
from fairterms_web.deals.access import Listed
from fairterms_web.deals.archive import checked
from fairterms_web.deals.contents import NotTaken

SUFFIXES = (".csv", ".json", ".txt", ".835", ".edi", ".x12")


class Arrival(forms.Form):
    """A statement that came, as the plan's file."""

    statement = forms.FileField(
        label="The plan’s statement",
        help_text="CSV, VBPR (JSON) or a remittance (835).",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(SUFFIXES), "data-drop": ""}),
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

    def __init__(self, *given: Any, statements: tuple[Listed, ...], **named: Any) -> None:
        super().__init__(*given, **named)
        choices = [(one.id, PurePosixPath(one.path).name) for one in statements]
        self.fields["statement"].choices = choices  # type: ignore[attr-defined]
        self.fields["earlier"].choices = [("", "none"), *choices]  # type: ignore[attr-defined]

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
