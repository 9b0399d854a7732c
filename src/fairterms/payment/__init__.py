"""The theory of payment: a clause is a function from terms and figures to explained steps.

``model`` says what an entry of the catalogue is, ``sheet`` is what its formula writes on,
``worksheet`` is the result, ``binding`` checks a contract against the catalogue, and
``evaluation`` runs it. The catalogue is the folder ``models``.
"""
