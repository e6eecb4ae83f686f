"""PUNC: punctuation."""

from docgen.lint.rule import loaded
from docgen.lint.rules.punc import (
    dot_for_full_stop,
    dots_for_ellipsis,
    double_marks_in_quotation,
    doubled_mark,
    ellipsis_and_deng,
    exclamation_mark_in_closing,
    half_width_brackets,
    half_width_mark,
    hyphens_for_dash,
    mark_before_deng,
    mark_between_titles,
    mark_without_partner,
    space_in_sentence,
    straight_quotation_marks,
)

RULES = loaded(
    half_width_mark,
    half_width_brackets,
    dot_for_full_stop,
    straight_quotation_marks,
    mark_between_titles,
    doubled_mark,
    dots_for_ellipsis,
    mark_before_deng,
    ellipsis_and_deng,
    mark_without_partner,
    hyphens_for_dash,
    double_marks_in_quotation,
    exclamation_mark_in_closing,
    space_in_sentence,
)
