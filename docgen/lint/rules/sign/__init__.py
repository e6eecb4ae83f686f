"""SIGN: 落款, who signs."""

from docgen.lint.rule import loaded
from docgen.lint.rules.sign import (
    name_without_place,
    no_text_on_this_page,
    signed_by_inner_office,
    signed_without_seal,
)

RULES = loaded(
    name_without_place,
    signed_without_seal,
    no_text_on_this_page,
    signed_by_inner_office,
)
