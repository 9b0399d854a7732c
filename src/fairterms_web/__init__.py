"""The workspace in the browser: rooms, walls and a ledger around the core, and nothing of its own.

Each folder is one app. What it stores lies in ``models``, who may see it in ``access``, what may be
done to it in ``actions``; ``views`` turn a request into one of those and a page.
"""
