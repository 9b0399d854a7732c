"""The terms workbench: what can be said of payment terms while somebody writes them.

A text that is not saved yet is read as if it were: its problems at their lines, what it says in
plain English, where the contract says so, whether the agreed scripts still hold. Everything is one
frozen value, and no text, however damaged, raises: half-typed is the normal state of a text here.
"""
