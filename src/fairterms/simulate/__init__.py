"""The years that may come: many simulated years of a deal, what they pay, and why.

A simulated year is one value of every figure the contract reads. Patients differ by chance; whole
years differ by trend, acuity, coding and the like, and a forecast without such year-level factors
is refused. Every variant of a contract is settled on the same years, and every figure shown comes
with the error of having simulated a limited number of them.
"""
