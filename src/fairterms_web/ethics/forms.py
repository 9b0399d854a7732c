"""What is asked of reporters, of their readers, and of who opens an address."""

from collections.abc import Sequence
from typing import Any

from django import forms

from fairterms.audit.ethics.case import SUBJECTS, Step, Subject
from fairterms.audit.ethics.routing import About
from fairterms_web.ethics.recipients import NamedRecipient
from fairterms_web.ethics.slip import Slip

LONGEST = 20_000
_WORDS = {"rows": 8, "autocomplete": "off", "spellcheck": "false"}
"""A browser that checks spelling may send what is typed to somebody else."""
_ABOUT = ((About.CHAIR, "The chair of the committee"), (About.OPERATOR, "Who runs this workspace"))


class Told(forms.Form):
    """A report."""

    subject = forms.ChoiceField(
        label="What is it about?",
        choices=[(one.value, SUBJECTS[one]) for one in Subject],
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label="What happened?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs=_WORDS),
        help_text=(
            "Where, when, who, and how you know. Leave out patients’ names, dates of birth and "
            "numbers. Leave out what only you can know, if you want to stay unknown."
        ),
    )
    left_out = forms.MultipleChoiceField(
        label="Who must not read it?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whoever you tick never sees that your report is there.",
    )
    about = forms.MultipleChoiceField(
        label="Is it about one of these?",
        required=False,
        choices=[(one.value, words) for one, words in _ABOUT],
        widget=forms.CheckboxSelectMultiple,
        help_text="Then it goes past them.",
    )
    watch = forms.BooleanField(
        label="Ask me, for a year, whether somebody pays me back for speaking up",
        required=False,
        help_text="Without this nobody asks around: to ask could tell who spoke.",
    )

    def __init__(self, people: Sequence[NamedRecipient], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        field = self.fields["left_out"]
        assert isinstance(field, forms.MultipleChoiceField), "declared above"
        field.choices = [(one.recipient.id, one.name) for one in people]
        if not people:
            del self.fields["left_out"]

    @property
    def slip(self) -> Slip:
        """The outside of the report."""
        told = self.cleaned_data
        return Slip(
            Subject(told["subject"]),
            frozenset(told.get("left_out", ())),
            frozenset(About(one) for one in told["about"]),
            told["watch"],
        )


class Asked(forms.Form):
    """A passphrase."""

    passphrase = forms.CharField(
        label="Your passphrase",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="Eight words of five letters. Capital letters and spaces do not matter.",
    )


class Message(forms.Form):
    """Words to a reporter, to readers, or about how a reporter fares."""

    words = forms.CharField(
        label="Your message", max_length=LONGEST, widget=forms.Textarea(attrs=_WORDS)
    )


class Moved(forms.Form):
    """The next step with a report."""

    step = forms.ChoiceField(label="Next step")
    words = forms.CharField(
        label="Words to the reporter",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs=_WORDS),
        help_text="Needed when you acknowledge a report, and when you tell its outcome.",
    )

    def __init__(self, steps: Sequence[Step], *given: Any, **named: Any) -> None:
        super().__init__(*given, **{"auto_id": "moved_%s", **named})
        field = self.fields["step"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = [(one.value, one.value.capitalize()) for one in steps]


class Opened(forms.Form):
    """The independent party behind a new address."""

    party = forms.CharField(
        label="The independent party",
        max_length=200,
        help_text="Who reads the reports: an ombuds office, counsel of neither side, an auditor.",
    )
