"""What is asked for on the committee's pages."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from fairterms.audit.committee.ballot import Vote
from fairterms.audit.committee.charter import Charter
from fairterms_web.committee.actions import Appointment, Notice
from fairterms_web.committee.dissents import LONGEST
from fairterms_web.committee.votes import Cast

_YEAR = "Write the year with four digits, such as 2027."
_DAYS = (MinValueValidator(date(1990, 1, 1), _YEAR), MaxValueValidator(date(2199, 12, 31), _YEAR))
"""Days that a person means (our choice)."""
_ANSWERS = {
    Vote.YES: "Yes",
    Vote.NO: "No",
    Vote.ABSTAIN: "I abstain: I am present and say neither",
    Vote.RECUSED: "I step aside: I have a conflict of interest",
}


def _day(label: str, hint: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, help_text=hint, widget=widget, validators=_DAYS)


class SeatForm(forms.Form):
    """Who holds a seat."""

    seat = forms.ChoiceField(label="Seat")
    holder = forms.ChoiceField(
        label="Held by", required=False, help_text="Committee members of this room."
    )
    appointed_by = forms.CharField(
        label="Who appointed them", max_length=200, help_text="Such as: the group’s clinicians."
    )
    appointed_on = _day("Appointed on")

    def __init__(
        self, *given: Any, places: Mapping[str, str], members: Mapping[str, str], **named: Any
    ) -> None:
        super().__init__(*given, **{"auto_id": "seat_%s", **named})
        # A choice field has them.
        self.fields["seat"].choices = list(places.items())  # type: ignore[attr-defined]
        holders = [("", "nobody"), *members.items()]
        self.fields["holder"].choices = holders  # type: ignore[attr-defined]

    @property
    def appointment(self) -> Appointment:
        """Who is to hold which seat."""
        told = self.cleaned_data
        return Appointment(told["seat"], told["holder"], told["appointed_by"], told["appointed_on"])


class NoticeForm(forms.Form):
    """A motion to announce."""

    title = forms.CharField(label="Motion", max_length=200, help_text="What is to be decided.")
    kind = forms.ChoiceField(label="Class of the motion", widget=forms.RadioSelect)
    text = forms.CharField(
        label="Text of the motion",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="In full, as it will stand in the minutes. Name no patient.",
    )
    noticed_on = _day("Notice was given on")
    held_on = _day("The vote is held on")

    def __init__(self, *given: Any, charter: Charter, **named: Any) -> None:
        super().__init__(*given, **{"auto_id": "notice_%s", **named})
        kinds = [(one.id, one.title) for one in charter.motion_classes]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined] # a choice field has them
        if charter.deadlines.notice_days:
            days = charter.deadlines.notice_days
            hint = f"The charter asks for {days} days between the notice and the vote."
            self.fields["held_on"].help_text = hint

    @property
    def notice(self) -> Notice:
        """What is announced."""
        return Notice(**self.cleaned_data)


class WithdrawForm(forms.Form):
    """Why a motion is withdrawn."""

    why = forms.CharField(
        label="Why it is withdrawn",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="All members read this. Name no patient.",
    )


class VoteForm(forms.Form):
    """One's own vote."""

    vote = forms.ChoiceField(label="Your vote", widget=forms.RadioSelect)
    reasons = forms.CharField(
        label="Your reasons",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="They stand in the minutes with your vote. Name no patient.",
    )

    def __init__(self, *given: Any, may: Iterable[Vote], **named: Any) -> None:
        super().__init__(*given, **named)
        answers = [(one.value, _ANSWERS[one]) for one in may]
        # A choice field has them.
        self.fields["vote"].choices = answers  # type: ignore[attr-defined]

    @property
    def cast(self) -> Cast:
        """The vote."""
        return Cast(Vote(self.cleaned_data["vote"]), self.cleaned_data["reasons"])


class DissentForm(forms.Form):
    """A page of dissent."""

    text = forms.CharField(
        label="Your page",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=f"Up to {LONGEST} characters. It is added as you write it, and never changed. "
        "Name no patient.",
    )
