"""The form of an entry of the log."""

from typing import Any

from django import forms

from fairterms.correspondence.entry import Channel, Kind, Side, Topic


class EntryForm(forms.Form):
    """One thing that was said or done."""

    on = forms.DateField(label="When", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label="What it is", choices=[(one, one.value) for one in Kind])
    side = forms.ChoiceField(label="Whose word", choices=[(one, one.value) for one in Side])
    by = forms.CharField(
        label="Who said it", help_text="A role, such as contracting lead.", max_length=80
    )
    to = forms.CharField(label="To whom", help_text="A role.", max_length=80)
    quote = forms.CharField(
        label="The very words",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    summary = forms.CharField(
        label="Or in your words",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    due = forms.DateField(
        label="Until when",
        required=False,
        help_text="A promise must have it.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    replies_to = forms.ChoiceField(label="Replies to", required=False)
    how = forms.ChoiceField(
        label="How", required=False, choices=[("", ""), *((one, one.value) for one in Channel)]
    )
    about = forms.ChoiceField(
        label="About", required=False, choices=[("", ""), *((one, one.value) for one in Topic)]
    )

    def __init__(self, *args: Any, entries: list[str], side: Side | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        replies = self.fields["replies_to"]
        assert isinstance(replies, forms.ChoiceField), "a list to choose from"
        replies.choices = [("", ""), *((one, one) for one in entries)]
        if side is not None:
            # In the joint room a person speaks for their own side alone.
            del self.fields["side"]
