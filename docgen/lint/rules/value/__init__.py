"""VALUE: values typed twice."""

FILES = ("deadline_typed_again", "contact_typed_again")
