"""TPL: names and tags that are not what their author meant."""

from docgen.lint.rule import loaded
from docgen.lint.rules.tpl import (
    field_without_tag,
    full_width_braces_in_word_form,
    misplaced_tag_in_word_form,
    split_tag_in_word_form,
    unknown_name_in_word_form,
    value_that_no_text_uses,
)

RULES = loaded(
    unknown_name_in_word_form,
    full_width_braces_in_word_form,
    split_tag_in_word_form,
    misplaced_tag_in_word_form,
    field_without_tag,
    value_that_no_text_uses,
)
