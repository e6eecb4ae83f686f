"""A comparison in a file format: ``WRITERS`` is the whole list.

``text``, ``md``, ``html`` and ``pdf`` write the report; ``json`` writes the changes; ``docx`` writes the report if a
reader was named, else the notice with its changes marked.
"""

from __future__ import annotations

from docgen.diff.write.docx import write_docx
from docgen.diff.write.html import write_html
from docgen.diff.write.json import write_json
from docgen.diff.write.markdown import write_markdown
from docgen.diff.write.pdf import write_pdf
from docgen.diff.write.text import write_text
from docgen.diff.write.wanted import Comparison, Manner, Writer

__all__ = ["PAGED", "WRITERS", "Comparison", "Manner", "Writer"]

WRITERS: dict[str, Writer] = {
    "text": write_text,
    "md": write_markdown,
    "html": write_html,
    "json": write_json,
    "docx": write_docx,
    "pdf": write_pdf,
}

PAGED = ("docx", "pdf")
"""Formats that need a look and fonts."""
