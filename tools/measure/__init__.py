"""Measuring what was made: ``ink`` (outlines), ``pages`` (a PDF), ``passages`` (a notice on its pages), findings.

``findings_pdf`` and ``findings_docx`` go through GB/T 9704-2012 requirement by requirement; ``glyphs`` looks for
empty boxes, ``word`` for what Word would not open. ``tools/layout.py`` and the tests use them.
"""
