"""STRUCT: 层次序号和标题 of the body."""

FILES = (
    "arabic_number_with_dunhao",
    "mark_after_bracketed_chinese_number",
    "mark_after_bracketed_arabic_number",
    "number_in_half_width_brackets",
    "chinese_number_with_full_stop",
    "number_with_full_width_dot",
    "skipped_level",
    "inverted_levels",
    "numbers_out_of_order",
    "comma_of_enumeration_after_first",
    "heading_with_full_stop",
    "number_of_no_level",
    "heading_in_other_type",
    "bold_heading",
    "articles_out_of_order",
)
