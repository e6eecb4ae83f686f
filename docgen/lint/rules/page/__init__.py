"""PAGE: page numbers."""

FILES = (
    "hyphens_around_page_number",
    "page_number_in_the_middle",
    "page_number_flush_with_edge",
    "number_on_first_page_of_letter",
    "page_number_in_other_type",
    "page_numbers_begin_again",
    "page_of_pages",
    "number_on_imprint_page",
    "even_footers_not_switched_on",
)
