"""Forms for what both sides read: answers, follow-ups, improvements and their effects."""

from django import forms

from fairterms.audit.engagement.finding import Answer, Result
from fairterms.audit.engagement.initiative import Sort
from fairterms.audit.engagement.writing import Fields
from fairterms_web.audit.entry_form import (
    NO_PATIENT,
    EntryForm,
    ask_for_files,
    told_findings,
    with_elsewhere,
)
from fairterms_web.audit.fields import DayField, HashField, WordsField, named


class FollowUpForm(EntryForm):
    """That somebody looked whether a finding was put right."""

    section, title = "follow_up", "Verify what was put right"
    why = "Both sides read it. Whoever had to put it right cannot verify it."
    finding = forms.ChoiceField(label="Finding")
    test = WordsField(label="What you did to find out", help_text=NO_PATIENT)
    result = forms.ChoiceField(label="Result", choices=named(Result))
    reason = WordsField(
        label="Where the risk is accepted: by whom, and why", required=False, rows=2
    )
    elsewhere = forms.CharField(
        label="A file that stays with its owner", max_length=200, required=False
    )
    elsewhere_hash = HashField(label="Its SHA-256")

    def ask(self) -> None:
        """Offer what both sides were told, and the files of the room."""
        self.offer("finding", told_findings(self.known.book))
        ask_for_files(self)

    def told(self) -> Fields:
        """Return the follow-up, with who verified it and when."""
        told = with_elsewhere(super().told())
        return {**told, "verified_by": self.known.who, "on": self.known.on}


class InitiativeForm(EntryForm):
    """An improvement after a finding."""

    section, title = "initiative", "Begin an improvement"
    finding = forms.ChoiceField(label="After which finding")
    sort = forms.ChoiceField(label="Sort of improvement", choices=named(Sort))
    aim = forms.CharField(label="What is to get better", max_length=300)
    measure = forms.CharField(label="How that is seen", max_length=300)
    baseline = forms.CharField(
        label="Where it stands", max_length=60, required=False, help_text="Such as 77 %."
    )
    target = forms.CharField(label="Where it is to stand", max_length=60, required=False)
    owner = forms.CharField(label="Who leads it", max_length=100)

    def ask(self) -> None:
        """Offer what both sides were told."""
        self.offer("finding", told_findings(self.known.book))

    def told(self) -> Fields:
        """Return the improvement with its first day."""
        return {**super().told(), "on": self.known.on}


class EffectForm(EntryForm):
    """A measured effect of an improvement."""

    section, title = "effect", "Write down what was measured"
    why = "An improvement ends with a measured effect, not with the work done."
    initiative = forms.ChoiceField(label="Of which improvement")
    on = DayField(label="Measured on")
    value = forms.CharField(label="What was measured", max_length=60, help_text="Such as 91 %.")
    people = forms.IntegerField(label="On how many people it rests", min_value=0, required=False)
    source = forms.CharField(label="Where it comes from", max_length=200)
    closes = forms.BooleanField(label="The improvement ends with it", required=False)

    def ask(self) -> None:
        """Offer the improvements that are open."""
        book = self.known.book
        live = {one.id: one.aim for one in book.initiatives if not book.is_closed(one.id)}
        self.offer("initiative", live)


class ResponseForm(EntryForm):
    """The answer of a side."""

    section, title = "response", "Answer a finding"
    why = "It is printed word for word, also where you disagree."
    answer = forms.ChoiceField(label="Your side", choices=named(Answer))
    reason = WordsField(
        label="Why", required=False, rows=4, help_text="Needed unless you agree. " + NO_PATIENT
    )
    plan = WordsField(
        label="What will be done", required=False, help_text="Needed unless you disagree."
    )
    owner = forms.CharField(label="Who does it", max_length=100, required=False)
    due = DayField(label="Until when", required=False)
