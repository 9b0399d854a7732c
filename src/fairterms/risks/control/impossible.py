"""A record that cannot be so: the sentence, why it matters, and what to do about it."""


class Impossible(ValueError):
    """Raised instead of building a record that contradicts itself.

    Attributes
    ----------
    key
        The key of the text form that says it.
    what, why, fix
        As in a problem of the user's text.
    """

    def __init__(self, key: str, what: str, why: str, fix: str) -> None:
        super().__init__(f"{what}: {fix}")
        self.key = key
        self.what = what
        self.why = why
        self.fix = fix
