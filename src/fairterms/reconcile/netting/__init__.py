"""At which level savings and losses are added: which level gives the plan's number, which is asked.

The same costs give very different payments when parts are pooled before they are shared, or each
is shared by itself. The statement's own lines imply the rates; the contract header says which
parts bear losses.
"""
