"""TO: 主送机关."""

FILES = (
    "half_width_colon",
    "no_colon",
    "indented",
    "to_a_leader",
    "upward_to_several",
    "no_body_on_first_page",
    "comma_between_like",
    "addressee_twice",
    "addressed_to_itself",
)
