"""An audit that both sides can trust, because its rules are written before its answers are known.

Who decides, how a decision is counted and who may see what is said in text that both sides have
agreed; the program only works it out. A rule that leaves a case open is found before the case
arises.
"""
