"""What the committee's page refuses to write down."""


class NotDone(ValueError):
    """Something that is not written down; says why, and what to do, for the one who tried."""
