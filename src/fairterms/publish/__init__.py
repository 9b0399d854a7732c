"""The room that turns a report into paper and screen.

A report is a value: prose, tables, charts and quotes in records that know nothing of
HTML or PDF (`page`). Other rooms build it; only this room renders it. A renderer is a
module with one function `render(report)`: `html`, `pdf`, `json_export`. A further form
(a Word file, a workbook) is one more such module over the same records.

All text in a report is plain text. Escaping is the renderer's work, never the author's.
"""
