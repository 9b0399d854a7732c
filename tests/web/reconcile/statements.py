"""Statements of a made-up plan, and what the work makes of one."""

FINAL = b'line,label,value\npayable,19. Due,"$100.00"\n'
RESTATED = FINAL.replace(b"100", b"90")
PATH = "statements/2028-final.csv"
PARTS = {
    "reconciliation.html": b"<h2>The answer</h2><p>A difference of ten dollars.</p>",
    "worksheet.xlsx": b"a workbook",
    "reconciliation.pdf": b"%PDF made up",
    "letter.docx": b"a letter",
}
