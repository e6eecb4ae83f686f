"""The forms of a campaign for every unit of its roster, thousands at a time; ``build`` tells the story."""
