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

    def __str__(self) -> str:
        return f"{self.subject}: {self.what}\n      why: {self.why}\n      fix: {self.fix}"
