"""DOCX: what Word files are made of, and how their text is set."""

FILES = (
    "theme_font_over_font",
    "quotes_in_latin_type",
    "indent_by_spaces",
    "character_grid_in_word_form",
    "fewer_characters_in_line",
    "lines_too_far_apart",
    "space_between_paragraphs",
    "character_in_substitute_font",
    "tracked_changes_left",
    "words_of_a_program",
    "other_margins",
    "first_page_without_body",
    "red_text",
    "characters_left_in_indent",
)
