"""SIGN: 落款, who signs."""

from docgen.lint.rule import loaded
from docgen.lint.rules.sign import (
    date_flush_right,
    name_without_place,
    no_text_on_this_page,
    signature_alone_on_page,
    signature_at_the_left,
    signed_by_inner_office,
    signed_without_seal,
)

RULES = loaded(
    date_flush_right,
    signature_at_the_left,
    name_without_place,
    signed_without_seal,
    no_text_on_this_page,
    signature_alone_on_page,
    signed_by_inner_office,
)
