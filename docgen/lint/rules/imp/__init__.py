"""IMP: 版记, 抄送机关 and 印发."""

FILES = (
    "copies_without_full_stop",
    "half_width_colon_after_copies",
    "copies_by_another_name",
    "subject_words",
    "day_of_printing_without_word",
    "day_of_printing_with_zero",
    "copies_to_lower_offices",
    "copies_to_addressee",
    "dividers_of_one_thickness",
    "imprint_above_the_foot",
    "imprint_on_odd_page",
    "printing_on_a_letter",
    "addressees_apart_from_copies",
    "imprint_in_other_size",
)
