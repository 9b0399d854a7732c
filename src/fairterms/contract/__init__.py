"""The contract as data: a deal folder's text becomes frozen records, and back again."""
