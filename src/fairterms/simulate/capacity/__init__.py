"""Whether the group can see the people who ask for care, as soon as the contract wants it.

New patients come by the week, more in some months and some years. A first visit needs a free place
with a clinician; those in care have theirs already and come first. When more ask than places come
free, a list grows and the wait with it, until the contract's share of people in time is missed. A
simulated year is such a list, week by week, and nobody is lost in it: whoever was waiting or asked
was seen, went elsewhere, stayed away or still waits.
"""
