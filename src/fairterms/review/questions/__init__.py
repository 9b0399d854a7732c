"""The twenty good-faith questions, one module each.

Each states its rule in a sentence or two, so that two readers of the same evidence answer alike:
yes rests on words that were found, no on words to the contrary or a verified absence, and
everything vague, promised, outside or unread is unclear.
"""
