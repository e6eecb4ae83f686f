"""PUNC: punctuation."""

FILES = (
    "half_width_mark",
    "half_width_brackets",
    "dot_for_full_stop",
    "straight_quotation_marks",
    "mark_between_titles",
    "doubled_mark",
    "dots_for_ellipsis",
    "mark_before_deng",
    "ellipsis_and_deng",
    "mark_without_partner",
    "hyphens_for_dash",
    "double_marks_in_quotation",
    "exclamation_mark_in_closing",
    "space_in_sentence",
)
