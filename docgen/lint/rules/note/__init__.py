"""NOTE: 附注 and the lines with contacts."""

FILES = ("note_without_brackets", "note_in_half_width_brackets", "note_out_of_place", "person_without_phone")
