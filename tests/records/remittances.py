"""A made-up remittance that the tests of remittances share; its people do not exist."""

from collections.abc import Sequence

ISA = (
    "ISA*00*          *00*          *ZZ*EXAMPLEPLAN    *ZZ*ALDERGROUP     "
    "*280915*1200*^*00501*000000001*0*T*:"
)
HEADER = (
    "BPR*I*1150.25*C*ACH*CCP*01*999999992*DA*123456*1999999999**01*999999992*DA*654321*20280915",
    "TRN*1*EFT-2028-0915*1999999999",
    "DTM*405*20280914",
    "N1*PR*EXAMPLE HEALTH PLAN",
    "PER*BL*PRUDENCE CONTACT*TE*5035550100",
    "N1*PE*ALDER PSYCHOTHERAPY*XX*1234567893",
)
CLAIMS = (
    "LX*1",
    "CLP*PATACCT77*1*200*150*20*12*PLANCLAIM0001*11*1",
    "CAS*CO*45*10*1*45*20",
    "NM1*QC*1*MAPLEWOOD*ROSALIND****MI*MEMBER90210",
    "NM1*82*1*THISTLE*CLINICIAN****XX*1112223334",
    "DTM*232*20280701",
    "SVC*HC:90837*200*150**1",
    "CAS*PR*2*20",
    "CLP*PATACCT78*1*1000*900*0*12*PLANCLAIM0002*11*1",
    "CAS*CO*45*60*1*97*40",
    "NM1*QC*1*MAPLEWOOD*ROSALIND****MI*MEMBER90210",
    "CLP*PATACCT79*22*-100*-80**12*PLANCLAIM0003*11*1",
    "CAS*CO*45*-20",
    "NM1*QC*1*BRIARFIELD*TOBIAS",
    "CLP*PATACCT80*4*120*0**12*PLANCLAIM0004*11*1",
    "CAS*PR*204*120",
)
PROVIDER = ("PLB*1234567893*20281231*WO:PATACCT11*50*L6:PLANCLAIM0002*-20.25*CT:2028-09*-210",)
PEOPLE = (
    "maplewood",
    "rosalind",
    "member90210",
    "briarfield",
    "tobias",
    "thistle",
    "1112223334",
    "patacct",
    "planclaim",
    "prudence",
    "5035550100",
    "20280701",
    "2028-07-01",
)
"""Words of the remittance that lead to people."""


def interchange(*payments: Sequence[str], kind: str = "835") -> str:
    """Return a file of payments with an envelope that counts right."""
    lines = [ISA, "GS*HP*EXAMPLEPLAN*ALDERGROUP*20280915*1200*1*X*005010X221A1"]
    for number, segments in enumerate(payments, start=1):
        control = f"{number:04}"
        lines += [f"ST*{kind}*{control}", *segments, f"SE*{len(segments) + 2}*{control}"]
    lines += [f"GE*{len(payments)}*1", "IEA*1*000000001"]
    return "".join(f"{line}~\n" for line in lines)


SOUND = interchange((*HEADER, *CLAIMS, *PROVIDER))
