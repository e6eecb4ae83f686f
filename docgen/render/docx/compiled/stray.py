"""Text that stands where Word shows none: beside paragraphs and runs instead of within them.

docxtpl puts a plain value there if a tag for rich text (``{{r …}}``, ``{{p …}}``) gets one; Word then leaves it out
without a word.
"""

from __future__ import annotations

import functools
from typing import Any

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NO_TEXT_IN = ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr", "footnote", "txbxContent", "sdtContent", "hyperlink")


def stray_text(tree: Any) -> list[str]:
    """Every text of a part that Word would not show."""
    return [str(text).strip() for text in _finder()(tree)]


@functools.cache
def _finder() -> Any:
    from lxml import etree

    parents = " or ".join(f"parent::w:{name}" for name in _NO_TEXT_IN)
    return etree.XPath(f"//text()[{parents}][normalize-space()]", namespaces={"w": _W})
