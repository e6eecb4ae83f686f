"""TPL: names and tags that are not what their author meant."""

FILES = (
    "unknown_name_in_word_form",
    "full_width_braces_in_word_form",
    "split_tag_in_word_form",
    "misplaced_tag_in_word_form",
    "field_without_tag",
    "value_that_no_text_uses",
    "revisions_left_in_word_form",
)
