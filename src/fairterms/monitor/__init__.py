"""The years after signing: who owes what by when, how the year is going, what the plan adds.

An obligation is proposed from the text and confirmed by a person; an event says what became of it
and is never changed. An indicator is a series of samples with a threshold, a direction and the time
it gives before the loss. A forecast is the settlement of the year as it would end from here.
"""
