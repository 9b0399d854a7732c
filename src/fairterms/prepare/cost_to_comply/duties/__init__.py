"""Kinds of duty: one module each, with the words it is found by and the hours it takes."""
