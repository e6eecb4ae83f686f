"""REF: 依据 and other documents that are cited."""

FILES = (
    "number_before_title",
    "cited_number_in_half_width_brackets",
    "cited_year_in_other_brackets",
    "cited_title_without_marks",
    "repealed_rules_cited",
    "unknown_edition_of_standard",
    "answer_without_question",
    "short_name_too_early",
    "short_name_twice",
    "short_name_never_used",
    "basis_never_cited",
    "one_title_two_numbers",
    "basis_with_own_marks",
    "short_name_never_introduced",
)
