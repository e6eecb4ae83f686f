"""From a campaign to its documents: the words written out, their structure recognised, forms laid out as grids."""

from docgen.compose.campaign import annex_form_ids, compose, split_annexes

__all__ = ["annex_form_ids", "compose", "split_annexes"]
