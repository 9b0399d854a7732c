"""Forms for the work itself: procedures, workpapers, what was seen, and drafts of findings."""

from django import forms

from fairterms.audit.engagement.fieldwork import Method
from fairterms.audit.engagement.finding import Party, Significance
from fairterms.audit.engagement.writing import Fields
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms_web.audit.entry_form import (
    NO_PATIENT,
    ONE_A_LINE,
    EntryForm,
    ask_for_files,
    engagements,
    with_elsewhere,
)
from fairterms_web.audit.fields import (
    DayField,
    HashField,
    HoursField,
    LinesField,
    WordsField,
    named,
)


class ProcedureForm(EntryForm):
    """A procedure, with the sample that is drawn for it."""

    section, title = "procedure", "Choose a procedure"
    why = "Publish the seed to both sides before anybody looks at the sample."
    engagement = forms.ChoiceField(label="For which work")
    uses = forms.ChoiceField(label="Ready procedure", required=False)
    objective = forms.CharField(label="What it is to find out", max_length=300)
    expected = forms.CharField(label="What is expected", max_length=300)
    risks = LinesField(label="Risks", help_text=ONE_A_LINE, required=False)
    drawn_from = forms.CharField(
        label="The list, and how it is sorted",
        max_length=300,
        required=False,
        help_text="Leave it and the next fields empty where nothing is drawn.",
    )
    population = forms.IntegerField(label="Lines of the list", min_value=1, required=False)
    size = forms.IntegerField(label="Lines to look at", min_value=1, required=False)
    seed = forms.CharField(
        label="Seed", max_length=200, required=False, help_text="Words both sides can read."
    )
    most_deviations = forms.IntegerField(
        label="Most lines that may fail", min_value=0, required=False
    )
    are_people = forms.BooleanField(label="Each line of the list is a person", required=False)

    def ask(self) -> None:
        """Offer the work and the ready procedures."""
        self.offer("engagement", engagements(self.known.book))
        ready = {name: PROCEDURES[name].title for name in PROCEDURES}
        self.offer("uses", {"": "One of our own", **ready})

    def told(self) -> Fields:
        """Return the procedure; what a line is, only where something is said of a sample."""
        told = dict(super().told())
        if not any(told[key] for key in ("drawn_from", "population", "size", "seed")):
            del told["are_people"], told["most_deviations"]
        return told


class WorkpaperForm(EntryForm):
    """A workpaper."""

    section, title = "workpaper", "Write a workpaper"
    why = "It stays in this room. Somebody else looks it over before a finding rests on it."
    procedure = forms.ChoiceField(label="Procedure")
    result = WordsField(label="What came out", help_text=NO_PATIENT)
    deviations = forms.IntegerField(label="Lines that failed", min_value=0, required=False)
    hours = HoursField(label="Hours spent", min_value=0, required=False)
    elsewhere = forms.CharField(
        label="A file that stays with its owner", max_length=200, required=False
    )
    elsewhere_hash = HashField(label="Its SHA-256")

    def ask(self) -> None:
        """Offer the procedures, and the files of the room."""
        chosen = {one.id: one.objective for one in self.known.book.procedures}
        self.offer("procedure", chosen)
        ask_for_files(self)

    def told(self) -> Fields:
        """Return the workpaper, with who did it and when."""
        told = with_elsewhere(super().told())
        return {**told, "done_by": self.known.who, "on": self.known.on}


class ObservationForm(EntryForm):
    """Something that was seen."""

    section, title = "observation", "Write down what was seen"
    workpaper = forms.ChoiceField(label="Workpaper")
    method = forms.ChoiceField(label="How it was seen", choices=named(Method))
    on, until = DayField(label="On"), DayField(label="It counts until", required=False)
    what = WordsField(label="What was seen", help_text=NO_PATIENT)

    def ask(self) -> None:
        """Offer the workpapers."""
        papers = {one.id: f"{one.id}: {one.result[:80]}" for one in self.known.book.workpapers}
        self.offer("workpaper", papers)


class FindingForm(EntryForm):
    """A finding, as a draft."""

    section, title = "finding", "Draft a finding"
    why = "A draft may lack parts. It is told to both sides only when it is whole."
    engagement = forms.ChoiceField(label="From which work")
    replaces = forms.ChoiceField(label="In place of an earlier draft", required=False)
    title_ = forms.CharField(label="In a few words", max_length=200)
    about = forms.MultipleChoiceField(
        label="Who answers it",
        required=False,
        choices=named(Party),
        widget=forms.CheckboxSelectMultiple,
    )
    criteria = WordsField(label="How it should be", required=False, rows=2)
    condition = WordsField(label="How it is", required=False, help_text=NO_PATIENT)
    cause = WordsField(label="Why", required=False, rows=2)
    effect = WordsField(label="What follows", required=False, rows=2)
    recommendation = WordsField(label="What to do", required=False, rows=2)
    significance = forms.ChoiceField(
        label="How much it matters",
        required=False,
        choices=[("", "Not said yet"), *named(Significance)],
    )
    observations = forms.MultipleChoiceField(
        label="What it rests on", required=False, widget=forms.CheckboxSelectMultiple
    )
    risks = LinesField(label="Risks", help_text=ONE_A_LINE, required=False)

    def ask(self) -> None:
        """Offer the work, the drafts and what was seen."""
        book = self.known.book
        self.offer("engagement", engagements(book))
        drafts = {one.id: one.title for one in book.findings if book.issue_of(one.id) is None}
        self.offer("replaces", {"": "None", **drafts})
        self.offer("observations", {one.id: one.what[:120] for one in book.observations})

    def told(self) -> Fields:
        """Return the finding with its day."""
        return {**super().told(), "on": self.known.on}
