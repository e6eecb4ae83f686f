"""ATT: 附件, from the words that mention them to their own pages."""

from docgen.lint.rule import loaded
from docgen.lint.rules.att import (
    annex_name_in_title_marks,
    annex_never_mentioned,
    annex_number_before_colon,
    annex_number_with_dunhao,
    annex_page_called_otherwise,
    annex_range_too_far,
    annex_that_is_not_there,
    annex_without_list,
    annexes_out_of_order,
    half_width_colon_after_annex,
    issued_text_as_annex,
    label_without_document_number,
    mark_after_annex_label,
    mark_after_annex_name,
    number_of_the_only_annex,
    other_count_of_annexes,
    words_call_annex_otherwise,
)

RULES = loaded(
    mark_after_annex_name,
    number_of_the_only_annex,
    annex_number_before_colon,
    half_width_colon_after_annex,
    annex_number_with_dunhao,
    annex_name_in_title_marks,
    mark_after_annex_label,
    annex_page_called_otherwise,
    annex_that_is_not_there,
    annex_without_list,
    annex_never_mentioned,
    label_without_document_number,
    issued_text_as_annex,
    other_count_of_annexes,
    words_call_annex_otherwise,
    annex_range_too_far,
    annexes_out_of_order,
)
