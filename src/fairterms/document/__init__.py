"""Documents as received: one frozen text with offsets, so that every quotation can be checked.

PDF, DOCX, HTML and plain text all become a :class:`fairterms.document.document.Document`.
Its text is never cleaned. What cleaning there is (page furniture, line breaks, soft hyphens,
curly quotes) happens in views that know where each of their letters stands in that text.
"""
