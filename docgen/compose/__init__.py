"""From a campaign to its documents: the words written out, their structure recognised, forms laid out as grids.

What is wrong with the words is told under these codes: T201 cannot be read, T202 unknown name, T203 unknown filter,
T204 a filter that cannot be used so, T205 no part of the words, T206 too much, T207 cannot be printed as it stands,
T208 stray braces, T209 control character, T210 title_lines that are not the title, T211 annex without title,
T212 a choice that is not among the options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.compose.campaign import annex_form_ids, compose, split_annexes

__all__ = ["annex_form_ids", "compose", "split_annexes"]


def __getattr__(name: str) -> Any:
    """Composing is loaded when it is asked for: a comparison of Word files wants a list of words from here, no more."""
    if name not in __all__:
        raise AttributeError(name)
    from docgen.compose import campaign

    return getattr(campaign, name)
