"""What is asked for when somebody is let in, or something is given."""

from datetime import UTC, datetime, time
from typing import Any

from django import forms

from fairterms_web.deals.access import Listed
from fairterms_web.deals.actions import holds_persons
from fairterms_web.rooms.actions import Wanted, roles_for
from fairterms_web.rooms.models import Room


class Invited(forms.Form):
    """Somebody to be let in."""

    email = forms.EmailField(
        label="E-mail address", widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label="As", widget=forms.RadioSelect)
    purpose = forms.CharField(
        max_length=300,
        label="What for",
        help_text="A few words that others will understand later, such as “checks the formula”.",
    )
    until = forms.DateField(
        required=False,
        label="Last day",
        help_text="Until the end of that day (UTC). Leave it empty if it has no end.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, room: Room, side: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = [(one.slug, one.title) for one in roles_for(room, side)]

    def wanted(self) -> Wanted:
        """Return what was asked for."""
        asked = self.cleaned_data
        last = asked["until"]
        until = datetime.combine(last, time(23, 59, 59), UTC) if last else None
        return Wanted(asked["email"], asked["role"], asked["purpose"], until)


class Given(forms.Form):
    """Files to be given to the joint room as a sealed copy."""

    paths = forms.MultipleChoiceField(label="Files", widget=forms.CheckboxSelectMultiple)
    title = forms.CharField(
        max_length=200, label="What it is", help_text="Such as “Our offer of March”."
    )
    why = forms.CharField(
        max_length=500, label="What for", help_text="The other side reads this beside the files."
    )

    def __init__(self, listed: tuple[Listed, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hashes = {one.path: one.sha256 for one in listed if not holds_persons(one.path)}
        field = self.fields["paths"]
        assert isinstance(field, forms.MultipleChoiceField), "declared above"
        field.choices = [(path, path) for path in self.hashes]

    def chosen(self) -> dict[str, str]:
        """Return the path and hash of each file that was chosen."""
        return {path: self.hashes[path] for path in self.cleaned_data["paths"]}
