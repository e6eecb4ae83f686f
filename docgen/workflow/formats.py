"""What a build makes: the formats of ``RENDERERS``, by name. It is known without loading anything that makes them."""

from __future__ import annotations

FORMATS = ("docx", "pdf", "txt")
"""In the order in which they are listed."""

PAGED = ("docx", "pdf")
"""Those with pages, which depend on fonts; a DOCX too: where its 版记 goes is found by setting the pages."""

ANNEX_FORMATS = ("docx", "pdf")
"""Those of an annex on its own, which is for filling in or printing; its text is in the notice's."""
