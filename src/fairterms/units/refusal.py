"""A refusal: a calculation that must not guess stops and says what is missing."""


class Refusal(Exception):
    """Raised instead of a guessed number.

    Attributes
    ----------
    subject
        The figure, term or clause the refusal is about.
    what
        What stops the calculation: "missing", "is zero", and so on.
    why
        Why no number may be assumed.
    fix
        What to do about it.
    """

    def __init__(self, subject: str, what: str, why: str, fix: str) -> None:
        super().__init__(f"{subject}: {what}")
        self.subject = subject
        self.what = what
        self.why = why
        self.fix = fix

    @property
    def sentences(self) -> str:
        """The refusal as running text, for a page or a list.

        Examples
        --------
        >>> Refusal("cost", "is missing", "the PMPM needs it", "give the cost").sentences
        'cost: is missing. The PMPM needs it. Give the cost.'
        """
        why, fix = (text[:1].upper() + text[1:] for text in (self.why, self.fix))
        return f"{self.subject}: {self.what}. {why}. {fix}."

    def __str__(self) -> str:
        return f"{self.subject}: {self.what}\n      why: {self.why}\n      fix: {self.fix}"
