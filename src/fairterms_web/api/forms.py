"""What is asked for when a token is made."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

from django import forms

from fairterms_web.api.actions import Wanted
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ, WORDS, Capability


class NewToken(forms.Form):
    """A token for one purpose."""

    purpose = forms.CharField(
        max_length=200,
        label="What for",
        help_text="A few words, such as “nightly copy of our files”. Make one token per purpose.",
    )
    rooms = forms.MultipleChoiceField(label="Rooms it opens", widget=forms.CheckboxSelectMultiple)
    may = forms.MultipleChoiceField(
        label="What it may do there, beside reading",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, WORDS[one]) for one in Capability if one != READ],
        help_text="It may never do more than you may do yourself.",
    )
    until = forms.DateField(
        label="Last day",
        help_text="Until the end of that day (UTC), a year from now at most.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, rooms: Sequence[Entered], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["rooms"]
        assert isinstance(field, forms.MultipleChoiceField), "declared above"
        field.choices = [(one.room.id, f"{one.room.deal.title}: {one.room.title}") for one in rooms]

    def wanted(self) -> Wanted:
        """Return what was asked for."""
        asked = self.cleaned_data
        return Wanted(
            asked["purpose"],
            frozenset(asked["rooms"]),
            frozenset(Capability(one) for one in asked["may"]),
            datetime.combine(asked["until"], time(23, 59, 59), UTC),
        )
